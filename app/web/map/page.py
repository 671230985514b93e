"""The page of a map: what was asked for, the picture, and the same as a table."""

from __future__ import annotations

from collections.abc import Container
from collections.abc import Iterable
from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext
from flask_babel import lazy_gettext
from flask_babel import ngettext
from markupsafe import Markup

from app.model.document import Document
from app.model.glossary import Term
from app.model.locator import Locator
from app.web.blocks import unit_pair
from app.web.contexts import Link
from app.web.current import get_snapshot
from app.web.facts import document_facts
from app.web.interface import gap
from app.web.interface import ui_lang
from app.web.map.asked import Asked
from app.web.map.asked import map_url
from app.web.map.contexts import MapLine
from app.web.map.contexts import MapPage
from app.web.map.picture import Picture
from app.web.map.picture import thread_counts
from app.web.map.threads import drawn
from app.web.map.threads import sentences
from app.web.map.threads import Thread
from app.web.map.threads import ThreadKind
from app.web.map.threads import threads_within
from app.web.map.words import binding_terms
from app.web.map.words import Counts
from app.web.map.words import counts_of
from app.web.navigation import views
from app.web.relations import reason_html
from app.web.render import line_html
from app.web.render import sentence_html
from app.web.tags import tags_of
from app.web.urls import absolute
from app.web.urls import place_url

_TERMS = 36
"""How many terms are offered at once; the others open below them."""

_BLANKS = {"subject": "%(subject)s", "units": "%(units)s"}
"""What is filled in later, with links."""

_KINDS: dict[ThreadKind, str] = {
    "names": lazy_gettext("names it"),
    "goal": lazy_gettext("goal and measure"),
    "principle": lazy_gettext("principle and measure"),
    "shared": lazy_gettext("terms in common"),
}


def map_page(document: Document, asked: Asked) -> MapPage:
    """Put the page together."""
    slug, units = document.slug, len(document.by_locator)
    everything = threads_within(document, get_snapshot().threads)
    wanted = _wanted(document, everything, asked)
    threads = drawn(wanted, units)
    counts = _counts(document, asked, wanted)
    terms = _terms(document, everything, asked)
    picture = Picture(document, asked, threads, counts)
    return MapPage(
        facts=document_facts(document),
        views=views(),
        summary=_summary(len(threads), len(wanted), units),
        picture=_picture(len(threads), units),
        terms=terms[:_TERMS],
        more_terms=terms[_TERMS:],
        answer=_answer(document, asked, counts, wanted),
        everything=map_url(slug) if asked else "",
        kinds=tuple(
            (kind, str(name))
            for kind, name in _KINDS.items()
            if any(one.kind == kind for one in threads)
        ),
        heavy=any(one.heavy for one in threads),
        far=bool(picture.far),
        bands=picture.bands(),
        lines=tuple(_line(document, one) for one in threads),
        permanent=absolute(url_for("maps.map_", slug=slug)),
    )


def _wanted(
    document: Document, everything: Sequence[Thread], asked: Asked
) -> Sequence[Thread]:
    """Choose the threads that are asked for.

    Of a term they are those it is a reason for; if there is none, those of the units
    that speak of it.
    """
    if asked.unit:
        return [one for one in everything if asked.unit.locator in one.ends]
    if asked.term:
        having = counts_of(document).get(asked.term.id, {}).keys()
        bound = [one for one in everything if one.has_term(asked.term.id)]
        return bound or [one for one in everything if one.ends & having]
    return everything


def _counts(document: Document, asked: Asked, wanted: Sequence[Thread]) -> Counts:
    """Count what stands beside the rows: the term that is asked for, or threads."""
    if asked.term:
        return counts_of(document).get(asked.term.id, {})
    return thread_counts(wanted)


def _terms(
    document: Document, threads: Iterable[Thread], asked: Asked
) -> tuple[Link, ...]:
    """Offer the terms that bind, each with the number of units that have it."""
    counts, lang = counts_of(document), ui_lang()
    return tuple(
        Link(
            term.forms(lang)[0],
            map_url(document.slug, term=term.id),
            current=term == asked.term,
            lang=tags_of(document).side(lang),
            count=len(counts.get(term.id, ())),
            title=f"{term.zh} {term.en}",
        )
        for term in binding_terms(threads, get_snapshot().glossary)
    )


def _summary(shown: int, found: int, units: int) -> str:
    """Say what is drawn, and how much is left out."""
    if not found:
        return str(gettext("No threads are drawn."))
    if shown < found:
        return str(
            gettext(
                "The %(shown)s strongest of %(found)s threads are drawn; "
                "choose a term or a unit to see the others.",
                shown=shown,
                found=found,
            )
        )
    return str(
        ngettext("%(num)s thread is drawn.", "All %(num)s threads are drawn.", shown)
    )


def _picture(threads: int, units: int) -> str:
    """Say what the picture is, to those who do not see it."""
    return str(
        gettext(
            "Arcs between %(units)s units, one for each of %(threads)s threads. "
            "The table below says the same.",
            units=units,
            threads=threads,
        )
    )


def _answer(
    document: Document, asked: Asked, counts: Counts, wanted: Sequence[Thread]
) -> Markup:
    """Answer in a sentence or two what was asked for."""
    if asked.term:
        told = [_where_term_stands(document, asked.term, counts)]
        if len(counts) == 1:
            (unit,) = counts
            told += [_what_goes_with(document, unit, thread_counts(wanted))]
        return Markup(gap()).join(told)
    if asked.unit:
        return _what_goes_with(document, asked.unit.locator, counts)
    return Markup()


def _where_term_stands(document: Document, term: Term, counts: Counts) -> Markup:
    """Say in which units a term stands."""
    subject = _term_words(document, term)
    if not counts:
        none = gettext("%(subject)s stands in no unit of this text.", **_BLANKS)
        return sentence_html(none, subject=subject)
    told = ngettext(
        "%(subject)s stands in %(num)s unit: %(units)s.",
        "%(subject)s stands in %(num)s units: %(units)s.",
        len(counts), **_BLANKS,
    )  # fmt: skip
    return sentence_html(told, subject=subject, units=_listed(document, counts))


def _what_goes_with(document: Document, unit: Locator, counts: Counts) -> Markup:
    """Say with which other units a unit hangs together."""
    subject, others = _unit_link(document, unit), counts.keys() - {unit}
    if not others:
        none = gettext("%(subject)s hangs together with no other unit.", **_BLANKS)
        return sentence_html(none, subject=subject)
    told = ngettext(
        "%(subject)s hangs together with %(num)s unit: %(units)s.",
        "%(subject)s hangs together with %(num)s units: %(units)s.",
        len(others), **_BLANKS,
    )  # fmt: skip
    return sentence_html(told, subject=subject, units=_listed(document, others))


def _listed(document: Document, units: Container[Locator]) -> Markup:
    """List units in the order of the text."""
    links = [_unit_link(document, one) for one in document.by_locator if one in units]
    return Markup(gettext(", ")).join(links)


def _term_words(document: Document, term: Term) -> Markup:
    """Write a term in both languages."""
    tags = tags_of(document)
    return Markup('<b lang="{}">{}</b> <b lang="{}">{}</b>').format(
        tags.zh,
        line_html(term.zh, "zh", tags),
        tags.en,
        line_html(term.en, "en", tags),
    )


def _unit_link(document: Document, locator: Locator) -> Markup:
    """Lead to a unit by its address."""
    return Markup('<a href="{}">{}</a>').format(
        place_url(document.slug, locator), locator
    )


def _line(document: Document, thread: Thread) -> MapLine:
    """Set a thread as a line of the table."""
    slug, units = document.slug, document.by_locator
    return MapLine(
        start=unit_pair(slug, units[thread.start]),
        end=unit_pair(slug, units[thread.end]),
        kind=str(_KINDS[thread.kind]),
        reason=_reason(document, thread),
    )


def _reason(document: Document, thread: Thread) -> Markup:
    """Say why two units hang together."""
    if thread.relation:
        return reason_html(document.slug, thread.relation)
    places = [_unit_link(document, place.locator) for place in sentences(thread)]
    return sentence_html(
        gettext("Named in %(places)s."), places=Markup(gettext(", ")).join(places)
    )
