"""The search that runs in the browser: its page, and the file that it searches in."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint
from flask import redirect
from flask import request
from flask import url_for
from werkzeug import Response

from app.web.answers import send_page
from app.web.assets import pack
from app.web.contexts import Link
from app.web.current import get_snapshot
from app.web.find.index_file import index_file
from app.web.interface import ui_lang
from app.web.packing import Packed
from app.web.packing import send_packed
from app.web.pages.search import examples
from app.web.urls import document_url

finding = Blueprint("finding", __name__)


@dataclass(frozen=True, slots=True)
class FindPage:
    """The page before the script has read what is asked."""

    query: str
    """Empty: the script writes it into the field."""
    index_href: str
    documents: tuple[Link, ...]
    """The texts, to be read without a search."""
    examples: tuple[Link, ...]
    """Queries to try."""


@finding.get("/search/offline")
def find() -> Response:
    """Give the page; it is the same whatever is asked."""
    return send_page("find.html", _find_page)


@finding.get("/search-index.json")
def index() -> Response:
    """Give what is searched: as it is now, or, with ``v``, of one snapshot for good."""
    digest = get_snapshot().digest
    if request.args.get("v", digest) != digest:
        response = redirect(index_url(), code=302)
        response.cache_control.no_store = True
        return response
    response = send_packed(_packed(digest), "application/json", smallest=True)
    response.set_etag(digest)
    response.cache_control.no_cache = True
    return response.make_conditional(request)


def index_url() -> str:
    """Address the file that is searched in, so that a new snapshot has another one."""
    return url_for("finding.index", v=get_snapshot().digest)


def _find_page() -> FindPage:
    """Put the page together."""
    return FindPage(
        query="",
        index_href=index_url(),
        documents=tuple(
            Link(text.front(ui_lang()).title, document_url(slug))
            for slug, text in get_snapshot().documents.items()
        ),
        examples=examples(),
    )


def _packed(digest: str) -> Packed:
    """Make the file once for each snapshot: it takes a second or two."""
    return pack(f"search-index.{digest}", lambda: index_file(get_snapshot()))
