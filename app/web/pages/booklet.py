"""A text as a booklet for paper: a whole document, or one unit."""

from __future__ import annotations

from flask import abort
from flask import Blueprint
from flask import redirect
from flask import url_for
from werkzeug import Response

from app.errors import LocatorError
from app.model.document import Document
from app.model.document import Unit
from app.model.locator import Locator
from app.web.answers import send_page
from app.web.booklets import booklet_page
from app.web.booklets import wanted_paper
from app.web.current import get_document
from app.web.current import get_snapshot
from app.web.urls import kept_parameters

booklet = Blueprint("booklet", __name__)


@booklet.get("/<slug>/print")
def document(slug: str) -> Response:
    """Make a whole document ready for paper."""
    return _send(get_document(slug), None)


@booklet.get("/<slug>/<reference>/print")
def unit(slug: str, reference: str) -> Response:
    """Make one unit ready for paper; lead there from any other way of naming it."""
    text = get_document(slug)
    try:
        locator = Locator.parse(reference)
    except LocatorError:
        locator = Locator(())
    if locator in text.by_locator:
        return _send(text, text.by_locator[locator])
    found = get_snapshot().resolve(reference, slug)
    if found.locator.unit not in get_document(found.slug).by_locator:
        abort(404)  # known, but there is nothing to print
    return redirect(
        url_for(
            "booklet.unit",
            slug=found.slug,
            reference=str(found.locator.unit),
            _anchor=str(found.locator) if found.locator.segment else None,
            **kept_parameters(),
        )
    )


def _send(text: Document, unit: Unit | None) -> Response:
    """Send the booklet for the paper that is asked for."""
    paper = wanted_paper()
    return send_page("booklet.html", lambda: booklet_page(text, unit, paper))
