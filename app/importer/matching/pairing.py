"""Which unit of one outline is which of the other: by number, order and words."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections import defaultdict
from collections.abc import Container
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence

from app.importer.matching.anew import counted_anew
from app.importer.matching.chain import heaviest
from app.importer.matching.chain import Pair
from app.importer.matching.entries import compatible
from app.importer.matching.entries import Entry
from app.importer.matching.likeness import Matrix
from app.importer.matching.likeness import sure_pairs
from app.importer.matching.parents import pair_parents
from app.importer.matching.shifts import between_moved
from app.importer.matching.shifts import moved_pairs

_NUMBER = 10.0
"""What an equal number counts if the kinds fit."""

_PATH = 3.0
"""What it counts that the units above have equal numbers too."""

_WORDS = 12.0
"""What it counts that the words are as like as they can be."""

_SURE = 8.0
"""What two units count that nothing but the words says are one; less than a number."""

_NEAREST = 40
"""Among how many units with the same number, the nearest, one is looked for."""

_NAMED = 0.5
"""How well kinds fit that are both named, though not in the same way."""

_MOST = 0.5
"""The share of a series that must have partners if written otherwise."""

Tiers = Mapping[str, str]
"""Which series of the Chinese text is which of the English one."""


def pair_units(
    zh: Sequence[Entry], en: Sequence[Entry], alike: Matrix
) -> tuple[list[Pair], Tiers]:
    """Pair units by their numbers, or by their words where a number is a slip.

    And say which series of numbers renders which. A first look pairs all kinds that may
    render one another. It tells which series is which, and a second look keeps to that.
    """
    if _same(zh, en):
        pairs = [(at, at) for at in range(len(zh))]
        return pairs, _tiers(zh, en, pairs)
    finder = _Finder(zh, en, alike)
    tiers = _tiers(zh, en, finder.pairs(None))
    pairs = finder.pairs(tiers)
    anew = set(counted_anew(zh, en, pairs, tiers))
    if anew:
        pairs = finder.pairs(tiers, also=anew)
    shifted = moved_pairs(zh, en, pairs) - anew
    if shifted:
        pairs = finder.pairs(tiers, shifted, anew)
    pairs = sorted([*pairs, *between_moved(zh, en, pairs, tiers)])
    return sorted([*pairs, *pair_parents(zh, en, pairs, tiers)]), tiers


class _Finder:
    """Looks for the chain of pairs that has most for it."""

    def __init__(self, zh: Sequence[Entry], en: Sequence[Entry], alike: Matrix) -> None:
        self._zh, self._en, self._alike = zh, en, alike
        self._sure = sure_pairs(alike)

    def pairs(
        self,
        tiers: Tiers | None,
        never: Container[Pair] = (),
        also: Iterable[Pair] = (),
    ) -> list[Pair]:
        """Find the chain, of these series."""
        weights = {}
        for one, other in self._candidates():
            fit = self._fit(one, other, tiers)
            if fit and (one, other) not in never:
                weights[one, other] = fit * _NUMBER + self._speaks_for(one, other)
        for one, other in {*self._sure, *also}:
            if (one, other) not in weights and (one, other) not in never:
                fit = self._fit(one, other, tiers)
                if fit:
                    weights[one, other] = fit * _SURE
        return heaviest(weights)

    def _fit(self, one: int, other: int, tiers: Tiers | None) -> float:
        zh, en = self._zh[one], self._en[other]
        if tiers is not None and tiers.get(zh.tier) != en.tier:
            return 0.0
        return compatible(zh, en)

    def _speaks_for(self, one: int, other: int) -> float:
        """Weigh what speaks for a pair with equal numbers: words, parents, place."""
        zh, en = self._zh[one], self._en[other]
        near = abs(one / len(self._zh) - other / len(self._en))
        words = _WORDS * float(self._alike[one, other])
        return words + _PATH * (zh.path == en.path) - near

    def _candidates(self) -> Iterator[Pair]:
        """Yield the pairs with equal numbers, the nearest of them."""
        places: dict[str, list[int]] = defaultdict(list)
        for entry in self._en:
            places[entry.number].append(entry.at)
        for one, entry in enumerate(self._zh):
            wanted = one * len(self._en) // len(self._zh)
            among = places[entry.number]
            middle = bisect(among, wanted)
            for at in among[max(0, middle - _NEAREST) : middle + _NEAREST]:
                yield one, at


def _same(zh: Sequence[Entry], en: Sequence[Entry]) -> bool:
    """Say whether the outlines are the same, number by number and level by level."""
    if len(zh) != len(en):
        return False
    return all(
        (one.level, one.path) == (other.level, other.path) and compatible(one, other)
        for one, other in zip(zh, en, strict=True)
    )


def _tiers(zh: Sequence[Entry], en: Sequence[Entry], pairs: Sequence[Pair]) -> Tiers:
    """Say which series is which, by how many pairs they have; each has one partner.

    Bare numbers that are written in another way, as （一） and I., must have most units
    in common: the same few numbers stand in every series.
    """
    counts = Counter((zh[one].tier, en[other].tier) for one, other in pairs)
    sizes = Counter(entry.tier for entry in zh), Counter(entry.tier for entry in en)
    doubtful = {
        (zh[one].tier, en[other].tier)
        for one, other in pairs
        if compatible(zh[one], en[other]) < _NAMED
    }
    tiers: dict[str, str] = {}
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    for (ours, theirs), count in ranked:
        largest = max(sizes[0][ours], sizes[1][theirs])
        if (ours, theirs) in doubtful and count < _MOST * largest:
            continue
        if ours not in tiers and theirs not in tiers.values():
            tiers[ours] = theirs
    return tiers
