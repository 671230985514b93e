"""The map: how the units of a document hang together."""

from __future__ import annotations

from flask import Blueprint
from werkzeug import Response

from app.web.answers import send_page
from app.web.current import get_document
from app.web.map.asked import asked_of
from app.web.map.page import map_page

maps = Blueprint("maps", __name__)


@maps.get("/<slug>/map")
def map_(slug: str) -> Response:
    """Draw the threads between units: the strongest, those of a term, or of a unit."""
    document = get_document(slug)
    asked = asked_of(document)
    return send_page("map.html", lambda: map_page(document, asked))
