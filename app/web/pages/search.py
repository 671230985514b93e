"""The page of results: what was searched, where it lies, and the pairs found."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint
from flask import url_for
from flask_babel import gettext
from werkzeug import Response

from app.export.formats import FORMATS
from app.search.concordance import ConcordanceRequest
from app.search.results import SearchRequest
from app.search.results import SearchResults
from app.web.answers import send_page
from app.web.blocks import place_pairs
from app.web.contexts import Link
from app.web.current import get_snapshot
from app.web.render import tag_of
from app.web.render import words_html
from app.web.results.blocks import goto_link
from app.web.results.blocks import hit_block
from app.web.results.blocks import query_pair
from app.web.results.blocks import rendering_pairs
from app.web.results.contexts import SearchPage
from app.web.results.empty import closest_results
from app.web.results.empty import empty_answer
from app.web.results.empty import near_terms
from app.web.results.facets import facets
from app.web.results.pagination import check_page
from app.web.results.pagination import pagination
from app.web.results.parameters import concordance_url
from app.web.results.parameters import search_request
from app.web.results.parameters import search_url
from app.web.results.quoted import quotation_block
from app.web.results.strip import strip
from app.web.results.why import told_reading

searching = Blueprint("searching", __name__)

_EXAMPLES = ("绿色金融", "green finance", "PBOC", "lvse jinrong")


@searching.get("/search")
def search() -> Response:
    """Answer a query."""
    asked = search_request()
    return send_page("search.html", lambda: _search_page(asked))


def _search_page(asked: SearchRequest) -> SearchPage:
    """Search, and put the page of results together.

    :raise NotFound: if there are not so many pages of results.
    """
    answer = get_snapshot().search(asked)
    check_page(asked.page, answer.pages)
    return _results_page(asked, answer)


def examples() -> tuple[Link, ...]:
    """Offer queries that find something, and the last measure by its name."""
    snapshot = get_snapshot()
    words = [
        text
        for text in _EXAMPLES
        if snapshot.search(SearchRequest(text, size=1, places=False)).total
    ]
    numbers = [next(reversed(one.measures), "") for one in snapshot.documents.values()]
    words += [f"measure {number}" for number in numbers if number][:1]
    return tuple(
        Link(text, url_for("searching.search", q=text), lang=tag_of(text))
        for text in words
    )


def _results_page(asked: SearchRequest, answer: SearchResults) -> SearchPage:
    """Put the page of results together."""
    place = get_snapshot().goto(asked.text) if asked.text else None
    closest = closest_results(asked, answer)
    shown = closest or answer
    heading = query_pair(asked, answer)
    return SearchPage(
        query=asked.text,
        words=words_html(asked.text),
        heading=heading,
        renderings=() if heading else rendering_pairs(answer),
        units=answer.total,
        sentences=sum(len(places) for places in answer.places.values()),
        shown=answer.suggestion or "",
        relaxed=answer.relaxed,
        literal=asked.literal,
        literal_href=search_url(replace(asked, literal=True)),
        usual_href=search_url(replace(asked, literal=False)),
        goto=goto_link(place) if place else None,
        quotation=quotation_block(answer.quotation) if answer.quotation else None,
        candidates=place_pairs(answer.candidates),
        strips=tuple(
            strip(get_snapshot().documents[slug], found)
            for slug, found in shown.places.items()
            if found
        ),
        hits=tuple(hit_block(hit, shown.request) for hit in shown.hits),
        facets=facets(asked, answer) if asked.text else (),
        pagination=pagination(asked, answer) if answer.pages > 1 else None,
        empty=empty_answer(asked, answer, closest) if not answer.total else None,
        reading=told_reading(answer.reading),
        near_terms=near_terms(answer),
        ways=_ways(asked) if any(answer.places.values()) else (),
        files=_files(asked) if answer.hits else (),
        examples=examples() if not answer.total else (),
    )


def _ways(asked: SearchRequest) -> tuple[Link, ...]:
    """Offer the same results line by line."""
    lines = ConcordanceRequest(asked.text, asked.within, literal=asked.literal)
    return (Link(gettext("Every occurrence in its context"), concordance_url(lines)),)


def _files(asked: SearchRequest) -> tuple[Link, ...]:
    """Offer all results as a file."""
    return tuple(
        Link(format_.name, search_url(asked, kind=kind))
        for kind, format_ in FORMATS.items()
    )
