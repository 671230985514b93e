"""How much the tokens of a block speak for its being rendered by another block.

Every token of a bead is evidence, once. One that has a partner in the other block gains
log(1 - q + q / p), where q is how often such a token is rendered by a partner and
p = 1 - exp(-rate * length) the chance that one stands there by accident; one that has
none pays log(1 - q). Since every token is in one bead of a path, paths can be compared
as they are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.alignment.partners import Partners
from app.alignment.sides import Floats
from app.alignment.sides import Matrix
from app.alignment.sides import Side
from app.alignment.sides import sums
from app.alignment.tokens import Token

Flags = NDArray[np.bool_]

_MOST = 2
"""How often a token counts that is repeated in a sentence."""

_LEAST_CHANCE = 1e-6


@dataclass(frozen=True)
class _Told:
    """What a kind of token tells."""

    places: list[int]
    """Where its partners stand in the other text, in order."""
    rate: float
    """How many of them there are in a stretch of length 1."""
    kept: float
    """How often it is rendered by one of them."""


class Evidence:
    """The tokens of one text, and where their partners stand in the other."""

    def __init__(
        self, own: Side, other: Side, partners: Partners, kept: Mapping[Token, float]
    ) -> None:
        places: dict[Token, list[int]] = defaultdict(list)
        for at, tokens in enumerate(other.tokens):
            for token in tokens:
                places[token].append(at)
        total = float(other.lengths.sum())
        self._lengths = sums(other.lengths)
        self._told = {}
        for token, others in partners.items():
            found = sorted(at for one in others for at in places[one])
            self._told[token] = _Told(found, len(found) / total, kept[token])
        self._tokens = [Counter(filter(self._told.__contains__, t)) for t in own.tokens]

    def unanswered(self) -> Floats:
        """Give what each sentence pays if nothing of it has a partner."""
        return np.array(
            [
                sum(
                    min(times, _MOST) * np.log1p(-self._told[token].kept)
                    for token, times in tokens.items()
                )
                for tokens in self._tokens
            ],
            dtype=np.float64,
        )

    def against(
        self, rows: range, columns: range, sizes: Sequence[int], stop: int
    ) -> dict[int, Matrix]:
        """Give what each sentence says for each block of the other text, by size.

        *columns* are where blocks may begin, *sizes* how many sentences they have and
        *stop* where they must end; a matrix has a row for each of *rows* and a column
        for each block that fits.
        """
        types = sorted({token for row in rows for token in self._tokens[row]})
        told = [self._told[token] for token in types]
        counts = self._counts(rows, types)
        there = _there(told, range(columns.start, columns.stop + max(sizes) - 1))
        found = {}
        for size in sizes:
            last = min(columns.stop, stop - size + 1)
            starts = range(columns.start, max(columns.start, last))
            found[size] = counts @ self._gains(told, there, starts, size)
        return found

    def _counts(self, rows: range, types: list[Token]) -> Matrix:
        """Count each kind of token in each sentence."""
        number = {token: at for at, token in enumerate(types)}
        counts = np.zeros((len(rows), len(types)), dtype=np.float32)
        for at, row in enumerate(rows):
            for token, times in self._tokens[row].items():
                counts[at, number[token]] = min(times, _MOST)
        return counts

    def _gains(
        self, told: list[_Told], there: Flags, columns: range, size: int
    ) -> Matrix:
        """Give what each kind of token gains or pays in each block."""
        found = there[:, : len(columns)].copy()
        for step in range(1, size):
            found |= there[:, step : step + len(columns)]
        starts = np.arange(columns.start, columns.stop)
        lengths = self._lengths[starts + size] - self._lengths[starts]
        kept = np.array([one.kept for one in told])[:, np.newaxis]
        pays = np.broadcast_to(np.log1p(-kept), found.shape)
        gains = np.array(pays, dtype=np.float32)
        kinds, blocks_with = np.nonzero(found)  # few: most tokens stand in few places
        rates = np.array([one.rate for one in told])[kinds] * lengths[blocks_with]
        chance = np.clip(-np.expm1(-rates), _LEAST_CHANCE, 1.0)
        gains[kinds, blocks_with] = np.log1p(kept[kinds, 0] * (1.0 / chance - 1.0))
        return gains


def _there(told: list[_Told], columns: range) -> Flags:
    """Say in which sentences each kind of token has a partner."""
    there = np.zeros((len(told), len(columns)), dtype=np.bool_)
    for at, one in enumerate(told):
        first = bisect_left(one.places, columns.start)
        last = bisect_left(one.places, columns.stop)
        there[at, [place - columns.start for place in one.places[first:last]]] = True
    return there
