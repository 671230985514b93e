"""Lines of a page to paragraphs: by indents, gaps, short lines and sizes of letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from app.importer.raw import Block
from app.importer.raw import BlockKind
from app.importer.raw import CELLS
from app.importer.sources.characters import clean
from app.importer.sources.pdf.layout import Line
from app.importer.sources.pdf.rows import rows_among
from app.importer.sources.wrapping import ENDS
from app.importer.sources.wrapping import joined
from app.importer.sources.wrapping import NUMBER
from app.importer.sources.wrapping import width_of

_SMALLEST = 0.1
_FEW = 5
"""Lines on a page."""

_LOWER = re.compile(r"[a-z]{2}")


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the text of a file is set: its letters, and the step from line to line."""

    size: float
    step: float


@dataclass(frozen=True, slots=True)
class _Column:
    """Where the lines of a column begin and end."""

    left: float
    right: float


def paragraphs(lines: Sequence[Line]) -> Iterator[Block]:
    """Yield the paragraphs and rows of tables in order, numbered from 1."""
    pieces = (piece for piece in _pieces(lines) if piece[0])
    for number, (text, kind) in enumerate(pieces, 1):
        yield Block(text, number, kind)


def _pieces(lines: Sequence[Line]) -> Iterator[tuple[str, BlockKind]]:
    """Yield the texts, some of them empty."""
    if not lines:
        return
    shape = _shape(lines)
    columns = _columns(lines)
    rows = rows_among(lines)
    parts: list[str] = []
    before: Line | None = None
    for at, line in enumerate(lines):
        is_new = before is None or not _continues(before, line, columns, shape)
        if at in rows or is_new:
            yield clean(joined(parts)), "paragraph"
            parts = []
        if at in rows:
            yield CELLS.join(clean(cell.text) for cell in line.cells), "table"
            before = None
        else:
            parts.append(clean(line.text))
            before = line
    yield clean(joined(parts)), "paragraph"


def _shape(lines: Sequence[Line]) -> _Shape:
    """Measure the commonest letters and steps."""
    sizes = Counter(
        round(line.size, 1) for line in lines for _ in range(len(line.text))
    )
    steps = [
        above.bottom - below.bottom
        for above, below in pairwise(lines)
        if above.page == below.page and 0 < above.bottom - below.bottom < 5 * above.size
    ]
    size = max(sizes.most_common(1)[0][0], _SMALLEST)
    return _Shape(size, median(steps) if steps else 1.5 * size)


def _columns(lines: Sequence[Line]) -> dict[int, list[_Column]]:
    """Find one column a page, or two that do not touch."""
    by_page: dict[int, list[Line]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    # A page with hardly a line does not show how wide its column is.
    return {
        page: _of_page(own) if len(own) >= _FEW else [_column(lines)]
        for page, own in by_page.items()
    }


def _of_page(lines: Sequence[Line]) -> list[_Column]:
    """Find the columns of a page by a gap in its middle that no line crosses."""
    left, right = min(x.left for x in lines), max(x.right for x in lines)
    middle = (left + right) / 2
    first = [line for line in lines if line.right <= middle]
    second = [line for line in lines if line.left >= middle]
    crossing = len(lines) - len(first) - len(second)
    if min(len(first), len(second)) > 5 and crossing * 5 < len(lines):
        return [_column(first), _column(second)]
    return [_column(lines)]


def _column(lines: Sequence[Line]) -> _Column:
    """Take the outermost place that several lines share on each side."""
    lefts = Counter(round(line.left / 3) for line in lines)
    common = [place for place, count in lefts.items() if count >= 2] or list(lefts)
    rights = sorted(line.right for line in lines)
    return _Column(min(common) * 3.0, rights[-1 - len(rights) // 10])


def _continues(
    before: Line, line: Line, columns: dict[int, list[_Column]], shape: _Shape
) -> bool:
    """Say whether a line goes on with the paragraph of the one before."""
    if _stands_apart(before, line, shape):
        return False
    own, other = _own(line, columns), _own(before, columns)
    is_end = bool(ENDS.search(before.text[-40:]))
    is_flush = _is_below(before, line) and abs(line.left - before.left) < 2
    if is_flush and not is_end and _LOWER.match(line.text):
        return True
    is_large = line.size > 1.15 * shape.size
    if is_large and _is_even(before, other) and _is_even(line, own):
        return _is_below(before, line) and not NUMBER.match(before.text)
    if _is_centred(before, other) and _is_centred(line, own):
        return False
    if NUMBER.match(line.text) and (is_end or line.left - own.left > 3):
        return False
    indent, earlier = line.left - own.left, before.left - other.left
    if indent > 0.8 * line.size and (
        indent > earlier + 0.5 * line.size or (is_end and _is_indented(line, own))
    ):
        return False
    return not _is_short(before, other, line)


def _is_below(before: Line, line: Line) -> bool:
    """Say whether a line stands on the same page, further down."""
    return before.page == line.page and before.bottom > line.bottom


def _stands_apart(before: Line, line: Line, shape: _Shape) -> bool:
    """Say whether letters of another size, or a wide step, part two lines."""
    if abs(before.size - line.size) > 0.15 * max(before.size, line.size):
        return True
    # A title in large letters has its own, wider step.
    step = shape.step * max(line.size / shape.size, 1)
    is_wide = before.bottom - line.bottom > 1.45 * step + 0.1 * shape.size
    return _is_below(before, line) and is_wide


def _is_indented(line: Line, column: _Column) -> bool:
    """Say whether a line begins as the first of a paragraph does, by some two signs."""
    return 1.2 * line.size < line.left - column.left < 3.2 * line.size


def _own(line: Line, columns: dict[int, list[_Column]]) -> _Column:
    """Return the column that a line stands in."""
    return min(columns[line.page], key=lambda column: abs(column.left - line.left))


def _is_centred(line: Line, column: _Column) -> bool:
    """Say whether a line stands in the middle, well away from both sides."""
    return line.left - column.left > 2 * line.size and _is_even(line, column)


def _is_even(line: Line, column: _Column) -> bool:
    """Say whether a line stands as far from one side as from the other."""
    before, after = line.left - column.left, column.right - line.right
    return abs(before - after) < 1.5 * line.size


def _is_short(before: Line, column: _Column, line: Line) -> bool:
    """Say whether the first word of a line would have had room on the one before."""
    text = line.text.strip()
    word = text.split()[0] if text.split() else text
    if width_of(word[:1]) == 2:
        word = word[:2]
    room = column.right - before.right
    return room > (width_of(word) + 1) * 0.55 * line.size
