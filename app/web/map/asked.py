"""What of a map is asked for: all of it, a term, or a unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import request
from flask import url_for
from flask_babel import gettext

from app.errors import LocatorError
from app.errors import QueryError
from app.model.document import Document
from app.model.document import Unit
from app.model.glossary import Term
from app.model.locator import Locator
from app.web.current import get_snapshot
from app.web.urls import view_parameter


@dataclass(frozen=True, slots=True)
class Asked:
    """A term whose threads are wanted, or a unit, or neither."""

    term: Term | None = None
    unit: Unit | None = None

    def __bool__(self) -> bool:
        """Say whether anything in particular is wanted."""
        return self.term is not None or self.unit is not None


def asked_of(document: Document) -> Asked:
    """Read what is asked for.

    :raise QueryError: naming the parameter that is not as it should be.
    """
    id, address = request.args.get("term", ""), request.args.get("unit", "")
    if id and address:
        raise QueryError("unit", gettext("A map shows a term or a unit, not both."))
    if id:
        return Asked(term=_term(id))
    return Asked(unit=_unit(document, address)) if address else Asked()


def map_url(slug: str, **asked: str) -> str:
    """Address the map of a document, or of a term or a unit in it."""
    parameters: dict[str, Any] = {**asked, **view_parameter()}
    return url_for("maps.map_", slug=slug, **parameters)


def _term(id: str) -> Term:
    """Find a term of the glossary."""
    term = get_snapshot().glossary.by_id.get(id)
    if term is None:
        raise QueryError(
            "term",
            gettext(
                "term must be the id of a term of the glossary, as the links have it."
            ),
        )
    return term


def _unit(document: Document, address: str) -> Unit:
    """Find a unit of the document."""
    try:
        unit = document.by_locator.get(Locator.parse(address))
    except LocatorError:
        unit = None
    if unit is None:
        raise QueryError(
            "unit",
            gettext("unit must be the address of a unit of this text, as 2.3.11."),
        )
    return unit
