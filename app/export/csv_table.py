"""CSV: one pair a row, with its headings, its permanent address, and what it is.

A unit without sentences of its own is a row with its headings alone. The rows of a
result set have their score; those of a document say on each row what kind of text it
is, since rows are sorted, filtered and copied apart from one another.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.export.about import in_its_script
from app.export.about import UNLICENSED
from app.export.extract import Extract
from app.export.extract import ExtractUnit
from app.export.extract import Pair
from app.export.spreadsheet import Cell
from app.export.spreadsheet import table_pieces

COLUMNS = ("document", "locator", "url", "heading_zh", "heading_en", "zh", "en")
"""Of every table."""

RESULT_COLUMNS = (*COLUMNS, "score")

DOCUMENT_COLUMNS = (
    *COLUMNS, "issued", "status_zh", "status_en", "licence_zh", "licence_en",
    "snapshot",
)  # fmt: skip


def write(extract: Extract) -> bytes:
    """Write all pairs."""
    results = extract.query is not None
    header = RESULT_COLUMNS if results else DOCUMENT_COLUMNS
    ends = {} if results else _kinds_of_text(extract)
    rows = (
        (*row, *((unit.score or 0.0,) if results else ends[unit.slug]))
        for unit in extract.units
        for row in _rows(unit)
    )
    return "".join(table_pieces(header, rows)).encode()


def _rows(unit: ExtractUnit) -> Iterator[tuple[Cell, ...]]:
    """Write the pairs of a unit; of one without any, its heading."""
    headings = (unit.heading.zh, unit.heading.en)
    for pair in unit.pairs:
        yield (*_place(pair), *headings, pair.zh or "", pair.en or "")
    if not unit.pairs:
        yield (*_place(unit), *headings, "", "")


def _place(where: ExtractUnit | Pair) -> tuple[str, str, str]:
    """Write where a row stands, with the address that can be cited."""
    return where.slug, where.locator, where.address


def _kinds_of_text(extract: Extract) -> dict[str, tuple[str, ...]]:
    """Write of each document what stands at the end of its rows."""
    ends: dict[str, tuple[str, ...]] = {}
    for source in extract.sources:
        status = source.status
        licence = source.licence or in_its_script(UNLICENSED, extract)
        ends[source.slug] = (
            source.issued, status.zh, status.en, licence.zh, licence.en, extract.digest
        )  # fmt: skip
    return ends
