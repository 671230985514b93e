"""A concordance as a table to download: all of it, whatever the page."""

from __future__ import annotations

from flask import Blueprint
from flask import Response

from app.export.spreadsheet import Cell
from app.model.locator import Locator
from app.search.concordance import Line
from app.web.csv_file import send_csv
from app.web.current import get_snapshot
from app.web.results.parameters import concordance_request
from app.web.urls import absolute
from app.web.urls import permanent_path

tables = Blueprint("tables", __name__)

LINE_COLUMNS = (
    "document", "locator", "url", "lang", "left", "keyword", "right", "partner",
)  # fmt: skip


@tables.get("/concordance.csv")
def concordance() -> Response:
    """Give all lines of a concordance, one a row."""
    asked = concordance_request()
    lines = get_snapshot().concordance(asked).lines
    rows = map(_line_row, lines)
    return send_csv("concordance", asked.text, LINE_COLUMNS, rows)


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
