"""The parameters of a search: read, checked, and written back into links."""

from __future__ import annotations

from typing import cast
from typing import get_args

from flask import request
from flask import url_for
from flask_babel import gettext

from app.errors import QueryError
from app.model.document import Lang
from app.model.document import LANGS
from app.search.concordance import ConcordanceRequest
from app.search.concordance import LineSort
from app.search.query import MAX_LENGTH
from app.search.results import SearchRequest
from app.search.results import Sort
from app.web.current import get_snapshot

PAGE_SIZE = 10
_MAX_PAGE_DIGITS = 9


def search_request() -> SearchRequest:
    """Read the search that is asked for.

    :raise QueryError: naming the parameter that is not as it should be.
    """
    return SearchRequest(
        text=query_text(),
        within=_within(),
        lang=cast("Lang | None", choice("lang", LANGS) or None),
        sort=cast(Sort, choice("sort", ("relevance", "document")) or "relevance"),
        page=page_number(),
        size=PAGE_SIZE,
        literal=choice("literal", ("0", "1")) == "1",
    )


def concordance_request() -> ConcordanceRequest:
    """Read the concordance that is asked for.

    :raise QueryError: naming the parameter that is not as it should be.
    """
    return ConcordanceRequest(
        text=query_text(),
        within=_within(),
        lang=cast("Lang | None", choice("lang", LANGS) or None),
        sort=cast(LineSort, choice("sort", get_args(LineSort)) or "document"),
        page=page_number(),
        literal=choice("literal", ("0", "1")) == "1",
    )


def query_text() -> str:
    """Read the query.

    :raise QueryError: if it is too long.
    """
    text = request.args.get("q", "")
    if len(text) > MAX_LENGTH:
        raise QueryError(
            "q",
            gettext(
                "A query may have %(most)s characters; this one has %(length)s.",
                most=f"{MAX_LENGTH:,}",
                length=f"{len(text):,}",
            ),
        )
    return " ".join(text.replace("\0", " ").split())


def search_url(asked: SearchRequest, page: int = 1, kind: str = "") -> str:
    """Address a search, or its file of a *kind*; what is usual is not written."""
    endpoint = "exports.results" if kind else "searching.search"
    return _address(asked, page, endpoint, usual="relevance", kind=kind)


def concordance_url(
    asked: ConcordanceRequest,
    page: int = 1,
    endpoint: str = "concordances.concordance",
) -> str:
    """Address a concordance, or its table; what is usual is not written."""
    return _address(asked, page, endpoint, usual="document")


def _address(
    asked: SearchRequest | ConcordanceRequest,
    page: int,
    endpoint: str,
    *,
    usual: str,
    kind: str = "",
) -> str:
    """Address what is asked for; *usual* is the order that need not be written."""
    parameters: dict[str, str | int] = {"q": asked.text}
    if asked.within:
        parameters["in"] = asked.within
    if asked.lang:
        parameters["lang"] = asked.lang
    if asked.sort != usual:
        parameters["sort"] = asked.sort
    if asked.literal:
        parameters["literal"] = 1
    if page > 1:
        parameters["page"] = page
    if kind:
        parameters["kind"] = kind
    return url_for(endpoint, **parameters)  # type: ignore[arg-type]


def choice(name: str, choices: tuple[str, ...]) -> str:
    """Read a parameter that has a few values; empty if it is not there."""
    value = request.args.get(name, "")
    if value and value not in choices:
        raise QueryError(
            name,
            gettext(
                "%(name)s must be one of %(choices)s.",
                name=name,
                choices=", ".join(choices),
            ),
        )
    return value


def page_number() -> int:
    """Read the number of the page; one that no search could have is past the end."""
    value = request.args.get("page", "") or "1"
    if not (value.isascii() and value.isdigit() and value.strip("0")):
        raise QueryError("page", gettext("page must be a whole number from 1 upwards."))
    return int(value[:_MAX_PAGE_DIGITS])


def _within() -> str:
    """Read where to look: a document, or a unit of it, however that is written."""
    value = request.args.get("in", "")
    scope = get_snapshot().scope(value) if value else ""
    if scope is None:
        raise QueryError(
            "in",
            gettext(
                "in must be a document, or a document, a colon and a unit; "
                "documents are: %(slugs)s.",
                slugs=", ".join(get_snapshot().documents),
            ),
        )
    return scope
