"""Rows of tables, told from other lines by cells that begin at the same places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.importer.sources.pdf.layout import Line
from app.importer.sources.wrapping import NUMBER

_NEAR = 3.0
"""Points that the cells of a column may differ by."""

_HEADED = re.compile(r"[(（]?[0-9a-zA-Z]{1,4}[)）.、]?|[•·–—-]")


def rows_among(lines: Sequence[Line]) -> set[int]:
    """Return which lines are rows: two in a row at least, cell below cell."""
    rows: set[int] = set()
    for at in range(len(lines) - 1):
        one, other = lines[at], lines[at + 1]
        if one.page == other.page and _has_cells(one) and _has_cells(other):
            starts = [cell.left for cell in other.cells[1:]]
            if any(abs(c.left - s) < _NEAR for c in one.cells[1:] for s in starts):
                rows |= {at, at + 1}
    return rows


def _has_cells(line: Line) -> bool:
    """Say whether a line has several cells, and not an item beside its number."""
    if len(line.cells) < 2:
        return False
    first = line.cells[0].text
    is_number = _HEADED.fullmatch(first) or NUMBER.match(f"{first} ")
    return len(line.cells) > 2 or not is_number
