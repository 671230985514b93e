"""The best way through two texts, bead by bead, by dynamic programming.

William A. Gale and Kenneth W. Church, A Program for Aligning Sentences in Bilingual
Corpora, Computational Linguistics 19, 1993; here over a score of any kind, and within a
band of the table where the texts are long.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from app.alignment.band import Band
from app.alignment.beads import Bead
from app.alignment.beads import Kind
from app.alignment.sides import Floats
from app.alignment.sides import Matrix
from app.alignment.sides import sums

_CHUNK = 128
"""How many Chinese sentences are scored at a time."""

_START, _ZH_ALONE, _EN_ALONE = -3, -1, -2

Scorer = Callable[[range, range], Mapping[Kind, Matrix]]
"""Scores every kind of bead that begins in some rows and columns of the table."""

Scores = Mapping[Kind, NDArray[np.float32]]
"""What every kind of bead scores that begins in a row, from a column on."""


def best_path(
    score: Scorer, zh_alone: Floats, en_alone: Floats, band: Band
) -> list[Bead]:
    """Find the beads with the highest sum of scores.

    *zh_alone* and *en_alone* say what a sentence costs that the other text lacks; they
    are as long as the texts.
    """
    table = _Table(zh_alone, en_alone, band)
    for row, start, scores in by_row(score, band):
        table.step(row, start, scores)
    table.finish()
    return table.beads()


def by_row(score: Scorer, band: Band) -> Iterator[tuple[int, int, Scores]]:
    """Yield every row, its first column, and what beads score that begin from there."""
    count = len(band.low) - 1
    for first in range(0, count, _CHUNK):
        rows = range(first, min(first + _CHUNK, count))
        low, high = (
            min(band.low[row] for row in rows),
            max(band.high[row] for row in rows),
        )
        scores = score(rows, range(low, high + 1))
        for row in rows:
            # Some kinds do not fit any more near the end of a text.
            fitting = {
                k: v[row - first] for k, v in scores.items() if row - first < len(v)
            }
            start = band.low[row]
            yield row, start, {k: v[start - low :] for k, v in fitting.items()}


class _Table:
    """The best score up to every place, a row at a time, and the way there."""

    def __init__(self, zh_alone: Floats, en_alone: Floats, band: Band) -> None:
        self._zh_alone = zh_alone
        self._along = sums(en_alone)
        self._band = band
        self._kinds: list[Kind] = []
        width = len(en_alone) + 1
        self._best = {0: np.full(width, -np.inf)}
        self._best[0][0] = 0.0
        self._ways: list[NDArray[np.int8]] = []
        self._open = {0: np.full(width, _START, dtype=np.int8)}

    def _row(self, row: int) -> tuple[Floats, NDArray[np.int8]]:
        """Give a row, new if nothing has led there yet."""
        if row not in self._best:
            self._best[row] = np.full(len(self._along), -np.inf)
            self._open[row] = np.full(len(self._along), _START, dtype=np.int8)
        return self._best[row], self._open[row]

    def _settle(self, row: int) -> tuple[Floats, int, int]:
        """Let English sentences stand alone along a row; then it is done."""
        best, ways = self._row(row)
        low, high = self._band.low[row], self._band.high[row]
        part, along = best[low : high + 1], self._along[low : high + 1]
        highest = np.maximum.accumulate(part - along)
        alone = highest > part - along + 1e-9
        part[alone] = (highest + along)[alone]
        ways[low : high + 1][alone] = _EN_ALONE
        self._ways.append(ways[low : high + 1].copy())
        return best, low, high

    def step(self, row: int, start: int, scores: Scores) -> None:
        """Lead from a row to those after it, by scores from column *start* on."""
        best, low, high = self._settle(row)
        self._lead(best[low : high + 1] + self._zh_alone[row], row + 1, low, _ZH_ALONE)
        for (zh, en), values in scores.items():
            if (zh, en) not in self._kinds:
                self._kinds.append((zh, en))
            stop = min(high + 1, start + len(values))
            reached = best[low:stop] + values[low - start : stop - start]
            self._lead(reached, row + zh, low + en, self._kinds.index((zh, en)))
        del self._best[row], self._open[row]

    def _lead(self, reached: Floats, row: int, column: int, way: int) -> None:
        """Note where a way leads better than what was known, within the band."""
        low, high = self._band.low[row], self._band.high[row]
        first, stop = max(column, low), min(column + len(reached), high + 1)
        if first >= stop:
            return
        best, ways = self._row(row)
        new, old = reached[first - column : stop - column], best[first:stop]
        better = new > old
        old[better] = new[better]
        ways[first:stop][better] = way

    def finish(self) -> None:
        """Settle the last row."""
        self._settle(len(self._zh_alone))

    def beads(self) -> list[Bead]:
        """Walk back from the end."""
        zh, en = len(self._zh_alone), len(self._along) - 1
        beads = []
        while zh or en:
            way = int(self._ways[zh][en - self._band.low[zh]])
            size = {_ZH_ALONE: (1, 0), _EN_ALONE: (0, 1)}.get(way) or self._kinds[way]
            beads.append(Bead(range(zh - size[0], zh), range(en - size[1], en)))
            zh, en = zh - size[0], en - size[1]
        return beads[::-1]
