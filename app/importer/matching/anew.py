"""Units that one language counts anew below a heading, and the other runs through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence

from app.importer.matching.chain import Pair
from app.importer.matching.entries import Entry
from app.importer.matching.entries import ROOT
from app.importer.matching.shifts import before_in_series
from app.importer.matching.shifts import main_number

Children = Mapping[tuple[int, str], Sequence[Entry]]


def counted_anew(
    zh: Sequence[Entry],
    en: Sequence[Entry],
    pairs: Sequence[Pair],
    tiers: Mapping[str, str],
) -> Iterator[Pair]:
    """Yield the units below two headings that are a pair, one by one.

    Both must have as many, counted by one; one language begins with 1 and the other
    goes on from the heading before.
    """
    before = before_in_series(zh), before_in_series(en)
    ours, theirs = _children(zh), _children(en)
    for one, other in pairs:
        for tier, its in tiers.items():
            left, right = ours.get((one, tier), ()), theirs.get((other, its), ())
            if not left or len(left) != len(right) or left[0].number == right[0].number:
                continue
            if not (_is_in_order(left) and _is_in_order(right)):
                continue
            if (_begins(left) and _goes_on(right, en, before[1])) or (
                _begins(right) and _goes_on(left, zh, before[0])
            ):
                yield from ((a.at, b.at) for a, b in zip(left, right, strict=True))


def _children(units: Sequence[Entry]) -> Children:
    below: dict[tuple[int, str], list[Entry]] = defaultdict(list)
    for entry in units:
        if entry.parent != ROOT:
            below[entry.parent, entry.tier].append(entry)
    return below


def _is_in_order(series: Sequence[Entry]) -> bool:
    first = main_number(series[0])
    numbers = [entry.number for entry in series]
    return numbers == [str(first + step) for step in range(len(series))]


def _begins(series: Sequence[Entry]) -> bool:
    return series[0].number == "1"


def _goes_on(
    series: Sequence[Entry], units: Sequence[Entry], before: Mapping[int, int]
) -> bool:
    """Say whether the first number follows that of the last unit of the series."""
    last = before.get(series[0].at)
    return last is not None and main_number(units[last]) == main_number(series[0]) - 1
