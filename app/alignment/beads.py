"""Beads: the smallest stretches of two texts that render one another."""

from __future__ import annotations

from typing import NamedTuple

Kind = tuple[int, int]
"""How many Chinese and how many English sentences a bead has."""


class Bead(NamedTuple):
    """Sentences of both texts that render one another, counted from 0.

    One side is empty where the other text lacks the sentence.
    """

    zh: range
    en: range

    @property
    def kind(self) -> Kind:
        """How many sentences it has on each side."""
        return len(self.zh), len(self.en)

    def moved(self, zh: int, en: int) -> Bead:
        """Give the same bead, counted from elsewhere."""
        return Bead(
            range(self.zh.start + zh, self.zh.stop + zh),
            range(self.en.start + en, self.en.stop + en),
        )

    @property
    def is_null(self) -> bool:
        """Whether one side is missing."""
        return not (self.zh and self.en)


KINDS: tuple[Kind, ...] = (
    (1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (2, 3), (3, 2),
    (1, 4), (4, 1), (1, 5), (5, 1), (1, 6), (6, 1),
)  # fmt: skip
"""What there may be with both sides. Translators join and part up to six sentences."""

LARGEST = 6
"""How many sentences a side of a bead has at most."""
