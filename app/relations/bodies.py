"""What units are compared by: their headings and sentences, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.model.document import Document
from app.model.document import Unit
from app.model.locator import Locator


@dataclass(frozen=True, slots=True)
class Line:
    """The heading of a unit, or one of its sentences, in both languages."""

    zh: str
    en: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """A unit that has text of its own."""

    locator: Locator
    lines: tuple[Line, ...]


def bodies_of(document: Document) -> tuple[Body, ...]:
    """List the units that have text of their own, in the order of the document."""
    return tuple(
        Body(unit.locator, tuple(_lines(unit)))
        for unit in document.walk()
        if unit.segments
    )


def _lines(unit: Unit) -> Iterator[Line]:
    """Yield the heading of a unit and the sentences of its own body."""
    if unit.zh.title or unit.en.title:
        yield Line(unit.zh.title, unit.en.title, heading=True)
    for segment in unit.segments:
        yield Line(segment.plain("zh"), segment.plain("en"))
