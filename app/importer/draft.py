"""A document ready to be written: rows of both languages, and how sure each is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.content.grammar import Heading


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A row: what renders what; a side is empty where the text lacks it."""

    zh: str
    en: str
    confidence: float
    """The chance that just these sentences belong together, from 0 to 1."""
    reasons: Sequence[str] = ()
    """Why an editor should look at it; empty if there is no need."""
    places: tuple[int, int] = (0, 0)
    """Where its first sentences stand in the raw texts; 0 where a side lacks them."""
    kind: tuple[int, int] = (1, 1)
    """How many sentences each side has."""


@dataclass(frozen=True, slots=True)
class DraftUnit:
    """A unit with both headings, or neither for the preamble, and its paragraphs."""

    zh: Heading | None
    en: Heading | None
    paragraphs: Sequence[Sequence[DraftRow]]


@dataclass(frozen=True, slots=True)
class Draft:
    """All of a document but its front matter."""

    units: Sequence[DraftUnit]
