"""How alike two pairs of sentences are: the Dice coefficient of their shingles.

Dice, L. R. (1945), "Measures of the Amount of Ecologic Association Between Species",
Ecology 26 (3); over character pairs in Chinese and over words in English.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Shingles:
    """What a pair of sentences is made of, for comparing."""

    zh: frozenset[str]
    en: frozenset[str]

    @classmethod
    def of(cls, zh: str, en: str) -> Shingles:
        """Cut both sides: Chinese into pairs of characters, English into words."""
        plain = "".join(_WORD.findall(zh))
        pairs = {plain[i : i + 2] for i in range(max(1, len(plain) - 1))} - {""}
        return cls(frozenset(pairs), frozenset(_WORD.findall(en.casefold())))


def similarity(one: Shingles, other: Shingles) -> float:
    """Compare two pairs, from 0 to 1; the likeness of the better side counts more.

    A sentence that was reworded in one language only is still itself in the other. A
    side that is missing on either hand says nothing.
    """
    sides = [
        2 * len(a & b) / (len(a) + len(b))
        for a, b in ((one.zh, other.zh), (one.en, other.en))
        if a and b
    ]
    if not sides:
        return 0.0
    return 0.75 * max(sides) + 0.25 * min(sides)
