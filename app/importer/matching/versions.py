"""Whether two texts are versions of different dates: numbers and words disagree."""

from __future__ import annotations

from collections.abc import Container
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass

from app.importer.matching.chain import heaviest
from app.importer.matching.chain import Pair
from app.importer.matching.entries import Entry
from app.importer.matching.likeness import Matrix
from app.importer.matching.likeness import sure_pairs
from app.importer.matching.pairing import Tiers
from app.importer.matching.shifts import main_number

_FEWEST = 2
"""How many units must have moved to say so, if none is left alone thereby."""

_UNLIKE = 0.08
_LONG_ZH = 30
_LONG_EN = 90
"""Under which likeness two units of at least so many characters are not one text."""


@dataclass(frozen=True, slots=True)
class Move:
    """Units in a row that have other numbers in the other language."""

    first: Pair
    last: Pair


def moves(
    zh: Sequence[Entry],
    en: Sequence[Entry],
    pairs: Sequence[Pair],
    tiers: Tiers,
    alike: Matrix,
) -> list[Move]:
    """Find the units that the words put beside others than the numbers do."""
    ours, theirs = {one for one, _ in pairs}, {other for _, other in pairs}
    weights = {
        (one, other): float(alike[one, other])
        for one, other in sure_pairs(alike)
        if tiers.get(zh[one].tier) == en[other].tier
    }
    moved = [
        (one, other)
        for one, other in set(heaviest(weights)) - set(pairs)
        if zh[one].number != en[other].number and (one in ours or other in theirs)
    ]
    alone = any(one not in ours or other not in theirs for one, other in moved)
    enough = alone or len(moved) >= _FEWEST
    return list(runs(sorted(moved), zh, en)) if enough else []


def apart(
    zh: Sequence[Entry],
    en: Sequence[Entry],
    pairs: Sequence[Pair],
    moved: Sequence[Move],
) -> set[Pair]:
    """Give the pairs that have a number in common and nothing else."""
    found: set[Pair] = set()
    for move in moved:
        tiers = zh[move.first[0]].tier, en[move.first[1]].tier
        ours = range(move.first[0], move.last[0] + 1)
        theirs = range(move.first[1], move.last[1] + 1)
        found.update(
            (one, other)
            for one, other in pairs
            if (one in ours or other in theirs)
            and (zh[one].tier, en[other].tier) == tiers
        )
    return found


def runs(
    moved: Sequence[Pair], zh: Sequence[Entry], en: Sequence[Entry]
) -> Iterator[Move]:
    """Join moved units whose numbers run on by one on both sides."""
    first = last = None
    for pair in moved:
        if first and last and _runs_on(last, pair, zh, en):
            last = pair
            continue
        if first and last:
            yield Move(first, last)
        first = last = pair
    if first and last:
        yield Move(first, last)


def _runs_on(last: Pair, pair: Pair, zh: Sequence[Entry], en: Sequence[Entry]) -> bool:
    """Say whether a pair is what comes after another, a few short units left out."""
    if zh[last[0]].tier != zh[pair[0]].tier:
        return False
    steps = [
        main_number(units[now]) - main_number(units[before])
        for units, before, now in ((zh, last[0], pair[0]), (en, last[1], pair[1]))
    ]
    return steps[0] == steps[1] > 0


def inserted(
    units: Sequence[Entry], other: Sequence[Entry], paired: Container[int]
) -> list[Entry]:
    """Give the units of one language that were put in later, as Article 12-1.

    Only those behind a unit that the *other* language has too: where all numbers are
    written so, it tells nothing.
    """
    numbers = {(entry.tier, entry.number) for entry in other}
    return [
        entry
        for entry in units
        if entry.at not in paired
        and "-" in entry.number
        and (entry.tier, str(main_number(entry))) in numbers
    ]


def unlike(
    zh: Sequence[Entry], en: Sequence[Entry], pairs: Sequence[Pair], alike: Matrix
) -> list[Pair]:
    """Give the pairs that have words enough, and next to none in common.

    Preambles are left out: they hold what each publisher put above the text.
    """
    if not alike.any():
        return []
    return [
        (one, other)
        for one, other in pairs
        if alike[one, other] < _UNLIKE
        and zh[one].heading is not None
        and len(zh[one].words) >= _LONG_ZH
        and len(en[other].words) >= _LONG_EN
    ]
