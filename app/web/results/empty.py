"""What is offered when nothing was found: no search ends at a bare page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from flask_babel import gettext

from app.model.glossary import Term
from app.search.results import SearchRequest
from app.search.results import SearchResults
from app.web.blocks import place_pairs
from app.web.contexts import Link
from app.web.contexts import Pair
from app.web.current import get_snapshot
from app.web.interface import ui_lang
from app.web.render import line_html
from app.web.render import tag_of
from app.web.render import words_html
from app.web.results.contexts import EmptyAnswer
from app.web.results.contexts import NearTerm
from app.web.results.parameters import search_url

_CLOSEST = 3
"""How many units are shown for the longest part of a query that was found."""

_FEW = 3
"""With so few partial matches the nearest terms are offered too."""


def closest_results(
    asked: SearchRequest, answer: SearchResults
) -> SearchResults | None:
    """Search the longest part of the query that is there, when nothing was found.

    Where it is not in the part of the library that was asked for, it is elsewhere.
    """
    if answer.total or not answer.closest:
        return None
    narrow = replace(asked, text=answer.closest, page=1, size=_CLOSEST)
    found = get_snapshot().search(narrow)
    if found.total:
        return found
    return get_snapshot().search(replace(narrow, within="", lang=None, literal=False))


def near_terms(answer: SearchResults) -> tuple[NearTerm, ...]:
    """Offer the nearest terms, where what was found may not be what was meant."""
    if answer.total > _FEW:
        return ()
    return tuple(map(_near_term, answer.near_terms))


def _near_term(term: Term) -> NearTerm:
    """Set a term, each side of it a search."""
    return NearTerm(
        Pair(line_html(term.zh, "zh"), line_html(term.en, "en")),
        search_url(SearchRequest(term.zh)),
        search_url(SearchRequest(term.en)),
    )


def empty_answer(
    asked: SearchRequest, answer: SearchResults, closest: SearchResults | None
) -> EmptyAnswer:
    """Say why nothing was found, and what is nearest."""
    wider = _wider(asked)
    nowhere = answer.reason == "nothing" and not wider
    return EmptyAnswer(
        reason=answer.reason or "nothing",
        unknown=tuple(map(words_html, answer.unknown)) if nowhere else (),
        closest=words_html(answer.closest) if closest else None,
        closest_href=search_url(closest.request) if closest else "",
        respelt=_searches(asked, [answer.respelt] if answer.respelt else []),
        apart=_apart(asked, answer),
        wider=wider,
        coverage=(
            _coverage(asked)
            if answer.reason in {"place", "nothing"} and not answer.candidates
            else ()
        ),
        near=_near(asked, answer),
        scopes=_scopes() if answer.reason == "scope" else (),
    )


def _apart(asked: SearchRequest, answer: SearchResults) -> tuple[Link, ...]:
    """Offer each word that occurs, if they are more than what stands in a row."""
    in_a_row = len(answer.closest.split())
    return _searches(asked, answer.apart) if len(answer.apart) > in_a_row else ()


def _searches(asked: SearchRequest, texts: Iterable[str]) -> tuple[Link, ...]:
    """Offer to search other words, if they are found."""
    return tuple(
        Link(text, search_url(one), lang=tag_of(text))
        for text in texts
        if _count(one := replace(asked, text=text, page=1, literal=False))
    )


def _wider(asked: SearchRequest) -> tuple[Link, ...]:
    """Offer the same search less narrow, where that finds something."""
    ways = (
        (gettext("in all texts"), replace(asked, within="")),
        (gettext("on both sides"), replace(asked, lang=None)),
        (gettext("with all forms and renderings"), replace(asked, literal=False)),
    )
    everything = replace(asked, within="", lang=None, literal=False)
    return _finding(asked, ways) or _finding(
        asked, [(gettext("with nothing left out"), everything)]
    )


def _finding(
    asked: SearchRequest, ways: Iterable[tuple[str, SearchRequest]]
) -> tuple[Link, ...]:
    """Keep the searches that are others and find something."""
    return tuple(
        Link(words, search_url(one), count=count)
        for words, one in ways
        if one != asked and (count := _count(one))
    )


def _count(asked: SearchRequest) -> int:
    """Count the units that a search finds."""
    return get_snapshot().search(replace(asked, size=1, places=False)).total


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
