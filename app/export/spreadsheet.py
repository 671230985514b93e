"""Tables as spreadsheets open them: UTF-8 with its mark, comma-separated.

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

_BYTE_ORDER_MARK = "\ufeff"
"""By this Excel knows the file for UTF-8."""

_FORMULA = re.compile(r"'*[=+\-@\t\r]")

_AT_ONCE = 200
"""How many rows a piece has."""

Cell = str | float


def table_pieces(
    header: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> Iterator[str]:
    """Write a table in pieces, so that a long one can be sent bit by bit."""
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


def guarded(cell: Cell) -> Cell:
    """Keep a cell from being taken for a formula."""
    return guarded_text(cell) if isinstance(cell, str) else cell


def guarded_text(text: str) -> str:
    """Keep a text from being taken for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text
