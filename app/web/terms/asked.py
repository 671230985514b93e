"""Which terms are asked for: read, checked, and written back into links."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from flask import request
from flask import url_for
from flask_babel import gettext

from app.errors import QueryError
from app.model.document import Lang
from app.model.document import LANGS
from app.terms.listing import LETTERS
from app.terms.listing import TermRequest
from app.web.current import get_snapshot
from app.web.interface import ui_lang
from app.web.results.parameters import choice
from app.web.results.parameters import page_number
from app.web.results.parameters import query_text


def term_request() -> TermRequest:
    """Read which terms are wanted; the usual order is that of the interface.

    :raise QueryError: naming the parameter that is not as it should be.
    """
    return TermRequest(
        text=query_text(),
        kind=_kind(),
        letter=_letter(),
        sort=cast(Lang, choice("sort", LANGS) or ui_lang()),
        page=page_number(),
    )


def terms_url(asked: TermRequest, page: int = 1) -> str:
    """Address a list of terms; what is usual is not written.

    A letter is one of the order it goes with, and a link must mean the same to all.
    """
    parameters: dict[str, str | int] = {
        name: value
        for name, value in (
            ("q", asked.text),
            ("kind", asked.kind),
            ("letter", asked.letter),
        )
        if value
    }
    if asked.letter or asked.sort != ui_lang():
        parameters["sort"] = asked.sort
    if page > 1:
        parameters["page"] = page
    return url_for("terms.index", **parameters)  # type: ignore[arg-type]


def kept(asked: TermRequest) -> tuple[tuple[str, str], ...]:
    """Give what other words keep of a list: the kind, and the order that was chosen."""
    sort = asked.sort if asked.sort != ui_lang() else ""
    pairs = (("kind", asked.kind), ("sort", sort))
    return tuple((name, value) for name, value in pairs if value)


def of_kind(kind: str) -> str:
    """Address all terms of a kind."""
    return terms_url(TermRequest(kind=kind, sort=ui_lang()))


def everything(asked: TermRequest) -> TermRequest:
    """Ask for all terms in the same order."""
    return replace(TermRequest(), sort=asked.sort)


def _kind() -> str:
    """Read the kind."""
    known = sorted({term.kind for term in get_snapshot().glossary.terms})
    return choice("kind", tuple(known))


def _letter() -> str:
    """Read the letter; a small one is the same."""
    value = request.args.get("letter", "").upper()
    if value and value not in LETTERS:
        raise QueryError(
            "letter", gettext("letter must be a letter from A to Z, or #.")
        )
    return value
