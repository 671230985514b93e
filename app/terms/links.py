"""Which word of a line renders which word of the other language.

Words belong together that stand in the same lines oftener than chance would have it
(the log-likelihood ratio of Dunning 1993). In each line the strongest pair is linked
first, and both its words are taken (competitive linking, Melamed 2000). What was seldom
linked though it could have been is weaker in the next round.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

from app.terms.rows import content_words
from app.terms.rows import Row

ROUNDS = 4
"""After so many rounds the links hardly change."""

_FAR = 0.5
"""What a pair loses whose words stand at opposite ends of their lines."""

_SEEN_ONCE = 0.6
"""What is taken off each count of links: one link alone proves little."""

Pair = tuple[str, str]
Links = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Linked:
    """The links of every row, and how often each word stands and is linked."""

    rows: tuple[Links, ...]
    times: Mapping[Pair, int]
    zh: Mapping[str, int]
    en: Mapping[str, int]

    def shares(self, one: str, other: str) -> tuple[float, float]:
        """Say how much of a Chinese and of an English word the links of both are."""
        times = self.times.get((one, other), 0)
        if not times:
            return 0.0, 0.0
        sure = times - _SEEN_ONCE
        return sure / self.zh[one], sure / self.en[other]


def link(rows: Sequence[Row], stop_words: Container[str]) -> Linked:
    """Link the words of each row."""
    places = [
        (
            tuple(content_words(row.zh, stop_words)),
            tuple(content_words(row.en, stop_words)),
        )
        for row in rows
    ]
    together = _together(rows, places)
    base = strength = _associate(rows, together)
    linked: list[Links] = []
    times: Counter[Pair] = Counter()
    for _ in range(ROUNDS):
        linked = [
            _compete(row, *each, strength)
            for row, each in zip(rows, places, strict=True)
        ]
        times = Counter(
            (row.zh[one], row.en[other])
            for row, links in zip(rows, linked, strict=True)
            for one, other in links
        )
        strength = {
            pair: weight * (times[pair] + 0.1) / (together[pair] + 0.1)
            for pair, weight in base.items()
        }
    zh = Counter(word for row in rows for word in row.zh)
    en = Counter(word for row in rows for word in row.en)
    return Linked(tuple(linked), times, zh, en)


def log_likelihood(both: int, one: int, other: int, total: int) -> float:
    """Give Dunning's ratio for two things that *both* of *total* lines have."""
    cells = (both, one - both, other - both, total - one - other + both)
    joint = sum(map(_entropy, cells))
    single = sum(map(_entropy, (one, total - one, other, total - other)))
    return 2 * (joint - single + _entropy(total))


def _entropy(count: int) -> float:
    return count * math.log(count) if count else 0.0


_Places = Sequence[tuple[tuple[int, ...], tuple[int, ...]]]


def _together(rows: Sequence[Row], places: _Places) -> Counter[Pair]:
    """Count the rows that have both words of a pair."""
    return Counter(
        pair
        for row, (zh, en) in zip(rows, places, strict=True)
        for pair in {(row.zh[one], row.en[other]) for one in zh for other in en}
    )


def _associate(rows: Sequence[Row], together: Mapping[Pair, int]) -> dict[Pair, float]:
    """Weigh the pairs that stand together oftener than by chance."""
    chinese = Counter(word for row in rows for word in set(row.zh))
    english = Counter(word for row in rows for word in set(row.en))
    total = len(rows)
    return {
        (zh, en): log_likelihood(both, chinese[zh], english[en], total)
        for (zh, en), both in together.items()
        if both * total > chinese[zh] * english[en]
    }


def _compete(
    row: Row,
    zh: Sequence[int],
    en: Sequence[int],
    strength: Mapping[Pair, float],
) -> Links:
    """Link the words of one row, the strongest pair first."""
    found = []
    for one in zh:
        for other in en:
            if weight := strength.get((row.zh[one], row.en[other])):
                apart = abs(one / len(row.zh) - other / len(row.en))
                found.append((-weight * (1 - _FAR * apart), apart, one, other))
    taken_zh: set[int] = set()
    taken_en: set[int] = set()
    links = []
    for *_, one, other in sorted(found):
        if one not in taken_zh and other not in taken_en:
            taken_zh.add(one)
            taken_en.add(other)
            links.append((one, other))
    return tuple(sorted(links))
