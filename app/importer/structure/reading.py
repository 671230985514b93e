"""From a raw text to its outline, step by step."""

from __future__ import annotations

from bisect import bisect_left
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from app.content.grammar import LEVELS
from app.importer.codes import finding
from app.importer.outline import Outline
from app.importer.outline import RawUnit
from app.importer.raw import RawText
from app.importer.structure.annexes import find_annexes
from app.importer.structure.candidates import Candidate
from app.importer.structure.candidates import find_candidates
from app.importer.structure.contents import find_contents
from app.importer.structure.sequence import Accepted
from app.importer.structure.sequence import Remark
from app.importer.structure.sequence import Walk
from app.importer.structure.styles import choose_styles
from app.importer.structure.together import one_a_line
from app.importer.structure.top import find_title
from app.importer.structure.units import make_units
from app.model.finding import Finding

_MOST = 20
"""How many findings of a code are listed."""


def outline(raw: RawText) -> Outline:
    """Read the structure of a text from its numbers; never fails, loses no text."""
    raw = replace(raw, blocks=one_a_line(raw.blocks))
    contents = find_contents(raw.blocks)
    candidates = find_candidates(raw.blocks, contents)
    accepted, remarks = _headings(candidates, raw)
    first = accepted[0].candidate.index if accepted else len(raw.blocks)
    title, top = find_title(raw, first, contents)
    left_out = {*contents, *top}
    units, more = make_units(raw.blocks, accepted, left_out)
    remarks = [*remarks, *more, *_of_contents(contents), *_of_nothing(units)]
    return Outline(raw.lang, title, units, _findings(raw, remarks))


def _headings(
    candidates: Sequence[Candidate], raw: RawText
) -> tuple[list[Accepted], list[Remark]]:
    """Find the headings of the text itself, then of each annex."""
    end = len(raw.blocks)
    annexes, remarks = find_annexes(candidates, raw.blocks)
    starts = [annex.index for annex in annexes]
    places = [candidate.index for candidate in candidates]
    accepted: list[Accepted] = []
    for number, start in enumerate([-1, *starts]):
        stop = starts[number] if number < len(starts) else end
        inside = candidates[bisect_right(places, start) : bisect_left(places, stop)]
        walk = Walk([], LEVELS[0])
        if number:
            annex = annexes[number - 1]
            accepted.append(Accepted(annex, LEVELS[0]))
            walk = Walk([], LEVELS[1], (f"annex-{annex.mark.shown}",))
        walk.order, lists = choose_styles(
            inside, max(start, 0), stop, in_annex=number > 0
        )
        walk.go(
            [
                c
                for c in inside
                if c.mark.style in (*walk.order, "box") and c.index not in lists
            ]
        )
        accepted += walk.accepted
        remarks += walk.remarks
    return accepted, remarks


def _of_contents(contents: range) -> list[Remark]:
    if not contents:
        return []
    message = f"A table of contents of {len(contents)} lines is left out."
    return [Remark("I104", contents.start, message)]


def _of_nothing(units: Sequence[RawUnit]) -> list[Remark]:
    if any(unit.heading for unit in units):
        return []
    message = "No numbered heading was found; the whole text is one piece, address 0."
    return [Remark("I108", 0, message)]


def _findings(raw: RawText, remarks: Sequence[Remark]) -> tuple[Finding, ...]:
    """Make findings of remarks, in order; of too many of a code only the first."""
    found = []
    count: Counter[str] = Counter()
    for remark in sorted(remarks, key=lambda remark: (remark.index, remark.code)):
        count[remark.code] += 1
        if count[remark.code] > _MOST:
            continue
        message = remark.message
        if count[remark.code] == _MOST:
            message += " There is more of this kind, which is not listed."
        place = raw.blocks[remark.index].place if raw.blocks else 0
        found.append(finding(remark.code, raw.path, place, message))
    return tuple(found)
