"""What a search asks and what it answers: frozen, free of Whoosh, ready to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from typing import Literal

from app.model.document import Lang
from app.model.glossary import Term
from app.model.locator import Locator
from app.model.place import Place
from app.search.reasons import Why
from app.search.reasons import WordReading

Sort = Literal["relevance", "document"]

EVERYTHING = 1_000_000_000
"""A page of so many units has all of them: more than any library has."""


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One search as the reader or the API asks it."""

    text: str
    within: str = ""
    """Where to look: a slug, or a slug, a colon and a unit's locator."""
    lang: Lang | None = None
    """The side that must hold the words; None for either."""
    sort: Sort = "relevance"
    page: int = 1
    size: int = 10
    places: bool = True
    """Whether to list where all hits lie, which the picture on the page needs."""
    literal: bool = False
    """Whether to search just what was typed: no glossary, no correction."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of a plain text, in code points.

    An *echo* is the rendering on the other side of what was searched for.
    """

    start: int
    end: int
    echo: bool = False


@dataclass(frozen=True, slots=True)
class PairMarks:
    """The marks on both sides of a pair, in order, not overlapping."""

    zh: tuple[Mark, ...] = ()
    en: tuple[Mark, ...] = ()

    def side(self, lang: Lang) -> tuple[Mark, ...]:
        """Give the marks in one language."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True)
class SegmentHit:
    """A matching pair of a hit."""

    locator: Locator
    marks: PairMarks


@dataclass(frozen=True, slots=True)
class Hit:
    """A unit that answers the query, with its matching segments, best first."""

    slug: str
    locator: Locator
    score: float
    title: PairMarks
    segments: tuple[SegmentHit, ...]
    why: Why | None = None
    """What it has of the query."""


@dataclass(frozen=True, slots=True)
class TextMarks:
    """What a search marks of one document: headings and sentences by their address."""

    titles: Mapping[Locator, PairMarks] = field(default_factory=dict)
    """Of units that answer, in the order of the text."""
    segments: Mapping[Locator, PairMarks] = field(default_factory=dict)
    """Of sentences that answer, in the order of the text."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value to narrow by: *value* goes into the address, *count* is of units."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Rendering:
    """What the query is called in the two languages, when the glossary knows it."""

    term_id: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch in which a quotation and the text are the same, or are not.

    What is *added* only the quotation has; what is *missing* only the text has.
    """

    kind: Literal["same", "added", "missing"]
    text: str


@dataclass(frozen=True, slots=True)
class QuotedPart:
    """A sentence that is quoted, and which part of it."""

    locator: Locator
    mark: Mark


@dataclass(frozen=True, slots=True)
class QuotedPlace:
    """Where a quotation stands: a sentence, or a range, and the sentences of it."""

    place: Place
    parts: tuple[QuotedPart, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """What the query quotes: a sentence or a few, word for word or nearly so."""

    places: tuple[QuotedPlace, ...]
    """Where the same words stand, in the order of the text."""
    lang: Lang
    likeness: float
    """From 0 to 1: how much agrees, whatever the signs and spaces."""
    difference: tuple[Change, ...]
    """The quotation beside the text of the first place; empty if they are the same."""


EmptyReason = Literal["blank", "stopwords", "syntax", "place", "scope", "nothing"]


@dataclass(frozen=True, slots=True)
class SearchResults:
    """One page of answers, and what the reader should know about them."""

    request: SearchRequest
    total: int
    """Units that answer, over all pages."""
    hits: tuple[Hit, ...] = ()
    relaxed: bool = False
    """Whether nothing had all the words, so that these have only some."""
    suggestion: str | None = None
    """The corrected query that was searched instead, if any."""
    renderings: tuple[Rendering, ...] = ()
    """The glossary terms the query was recognised as."""
    reason: EmptyReason | None = None
    """Why there is nothing, when there is nothing."""
    unknown: tuple[str, ...] = ()
    """Words of the query that occur nowhere."""
    closest: str = ""
    """The longest part of the query that does occur, when nothing was found."""
    respelt: str = ""
    """The query in the nearest spelling that does occur, when nothing was found."""
    apart: tuple[str, ...] = ()
    """Its words that do occur, but not so together, when nothing was found."""
    reading: tuple[WordReading, ...] = ()
    """How each word of the query was read."""
    near_terms: tuple[Term, ...] = ()
    """The terms nearest to the query, when nothing has all of it."""
    quotation: Quotation | None = None
    """What the query quotes, if it is a quotation."""
    candidates: tuple[Place, ...] = ()
    """The places that an ambiguous reference may mean."""
    facets: Mapping[str, tuple[FacetValue, ...]] = field(default_factory=dict)
    """``doc``, ``section`` and ``lang``, each in the order of the library."""
    places: Mapping[str, tuple[Locator, ...]] = field(default_factory=dict)
    """Where the hits lie: by slug, every matching segment in the order of the text; of
    very many units, only the first ones'."""

    @property
    def pages(self) -> int:
        """How many pages there are; at least one."""
        return max(1, -(-self.total // self.request.size))
