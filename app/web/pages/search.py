"""The page of results: what was searched, where it lies, and the pairs found."""

from __future__ import annotations

from dataclasses import replace

from flask import abort
from flask import Blueprint
from flask import url_for
from flask_babel import gettext
from werkzeug import Response

from app.search.results import SearchRequest
from app.search.results import SearchResults
from app.web.answers import send_page
from app.web.blocks import place_pairs
from app.web.contexts import Link
from app.web.contexts import Pair
from app.web.current import get_snapshot
from app.web.interface import ui_lang
from app.web.render import tag_of
from app.web.render import words_html
from app.web.results.blocks import goto_link
from app.web.results.blocks import hit_block
from app.web.results.blocks import query_pair
from app.web.results.blocks import rendering_pairs
from app.web.results.contexts import EmptyAnswer
from app.web.results.contexts import SearchPage
from app.web.results.facets import facets
from app.web.results.pagination import pagination
from app.web.results.parameters import search_request
from app.web.results.parameters import search_url
from app.web.results.strip import strip

searching = Blueprint("searching", __name__)

_CLOSEST = 3
"""How many units are shown for the longest part of a query that was found."""

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
    if asked.page > answer.pages:
        abort(
            404,
            gettext(
                "There is no page %(page)s of these results; the last is %(last)s.",
                page=asked.page,
                last=answer.pages,
            ),
        )
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
    shown = _closest(asked, answer) or answer
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
        candidates=place_pairs(answer.candidates),
        strips=tuple(
            strip(get_snapshot().documents[slug], found)
            for slug, found in shown.places.items()
            if found
        ),
        hits=tuple(hit_block(hit) for hit in shown.hits),
        facets=facets(asked, answer) if asked.text else (),
        pagination=pagination(asked, answer) if answer.pages > 1 else None,
        empty=_empty(asked, answer) if not answer.total else None,
        examples=examples() if not answer.total else (),
    )


def _closest(asked: SearchRequest, answer: SearchResults) -> SearchResults | None:
    """Search the longest part of the query that is there, when nothing was found."""
    if answer.total or not answer.closest:
        return None
    return get_snapshot().search(
        replace(asked, text=answer.closest, page=1, size=_CLOSEST)
    )


def _empty(asked: SearchRequest, answer: SearchResults) -> EmptyAnswer:
    """Say why nothing was found, and what is nearest."""
    closest = answer.closest
    return EmptyAnswer(
        reason=answer.reason or "nothing",
        unknown=(
            tuple(words_html(word) for word in answer.unknown)
            if answer.reason == "nothing"
            else ()
        ),
        closest=words_html(closest) if closest else None,
        closest_href=search_url(replace(asked, text=closest, page=1)),
        coverage=(
            _coverage(asked)
            if answer.reason in {"place", "nothing"} and not answer.candidates
            else ()
        ),
        near=_near(asked, answer),
        scopes=_scopes() if answer.reason == "scope" else (),
    )


def _coverage(asked: SearchRequest) -> tuple[str, ...]:
    """Say what the texts that were searched do not have: it may lie there."""
    within = asked.within.partition(":")[0]
    return tuple(
        text.front(ui_lang()).coverage
        for slug, text in get_snapshot().documents.items()
        if within in {"", slug} and text.front(ui_lang()).coverage
    )


def _scopes() -> tuple[str, ...]:
    """Give a place to look in of every document, and the document itself."""
    documents = get_snapshot().documents
    return tuple(
        scope
        for slug, text in documents.items()
        for scope in (slug, f"{slug}:{text.units[-1].locator}")
    )


def _near(asked: SearchRequest, answer: SearchResults) -> tuple[Pair, ...]:
    """Find the units nearest to a place that is not there."""
    if answer.reason != "place" or answer.candidates:
        return ()
    snapshot = get_snapshot()
    return place_pairs(
        place
        for slug in snapshot.documents
        for place in snapshot.nearest(asked.text, slug)
    )
