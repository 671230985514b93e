"""The heading of a unit: its number as printed, its title, and what is body already."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from app.content.grammar import Heading
from app.content.grammar import parse_heading
from app.importer.raw import Block
from app.importer.structure.candidates import Candidate
from app.importer.structure.forms import half_width
from app.importer.structure.forms import Mark
from app.importer.structure.sequence import Accepted
from app.importer.structure.titles import bracketed
from app.importer.structure.titles import is_chinese
from app.importer.structure.titles import is_title
from app.importer.structure.titles import is_title_line
from app.importer.structure.titles import run_in
from app.importer.structure.titles import without_stop

_BARE_WORD = re.compile(r"(?i:annex|appendix|schedule)")
_USUAL = {
    "book": "Book {}", "part": "Part {}", "title": "Title {}", "subpart": "Division {}",
    "chapter": "Chapter {}", "section": "Section {}", "clause": "Subsection {}",
    "subsection": "Subsection {}", "article": "Article {}",
    "annex": "Annex {}", "box": "Box {}",
}  # fmt: skip
"""How a number is written that is printed as the content cannot have it: Art. 5."""

_TITLED = 0.5
"""How many of the articles must look as if they had titles, for any to have one."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A heading among the blocks of a text."""

    candidate: Candidate
    level: int
    body: list[int]
    """The blocks up to the next heading, by their indexes."""
    heads: bool
    """Whether anything stands below it, a body or a lower heading."""


def make_spots(accepted: Sequence[Accepted], bodies: Sequence[list[int]]) -> list[Spot]:
    """Put each heading together with its body."""
    levels = [*(heading.level for heading in accepted), 0]
    return [
        Spot(
            heading.candidate, heading.level, body, bool(body) or after > heading.level
        )
        for heading, body, after in zip(accepted, bodies, levels[1:], strict=True)
    ]


def part(spot: Spot, *, is_titled: bool) -> tuple[str, str]:
    """Part what stands behind a number into the title and the first paragraph."""
    tail = spot.candidate.mark.tail.strip()
    if not tail:
        return "", ""
    if spot.candidate.mark.style == "article":
        return _part_article(tail, may_be_title=bool(spot.body) and is_titled)
    if not is_titled:
        return "", tail
    if spot.candidate.is_marked and is_title(tail):
        return tail, ""  # the file says that all of the line is the heading
    if parted := run_in(tail):
        return parted
    sentence = not spot.heads and not is_title(tail)
    longest = 120 if is_chinese(tail) else 400
    if sentence or len(tail) > longest:
        return "", tail
    return without_stop(tail), ""


def _part_article(tail: str, *, may_be_title: bool) -> tuple[str, str]:
    """Part what stands behind the number of an article, which seldom has a title."""
    if parted := bracketed(tail):
        return parted
    if may_be_title and is_title(tail):
        return tail, ""
    return "", tail


def titled_styles(blocks: Sequence[Block], spots: Sequence[Spot]) -> set[str]:
    """Find the styles whose headings have titles, on their own or on the next line."""
    counts: dict[str, list[bool]] = defaultdict(list)
    for spot in spots:
        counts[spot.candidate.mark.style].append(_looks_titled(blocks, spot))
    return {
        style
        for style, titles in counts.items()
        if sum(titles) >= len(titles) * _TITLED and any(titles)
    }


def _looks_titled(blocks: Sequence[Block], spot: Spot) -> bool:
    """Say whether a heading has what may be a title.

    An article must have a text besides; the others may have only what stands below.
    """
    tail = spot.candidate.mark.tail.strip()
    is_article = spot.candidate.mark.style == "article"
    if not tail:
        enough = len(spot.body) > is_article
        return enough and is_title_block(blocks[spot.body[0]])
    if is_article:
        return bracketed(tail) is not None or (bool(spot.body) and is_title(tail))
    return run_in(tail) is not None or is_title(
        without_stop(tail) if spot.heads else tail
    )


def is_title_block(block: Block) -> bool:
    """Say whether a paragraph may be the title of the number above it."""
    return block.kind != "table" and is_title_line(block.text)


def make_heading(spot: Spot, block: Block, title: str) -> tuple[Heading, bool]:
    """Make the heading as printed, or in a form the content can read."""
    mark = spot.candidate.mark
    label = block.text[: mark.end].rstrip()
    if not any(sign in mark.gap for sign in ",-"):
        label = block.text[: mark.end]
    else:
        label = block.text[: mark.end - len(mark.gap)] + " "
    if title and not mark.tail.strip() and not label.endswith((" ", "　", "：")):
        label += ": " if _BARE_WORD.fullmatch(label) else " "
    label = label if title else label.rstrip()
    heading = parse_heading(spot.level, f"{label}{title}")
    if heading.number == mark.shown and heading.title == title:
        return heading, False
    plain = half_width(label).strip().rstrip(" .。:：、")
    space = " " if title else ""
    if plain.startswith("第"):
        plain = "".join(plain.split())
    heading = parse_heading(spot.level, f"{plain}{space}{title}")
    if heading.number != mark.shown or heading.title != title:
        heading = parse_heading(spot.level, f"{_usual(mark)}{space}{title}")
    return heading, True


def _usual(mark: Mark) -> str:
    """Write a number as it is usual: Article 5-1, 5. or 5A."""
    if written := _USUAL.get(mark.style):
        return written.format(mark.shown)
    letter = chr(ord("A") + mark.number[1] - 1) if len(mark.number) > 1 else ""
    return f"{mark.number[0]}{letter}."
