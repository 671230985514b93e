"""How alike two pairs of sentences are: the Dice coefficient of their shingles.

Dice, L. R. (1945), "Measures of the Amount of Ecologic Association Between Species",
Ecology 26 (3); over character pairs in Chinese and over words in English.
"""

from __future__ import annotations

import re
from collections import Counter
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+")

_NUMBER = re.compile(r"\d+|[〇零一二三四五六七八九十百千万亿]+")
_NEGATION = re.compile(
    r"不|未|无|非|禁|勿|废止|取消"
    r"|\b(?:not|no|never|nor|without|prohibit\w*|ban(?:s|ned|ning)?|forbid\w*|dismantl\w*)\b"
)


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


class Likeness:
    """Finds the most alike among many pairs; looks only at those that share a word."""

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        self._shingles = [Shingles.of(zh, en) for zh, en in pairs]
        self._having: dict[str, list[int]] = defaultdict(list)
        for n, shingles in enumerate(self._shingles):
            for shingle in shingles.zh | shingles.en:
                self._having[shingle].append(n)

    def of(self, zh: str, en: str, least: float) -> Iterator[tuple[int, float]]:
        """Yield the positions of the pairs that are at least so alike, and how much."""
        own = Shingles.of(zh, en)
        shared: Counter[int] = Counter()
        for shingle in own.zh | own.en:
            shared.update(self._having.get(shingle, ()))
        for n in sorted(shared):
            score = similarity(own, self._shingles[n])
            if score >= least:
                yield n, score


def essence(zh: str, en: str) -> tuple[frozenset[str], ...]:
    """Give what may not differ between two wordings of one sentence.

    Its numbers, and whether it says yes or no: 2025 is not 2050, 应当 is not 不得.
    """
    sides = (zh, en.casefold())
    return tuple(
        frozenset(pattern.findall(side))
        for side in sides
        for pattern in (_NUMBER, _NEGATION)
    )
