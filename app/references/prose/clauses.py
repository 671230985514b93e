"""How the text of a unit falls into paragraphs (款) and items (项), by its own signs.

A 款 is a paragraph of an article that begins without a number, or, in texts that
number them (``1.`` in treaties and in the law of the European Union), with one. Items,
（一） or (a), belong to the paragraph that they follow. After 立法技术规范 of 2009, II.
An article whose text is not parted into paragraphs has one 款 a line: if it had only
one altogether, nobody would count them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass

from app.model.document import Segment
from app.model.document import Unit
from app.model.locator import Locator
from app.references.prose.written import ClauseKind
from app.text.normalize import fold_text
from app.text.numerals import CHINESE_NUMERAL
from app.text.numerals import parse_number

_LABELS = (
    (
        "brackets",
        re.compile(rf"\((?P<number>{CHINESE_NUMERAL}|\d{{1,3}}|[a-z]{{1,5}})\)"),
    ),
    ("figures", re.compile(r"(?P<number>\d{1,3})(?:\.(?!\d)|\)|,(?=\D))\s*")),
    ("numerals", re.compile(rf"(?P<number>{CHINESE_NUMERAL}),")),
    ("letters", re.compile(r"(?P<number>[a-z])[.)]\s")),
)
"""How a line may be numbered: (一), 1. and 1、, 一、, a)."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What one sentence of a unit belongs to; an empty number says none."""

    locator: Locator
    paragraph: str
    item: str = ""
    subitem: str = ""

    def number(self, kind: ClauseKind) -> str:
        """Give the number of the paragraph, the item or the item inside it."""
        if kind in ("paragraph", "bracket"):
            return self.paragraph
        return self.item if kind == "item" else self.subitem


def clauses_of(unit: Unit) -> tuple[Clause, ...]:
    """Say of every sentence of a unit to which paragraph and which item it belongs."""
    styles = list(_styles(unit))
    return tuple(_numbered(unit, styles))


def _styles(unit: Unit) -> Iterator[str]:
    """Yield the ways of numbering in a unit, the outer first, as they first occur."""
    seen: set[str] = set()
    for segment in unit.segments:
        if (label := _label(segment)) and label[0] not in seen:
            seen.add(label[0])
            yield label[0]


def _numbered(unit: Unit, styles: Sequence[str]) -> Iterator[Clause]:
    """Count through a unit."""
    plain = styles and styles[0] in ("figures", "numerals")
    depth = {style: level + (not plain) for level, style in enumerate(styles)}
    paragraph, item, subitem, unnumbered = "", "", "", 0
    undivided = len(unit.paragraphs) == 1
    for block in unit.paragraphs:
        for position, segment in enumerate(block):
            label = _label(segment)
            if label is None and (position == 0 or undivided):
                unnumbered += 1
                item = subitem = ""
                paragraph = paragraph if plain else str(unnumbered)
            elif label is not None:
                style, number = label
                if depth[style] == 0:
                    paragraph, item, subitem = number, "", ""
                elif depth[style] == 1:
                    item, subitem = number, ""
                else:
                    subitem = number
            yield Clause(segment.locator, paragraph, item, subitem)


def _label(segment: Segment) -> tuple[str, str] | None:
    """Read the number that a sentence begins with: its way of numbering, its value."""
    text = segment.plain("zh") or segment.plain("en")
    folded = fold_text(text[:12]).lstrip()
    for style, pattern in _LABELS:
        if match := pattern.match(folded):
            number = match["number"]
            if number.isascii() and number.isalpha():
                return style, number
            value = parse_number(number)
            return (style, str(value)) if value is not None else None
    return None
