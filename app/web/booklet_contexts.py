"""What the booklet is made from: a text on paper."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from app.web.contexts import DocumentFacts
from app.web.contexts import Link
from app.web.contexts import NoteRow
from app.web.contexts import Pair
from app.web.contexts import Row


@dataclass(frozen=True, slots=True)
class Code:
    """An address, written out and as a picture."""

    address: str
    picture: Markup


@dataclass(frozen=True, slots=True)
class PrintedUnit:
    """A unit as it is printed."""

    id: str
    level: int
    heading: Pair
    hidden: bool
    """Whether the heading is only for those who cannot see the page: a preamble."""
    paragraphs: tuple[tuple[Row, ...], ...]
    code: Code | None
    """The way back from paper, for the innermost divisions."""


@dataclass(frozen=True, slots=True)
class PrintedDivision:
    """Units that stand under one running head."""

    number: int
    units: tuple[PrintedUnit, ...]


@dataclass(frozen=True, slots=True)
class PrintedNote:
    """A note at the end, and the sentence that calls it first."""

    note: NoteRow
    row: Row


@dataclass(frozen=True, slots=True)
class BookletPage:
    """A document or a unit, made for paper."""

    facts: DocumentFacts
    title: Pair
    whole: bool
    """Whether this is the whole document, which has a page for its title."""
    front: tuple[Pair, ...]
    """What the document says of itself."""
    code: Code
    digest: str
    contents: tuple[Pair, ...]
    divisions: tuple[PrintedDivision, ...]
    notes: tuple[PrintedNote, ...]
    words: dict[str, Pair]
    back: str
    """Where the same is read on a screen."""
    views: tuple[Link, ...]
    papers: tuple[Link, ...]
    paper: str
