"""Units: each heading with its title and the paragraphs that follow it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.importer.outline import Paragraph
from app.importer.outline import RawUnit
from app.importer.raw import Block
from app.importer.structure.headings import is_title_block
from app.importer.structure.headings import make_heading
from app.importer.structure.headings import make_spots
from app.importer.structure.headings import part
from app.importer.structure.headings import Spot
from app.importer.structure.headings import titled_styles
from app.importer.structure.sequence import Accepted
from app.importer.structure.sequence import Remark

_UNNUMBERED = re.compile(
    r"(?:附\s*[则則]|[序前引导導]\s*言|绪论|緒論|总\s*则|總\s*則|结\s*[语束论]语?|結\s*[語論]"
    r"|后记|preamble|foreword|preface|introduction|conclusions?|whereas|recitals"
    r"|supplementary provisions|final provisions|closing remarks)\s*[:：]?",
    re.IGNORECASE,
)


def is_unnumbered(text: str) -> bool:
    """Say whether a line is a heading without a number: 附则, Preamble."""
    return bool(_UNNUMBERED.fullmatch(text.strip()))


def has_words(block: Block) -> bool:
    """Say whether a block has words or numbers; a ruled line has none."""
    return any(char.isalnum() for char in block.text)


def make_units(
    blocks: Sequence[Block], accepted: Sequence[Accepted], left_out: set[int]
) -> tuple[list[RawUnit], list[Remark]]:
    """Make the units of a text; all that is not a heading is a paragraph of one."""
    starts = [heading.candidate.index for heading in accepted]
    bodies = [
        [
            i
            for i in range(start + 1, stop)
            if i not in left_out and has_words(blocks[i])
        ]
        for start, stop in zip([-1, *starts], [*starts, len(blocks)], strict=True)
    ]
    spots = make_spots(accepted, bodies[1:])
    titled = titled_styles(blocks, spots)
    preamble = [_paragraph(blocks[i]) for i in bodies[0]]
    place = preamble[0].place if preamble else (blocks[0].place if blocks else 1)
    units = [RawUnit(None, tuple(preamble), place)]
    rewritten: list[tuple[int, RawUnit]] = []
    for spot in spots:
        unit, changed = _unit(blocks, spot, titled)
        units.append(unit)
        if changed:
            rewritten.append((spot.candidate.index, unit))
    return units, [*_unnumbered(blocks, bodies), *_of_rewritten(blocks, rewritten)]


def _paragraph(block: Block) -> Paragraph:
    return Paragraph(block.text, block.place, block.kind == "table")


def _unit(
    blocks: Sequence[Block], spot: Spot, titled: set[str]
) -> tuple[RawUnit, bool]:
    block = blocks[spot.candidate.index]
    is_titled = spot.candidate.mark.style in titled
    title, rest = part(spot, is_titled=is_titled)
    untitled = is_titled and not title and not rest
    if untitled and spot.body and is_title_block(blocks[spot.body[0]]):
        title = blocks[spot.body.pop(0)].text
    heading, changed = make_heading(spot, block, title)
    paragraphs = [Paragraph(rest, block.place)] if rest else []
    paragraphs += [_paragraph(blocks[i]) for i in spot.body]
    return RawUnit(heading, tuple(paragraphs), block.place), changed


def _of_rewritten(
    blocks: Sequence[Block], rewritten: Sequence[tuple[int, RawUnit]]
) -> list[Remark]:
    """Say once how the numbers are written that the content cannot read as printed."""
    if not rewritten:
        return []
    index, unit = rewritten[0]
    label = unit.heading.label.strip() if unit.heading else ""
    message = (
        f"{len(rewritten)} numbers are printed in a form that content cannot have; "
        f"the first, {blocks[index].text[:20]}, is written {label}"
    )
    return [Remark("I106", index, message)]


def _unnumbered(blocks: Sequence[Block], bodies: Sequence[list[int]]) -> list[Remark]:
    remarks = []
    for index in (i for body in bodies for i in body):
        block = blocks[index]
        if is_unnumbered(block.text) or block.kind == "heading":
            message = (
                f"{block.text[:40]} is a heading without a number; it is a paragraph "
                "of what stands above it."
            )
            remarks.append(Remark("I103", index, message))
    return remarks
