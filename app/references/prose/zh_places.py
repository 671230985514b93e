"""Finds the places that a Chinese text names: 第七条第二款、第八条, 前款, 本章, 附件1.

A reference is read as drafters write it (立法技术规范, 2009): levels follow one another
from the outer to the inner without a gap; in a list each place takes over the outer
levels of the one before it, 第七条第一款、第三款; numbers may share a counting word,
第七、八条; 至 makes a range.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.references.patterns import ASIDES
from app.references.prose import zh_forms as forms
from app.references.prose.written import Antecedent
from app.references.prose.written import Level
from app.references.prose.written import Written
from app.references.prose.zh_chains import below
from app.references.prose.zh_chains import Element
from app.references.prose.zh_chains import make_aside
from app.references.prose.zh_chains import read_chain
from app.text.normalize import fold
from app.text.normalize import Folded

_Run = list[tuple[bool, list[Element]]]
"""Chains of levels, each with whether a range leads to it from the one before."""


def fold_chinese(text: str) -> Folded:
    """Fold a text so that what joins numbers, 、, is not what parts clauses, ，."""
    return fold(text.replace("，", "；"))


def find_places(folded: Folded) -> Iterator[Written]:
    """Yield the places a text names, from the left."""
    text, position = folded.text, 0
    while match := forms.START.search(text, position):
        elements, position = _read_run(text, match.start())
        prefix = _prefix(text, match.start())
        for number, written in enumerate(_places(elements)):
            start = prefix.start() if prefix and not number else written.start
            begin, end = folded.original(start, written.end)
            yield replace(
                written,
                start=begin,
                end=end,
                certain=written.certain and _is_plain(text, written, prefix),
                of=_antecedent(prefix, written),
            )


def _prefix(text: str, start: int) -> re.Match[str] | None:
    """Find 本法 or 该法 directly in front."""
    for match in forms.PREFIX.finditer(text, max(0, start - 12), start):
        if match.end() == start:
            return match
    return None


def _antecedent(prefix: re.Match[str] | None, written: Written) -> Antecedent:
    """Say what a place is of by the words in front of it."""
    first = written.levels[0]
    if prefix is None or prefix["own"] or first.before or first.here:
        return ""
    return "work" if prefix["work"] else "place"


def _is_plain(text: str, written: Written, prefix: re.Match[str] | None) -> bool:
    """Say whether the words can be nothing but a reference."""
    first = written.levels[0]
    if prefix or first.here or first.before:
        return True
    return forms.FOLLOWS.match(text, written.end) is not None


def _read_run(text: str, position: int) -> tuple[_Run, int]:
    """Read a list of places, which may be empty; give the position behind it."""
    chain, end = read_chain(text, position, shared=False, lettered=True)
    if not chain:
        return [], position + 1
    position = end
    run: _Run = [(False, chain)]
    while joint := forms.JOINT.match(text, position):
        shared = run[-1][1][-1].level is None
        chain, end = read_chain(text, joint.end(), shared, lettered=True)
        bare = shared or (chain and chain[0].level is None)
        if bare and joint[0].strip().startswith(";"):
            break
        if not chain or chain[0].level is None:
            chain, end = _may_share(text, joint, run) or (chain, end)
        if not chain:
            break
        run.append((bool(joint["range"]), chain))
        position = end
    return _with_units(run), position


def _may_share(
    text: str, joint: re.Match[str], run: _Run
) -> tuple[list[Element], int] | None:
    """Read a number without 第 that goes on: 第十条至十二条, 附件2、3."""
    last = run[-1][1][-1].level
    aside = forms.ASIDE_ON.match(text, joint.end())
    if aside and last and last.rank == 0 and last.kinds <= ASIDES:
        return [make_aside(aside, last.kinds)], aside.end()
    chain, end = read_chain(text, joint.end(), shared=True)
    if chain and chain[0].level and last and chain[0].level.rank == last.rank:
        return chain, end
    return None


def _with_units(run: _Run) -> _Run:
    """Give the numbers that share a counting word the one that stands behind the last.

    Numbers behind which none stands are no places: 第三、 is an ordinal.
    """
    unit: Level | None = None
    kept: _Run = []
    for is_range, chain in reversed(run):
        last = chain[-1]
        if last.level is None and unit is None:
            if len(chain) == 1:
                continue
            chain = [*chain[:-1], *below(chain)]
        elif last.level is None and unit is not None:
            level = replace(unit, number=last.number, bracketed=last.bracketed)
            chain = [*chain[:-1], replace(last, level=level)]
        unit = chain[0].level if len(chain) == 1 else chain[-1].level
        kept.append((is_range, chain))
    kept.reverse()
    return kept


def _places(run: _Run) -> Iterator[Written]:
    """Make places of the chains: each takes over the outer levels of the one before."""
    found: list[Written] = []
    outer: tuple[Level, ...] = ()
    for is_range, chain in run:
        levels = tuple(element.level for element in chain if element.level)
        if not (levels[0].here or levels[0].before):
            levels = (*(one for one in outer if one.rank < levels[0].rank), *levels)
        outer = levels
        start, end = chain[0].start, chain[-1].end
        if is_range and found and not found[-1].to:
            found[-1] = replace(found[-1], end=end, to=levels)
        else:
            certain = any(one.number or one.before or one.here for one in levels)
            found.append(Written(start, end, levels, certain=certain))
    yield from found
