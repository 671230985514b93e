"""A search carried along into the text: what it marks, and the ways from mark to mark.

The query stands in the address of the page that is read, and in no other: what is
cited, copied or followed from a number has none.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from dataclasses import field
from typing import Any

from flask import request
from flask_babel import gettext

from app.model.document import LANGS
from app.model.locator import Locator
from app.search.query import MAX_LENGTH
from app.search.results import PairMarks
from app.search.results import SearchRequest
from app.search.results import TextMarks
from app.web.contexts import Link
from app.web.contexts import MarkedBar
from app.web.current import get_snapshot
from app.web.render import words_html
from app.web.results.parameters import search_url
from app.web.urls import document_url
from app.web.urls import place_url


def asked_marking() -> SearchRequest | None:
    """Read which words to mark; what no search would take is left aside."""
    text = request.args.get("q", "")
    words = " ".join(text.replace("\0", " ").split())
    if not words or len(text) > MAX_LENGTH:
        return None
    lang = request.args.get("lang")
    return SearchRequest(
        words,
        lang=lang if lang in LANGS else None,
        literal=request.args.get("literal") == "1",
    )


def marking_parameters(asked: SearchRequest | None) -> dict[str, Any]:
    """Write down which words to mark."""
    if asked is None:
        return {}
    parameters: dict[str, Any] = {"q": asked.text}
    if asked.lang:
        parameters["lang"] = asked.lang
    if asked.literal:
        parameters["literal"] = 1
    return parameters


def marked_url(asked: SearchRequest, slug: str, locator: Locator) -> str:
    """Address a place so that the words of a search are marked there."""
    return place_url(slug, locator, marking_parameters(asked))


@dataclass(frozen=True)
class Marking:
    """What is marked on one page; without a search, nothing."""

    slug: str
    unit: Locator | None
    """The unit that is read; None for the whole document."""
    asked: SearchRequest | None
    marks: TextMarks = field(default_factory=TextMarks)

    @property
    def query(self) -> str:
        """What is marked, as it stands in the search box."""
        return self.asked.text if self.asked else ""

    def title(self, unit: Locator) -> PairMarks:
        """Give the marks of a heading."""
        return self.marks.titles.get(unit, PairMarks())

    def segment(self, locator: Locator) -> PairMarks:
        """Give the marks of a sentence."""
        return self.marks.segments.get(locator, PairMarks())

    def permanent(self, locator: Locator) -> str:
        """Give where the number of a sentence leads: an address without the search."""
        anchor = str(locator) if self.unit is None else locator.fragment
        if self.asked is None:
            return f"#{anchor}"
        if self.unit is None:
            return document_url(self.slug, anchor)
        return place_url(self.slug, locator)

    def steps(self, locator: Locator) -> tuple[Link, ...]:
        """Lead from a sentence with marks to the ones before and after it."""
        if locator not in self.marks.segments:
            return ()
        stops = self._stops()
        at = stops.index(locator)
        links = []
        if at:
            before = self._href(stops[at - 1])
            links.append(Link(gettext("Previous mark"), before))
        if at + 1 < len(stops):
            after = self._href(stops[at + 1])
            links.append(Link(gettext("Next mark"), after))
        return tuple(links)

    def bar(self) -> MarkedBar | None:
        """Say what is marked, and lead on, back to the results, and out of it."""
        if self.asked is None:
            return None
        stops = self._stops()
        here = [stop for stop in stops if self._is_here(stop)]
        before: list[Locator] = []
        after: list[Locator] = []
        if self.unit is not None:
            at = bisect_left(stops, self.unit.sort_key, key=lambda stop: stop.sort_key)
            before, after = stops[:at], stops[at + len(here) :]
        return MarkedBar(
            words=words_html(self.asked.text),
            sentences=sum(stop in self.marks.segments for stop in here),
            heading=any(map(self._is_here, self.marks.titles)),
            first=self._href(here[0]) if here else "",
            previous=self._href(before[-1]) if before else "",
            next=self._href(after[0]) if after else "",
            results=search_url(self.asked),
            clear=(
                document_url(self.slug)
                if self.unit is None
                else place_url(self.slug, self.unit)
            ),
        )

    def _stops(self) -> list[Locator]:
        """List the sentences with marks, and units with none but in the heading."""
        having = {locator.unit for locator in self.marks.segments}
        titles = [unit for unit in self.marks.titles if unit not in having]
        stops = [*titles, *self.marks.segments]
        return sorted(stops, key=lambda locator: locator.sort_key)

    def _is_here(self, stop: Locator) -> bool:
        """Say whether a place is on this page."""
        return self.unit is None or stop.unit == self.unit

    def _href(self, stop: Locator) -> str:
        """Lead to a place with its marks."""
        if self.unit is None:
            return f"#{stop}"
        if stop.unit == self.unit:
            return f"#{stop.fragment or 'text'}"
        return place_url(self.slug, stop, marking_parameters(self.asked))


def marking_of(slug: str, unit: Locator | None = None) -> Marking:
    """Mark a document, or one unit of it, as the reader asks."""
    asked = asked_marking()
    if asked is None:
        return Marking(slug, unit, None)
    return Marking(slug, unit, asked, get_snapshot().mark(asked, slug, unit))
