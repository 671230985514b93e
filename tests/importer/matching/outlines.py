"""Outlines for the tests, written as lines of the content."""

from __future__ import annotations

from collections.abc import Iterable

from app.content.grammar import Heading
from app.content.grammar import parse_line
from app.importer.outline import Outline
from app.importer.outline import Paragraph
from app.importer.outline import RawUnit
from app.model.document import Lang


def outline(lang: Lang, lines: Iterable[str]) -> Outline:
    """Make an outline of headings and lines of text."""
    units: list[RawUnit] = []
    heading: Heading | None = None
    paragraphs: list[Paragraph] = []
    place = 1
    for number, line in enumerate(lines, 1):
        read = parse_line(line)
        if not isinstance(read, Heading):
            if line:
                paragraphs.append(Paragraph(line, number))
            continue
        if heading or paragraphs:
            units.append(RawUnit(heading, tuple(paragraphs), place))
        heading, paragraphs, place = read, [], number
    units.append(RawUnit(heading, tuple(paragraphs), place))
    return Outline(lang, "", tuple(units))
