"""A raw text by its numbering: units with headings, and both languages' together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.content.grammar import Heading
from app.model.document import Lang
from app.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body of a unit, not yet parted into sentences."""

    text: str
    place: int
    """Of its block in the raw text."""
    is_row: bool = False
    """Whether it is a row of a table, and so never parted."""


@dataclass(frozen=True, slots=True)
class RawUnit:
    """A heading with its own body; without a heading it is the preamble.

    The level of the heading is where the unit stands in its own text, 2 the highest.
    """

    heading: Heading | None
    paragraphs: Sequence[Paragraph]
    place: int


@dataclass(frozen=True, slots=True)
class Outline:
    """The units of one language in the order of the text, the preamble first."""

    lang: Lang
    title: str
    """The title of the document as its text has it above the preamble; may be empty."""
    units: Sequence[RawUnit]
    findings: Sequence[Finding] = ()
    """Gaps, repeats and jumps in the numbers, and what was taken for what."""


@dataclass(frozen=True, slots=True)
class UnitPair:
    """A unit in both languages, or in the one that has it."""

    zh: RawUnit | None
    en: RawUnit | None
    level: int
    """Of the heading, the same for both; 1 for the preamble."""
    is_apart: bool = False
    """Whether both have the number, but the text of each is that of another unit."""


@dataclass(frozen=True, slots=True)
class Matching:
    """The outlines of both languages put together, in the order of the content."""

    pairs: Sequence[UnitPair]
    findings: Sequence[Finding] = ()
    versions_differ: bool = False
    """Whether the two texts look like different versions of the work."""
