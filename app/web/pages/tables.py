"""Results as tables to download: all of them, whatever the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flask import Blueprint
from flask import Response

from app.model.document import LANGS
from app.model.locator import Locator
from app.search.concordance import Line
from app.search.results import EVERYTHING
from app.search.results import Hit
from app.web.csv_file import Cell
from app.web.csv_file import send_csv
from app.web.current import get_snapshot
from app.web.results.parameters import concordance_request
from app.web.results.parameters import search_request
from app.web.urls import absolute
from app.web.urls import permanent_path

tables = Blueprint("tables", __name__)

PAIR_COLUMNS = (
    "document", "locator", "url", "heading_zh", "heading_en", "zh", "en", "score",
)  # fmt: skip
LINE_COLUMNS = (
    "document", "locator", "url", "lang", "left", "keyword", "right", "partner",
)  # fmt: skip


@tables.get("/search.csv")
def search() -> Response:
    """Give all matching pairs of a search, one a row."""
    asked = replace(search_request(), page=1, size=EVERYTHING, places=False)
    hits = get_snapshot().search(asked).hits
    rows = (row for hit in hits for row in _pair_rows(hit))
    return send_csv("search", asked.text, PAIR_COLUMNS, rows)


@tables.get("/concordance.csv")
def concordance() -> Response:
    """Give all lines of a concordance, one a row."""
    asked = concordance_request()
    lines = get_snapshot().concordance(asked).lines
    rows = map(_line_row, lines)
    return send_csv("concordance", asked.text, LINE_COLUMNS, rows)


def _pair_rows(hit: Hit) -> Iterator[tuple[Cell, ...]]:
    """Write the matching pairs of a unit; of one without any, its heading."""
    document = get_snapshot().documents[hit.slug]
    unit = document.by_locator[hit.locator]
    headings = [str(unit.heading(lang)) for lang in LANGS]
    for found in hit.segments:
        segment = document.by_segment[found.locator]
        pair = [segment.plain(lang) for lang in LANGS]
        place = _place(hit.slug, found.locator)
        yield (*place, *headings, *pair, hit.score)
    if not hit.segments:
        yield (*_place(hit.slug, hit.locator), *headings, "", "", hit.score)


def _line_row(line: Line) -> tuple[Cell, ...]:
    """Write a line with the whole of its sentence."""
    return (
        *_place(line.slug, line.locator),
        line.lang,
        line.left,
        line.keyword,
        line.right,
        line.partner,
    )


def _place(slug: str, locator: Locator) -> tuple[str, str, str]:
    """Write where a row stands, with the address that can be cited."""
    return slug, str(locator), absolute(permanent_path(slug, locator))
