"""Markdown, line by line.

Not through a converter to HTML: that counts lists anew (``3.`` becomes the first of a
list) where the number that was written is what the structure rests on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.content.inline import parse
from app.importer.raw import Block
from app.importer.raw import BlockKind
from app.importer.raw import CELLS
from app.importer.sources.characters import clean
from app.importer.sources.characters import lines_of
from app.importer.sources.found import Found
from app.importer.sources.wrapping import joined

_HEADING = re.compile(
    r" {0,3}(?P<signs>#{1,6})(?:[ \t]+(?P<words>.*?))?(?:[ \t]+#+)?[ \t]*$"
)
_UNDERLINE = re.compile(r" {0,3}(?P<sign>=|-)(?P=sign)+\s*$")
_RULE = re.compile(r" {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$")
_ITEM = re.compile(r"\A\s*(?:[-*+]\s+|(?=\d{1,9}[.)]\s))")
_QUOTE = re.compile(r"\A\s{0,3}(?:>\s?)+")
_TABLE_RULE = re.compile(r"\s*(?:\|\s*)?:?-+:?\s*(?:\|\s*:?-+:?\s*)*(?:\|\s*)?$")
_CELL = re.compile(r"(?<!\\)\|")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_NOTE = re.compile(r"\[\^[^\]\s]{1,99}\]:?")
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]{0,500})?/?>")
_PICTURE = re.compile(r"!\[([^\[\]]{0,999})\]\([^()\s]{0,999}\)")
_LINK = re.compile(
    r"(?<!!)\[([^\[\]]{0,999})\]\([^()\s]{0,999}(?:\([^()\s]{0,99}\))?[^()\s]{0,99}\)"
)
_FIELD = re.compile(r"(?P<name>[A-Za-z_]+):\s*(?P<value>.*)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def read_markdown(text: str, encoding: str) -> Found:
    """Read headings, paragraphs, items, quotations and rows of tables as plain text."""
    lines = [line.expandtabs(4) for line in lines_of(_without_comments(text))]
    fields, start = _front(lines)
    return Found(
        tuple(_blocks(lines, start)),
        f"Markdown, {encoding}",
        title=clean(fields.get("title", "").strip("\"'")),
        issued=fields.get("issued", fields.get("date", ""))[:10],
        address=fields.get("source", ""),
    )


def _without_comments(text: str) -> str:
    """Leave comments out, but for their line ends, so that places stay."""
    pieces: list[str] = []
    end = 0
    while (start := text.find("<!--", end)) >= 0:
        close = text.find("-->", start)
        if close < 0:
            break
        pieces += [text[end:start], "\n" * text.count("\n", start, close)]
        end = close + 3
    return "".join([*pieces, text[end:]])


def _front(lines: list[str]) -> tuple[dict[str, str], int]:
    """Read the front matter, if there is one, and where the text begins after it."""
    if not lines or lines[0].lstrip("\ufeff").rstrip() != "---":
        return {}, 0
    fields: dict[str, str] = {}
    for at, line in enumerate(lines[1:200], 1):
        if line.rstrip() in ("---", "..."):
            return fields, at + 1
        if found := _FIELD.match(line):
            fields[found["name"].lower()] = found["value"].strip()
    return {}, 0


class _Paragraph:
    """The lines of a paragraph, as Markdown puts them together."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.place = 0

    def add(self, line: str, number: int) -> None:
        """Take one more line."""
        if not self.parts:
            self.place = number
            line = _ITEM.sub("", line, count=1)
        self.parts.append(clean(line.rstrip().removesuffix("\\")))

    def end(self, kind: BlockKind = "paragraph", level: int = 0) -> Iterator[Block]:
        """Give the block that the lines make, if they make one."""
        text = _plain(joined(self.parts)) if self.parts else ""
        self.parts = []
        if text:
            yield Block(text, self.place, kind, level)


def _blocks(lines: list[str], start: int) -> Iterator[Block]:
    """Yield the blocks in order."""
    paragraph = _Paragraph()
    rows = _rows(lines)
    for at, raw in enumerate(lines[start:], start):
        line = _QUOTE.sub("", raw, count=1)
        underline = _UNDERLINE.match(line)
        if underline and paragraph.parts:
            yield from paragraph.end("heading", 1 if underline["sign"] == "=" else 2)
            continue
        special = _special(line, at + 1, at in rows)
        if special is not None or not line.strip() or _ITEM.match(line):
            yield from paragraph.end()
        if special is not None:
            yield from special
        elif line.strip():
            paragraph.add(line, at + 1)
            if raw.endswith(("  ", "\\")):
                yield from paragraph.end()
    yield from paragraph.end()


def _special(line: str, number: int, is_row: bool) -> tuple[Block, ...] | None:
    """Read a line that is a block by itself; None for a line of a paragraph."""
    if heading := _HEADING.match(line):
        words = _plain(heading["words"] or "")
        level = len(heading["signs"])
        return (Block(words, number, "heading", level),) if words else ()
    if _RULE.match(line) or _FENCE.match(line) or (is_row and _TABLE_RULE.match(line)):
        return ()
    if is_row:
        cells = [_plain(cell) for cell in _CELL.split(line.strip().strip("|"))]
        row = CELLS.join(cells).strip()
        return (Block(row, number, "table"),) if any(cells) else ()
    return None


def _rows(lines: list[str]) -> set[int]:
    """Find the lines of tables: with bars, together with a line of rules."""
    rows: set[int] = set()
    near: list[int] = []
    has_rule = False
    for at, line in enumerate([*lines, ""]):
        if "|" in line:
            near.append(at)
            has_rule |= bool(_TABLE_RULE.match(line))
        else:
            rows.update(near if has_rule else ())
            near, has_rule = [], False
    return rows


def _plain(line: str) -> str:
    """Take the markup out of a line."""
    line = _NOTE.sub("", line)
    line = _PICTURE.sub("", line)
    line = _LINK.sub(r"\1", line)
    line = _TAG.sub("", line)
    text = parse(line).plain if len(line) < 20_000 else line
    return clean(_ESCAPED.sub(r"\1", text))
