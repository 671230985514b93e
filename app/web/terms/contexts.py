"""What the pages of the glossary are made from."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from app.web.contexts import Link
from app.web.contexts import Pair
from app.web.contexts import Row
from app.web.results.contexts import Pagination
from app.web.results.contexts import Strip


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term that leads to its page, and how often it stands in the texts."""

    pair: Pair
    count: int
    said: Markup | None = None
    """What more is to be said of it."""


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """The terms under one letter."""

    letter: str
    rows: tuple[TermRow, ...]


@dataclass(frozen=True, slots=True)
class TermsPage:
    """All terms, or those that were asked for."""

    words: str
    """What the terms were filtered by."""
    heading: str
    """The kind that was asked for, or what the page is."""
    total: int
    """How many terms there are, on all pages."""
    kept: tuple[tuple[str, str], ...]
    """What other words keep: names and values of parameters."""
    kinds: tuple[Link, ...]
    letters: tuple[Link, ...]
    orders: tuple[Link, ...]
    groups: tuple[LetterGroup, ...]
    near: tuple[TermRow, ...]
    """The terms that are nearest to the words, when none has them."""
    all_href: str
    """All terms; empty if these are all."""
    pagination: Pagination | None
    downloads: tuple[Link, ...]
    permanent: str
    """The address to cite, with the name of the site."""


@dataclass(frozen=True, slots=True)
class RenderingRow:
    """One form with one of the other language; a side that has none is None."""

    count: int
    zh: Markup | None
    en: Markup | None
    share: float
    """How much it is of all occurrences, in per cent."""
    is_main: bool
    """Whether both are the forms that the term is shown by."""
    places: tuple[Link, ...]
    more: int
    """How many places are not named here."""


@dataclass(frozen=True, slots=True)
class DocumentUses:
    """Where a term stands in one document: the rows of this page."""

    document: Link
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Kin:
    """Terms of the same kind: as many as are shown around one, and the way to all."""

    name: str
    total: int
    links: tuple[Link, ...]
    all_href: str


@dataclass(frozen=True, slots=True)
class Family:
    """Other terms that have to do with one, under a heading."""

    heading: str
    rows: tuple[TermRow, ...]
    more_href: str = ""
    """Where all of them are, if they are not all here."""


@dataclass(frozen=True, slots=True)
class TermPage:
    """One term: how it is rendered, and everywhere it stands."""

    title: Pair
    aliases: Pair | None
    kind: Link
    note: Markup | None
    kin: Kin
    tools: tuple[Link, ...]
    occurrences: int
    pairs: int
    """In how many pairs of sentences and headings it stands."""
    ways: int
    """In how many ways it is rendered, those of one side left out."""
    profile: tuple[RenderingRow, ...]
    """The ways in which both sides have a form of it."""
    one_sided: tuple[RenderingRow, ...]
    """The forms beside which the other side has none that is known."""
    strips: tuple[Strip, ...]
    uses: tuple[DocumentUses, ...]
    pagination: Pagination | None
    alike: tuple[TermRow, ...]
    """What it is not to be taken for: terms that share a form with it."""
    families: tuple[Family, ...]
    permanent: str
    """The address to cite, with the name of the site."""
