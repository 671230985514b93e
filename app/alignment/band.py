"""Where in the table of both texts a path is looked for."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence
from typing import NamedTuple

from app.alignment.beads import Bead
from app.alignment.beads import LARGEST


class Band(NamedTuple):
    """Which English sentences may stand before each Chinese one: ``low <= j <= high``.

    Both are one longer than the Chinese text, and every row overlaps the next.
    """

    low: Sequence[int]
    high: Sequence[int]

    def within(self, other: Band) -> Band:
        """Keep to another band too."""
        low = [max(both) for both in zip(self.low, other.low, strict=True)]
        high = [min(both) for both in zip(self.high, other.high, strict=True)]
        return Band(low, high)


def whole(zh: int, en: int) -> Band:
    """Let everything be possible."""
    return Band([0] * (zh + 1), [en] * (zh + 1))


def around(beads: Iterable[Bead], zh: int, en: int, size: int = 1) -> Band:
    """Keep near what groups of *size* sentences say; both texts have so many."""
    low, high = [en] * (zh + 1), [0] * (zh + 1)
    for bead in beads:
        left = max(0, (bead.en.start - LARGEST) * size)
        right = min(en, (bead.en.stop + LARGEST) * size)
        first = max(0, (bead.zh.start - 1) * size)
        last = min(zh, (bead.zh.stop + 1) * size)
        for row in range(first, last + 1):
            low[row], high[row] = min(low[row], left), max(high[row], right)
    return Band(low, high)
