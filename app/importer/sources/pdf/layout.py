"""Where the lines of a page stand."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from math import isfinite
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from app.importer.sources.wrapping import EASTERN

MOST_SIGNS = 60_000
"""On one page."""


_APART = 1.6
"""Sizes of a letter; a wider gap parts cells, not words."""

_HYPHEN = "\u2010"
"""Stands for the code that the library has for a hyphen at the end of a line."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of a line that stands well apart from the next."""

    left: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line as printed, with its box in points, counted from the foot of the page."""

    cells: tuple[Cell, ...]
    page: int
    left: float
    right: float
    top: float
    bottom: float
    size: float
    """Of its letters."""
    height: float
    """Of the page."""

    @property
    def text(self) -> str:
        """The whole line."""
        return " ".join(cell.text for cell in self.cells)


@dataclass(slots=True)
class _Sign:
    char: str
    is_made: bool
    """Whether the library put it in: a space where there was a gap."""
    left: float
    right: float
    bottom: float
    top: float


def lines_of_page(page: pypdfium2.PdfPage, number: int) -> list[Line]:
    """Return the lines of a page in the order in which the file writes them."""
    height = page.get_height()
    text = page.get_textpage()
    try:
        runs = [signs for signs in _runs(text) if any(_is_seen(x) for x in signs)]
    finally:
        text.close()
    return _merged([_line(signs, number, height) for signs in runs])


def _is_seen(sign: _Sign) -> bool:
    """Say whether a sign shows, somewhere; a broken file may have it nowhere."""
    return not sign.char.isspace() and isfinite(sign.left + sign.right + sign.top)


def _runs(text: pypdfium2.PdfTextPage) -> Iterator[list[_Sign]]:
    """Yield the signs of each line."""
    signs: list[_Sign] = []
    box = pdfium.FS_RECTF()
    for at in range(min(text.count_chars(), MOST_SIGNS)):
        char = _char(text, at)
        if char not in "\r\n":
            pdfium.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box))
            is_made = pdfium.FPDFText_IsGenerated(text, at) == 1
            signs.append(_Sign(char, is_made, box.left, box.right, box.bottom, box.top))
        if char in ("\r", "\n", _HYPHEN) and signs:
            yield signs
            signs = []
    if signs:
        yield signs


def _char(text: pypdfium2.PdfTextPage, at: int) -> str:
    """Return one sign."""
    code = pdfium.FPDFText_GetUnicode(text, at)
    if code in (0x2, 0xFFFE):
        return _HYPHEN
    return chr(code) if 0 < code < 0x110000 else "\ufffd"


def _line(signs: list[_Sign], page: int, height: float) -> Line:
    """Put the signs of a line together."""
    seen = [sign for sign in signs if _is_seen(sign)]
    size = median(abs(sign.top - sign.bottom) for sign in seen) or 10.0
    return Line(
        tuple(_cells(signs, size)),
        page,
        min(sign.left for sign in seen),
        max(sign.right for sign in seen),
        max(sign.top for sign in seen),
        min(sign.bottom for sign in seen),
        size,
        height,
    )


def _cells(signs: list[_Sign], size: float) -> Iterator[Cell]:
    """Part a line where a gap is wider than any between words."""
    parts: list[str] = []
    left = 0.0
    before: _Sign | None = None
    for sign in signs:
        if not _is_seen(sign):
            if before is not None and not sign.is_made:
                parts.append(sign.char)
            continue
        gap = sign.left - before.right if before is not None else 0.0
        if before is None or gap > _APART * size:
            if before is not None:
                yield Cell(left, "".join(parts).strip())
            parts, left = [], sign.left
        elif parts[-1] == before.char and _is_space(before.char, sign.char, gap / size):
            parts.append(" ")
        parts.append("-" if sign.char == _HYPHEN else sign.char)
        before = sign
        if sign.char == _HYPHEN:
            before = replace(sign, char="-")
    yield Cell(left, "".join(parts).strip())


def _is_space(before: str, after: str, gap: float) -> bool:
    """Say whether a gap is a space: beside Chinese a narrow one is only for looks."""
    eastern = bool(EASTERN.match(before)) + bool(EASTERN.match(after))
    return gap > (0.1, 0.5, 0.2)[eastern]


def _merged(lines: list[Line]) -> list[Line]:
    """Put together what stands on one line but was written in pieces."""
    merged: list[Line] = []
    for line in lines:
        before = merged[-1] if merged else None
        if before is not None and _is_same_line(before, line):
            merged[-1] = Line(
                _together(before, line),
                line.page,
                before.left,
                line.right,
                max(before.top, line.top),
                min(before.bottom, line.bottom),
                max(before.size, line.size),
                line.height,
            )
        else:
            merged.append(line)
    return merged


def _together(before: Line, line: Line) -> tuple[Cell, ...]:
    """Put the cells of two pieces of a line together; those that touch become one."""
    gap = (line.left - before.right) / line.size
    if gap > _APART:
        return (*before.cells, *line.cells)
    last, first = before.cells[-1], line.cells[0]
    space = " " if _is_space(last.text[-1:], first.text[:1], gap) else ""
    joint = Cell(last.left, f"{last.text}{space}{first.text}")
    return (*before.cells[:-1], joint, *line.cells[1:])


def _is_same_line(before: Line, line: Line) -> bool:
    """Say whether a line goes on to the right of the one before."""
    overlap = min(before.top, line.top) - max(before.bottom, line.bottom)
    is_level = overlap > 0.5 * min(before.size, line.size)
    gap = line.left - before.right
    return is_level and -0.3 * line.size < gap < 15 * line.size
