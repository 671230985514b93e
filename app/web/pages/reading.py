"""The text itself: a whole document, one unit, and the way from any address to it."""

from __future__ import annotations

from flask import abort
from flask import Blueprint
from flask import redirect
from flask import render_template
from flask import request
from flask import url_for
from flask_babel import gettext
from werkzeug import Response

from app.errors import LocatorError
from app.model.document import Document
from app.model.document import LANGS
from app.model.document import Unit
from app.model.ledger import Ledger
from app.model.locator import Locator
from app.model.place import Place
from app.model.ranges import Span
from app.model.ranges import span_of
from app.web.answers import send_page
from app.web.blocks import contents
from app.web.blocks import RowSetter
from app.web.blocks import unit_pair
from app.web.contexts import Link
from app.web.current import get_document
from app.web.current import get_snapshot
from app.web.facts import document_facts
from app.web.fates import fate_at
from app.web.fates import former_measure
from app.web.fates import tombstone_page
from app.web.former import former_rows
from app.web.former import units_elsewhere
from app.web.map.asked import map_url
from app.web.map.overview import overview
from app.web.marking import asked_marking
from app.web.marking import marking_of
from app.web.navigation import crumbs
from app.web.navigation import outline
from app.web.navigation import views
from app.web.reading_contexts import DocumentPage
from app.web.reading_contexts import UnitPage
from app.web.running_heads import running_foot
from app.web.running_heads import running_heads
from app.web.running_heads import running_titles
from app.web.social import for_robots
from app.web.social import is_preview_robot
from app.web.social import social_document
from app.web.social import social_place
from app.web.social import social_unit
from app.web.terms.unit import unit_terms
from app.web.threads import document_threads
from app.web.threads import unit_threads
from app.web.urls import absolute
from app.web.urls import document_url
from app.web.urls import kept_parameters
from app.web.urls import Linker
from app.web.urls import permanent_path

reading = Blueprint("reading", __name__)


@reading.get("/<slug>")
def bare(slug: str) -> Response:
    """Lead to the document."""
    get_document(slug)
    return redirect(url_for("reading.document", slug=slug, **kept_parameters()))


@reading.get("/<slug>/")
def document(slug: str) -> Response:
    """Show the whole document in parallel."""
    text, unmarked = get_document(slug), asked_marking() is None
    return send_page("document.html", lambda: _document_page(text), keep=unmarked)


@reading.get("/<slug>/print.css")
def running_head(slug: str) -> Response:
    """Head every printed page with the titles of its document, and its section."""
    text = get_document(slug)
    style = render_template(
        "running_head.css",
        titles=running_titles(text),
        heads=running_heads(text),
        foot=running_foot(text),
    )
    return Response(style, mimetype="text/css")


@reading.get("/<slug>/measure/<number>")
def measure(slug: str, number: str) -> Response:
    """Lead to the unit of a measure."""
    text = get_document(slug)
    unit = text.measures.get(number)
    if unit is not None:
        return _redirect_to(slug, unit.locator)
    former = former_measure(text, _ledger(slug), number)
    if former is None:
        abort(404)
    return _redirect_to(slug, former)


@reading.get("/<slug>/<reference>/")
def slashed(slug: str, reference: str) -> Response:
    """Lead to the place without the stroke at its end."""
    get_document(slug)
    path = url_for("reading.place", slug=slug, reference=reference, **kept_parameters())
    return redirect(path)


@reading.get("/<slug>/<reference>")
def place(slug: str, reference: str) -> Response:
    """Show a unit; lead every other way of naming a place to its canonical address."""
    text = get_document(slug)
    try:
        locator = Locator.parse(reference)
    except LocatorError:
        found = get_snapshot().resolve(reference, slug)
        return _redirect_to(found.slug, found.locator)
    if locator in text.by_locator:
        unit, unmarked = text.by_locator[locator], asked_marking() is None
        return send_page("unit.html", lambda: _unit_page(text, unit), keep=unmarked)
    span = span_of(text, _ledger(slug), locator) if locator.last else None
    if locator in text.by_segment or (span and span.live):
        return _redirect_to(slug, locator)
    fate = fate_at(text, _ledger(slug), locator)
    if fate is None:
        found = get_snapshot().resolve(reference, slug)
        if found.locator == locator:  # known, but there is nothing to show
            abort(404)
        return _redirect_to(found.slug, found.locator)
    if fate.target is not None:
        return _redirect_to(slug, fate.target)  # for now: it may move back
    return send_page("tombstone.html", lambda: tombstone_page(text, locator, fate))


def _document_page(text: Document) -> DocumentPage:
    """Put the page of a whole document together."""
    slug, ledger = text.slug, _ledger(text.slug)
    snapshot = get_snapshot()
    linker = Linker(snapshot.documents, slug, snapshot.ledgers)
    marking = marking_of(slug)
    setter = RowSetter(text, linker, whole=True, marking=marking)
    return DocumentPage(
        facts=document_facts(text),
        views=views(),
        outline=outline(text),
        overview=overview(text),
        units=tuple(
            setter.block(unit, former_rows(text, ledger, unit.locator, whole=True))
            for unit in text.walk()
        ),
        records=_records(slug),
        permanent=absolute(url_for("reading.document", slug=slug)),
        social=social_document(text),
        marked=marking.bar(),
        query=marking.query,
        threads=document_threads(slug),
    )


def _unit_page(text: Document, unit: Unit) -> UnitPage:
    """Put the page of one unit together."""
    slug, snapshot = text.slug, get_snapshot()
    facts, ledger = document_facts(text), _ledger(slug)
    linker = Linker(snapshot.documents, slug, snapshot.ledgers)
    span = _asked_range(text, unit)
    marking = marking_of(slug, unit.locator)
    setter = RowSetter(text, linker, whole=False, marking=marking, ranged=span)
    order = list(text.walk())
    at = order.index(unit)
    where = Place(slug, unit.locator)
    return UnitPage(
        facts=facts,
        views=views(),
        outline=outline(text, current=unit.locator),
        crumbs=crumbs(text, unit, facts.name),
        title=unit_pair(slug, unit, marking.title(unit.locator), with_pinyin=True),
        elsewhere=units_elsewhere(text, ledger, unit.locator),
        paragraphs=setter.paragraphs(unit),
        former=former_rows(text, ledger, unit.locator, whole=False, span=span),
        children=contents(slug, unit.children),
        whole=document_url(slug, str(unit.locator)),
        previous=unit_pair(slug, order[at - 1]) if at else None,
        next=unit_pair(slug, order[at + 1]) if at + 1 < len(order) else None,
        names={lang: snapshot.display_name(where, lang) for lang in LANGS},
        permanent=absolute(permanent_path(slug, unit.locator)),
        social=(
            social_place(Place(slug, span.asked)) if span else social_unit(text, unit)
        ),
        marked=marking.bar(),
        query=marking.query,
        threads=unit_threads(where),
        terms=unit_terms(slug, unit),
    )


def _ledger(slug: str) -> Ledger:
    """Give the ledger of a document."""
    return get_snapshot().ledgers.get(slug, Ledger())


def _asked_range(text: Document, unit: Unit) -> Span | None:
    """Read the range a redirect asked this page to show."""
    try:
        locator = Locator.parse(f"{unit.locator}.{request.args.get('range', '')}")
    except LocatorError:
        return None
    return span_of(text, _ledger(text.slug), locator) if locator.last else None


def _redirect_to(slug: str, locator: Locator) -> Response:
    """Lead to a place at its canonical address.

    A browser does not send what follows ``#``, so a range is asked for once more in
    the query: the page then highlights it without any script. A program that shows a
    preview of the link gets the sentence itself.
    """
    if locator.segment and is_preview_robot():
        return for_robots(Place(slug, locator))
    parameters = kept_parameters()
    if locator.last:
        parameters["range"] = locator.fragment
    target = url_for(
        "reading.place",
        slug=slug,
        reference=str(locator.unit),
        _anchor=locator.fragment or None,
        **parameters,
    )
    response = redirect(target)
    if locator.segment:
        response.vary.add("User-Agent")
    return response


def _records(slug: str) -> tuple[Link, ...]:
    """Lead to what else is known of a document."""
    return (
        Link(gettext("Map"), map_url(slug)),
        Link(gettext("Checks"), url_for("records.checks", slug=slug)),
        Link(gettext("Changes"), url_for("records.changes", slug=slug)),
    )
