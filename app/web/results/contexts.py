"""What the page of results is made from, beside the blocks all pages share."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from app.model.document import Lang
from app.search.results import Change
from app.search.results import EmptyReason
from app.web.contexts import Link
from app.web.contexts import Pair
from app.web.contexts import Row


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of the strip, in per cent of its width."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class StripLabel:
    """The number of a part or section under the strip."""

    x: float
    text: str
    at_end: bool
    """Whether it must end at the edge so as not to be cut off."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A whole document as a line, one stretch a unit, one tick a sentence found."""

    id: str
    title: str
    """The same in words."""
    document: Link
    units: tuple[Bar, ...]
    hits: tuple[Bar, ...]
    labels: tuple[StripLabel, ...]


@dataclass(frozen=True, slots=True)
class ToldWord:
    """A word of the query, and what is told of it."""

    word: Markup
    told: Markup


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a unit is a result."""

    summary: Markup
    """In a few words."""
    words: tuple[ToldWord, ...]
    """Word by word."""


@dataclass(frozen=True, slots=True)
class NearTerm:
    """A term that is near to the query, and the search for each side."""

    pair: Pair
    zh_href: str
    en_href: str


@dataclass(frozen=True, slots=True)
class HitBlock:
    """A unit that answers the query."""

    heading: Pair
    path: str
    """The headings above it, in the language of the interface."""
    found: int
    """How many of its sentences match."""
    size: int
    """How many sentences it has."""
    rows: tuple[Row, ...]
    """The best of the matching sentences, in the order of the text."""
    more: int
    """How many matching sentences are not shown here."""
    reason: Reason | None
    """Why it is a result."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow, with its values."""

    name: str
    values: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Pagination:
    """The pages of results around the present one."""

    number: int
    total: int
    previous: str
    """The address of the page before; empty on the first."""
    next: str
    """The address of the page after; empty on the last."""
    links: tuple[Link | None, ...]
    """The pages to choose from; None is a gap."""


@dataclass(frozen=True, slots=True)
class QuotationBlock:
    """The sentences that the query quotes."""

    place: Link
    """Where they stand, written out."""
    rows: tuple[Row, ...]
    others: tuple[Link, ...]
    """Where the same words stand too."""
    side: Lang
    """The language that was quoted."""
    tag: str
    """The same as a language tag."""
    difference: tuple[Change, ...]
    """The quotation beside the text; empty if they are the same."""


@dataclass(frozen=True, slots=True)
class EmptyAnswer:
    """Why nothing was found, and what is nearest to what was asked."""

    reason: EmptyReason
    unknown: tuple[Markup, ...]
    """Words that occur nowhere."""
    closest: Markup | None
    """The longest part of the query that was found."""
    closest_href: str
    respelt: tuple[Link, ...]
    """The query in the nearest spelling, if that finds something."""
    apart: tuple[Link, ...]
    """Words of the query that do occur, but not so together."""
    wider: tuple[Link, ...]
    """The same search less narrow, where that finds something."""
    coverage: tuple[str, ...]
    """What the texts that were searched do not have, in their own words."""
    near: tuple[Pair, ...]
    """The nearest units, when the query named a place that is not there."""
    scopes: tuple[str, ...]
    """Places to look in, when the query named none that is there."""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Results, or why there are none."""

    query: str
    words: Markup
    """The query, with the language it shows."""
    heading: Pair | None
    """The query as a pair, when the glossary has it."""
    renderings: tuple[Pair, ...]
    """The glossary terms inside the query, when it is more than one term."""
    units: int
    sentences: int
    shown: str
    """The corrected query that was searched instead; empty if none."""
    relaxed: bool
    literal: bool
    literal_href: str
    """The address of just what was typed, without glossary and correction."""
    usual_href: str
    """The address of the same with glossary and correction."""
    goto: Link | None
    """The place the query names, written out."""
    quotation: QuotationBlock | None
    """The sentence the query quotes."""
    candidates: tuple[Pair, ...]
    """The places the query may name, when it may name several."""
    strips: tuple[Strip, ...]
    hits: tuple[HitBlock, ...]
    facets: tuple[Facet, ...]
    pagination: Pagination | None
    empty: EmptyAnswer | None
    reading: tuple[ToldWord, ...]
    """How each word of the query was read."""
    near_terms: tuple[NearTerm, ...]
    """The terms nearest to a query of which nothing has all."""
    ways: tuple[Link, ...]
    """The same results in another form: line by line."""
    files: tuple[Link, ...]
    """All results as a file, in each format."""
    examples: tuple[Link, ...]
    """Queries to try."""
