"""oEmbed: a program asks about an address of ours and gets the frame for it."""

from __future__ import annotations

import re
from urllib.parse import parse_qs
from urllib.parse import SplitResult
from urllib.parse import unquote
from urllib.parse import urlsplit
from xml.etree import ElementTree

from flask import abort
from flask import Blueprint
from flask import current_app
from flask import json
from flask import request
from flask import url_for
from flask_babel import gettext
from werkzeug import Response
from werkzeug.exceptions import HTTPException
from werkzeug.exceptions import NotFound

from app.errors import LocatorError
from app.errors import PlaceError
from app.errors import QueryError
from app.model.locator import Locator
from app.model.place import Place
from app.model.place import WHOLE
from app.web.api.problems import error as problem
from app.web.cited import cited_place
from app.web.current import get_document
from app.web.current import get_snapshot
from app.web.embedded import Frame
from app.web.embedded import frame_of
from app.web.urls import absolute
from app.web.urls import VIEWS

oembed = Blueprint("oembed", __name__)

PROVIDER = "政策对读 Policy Reader"

_DAY = 24 * 60 * 60
_LONGEST = 2000
_PIXELS = re.compile(r"[1-9][0-9]{0,5}")
_NO_LIMIT = 10**6

_OF_PLACES = frozenset(
    {
        "reading.bare", "reading.document", "reading.place", "reading.slashed",
        "reading.measure", "cite.document", "cite.place", "embed.document",
        "embed.place",
    }
)  # fmt: skip
"""The pages that are about a place, which may be set into a frame."""


@oembed.get("/oembed")
def answer() -> Response:
    """Give the frame for an address of ours: ``url``, ``format``, sizes."""
    written = request.args.get("format", "json")
    if written not in {"json", "xml"}:
        return problem(501, "The formats are json and xml.")
    limits = _limit("maxwidth"), _limit("maxheight")
    place, view = _asked()
    facts = _facts(frame_of(place, view, *limits))
    body = json.dumps(facts) if written == "json" else _xml(facts)
    mimetype = "application/json" if written == "json" else "text/xml"
    response = Response(body, mimetype=mimetype)
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cache-Control"] = "no-cache"
    return response


@oembed.errorhandler(QueryError)
def _bad_parameter(error: QueryError) -> Response:
    """Name the parameter that is not as it should be."""
    return problem(422, str(error), parameter=error.parameter)


@oembed.errorhandler(PlaceError)
@oembed.errorhandler(NotFound)
def _not_ours(error: Exception) -> Response:
    """Say that there is nothing to set into a frame."""
    return problem(404, "There is no document, unit or sentence at this address.")


def _facts(frame: Frame) -> dict[str, str | int]:
    """Say what the specification wants to know of a frame."""
    return {
        "version": "1.0",
        "type": "rich",
        "title": frame.title,
        "provider_name": PROVIDER,
        "provider_url": absolute(url_for("library.home")),
        "cache_age": _DAY,
        "html": frame.code,
        "width": frame.width,
        "height": frame.height,
    }


def _xml(facts: dict[str, str | int]) -> bytes:
    """Write the same as XML."""
    root = ElementTree.Element("oembed")
    for name, value in facts.items():
        ElementTree.SubElement(root, name).text = str(value)
    written: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return written


def _limit(name: str) -> int:
    """Read how large a frame may be.

    :raise QueryError: if it is no number above nought.
    """
    text: str = request.args.get(name, "")
    if not text:
        return _NO_LIMIT
    if not _PIXELS.fullmatch(text):
        raise QueryError(name, gettext("Write a whole number of pixels."))
    return int(text)


def _asked() -> tuple[Place, str]:
    """Find the place whose address was asked about, and the view.

    :raise QueryError: if no address was asked about, or too long a one.
    :raise NotFound: if it is not an address of a place of ours.
    """
    url = request.args.get("url", "")
    if not url or len(url) > _LONGEST:
        raise QueryError("url", gettext("Give the address of a page of this site."))
    try:
        parts = urlsplit(url)
    except ValueError:
        abort(404)
    endpoint, arguments = _route(parts)
    if endpoint not in _OF_PLACES:
        abort(404)
    slug = get_document(arguments["slug"]).slug
    query = parse_qs(parts.query)
    view = query.get("view", [""])[-1]
    inside = query.get("range", [unquote(parts.fragment)])[-1]
    place = _place(slug, _reference(arguments), inside)
    return place, view if view in VIEWS else ""


def _route(parts: SplitResult) -> tuple[str, dict[str, str]]:
    """Say which page an address is of.

    :raise NotFound: if it is none of ours.
    """
    base = urlsplit(absolute("/"))
    ours = {base.netloc, request.host}
    path = unquote(parts.path)
    root = unquote(base.path).rstrip("/")
    if parts.scheme not in {"http", "https"} or parts.netloc not in ours:
        abort(404)
    if root and not path.startswith(f"{root}/"):
        abort(404)
    adapter = current_app.url_map.bind(base.netloc)
    try:
        endpoint, arguments = adapter.match(path.removeprefix(root), "GET")
    except HTTPException:
        abort(404)
    return endpoint, dict(arguments)


def _reference(arguments: dict[str, str]) -> str:
    """Give what names the place in an address; empty for a whole document."""
    if "number" in arguments:
        return f"measure {arguments['number']}"
    return arguments.get("reference", "")


def _place(slug: str, reference: str, inside: str) -> Place:
    """Find a place as it stands now, with what follows ``#`` in its address.

    :raise PlaceError: if there is none.
    """
    whole = Place(slug, WHOLE)
    found = get_snapshot().resolve(reference, slug) if reference else whole
    unit = f"{found.locator}." if reference and not found.locator.segment else ""
    try:
        locator = Locator.parse(unit + inside)
    except LocatorError:
        locator = found.locator  # nothing, or the anchor of something else
    if not locator.path:
        return whole
    return cited_place(found.slug, str(locator)).place
