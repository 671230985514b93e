"""What the pages of a text are made from: a whole document, and one unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.model.document import Lang
from app.web.contexts import DocumentFacts
from app.web.contexts import FormerRow
from app.web.contexts import Link
from app.web.contexts import MarkedBar
from app.web.contexts import Pair
from app.web.contexts import Row
from app.web.contexts import UnitBlock
from app.web.map.overview import Overview
from app.web.social import Social
from app.web.terms.contexts import TermRow
from app.web.thread_contexts import ThreadSections


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A whole document in parallel."""

    facts: DocumentFacts
    views: tuple[Link, ...]
    outline: tuple[Link, ...]
    overview: Overview
    """Its structure by length."""
    units: tuple[UnitBlock, ...]
    records: tuple[Link, ...]
    """What else is known of the document: checks, changes."""
    permanent: str
    """The address to cite, with the name of the site."""
    social: Social
    """What a link to it shows where people share it."""
    threads: ThreadSections
    """References, and for a unit the units and works that go with it."""
    marked: MarkedBar | None = None
    """The words that are marked, when a result was opened."""
    query: str = ""
    """The same as they stand in the search box."""


@dataclass(frozen=True, slots=True)
class UnitPage:
    """One unit on its own page."""

    facts: DocumentFacts
    views: tuple[Link, ...]
    outline: tuple[Link, ...]
    crumbs: tuple[Link, ...]
    title: Pair
    elsewhere: tuple[Link, ...]
    """The units in which sentences stand now that once stood here."""
    paragraphs: tuple[tuple[Row, ...], ...]
    former: tuple[FormerRow, ...]
    children: tuple[Pair, ...]
    """The units below, as contents."""
    whole: str
    """Where the unit stands in the whole document."""
    previous: Pair | None
    next: Pair | None
    names: Mapping[Lang, str]
    """The written-out name in each language, which the resolver reads back."""
    permanent: str
    """The address to cite, with the name of the site."""
    social: Social
    """What a link to it shows where people share it."""
    threads: ThreadSections
    """References, and for a unit the units and works that go with it."""
    terms: tuple[TermRow, ...]
    """The terms in its heading and its body, each with how often it stands there."""
    marked: MarkedBar | None = None
    """The words that are marked, when a result was opened."""
    query: str = ""
    """The same as they stand in the search box."""
