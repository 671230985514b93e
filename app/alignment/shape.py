"""What beads look like, whatever their words: their kind, length and meaning."""

from __future__ import annotations

import numpy as np

from app.alignment.beads import Kind
from app.alignment.sides import blocks
from app.alignment.sides import Floats
from app.alignment.sides import Matrix
from app.alignment.sides import Side
from app.alignment.sides import sums

_PRIOR = {
    (1, 1): 0.0, (1, 2): -3.6, (1, 3): -4.5, (1, 4): -6.0, (1, 5): -7.5, (1, 6): -9.0,
    (2, 2): -8.0, (2, 3): -9.5,
}  # fmt: skip
"""The log of how much rarer a kind of bead is than one to one."""

_NULL = -3.0
"""The same for a sentence that the other text lacks."""

_VARIANCE = 6.8
"""Of the length of a translation (Gale and Church 1993)."""

_FREEDOM = 6.0
_LENGTH = 3.0
"""The tail of what lengths there may be, Student's, and how much they count."""

_MEANING = 13.0
_ALIKE = 0.35
"""How much the likeness of two vectors counts, and from which cosine on."""

_CROSSED = 3.0
_PARTED = 1.5
"""What a bead pays for a paragraph that ends in it, and for one that ends with it in
one language only. Translators join and part paragraphs, but not often.
"""


class Shape:
    """Scores blocks by kind, length and meaning."""

    null = _NULL

    def __init__(self, zh: Side, en: Side) -> None:
        self._zh, self._en = zh, en
        self._zh_sums, self._en_sums = sums(zh.lengths), sums(en.lengths)
        self._zh_ends, self._en_ends = sums(zh.breaks), sums(en.breaks)
        self._longer = float(self._en_sums[-1] / self._zh_sums[-1])

    def score(self, rows: range, columns: range, kind: Kind) -> Matrix:
        """Score the blocks of one kind that begin in these rows and columns."""
        score = self._length(rows, columns, kind) + _PRIOR[min(kind), max(kind)]
        if self._zh.meaning is not None and self._en.meaning is not None:
            score += self._meaning(
                self._zh.meaning, self._en.meaning, rows, columns, kind
            )
        return score - self._breaks(rows, columns, kind)

    def _breaks(self, rows: range, columns: range, kind: Kind) -> Matrix:
        """Give what blocks pay for the paragraphs that end in them and with them."""
        ours, our_ends = _ends(self._zh_ends, rows, kind[0])
        theirs, their_ends = _ends(self._en_ends, columns, kind[1])
        crossed = ours[:, np.newaxis] + theirs[np.newaxis, :]
        parted = np.abs(our_ends[:, np.newaxis] - their_ends[np.newaxis, :])
        return np.asarray(_CROSSED * crossed + _PARTED * parted, dtype=np.float32)

    def _length(self, rows: range, columns: range, kind: Kind) -> Matrix:
        """Score how far the lengths of two blocks are from those of a translation."""
        zh, en = np.array(rows), np.array(columns)
        zh_length = (self._zh_sums[zh + kind[0]] - self._zh_sums[zh])[:, np.newaxis]
        en_length = (self._en_sums[en + kind[1]] - self._en_sums[en])[np.newaxis, :]
        wanted = zh_length * self._longer
        squares = 2 * (en_length - wanted) ** 2 / (_VARIANCE * (en_length + wanted))
        score = -_LENGTH * (_FREEDOM + 1) / 2 * np.log1p(squares / _FREEDOM)
        return np.asarray(score, dtype=np.float32)

    @staticmethod
    def _meaning(
        zh: Matrix, en: Matrix, rows: range, columns: range, kind: Kind
    ) -> Matrix:
        """Score how near the meanings of two blocks are."""
        ours = _units(blocks(zh[rows.start : rows.stop + kind[0]], kind[0], len(rows)))
        theirs = _units(
            blocks(en[columns.start : columns.stop + kind[1]], kind[1], len(columns))
        )
        weight = _MEANING * float(np.sqrt(sum(kind) / 2))
        return np.asarray(weight * (ours @ theirs.T - _ALIKE), dtype=np.float32)


def _ends(total: Floats, starts: range, size: int) -> tuple[Floats, Floats]:
    """Count the paragraphs that end inside each block, and those that end with it.

    *total* says how many end before each sentence, that before the first with them.
    """
    last = np.array(starts) + size
    return total[last] - total[last - size + 1], total[last + 1] - total[last]


def _units(rows: Matrix) -> Matrix:
    """Make every row as long as 1; one of zeros stays."""
    sizes = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(sizes, 1e-9), dtype=np.float32)
