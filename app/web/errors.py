"""Every error is a page that helps: in the reader's language, with the way on."""

from __future__ import annotations

import logging

from flask import Flask
from flask import request
from flask_babel import gettext
from werkzeug import Response
from werkzeug.exceptions import HTTPException
from werkzeug.exceptions import NotFound

from app.errors import AmbiguousReferenceError
from app.errors import PlaceError
from app.errors import QueryError
from app.errors import SnapshotError
from app.model.document import Document
from app.web.answers import render_page
from app.web.api.problems import error as problem
from app.web.blocks import place_pairs
from app.web.contexts import Link
from app.web.contexts import LostPage
from app.web.contexts import MessagePage
from app.web.current import get_snapshot
from app.web.facts import document_facts
from app.web.interface import is_frozen
from app.web.interface import ui_lang
from app.web.render import sentence_html
from app.web.render import words_html
from app.web.urls import document_url
from app.web.urls import is_api

_log = logging.getLogger(__name__)

_Answer = tuple[str | Response, int]
_AnswerWithHeaders = tuple[str | Response, int, list[tuple[str, str]]]

_NO_SUCH_ADDRESS = "There is no such address; /api/v1/openapi.json lists them all."

_LONGEST_SHOWN = 60
"""How much of an address is repeated in the heading of an error page."""


def init_app(app: Flask) -> None:
    """Answer every error in words."""
    app.register_error_handler(SnapshotError, _no_snapshot)
    app.register_error_handler(QueryError, _bad_parameter)
    app.register_error_handler(AmbiguousReferenceError, _ambiguous)
    app.register_error_handler(PlaceError, _unknown_place)
    app.register_error_handler(404, _not_found)
    app.register_error_handler(HTTPException, _other)
    app.register_error_handler(500, _broken)


def _message(status: int, page: MessagePage) -> _Answer:
    """Answer in words."""
    return render_page("message.html", page), status


def _no_snapshot(error: SnapshotError) -> _Answer:
    """Say that there is nothing to read yet, and how to build it."""
    if is_api():
        return _json(503, str(error))
    _log.warning("Nothing can be read. %s", error)
    heading = gettext("There is nothing to read yet")
    message = gettext(
        "Run python build_index.py to build the texts, then come back. If they have "
        "been built, the log of the server says what is wrong."
    )
    return _message(503, MessagePage(heading, message))


def _bad_parameter(error: QueryError) -> _Answer:
    """Name the parameter that is not as it should be."""
    heading = gettext(
        "The parameter %(name)s is not as it should be", name=error.parameter
    )
    return _message(422, MessagePage(heading, str(error)))


def _ambiguous(error: AmbiguousReferenceError) -> _Answer:
    """Offer the places an address may mean."""
    snapshot, slug = get_snapshot(), _slug()
    places = [snapshot.resolve(candidate, slug) for candidate in error.candidates]
    page = LostPage(
        heading=sentence_html(
            gettext("%(address)s may mean several places"),
            address=words_html(_cut(error.text)),
        ),
        explanation=gettext("Choose the one you meant."),
        near_heading=gettext("The places it may mean"),
        near=place_pairs(places),
        document=_document_link(),
    )
    return render_page("lost.html", page), 300


def _unknown_place(error: PlaceError) -> _Answer:
    """Offer the units nearest to an address that reaches nothing."""
    reference = (request.view_args or {}).get("reference", "")
    return render_page("lost.html", _lost_page(reference)), 404


def _not_found(error: NotFound) -> _Answer:
    """Offer what is nearest to an address that reaches nothing."""
    if is_api():
        known = error.description != NotFound.description
        words = str(error.description) if known else _NO_SUCH_ADDRESS
        return _json(404, words)
    try:
        if error.description != NotFound.description:
            heading = gettext("No such page")
            return _message(404, MessagePage(heading, str(error.description)))
        arguments = request.view_args or {}
        number = arguments.get("number")
        reference = f"measure {number}" if number else arguments.get("reference", "")
        return render_page("lost.html", _lost_page(reference)), 404
    except SnapshotError as missing:
        return _no_snapshot(missing)


def _other(error: HTTPException) -> Response | _AnswerWithHeaders:
    """Say what else can go wrong, such as another method; a redirect is no error."""
    status = error.code or 500
    if error.response is not None or status < 400:
        return error.get_response()
    detail = str(error.description)
    headers = [pair for pair in error.get_headers() if pair[0] != "Content-Type"]
    if is_api():
        return *_json(status, detail), headers
    heading = gettext("This cannot be answered")
    return *_message(status, MessagePage(heading, "", detail=detail)), headers


def _broken(error: Exception) -> _Answer:
    """Admit a fault of the program."""
    message = gettext("The fault is ours, not in what you asked. It has been logged.")
    if is_api():
        return _json(500, "Internal server error.")
    return _message(500, MessagePage(gettext("Something broke"), message))


def _lost_page(reference: str) -> LostPage:
    """Say that an address reaches nothing, and offer the nearest that does."""
    text = _document()
    shown = words_html(_cut(reference or request.path))
    if text is None:
        # A site of files has one page for all addresses that it does not have.
        words = gettext("There is no page %(address)s")
        heading = gettext("No such page") if is_frozen() else words
        return LostPage(
            heading=sentence_html(heading, address=shown),
            explanation=gettext("These are the documents there are."),
            near_heading=gettext("Documents"),
            near=tuple(
                document_facts(one).title for one in get_snapshot().documents.values()
            ),
            document=None,
        )
    return LostPage(
        heading=sentence_html(
            gettext("There is no address %(address)s"), address=shown
        ),
        explanation=text.front(ui_lang()).coverage,
        near_heading=gettext("The nearest units"),
        near=place_pairs(get_snapshot().nearest(reference, text.slug)),
        document=_document_link(),
    )


def _slug() -> str | None:
    """Give the document named in the address."""
    slug: str | None = (request.view_args or {}).get("slug")
    return slug


def _document() -> Document | None:
    """Give the document named in the address, if there is one of that name."""
    return get_snapshot().documents.get(_slug() or "")


def _document_link() -> Link | None:
    """Lead back to the document in which an address was looked for."""
    text = _document()
    return Link(document_facts(text).name, document_url(text.slug)) if text else None


def _cut(text: str) -> str:
    """Shorten what is repeated from an address."""
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _json(status: int, message: str) -> _Answer:
    """Answer a program."""
    return problem(status, message), status
