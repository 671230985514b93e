"""Tables that are tables, told from those that only lay out a page."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set

from bs4 import Tag
from bs4.element import NavigableString

from app.importer.raw import CELLS
from app.importer.sources.characters import clean
from app.importer.sources.html.furniture import SILENT
from app.importer.sources.html.ordinals import is_mark
from app.importer.sources.html.walking import has
from app.importer.sources.languages import count

_LONGEST = 600
"""Signs in a cell; a page that is laid out by a table has all its text in one."""

_PARAGRAPHS = 4
"""In a cell."""

Rows = list[tuple[bool, str]]


def rows_of(table: Tag, dropped: Set[int]) -> Rows:
    """Return the rows of a real table, cells joined; none for a table of layout.

    A caption comes first and is no row.
    """
    if has(table, "table"):
        return []
    rows = [
        _cells(row, dropped) for row in table.find_all("tr") if isinstance(row, Tag)
    ]
    filled = [texts for row in rows if any(texts := [text for text, _ in row])]
    if all(is_mark(row[0]) for row in filled):
        return []  # a list
    if not _is_real(filled, [n for row in rows for _, n in row]) or _is_bilingual(
        filled
    ):
        return []
    caption = table.find("caption")
    head: Rows = []
    if isinstance(caption, Tag) and (words := clean(caption.get_text(" "))):
        head.append((False, words))
    return head + [(True, CELLS.join(row).strip(" |")) for row in filled]


def _cells(row: Tag, dropped: Set[int]) -> list[tuple[str, int]]:
    """Return the text of each cell, with how many paragraphs it has."""
    cells = []
    for cell in row.find_all(["td", "th"], recursive=False):
        if isinstance(cell, Tag) and id(cell) not in dropped:
            paragraphs = len(cell.find_all(["p", "div", "br", "li"], limit=9))
            cells.append((_text(cell, dropped), paragraphs))
    return cells


def _text(cell: Tag, dropped: Set[int]) -> str:
    """Return what a cell says, its paragraphs parted by a space."""
    pieces: list[str] = []
    for node in cell.descendants:
        if isinstance(node, Tag):
            pieces.append(" " if node.name in ("p", "div", "br", "li") else "")
        elif type(node) is NavigableString and not _is_out(node, dropped):
            pieces.append(str(node))
    return clean("".join(pieces)).replace(CELLS, " / ")


def _is_out(node: NavigableString, dropped: Set[int]) -> bool:
    """Say whether a text stands directly in something that is left out."""
    parent = node.parent
    return parent is not None and (parent.name in SILENT or id(parent) in dropped)


def _is_real(rows: Sequence[Sequence[str]], paragraphs: Sequence[int]) -> bool:
    """Judge by the shape: several rows of several short cells."""
    several = [row for row in rows if sum(bool(cell) for cell in row) > 1]
    if len(rows) < 2 or len(several) * 2 < len(rows) or not several:
        return False
    if max(paragraphs, default=0) > 2 * _PARAGRAPHS:
        return False
    return max(len(cell) for row in rows for cell in row) <= _LONGEST


def _is_bilingual(rows: Sequence[Sequence[str]]) -> bool:
    """Say whether the table is two texts side by side: one column a language."""
    pairs = [row for row in rows if len(row) == 2 and all(row)]
    if len(pairs) * 2 < len(rows):
        return False
    first = count(row[0] for row in pairs)
    second = count(row[1] for row in pairs)
    return first.zh != second.zh and min(
        first.han + first.words, second.han + second.words
    ) > 3 * len(pairs)
