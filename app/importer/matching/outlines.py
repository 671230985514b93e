"""Two outlines become one."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from app.content.grammar import parse_heading
from app.importer.matching.chain import Pair
from app.importer.matching.entries import APART
from app.importer.matching.entries import entries
from app.importer.matching.likeness import likeness
from app.importer.matching.lost import give_back
from app.importer.matching.merging import merge
from app.importer.matching.merging import Merged
from app.importer.matching.pairing import pair_units
from app.importer.matching.renumbering import renumbered
from app.importer.matching.saying import say_alone
from app.importer.matching.saying import say_given
from app.importer.matching.saying import say_moved
from app.importer.matching.saying import say_taken
from app.importer.matching.saying import say_unlike
from app.importer.matching.shifts import chinese_slips
from app.importer.matching.versions import apart
from app.importer.matching.versions import inserted
from app.importer.matching.versions import moves
from app.importer.matching.versions import unlike
from app.importer.outline import Matching
from app.importer.outline import Outline
from app.importer.outline import RawUnit
from app.importer.outline import UnitPair

_MANY = 0.1
_MANY_ALONE = 1 / 3
"""The share of units with other words from which on two texts are two versions.

One such unit alone may be a slip or a notice; it must be more of the text.
"""


def match(zh: Outline, en: Outline) -> Matching:
    """Pair the units of two outlines; each unit of both is in the result once.

    Units with the same number are one, whatever their words: addresses are as printed
    and the same in both languages. Where the words disagree with the numbers of several
    units in a row, the texts are versions of different dates, and a finding says so. A
    number that alone disagrees with its words and neighbours is a slip: the unit is
    paired by its words and has the number of the Chinese text, or of the English one if
    only that is in order.
    """
    ours, theirs = entries(zh), entries(en)
    alike = likeness([entry.words for entry in ours], [entry.words for entry in theirs])
    pairs, tiers = pair_units(ours, theirs, alike)
    merged = merge(ours, theirs, pairs, tiers)
    moved = moves(ours, theirs, pairs, tiers, alike)
    later = {
        "zh": inserted(ours, theirs, {one for one, _ in pairs}),
        "en": inserted(theirs, ours, {other for _, other in pairs}),
    }
    strange = [] if moved else unlike(ours, theirs, pairs, alike)
    wrong = chinese_slips(ours, theirs, pairs)
    strangers = apart(ours, theirs, pairs, moved)
    made = [_pair(unit, wrong, strangers) for unit in merged]
    made, given = (made, []) if moved else give_back(made)
    findings = [
        *say_moved(ours, theirs, moved, later),
        *say_unlike(ours, theirs, strange),
        *say_taken(ours, theirs, pairs, wrong),
        *say_given([merged[at] for at in given]),
        *say_alone([unit for at, unit in enumerate(merged) if at not in given]),
    ]
    share = _MANY if len(strange) > 1 else _MANY_ALONE
    many = len(strange) > len(pairs) * share
    differ = bool(moved or later["zh"] or later["en"]) or many
    return Matching(made, findings, differ)


def _pair(
    merged: Merged, wrong: Container[Pair], strangers: Container[Pair]
) -> UnitPair:
    """Give both units the level and the number they have in the content."""
    zh, en = (
        _at_level(side.unit, merged.level) if side else None
        for side in (merged.zh, merged.en)
    )
    ours, theirs = zh and zh.heading, en and en.heading
    is_apart = False
    if merged.zh and merged.en and zh and en and ours and theirs:
        both = merged.zh.at, merged.en.at
        is_apart = both in strangers
        if both in wrong:
            zh = replace(zh, heading=renumbered(ours, theirs.number))
        else:
            en = replace(en, heading=renumbered(theirs, ours.number))
    return UnitPair(zh, en, merged.level, is_apart)


def _at_level(unit: RawUnit, level: int) -> RawUnit:
    """Move a unit to its level, which tells the kind where the number does not."""
    heading = unit.heading
    if heading is None or heading.level == level:
        return unit
    read = parse_heading(level, f"{heading.label}{heading.title}")
    kind = heading.kind if heading.named or heading.kind in APART else read.kind
    return replace(unit, heading=replace(heading, level=level, kind=kind))
