"""Headings that share a line: 第一章 总则 第一条 为了…; each gets a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace

from app.importer.raw import Block
from app.importer.structure.forms import NAMED
from app.importer.structure.forms import read_mark
from app.text.numerals import CHINESE_NUMERAL

_LONGEST_TITLE = 90

_NEXT = re.compile(
    rf"""
    (?<=\s) (?=
        第 \s* (?:\d+|{CHINESE_NUMERAL}) \s* [章节節条條] (?:之{CHINESE_NUMERAL})? \s
      | (?:Chapter|CHAPTER|Section|SECTION) \s+ (?:\d+|[IVXLC]+) \s+ [A-Z]
      | (?:Article|ARTICLE) \s+ (?:\d+|[IVXLC]+) (?:-\d+)? \b [.:]? \s+ [A-Z(]
    )
    """,
    re.VERBOSE,
)
_SENTENCE = re.compile(r"[。；，！？、]|[,;!?] |[.:] ")


def one_a_line(blocks: Sequence[Block]) -> list[Block]:
    """Part the lines that have a heading and the next one; all else stays as it is."""
    return [part for block in blocks for part in _parted(block)]


def _parted(block: Block) -> Iterator[Block]:
    """Yield the headings of a line one by one, and what follows the last."""
    rest = block.text
    while block.kind != "table" and (at := _end_of_heading(rest)):
        yield replace(block, text=rest[:at].rstrip())
        rest = rest[at:]
    yield block if rest == block.text else replace(block, text=rest)


def _end_of_heading(text: str) -> int:
    """Say where the next heading begins, if a line begins with one and has its title.

    The title is short and no sentence: 第三条 所称…，第五条 … names other articles.
    """
    mark = read_mark(text)
    if mark is None or mark.style not in NAMED or mark.style == "article":
        return 0
    after = _NEXT.search(text, len(text) - len(mark.tail))
    if after is None:
        return 0
    title = text[len(text) - len(mark.tail) : after.start()].strip()
    fits = title and len(title) <= _LONGEST_TITLE and not _SENTENCE.search(f"{title} ")
    return after.start() if fits else 0
