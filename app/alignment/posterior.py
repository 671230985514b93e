"""How sure a bead is: its share of all the ways through its neighbourhood.

The forward–backward algorithm (Rabiner, A Tutorial on Hidden Markov Models, Proceedings
of the IEEE 77, 1989) over the scores that ``path`` takes the best way through: a score
is read as the log of how likely a bead is.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence

import numpy as np

from app.alignment.band import Band
from app.alignment.beads import Bead
from app.alignment.beads import Kind
from app.alignment.path import by_row
from app.alignment.path import Scorer
from app.alignment.sides import Floats
from app.alignment.sides import sums

_HEAT = 0.5
"""What scores are multiplied by: the words of a sentence are not independent, so that
their sum is surer than it should be. Chosen so that of beads of confidence .9 nine in
ten are right."""

_FAR = 12
"""How many rows from its place a sentence is looked for that may stand alone."""


def chances(
    score: Scorer, zh_alone: Floats, en_alone: Floats, band: Band, beads: Sequence[Bead]
) -> list[float]:
    """Give for each bead of a path inside the band how likely it is, from 0 to 1."""
    rows = [
        {kind: _HEAT * values.astype(np.float64) for kind, values in scores.items()}
        for _, _, scores in by_row(score, band)
    ]
    sums_of_ways = _Ways(rows, _HEAT * zh_alone, _HEAT * en_alone, band)
    return [sums_of_ways.chance(bead) for bead in beads]


class _Ways:
    """The log of the sum of all ways to each place of a band, and of all on from it."""

    def __init__(
        self,
        rows: Sequence[Mapping[Kind, Floats]],
        zh_alone: Floats,
        en_alone: Floats,
        band: Band,
    ) -> None:
        self._rows, self._band = rows, band
        self._zh_alone, self._along = zh_alone, sums(en_alone)
        widths = [high - low + 1 for low, high in zip(*band, strict=True)]
        self._to = [np.full(width, -np.inf) for width in widths]
        self._on = [np.full(width, -np.inf) for width in widths]
        self._to[0][0] = self._on[-1][-1] = 0.0
        for row in range(len(widths)):
            self._forward(row)
        for row in reversed(range(len(widths))):
            self._backward(row)
        self._all = float(self._on[0][0])

    def _alone(self, row: int) -> Floats:
        """Give what all English sentences before each place of a row pay together."""
        return self._along[self._band.low[row] : self._band.high[row] + 1]

    def _forward(self, row: int) -> None:
        """Let English sentences stand alone along a row, then lead on from it."""
        along = self._alone(row)
        to = self._to[row] = np.logaddexp.accumulate(self._to[row] - along) + along
        if row == len(self._rows):
            return
        self._add(row + 1, self._band.low[row], to + self._zh_alone[row])
        for (zh, en), values in self._rows[row].items():
            reached = to[: len(values)] + values[: len(to)]
            self._add(row + zh, self._band.low[row] + en, reached)

    def _add(self, row: int, column: int, reached: Floats) -> None:
        """Add ways that reach a row from a column on; those off the band are lost."""
        low, high = self._band.low[row], self._band.high[row]
        first, stop = max(column, low), min(column + len(reached), high + 1)
        if first < stop:
            there = self._to[row][first - low : stop - low]
            np.logaddexp(there, reached[first - column : stop - column], out=there)

    def _backward(self, row: int) -> None:
        """Gather the ways on from a row."""
        on, low = self._on[row], self._band.low[row]
        if row < len(self._rows):
            on[:] = self._from(row + 1, low, len(on)) + self._zh_alone[row]
            for (zh, en), values in self._rows[row].items():
                count = min(len(on), len(values))
                ways = values[:count] + self._from(row + zh, low + en, count)
                np.logaddexp(on[:count], ways, out=on[:count])
        along = self._alone(row)
        ways = np.logaddexp.accumulate((on + along)[::-1])[::-1]
        self._on[row] = ways - along

    def _from(self, row: int, column: int, count: int) -> Floats:
        """Give the ways on from places of a row; there are none off the band."""
        low, high = self._band.low[row], self._band.high[row]
        found = np.full(count, -np.inf)
        first, stop = max(column, low), min(column + count, high + 1)
        if first < stop:
            found[first - column : stop - column] = self._on[row][
                first - low : stop - low
            ]
        return found

    def chance(self, bead: Bead) -> float:
        """Give how likely a bead is."""
        if bead.kind == (1, 0):
            share = self._zh_left_alone(bead.zh.start)
        elif bead.kind == (0, 1):
            share = self._en_left_alone(bead.zh.start, bead.en.start)
        else:
            share = self._both(bead)
        return min(1.0, float(np.exp(share - self._all)))

    def _zh_left_alone(self, row: int) -> float:
        """Sum up the ways on which a Chinese sentence stands alone, wherever."""
        low = self._band.low[row]
        on = self._from(row + 1, low, len(self._to[row]))
        alone = float(self._zh_alone[row])
        return float(np.logaddexp.reduce(self._to[row] + on)) + alone

    def _en_left_alone(self, row: int, column: int) -> float:
        """Sum up the ways on which an English sentence stands alone, near a row."""
        alone = float(self._along[column + 1] - self._along[column])
        rows = range(max(0, row - _FAR), min(len(self._rows), row + _FAR) + 1)
        ways = [
            self._at(self._to, at, column) + self._at(self._on, at, column + 1)
            for at in rows
        ]
        return float(np.logaddexp.reduce(ways)) + alone

    def _both(self, bead: Bead) -> float:
        """Sum up the ways through a bead; through its ends if it has no usual kind."""
        to = self._at(self._to, bead.zh.start, bead.en.start)
        on = self._at(self._on, bead.zh.stop, bead.en.stop)
        values = self._rows[bead.zh.start].get(bead.kind) if bead.zh else None
        column = bead.en.start - self._band.low[bead.zh.start]
        if values is not None and column < len(values):
            return to + float(values[column]) + on
        first = to + self._at(self._on, bead.zh.start, bead.en.start)
        return min(first, self._at(self._to, bead.zh.stop, bead.en.stop) + on)

    def _at(self, ways: Sequence[Floats], row: int, column: int) -> float:
        """Give the ways to or on from a place; none off the band."""
        low, high = self._band.low[row], self._band.high[row]
        return float(ways[row][column - low]) if low <= column <= high else -np.inf
