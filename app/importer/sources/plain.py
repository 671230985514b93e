"""Plain text: one paragraph a line, or lines of one width between empty ones."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence

from app.importer.raw import Block
from app.importer.sources.characters import clean
from app.importer.sources.characters import lines_of
from app.importer.sources.characters import paragraphs_of
from app.importer.sources.found import Found
from app.importer.sources.wrapping import continues
from app.importer.sources.wrapping import joined
from app.importer.sources.wrapping import wrapped_width


def read_plain(text: str, encoding: str) -> Found:
    """Read paragraphs; the place of one is its first line."""
    lines = [
        (number, piece)
        for number, raw in enumerate(lines_of(text), 1)
        for piece in paragraphs_of(raw)
    ]
    return Found(tuple(_blocks(lines)), f"plain text, {encoding}")


def _blocks(lines: Sequence[tuple[int, str]]) -> Iterator[Block]:
    """Yield paragraphs, joined from their lines where those were wrapped."""
    width = wrapped_width([raw for _, raw in lines])
    parts: list[str] = []
    place = 0
    for number, raw in lines:
        line = clean(raw)
        if parts and (not line or not continues(parts[-1], raw, width)):
            yield Block(joined(parts), place)
            parts = []
        if line:
            place = place if parts else number
            parts.append(line)
    if parts:
        yield Block(joined(parts), place)
