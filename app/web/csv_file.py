"""Tables to download, as spreadsheets open them: UTF-8 with its mark, comma-separated.

A cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a carriage return gets an
apostrophe before it, so that no spreadsheet takes what someone wrote for a formula.
So does one that has apostrophes before such a sign: taking one away undoes it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from urllib.parse import quote

from flask import Response
from flask import stream_with_context

_BYTE_ORDER_MARK = "\ufeff"
"""By this Excel knows the file for UTF-8."""

_FORMULA = re.compile(r"'*[=+\-@\t\r]")

_AT_ONCE = 200
"""How many rows are sent at a time."""

_NAME_LENGTH = 40

Cell = str | float


def send_csv(
    name: str, about: str, header: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> Response:
    """Send a table bit by bit; the file is called by *name* and what it is *about*."""
    pieces = stream_with_context(_write(header, rows))
    response = Response(pieces, mimetype="text/csv")
    response.headers["Content-Disposition"] = _disposition(name, about)
    response.cache_control.no_cache = True
    return response


def guarded(cell: Cell) -> Cell:
    """Keep a cell from being taken for a formula."""
    return guarded_text(cell) if isinstance(cell, str) else cell


def guarded_text(text: str) -> str:
    """Keep a text from being taken for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def _write(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """Write the table in pieces."""
    piece = io.StringIO(_BYTE_ORDER_MARK)
    piece.seek(0, io.SEEK_END)
    table = csv.writer(piece)
    table.writerow(header)
    for number, row in enumerate(rows, 1):
        table.writerow(map(guarded, row))
        if number % _AT_ONCE == 0:
            yield piece.getvalue()
            piece.seek(0)
            piece.truncate()
    yield piece.getvalue()


def _disposition(name: str, about: str) -> str:
    """Call the file by the query too, for browsers that can (RFC 6266)."""
    words = re.sub(r"[^\w]+", "-", about)[:_NAME_LENGTH].strip("-_")
    full = quote(f"{name}-{words}.csv" if words else f"{name}.csv")
    return f"attachment; filename=\"{name}.csv\"; filename*=UTF-8''{full}"
