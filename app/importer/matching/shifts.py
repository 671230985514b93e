"""Neighbours whose numbers differ by the same: a new count, or a unit put in before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from itertools import pairwise

from app.importer.matching.chain import Pair
from app.importer.matching.entries import Entry


def moved_pairs(
    zh: Sequence[Entry], en: Sequence[Entry], pairs: Sequence[Pair]
) -> set[Pair]:
    """Give the pairs whose numbers differ because one text has more units before them.

    There numbers lead, since addresses are as printed, and what the words say is only
    reported. A number that differs for itself is a slip; and where one language begins
    anew and the other runs through, the units are the same.
    """
    before = before_in_series(zh), before_in_series(en)
    found: set[Pair] = set()
    for run in _runs(zh, en, pairs):
        first = run[0]
        known = before[0].get(first[0]), before[1].get(first[1])
        anew = _is_anew(zh, first[0], known[0]) != _is_anew(en, first[1], known[1])
        if len(run) > 1 and not (anew and known in pairs):
            found.update(run)
    return found


def chinese_slips(
    zh: Sequence[Entry], en: Sequence[Entry], pairs: Sequence[Pair]
) -> set[Pair]:
    """Give the pairs whose Chinese number does not follow, while the English does."""
    before = before_in_series(zh), before_in_series(en)
    return {
        pair
        for pair in pairs
        if zh[pair[0]].number != en[pair[1]].number
        and "-" not in zh[pair[0]].number + en[pair[1]].number
        and not _follows(zh, pair[0], before[0])
        and _follows(en, pair[1], before[1])
    }


def _follows(units: Sequence[Entry], at: int, before: Mapping[int, int]) -> bool:
    """Say whether a number is the next of its series, or the first."""
    last = main_number(units[before[at]]) if at in before else 0
    return main_number(units[at]) in (1, last, last + 1)


def between_moved(
    zh: Sequence[Entry],
    en: Sequence[Entry],
    pairs: Sequence[Pair],
    tiers: Mapping[str, str],
) -> Iterator[Pair]:
    """Yield units whose few words tell nothing, where the pair before is counted anew.

    Their numbers differ by as much as those of that pair.
    """
    offsets: dict[str, int] = {}
    ends = [*pairs, (len(zh), len(en))]
    for before, after in pairwise(ends):
        offsets[zh[before[0]].tier] = _offset(zh, en, before)
        right = {
            (other.tier, main_number(other)): other.at
            for other in en[before[1] + 1 : after[1]]
        }
        last = before[1]
        for one in zh[before[0] + 1 : after[0]]:
            offset = offsets.get(one.tier, 0)
            wanted = tiers.get(one.tier, ""), main_number(one) + offset
            at = right.get(wanted, -1)
            if offset and at > last:
                last = at
                yield one.at, at


def _runs(
    zh: Sequence[Entry], en: Sequence[Entry], pairs: Sequence[Pair]
) -> Iterator[list[Pair]]:
    """Yield the pairs of a series that follow each other and differ by the same."""
    series: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        series[zh[pair[0]].tier].append(pair)
    for members in series.values():
        run: list[Pair] = []
        for pair in members:
            offset = _offset(zh, en, pair)
            if run and offset != _offset(zh, en, run[-1]):
                yield run
                run = []
            if offset:
                run.append(pair)
        if run:
            yield run


def _offset(zh: Sequence[Entry], en: Sequence[Entry], pair: Pair) -> int:
    return main_number(en[pair[1]]) - main_number(zh[pair[0]])


def main_number(entry: Entry) -> int:
    """Give the number without what follows a hyphen: 12 of 12-1."""
    return int(entry.number.partition("-")[0] or 0)


def before_in_series(units: Sequence[Entry]) -> Mapping[int, int]:
    """Give the unit of the same series before each unit."""
    before: dict[int, int] = {}
    last: dict[str, int] = {}
    for entry in units:
        if entry.tier in last:
            before[entry.at] = last[entry.tier]
        last[entry.tier] = entry.at
    return before


def _is_anew(units: Sequence[Entry], at: int, before: int | None) -> bool:
    """Say whether a series begins anew with a unit."""
    return before is not None and main_number(units[at]) <= main_number(units[before])
