"""Tables to download, sent bit by bit."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence

from flask import Response
from flask import stream_with_context

from app.export.spreadsheet import Cell
from app.export.spreadsheet import table_pieces
from app.web.attachments import attachment


def send_csv(
    name: str, about: str, header: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> Response:
    """Send a table bit by bit; the file is called by *name* and what it is *about*."""
    pieces = stream_with_context(table_pieces(header, rows))
    response = Response(pieces, mimetype="text/csv")
    response.headers["Content-Disposition"] = attachment(name, "csv", about)
    response.cache_control.no_cache = True
    return response
