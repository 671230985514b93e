"""Both outlines in one order, with one level for each unit."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass

from app.content.grammar import LEVELS
from app.importer.matching.chain import Pair
from app.importer.matching.entries import compatible
from app.importer.matching.entries import Entry
from app.importer.matching.entries import FITS
from app.importer.matching.pairing import Tiers

Place = tuple[str, int]
"""A language, and which of its units."""


@dataclass(slots=True)
class Merged:
    """A unit of the content: what each language has of it, and where it stands."""

    zh: Entry | None
    en: Entry | None
    level: int = 1

    def sides(self) -> Iterator[tuple[Place, Entry]]:
        """Yield what each language has, and where."""
        if self.zh:
            yield ("zh", self.zh.at), self.zh
        if self.en:
            yield ("en", self.en.at), self.en

    @property
    def own(self) -> Entry:
        """The unit in the language that has it, Chinese first."""
        entry = self.zh or self.en
        if entry is None:
            raise ValueError("a unit that neither language has")
        return entry


def merge(
    zh: Sequence[Entry], en: Sequence[Entry], pairs: Sequence[Pair], tiers: Tiers
) -> list[Merged]:
    """Put the units of both outlines in the order of the content."""
    merged: list[Merged] = []
    back = {other: tier for tier, other in tiers.items()}
    before = (-1, -1)
    for one, other in [*pairs, (len(zh), len(en))]:
        ours, theirs = zh[before[0] + 1 : one], en[before[1] + 1 : other]
        merged += _between(ours, theirs, back)
        if one < len(zh):
            merged.append(Merged(zh[one], en[other]))
        before = one, other
    _set_levels(merged)
    _join_twins(merged, tiers)
    return merged


def _between(zh: Sequence[Entry], en: Sequence[Entry], back: Tiers) -> Iterator[Merged]:
    """Order what only one language has, between two pairs.

    By number within a series; else the lower unit first, which belongs to what is
    already there.
    """
    ours, theirs = list(zh), list(en)
    while ours or theirs:
        if not theirs or (ours and _comes_first(ours[0], theirs[0], back)):
            yield Merged(ours.pop(0), None)
        else:
            yield Merged(None, theirs.pop(0))


def _comes_first(zh: Entry, en: Entry, back: Tiers) -> bool:
    """Say whether the Chinese unit comes before the English one."""
    if zh.heading is None or en.heading is None:
        return zh.heading is None
    if back.get(en.tier, en.tier) == zh.tier:
        return _order(zh.number) <= _order(en.number)
    return zh.level >= en.level


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("-") if part)


def _set_levels(merged: Sequence[Merged]) -> None:
    """Give every unit the level both headings will have.

    It is the deepest that either language asks for. What only one language has is as
    deep as the unit of its series and parent before it.
    """
    own = {place: entry.level for pair in merged for place, entry in pair.sides()}
    given: dict[Place, int] = {}
    of_series: dict[tuple[str, str, int], int] = {}
    for pair in merged:
        asked = [
            given.get((lang, entry.parent), 1)
            + entry.level
            - own.get((lang, entry.parent), 1)
            for (lang, _), entry in pair.sides()
        ]
        series = [(lang, e.tier, e.parent) for (lang, _), e in pair.sides()]
        if not (pair.zh and pair.en):
            asked += [of_series[key] for key in series if key in of_series]
        pair.level = min(max(asked), LEVELS[-1]) if pair.own.heading else 1
        given.update({place: pair.level for place, _ in pair.sides()})
        of_series.update(dict.fromkeys(series, pair.level))


def _join_twins(merged: list[Merged], tiers: Tiers) -> None:
    """Make one unit of two, one a language, that would have the same address."""
    above: list[Merged] = []
    alone: dict[tuple[str, ...], int] = {}
    gone: set[int] = set()
    for at, pair in enumerate(merged):
        if pair.own.heading is None:
            continue
        while above and above[-1].level >= pair.level:
            above.pop()
        above.append(pair)
        path = tuple(_step(unit) for unit in above)
        before = alone.get(path, at)
        if _are_twins(merged[before : at + 1], tiers):
            twin = merged[before]
            twin.zh, twin.en = twin.zh or pair.zh, twin.en or pair.en
            gone.add(at)
            above[-1] = twin
        elif not (pair.zh and pair.en):
            alone[path] = at
    merged[:] = [pair for at, pair in enumerate(merged) if at not in gone]


def _are_twins(units: Sequence[Merged], tiers: Tiers) -> bool:
    """Say whether the first unit and the last are one, and nothing gets behind it."""
    one, other = units[0], units[-1]
    if one.zh and other.en and not (one.en or other.zh):
        behind = any(unit.en for unit in units[:-1])
        return not behind and _may_be_one(one.zh, other.en, tiers)
    if one.en and other.zh and not (one.zh or other.en):
        behind = any(unit.zh for unit in units[:-1])
        return not behind and _may_be_one(other.zh, one.en, tiers)
    return False


def _may_be_one(zh: Entry, en: Entry, tiers: Tiers) -> bool:
    """Say whether the series of two units render each other, or nothing else."""
    known = zh.tier in tiers or en.tier in tiers.values()
    return tiers.get(zh.tier) == en.tier if known else compatible(zh, en) >= FITS


def _step(merged: Merged) -> str:
    heading = merged.own.heading
    return heading.step if heading else ""
