"""The glossary: all terms, one term, and the files to take away."""

from __future__ import annotations

from collections import Counter

from flask import Blueprint
from flask import redirect
from flask import request
from flask import Response as FlaskResponse
from flask import url_for
from flask_babel import gettext
from werkzeug import Response

from app.content.glossary_file import write_glossary
from app.export.spreadsheet import guarded_text
from app.model.document import Document
from app.model.document import Lang
from app.model.document import LANGS
from app.model.glossary import Term
from app.terms.tbx import write_tbx
from app.web.answers import render_page
from app.web.answers import send_page
from app.web.contexts import Link
from app.web.contexts import LostPage
from app.web.current import get_snapshot
from app.web.render import sentence_html
from app.web.render import words_html
from app.web.results.parameters import page_number
from app.web.tags import LANG_TAGS
from app.web.terms.asked import term_request
from app.web.terms.index import term_pair
from app.web.terms.index import terms_page
from app.web.terms.page import term_page
from app.web.urls import absolute
from app.web.urls import kept_parameters
from app.web.urls import term_url

terms = Blueprint("terms", __name__)

_LONGEST_ID = 60
"""How much of an address is compared, and repeated, when it is of no term."""


@terms.get("/terms/")
def index() -> Response:
    """List the terms of the glossary."""
    asked = term_request()
    return send_page("terms.html", lambda: terms_page(asked))


@terms.get("/terms/<id>", strict_slashes=False)
def term(id: str) -> Response | tuple[str, int]:
    """Show one term; a form of one, or its id in another spelling, leads to it."""
    known = get_snapshot().glossary.by_id.get(id)
    if known and not request.path.endswith("/"):
        number = page_number()
        return send_page("term.html", lambda: term_page(known, number))
    meant = known or _meant(id)
    if meant is None:
        return render_page("lost.html", _lost_page(id)), 404
    return redirect(url_for("terms.term", id=meant.id, **kept_parameters()))


@terms.get("/terms.csv")
def table() -> FlaskResponse:
    """Give the glossary as the file that it is made from.

    It is read again as it is: no byte order mark, plain line ends.
    """
    text = write_glossary(get_snapshot().glossary, guarded_text)
    return _file(text.encode(), "text/csv", "glossary.csv")


@terms.get("/terms.tbx")
def termbase() -> FlaskResponse:
    """Give the glossary as a file for the tools of translators."""
    snapshot = get_snapshot()
    data = write_tbx(
        snapshot.glossary,
        _language_tags(),
        title="Policy Reader: glossary",
        source=f"{absolute(url_for('terms.index'))}, snapshot {snapshot.digest}",
        address=lambda term: absolute(term_url(term.id)),
    )
    return _file(data, "application/x-tbx+xml", "glossary.tbx")


def _file(data: bytes, kind: str, name: str) -> FlaskResponse:
    """Send a file to be kept."""
    response = FlaskResponse(data, mimetype=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.cache_control.no_cache = True
    return response


def _language_tags() -> dict[Lang, str]:
    """Name each language as most of the documents do."""

    def tag(document: Document, lang: Lang) -> str:
        return document.front(lang).lang

    documents = get_snapshot().documents.values()
    counts = {lang: Counter(tag(one, lang) for one in documents) for lang in LANGS}
    return {
        lang: max(found, key=lambda tag: found[tag], default=LANG_TAGS.side(lang))
        for lang, found in counts.items()
    }


def _meant(id: str) -> Term | None:
    """Find the one term that is meant by another spelling, or by a form of it."""
    snapshot, words = get_snapshot(), id[:_LONGEST_ID]
    plain = "-".join(words.casefold().replace("_", " ").replace("-", " ").split())
    named = snapshot.terms.shelf.named(words)
    only = named[0] if len(named) == 1 else None
    return snapshot.glossary.by_id.get(plain) or only


def _lost_page(id: str) -> LostPage:
    """Say that there is no such term, and offer the nearest."""
    words = id[:_LONGEST_ID]
    near = get_snapshot().terms.near(words)
    return LostPage(
        heading=sentence_html(
            gettext("There is no term %(term)s"), term=words_html(words)
        ),
        explanation=gettext("The glossary has nothing of that name."),
        near_heading=gettext("The nearest terms"),
        near=tuple(map(term_pair, near)),
        document=Link(gettext("All terms"), url_for("terms.index")),
    )
