"""A document, a place in it or a result set as a file, in any of the formats."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from flask import abort
from flask import Blueprint
from flask import redirect
from flask import url_for
from flask_babel import gettext
from werkzeug import Response

from app.export.extract import Extract
from app.export.extract import extract_in_script
from app.export.extracting import extract_document
from app.export.extracting import extract_results
from app.export.extracting import extract_unit
from app.export.formats import Format
from app.export.formats import FORMATS
from app.model.ledger import Ledger
from app.model.locator import Locator
from app.web.answers import send_file
from app.web.attachments import attachment
from app.web.current import get_document
from app.web.current import get_snapshot
from app.web.fates import fate_at
from app.web.interface import script
from app.web.results.parameters import search_request
from app.web.results.parameters import search_url
from app.web.urls import absolute
from app.web.urls import kept_parameters
from app.web.urls import permanent_path

exports = Blueprint("exports", __name__)


@exports.get("/export/<slug>.<kind>")
def document(slug: str, kind: str) -> Response:
    """Give a whole document."""
    get_document(slug)
    format_ = _format(kind)
    return _send(
        format_, slug, lambda: extract_document(get_snapshot(), slug, _address)
    )


@exports.get("/export/<slug>/<reference>.<kind>")
def place(slug: str, reference: str, kind: str) -> Response:
    """Give a unit with all below it, a sentence or a range; lead to its own address.

    :raise PlaceError: if it names no place, or several.
    :raise NotFound: if nothing of it stands in the text.
    """
    text, format_ = get_document(slug), _format(kind)
    found = get_snapshot().resolve(reference, slug)
    ledger = get_snapshot().ledgers.get(slug, Ledger())
    fate = fate_at(text, ledger, found.locator)
    locator = fate.target if fate else found.locator
    if locator is None:
        abort(404)
    if str(locator) != reference:
        target = url_for(
            "exports.place",
            slug=slug,
            reference=str(locator),
            kind=kind,
            **kept_parameters(),
        )
        return redirect(target)
    try:
        taken = extract_unit(get_snapshot(), slug, locator, _address)
    except KeyError:
        abort(404)
    return _send(format_, f"{slug}-{locator}", lambda: taken)


@exports.get("/search.<kind>")
def results(kind: str) -> Response:
    """Give every pair that a search finds, whatever the page.

    :raise QueryError: if a parameter is not as it should be; it is named.
    """
    format_, asked = _format(kind), replace(search_request(), page=1)

    def extract() -> Extract:
        found_at = absolute(search_url(asked))
        return extract_results(get_snapshot(), asked, _address, found_at)

    return _send(format_, "search", extract, about=asked.text)


def _format(kind: str) -> Format:
    """Find a format by its extension.

    :raise NotFound: if there is none; those that there are are named.
    """
    if kind not in FORMATS:
        words = gettext(
            "There is no such kind of file; there are: %(kinds)s.",
            kinds=", ".join(FORMATS),
        )
        abort(404, words)
    return FORMATS[kind]


def _send(
    format_: Format, name: str, extract: Callable[[], Extract], about: str | None = None
) -> Response:
    """Write a file in the script that the reader chose; searches are not kept."""
    chosen = script()

    def make() -> bytes:
        taken = extract()
        if chosen != "auto":
            taken = extract_in_script(taken, chosen)
        return format_.write(taken)

    named = attachment(name, format_.extension, about or "")
    return send_file(format_.media_type, named, make, keep=about is None)


def _address(slug: str, locator: Locator) -> str:
    """Give the permanent address of a place, with the site."""
    return absolute(permanent_path(slug, locator))
