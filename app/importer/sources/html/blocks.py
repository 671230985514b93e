"""The paragraphs, headings and rows of tables of a page, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set

from bs4 import BeautifulSoup
from bs4 import Tag
from bs4.element import CData
from bs4.element import NavigableString

from app.importer.raw import Block
from app.importer.raw import BlockKind
from app.importer.sources.characters import clean
from app.importer.sources.characters import paragraphs_of
from app.importer.sources.html.furniture import SILENT
from app.importer.sources.html.ordinals import Ordinals
from app.importer.sources.html.tables import rows_of
from app.importer.sources.html.walking import has
from app.importer.sources.html.walking import short_text
from app.text.word_list import word_list

_BLOCKS = word_list(
    "p div section article main header footer aside nav form fieldset figure "
    "figcaption h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre address center "
    "table caption thead tbody tfoot tr td th body html hr details summary legend dir"
)
_HEADING = re.compile(r"h([1-6])")
_BREAK = "\v"
_EAST = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
#: A line end in the source between Chinese signs is none in the text.
_SOURCE_BREAK = re.compile(rf"(?<=[{_EAST}])[ \t]*[\r\n]\s*(?=[{_EAST}])")
_LOWER = re.compile(r"[a-z]")
_OPEN = re.compile(r"[A-Za-z,-]$")
_NOTE_TARGET = re.compile(
    r"#_?(?:ftn|fn|ntr|note|footnote|endnote|cite_note)(?!.*ref)[-_:.\d]", re.IGNORECASE
)
_LONGEST_MARK = 6
_NOTE_MARK = re.compile(r"\s*[\[(〔【]?(?:[0-9]{1,3}|[*†‡a-z↑↩])[\])〕】]?\s*")


class _Writer:
    """Takes text and breaks, gives blocks."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.level = 0
        self.pre = 0

    def flush(self) -> Iterator[Block]:
        """Give what was gathered: a heading whole, a paragraph parted at breaks."""
        text = "".join(self.parts)
        self.parts = []
        if not text.strip():
            return
        kind: BlockKind = "heading" if self.level else "paragraph"
        text = _SOURCE_BREAK.sub("", text) if not self.pre else text
        if self.level:
            text = text.replace(_BREAK, " ")
        for line in _lines(_BREAK.join(paragraphs_of(text))):
            yield Block(line, 0, kind, self.level)


def blocks_of(soup: BeautifulSoup, dropped: Set[int]) -> Iterator[Block]:
    """Yield the blocks of a page but for the elements that are *dropped*.

    The walk keeps its own stack: a page may be nested deeper than Python goes.
    """
    writer = _Writer()
    ordinals = Ordinals()
    stack: list[tuple[Tag, Iterator[object]]] = [(soup, iter(soup.children))]
    while stack:
        tag, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if tag.name in _BLOCKS:
                yield from writer.flush()
            _leave(tag, writer)
        elif isinstance(child, Tag):
            is_out = id(child) in dropped or _is_left_out(child)
            if not is_out and not ordinals.is_mark(child):
                yield from _enter(child, writer, ordinals, stack, dropped)
        elif type(child) in (NavigableString, CData):
            text = str(child)
            if text.strip():
                writer.parts.append(ordinals.take(text))
            writer.parts.append(_spaces(text, writer))
    yield from writer.flush()


def _enter(
    tag: Tag,
    writer: _Writer,
    ordinals: Ordinals,
    stack: list[tuple[Tag, Iterator[object]]],
    dropped: Set[int],
) -> Iterator[Block]:
    """Begin an element: end the paragraph before a block, read a real table whole."""
    if tag.name == "br":
        writer.parts.append(_BREAK)
        return
    if tag.name in _BLOCKS:
        yield from writer.flush()
    if tag.name == "table" and (rows := rows_of(tag, dropped)):
        for is_row, text in rows:
            yield Block(text, 0, "table" if is_row else "paragraph")
        return
    if heading := _HEADING.fullmatch(tag.name):
        writer.level = int(heading[1])
    writer.pre += tag.name == "pre"
    ordinals.enter(tag)
    stack.append((tag, iter(tag.children)))


def _leave(tag: Tag, writer: _Writer) -> None:
    """End an element."""
    if _HEADING.fullmatch(tag.name or ""):
        writer.level = 0
    writer.pre -= tag.name == "pre"


def _spaces(text: str, writer: _Writer) -> str:
    """Keep the line ends of text that is set as typed."""
    return re.sub(r"\r\n?|\n", _BREAK, text) if writer.pre else text


def _is_left_out(tag: Tag) -> bool:
    """Say whether it has no text of the page, as scripts, deletions, note marks."""
    if tag.name in SILENT or tag.name in ("del", "s", "strike"):
        return True
    if tag.name == "a":
        return _is_note_link(str(tag.get("href") or ""), tag)
    if tag.name != "sup":
        return False
    if not _NOTE_MARK.fullmatch(short_text(tag)):
        return False
    return has(tag, "a") or (tag.parent is not None and tag.parent.name == "a")


def _is_note_link(target: str, tag: Tag) -> bool:
    """Say whether a link only leads to a footnote, or back from it."""
    text = short_text(tag).strip()
    if not target.startswith("#") or len(text) > _LONGEST_MARK:
        return False
    is_note = _NOTE_TARGET.match(target) and _NOTE_MARK.fullmatch(text)
    return bool(is_note) or text.rstrip("\ufe0e") in ("↑", "↩", "^", "←")


def _lines(text: str) -> Iterator[str]:
    """Part a paragraph at its breaks, but not English inside a sentence."""
    before = ""
    for raw in text.split(_BREAK):
        line = clean(raw)
        if before and line and _LOWER.match(line) and _OPEN.search(before):
            before = f"{before} {line}"
            continue
        if before:
            yield before
        before = line
    if before:
        yield before
