"""Lines of one width, put together into the paragraphs they were cut from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from app.text.word_list import word_list

_WIDEST = 150
"""Columns; a longer line was not cut to a width."""

ENDS = re.compile("[.!?:;。！？：；…][\"'”’」』)）]*$")
NUMBER = re.compile(
    r"(?:第\s*[零〇一二两三四五六七八九十百千0-9０-９]+\s*[编編章节節条條款]"
    r"|[（(][一二三四五六七八九十百0-9０-９a-zA-Z]{1,4}[)）]"
    r"|[一二三四五六七八九十百]+、|[0-9０-９]{1,3}(?:[、．]|[.)）](?![0-9]))"
    r"|[①-⑳]|[•·▪●○■□◆–—*-]\s|附件|附錄|附录|专栏|專欄"
    r"|(?:article|chapter|section|part|annex|title|box|schedule|appendix)"
    r"\s+(?:[0-9]+|[ivxlc]+)\b|[IVXLC]+\.\s)",
    re.IGNORECASE,
)
_INDENT = re.compile("(?:\u3000{2}|[ \u00a0]{4}|\t|[ \u00a0]{2}(?=[^\x00-\xff]))")
EASTERN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U000323af]")
_HYPHEN = re.compile(r"(?P<stem>[A-Za-z]+)-$")
_SOFT_START = re.compile(r"[a-z]{2}")
_COMPOUNDS = word_list(
    "self non co well long short high low medium cross socio multi public private "
    "state so third first second inter market rules law decision policy full part "
    "up anti pre post year end large small mid low"
)


_CONTENTS = re.compile(r"(?:[.…·‥⋯]\s?){4,}[\s(（-]*(?:[0-9]{1,4}|[ivxlc]+)[\s)）-]*$")


def is_contents(line: str) -> bool:
    """Say whether a line belongs to a table of contents: dots, then a page.

    >>> is_contents("第一章　总则 ………………… 3")
    True
    """
    return bool(_CONTENTS.search(line[-200:]))


def width_of(line: str) -> int:
    """Return the columns a line takes; a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def wrapped_width(lines: Sequence[str]) -> int:
    """Return the width that the lines were cut to; 0 if each is a paragraph."""
    widths = sorted(width_of(line.strip()) for line in lines if line.strip())
    if len(widths) < 4:
        return 0
    width = widths[-1 - len(widths) // 50]
    if not 30 <= width <= _WIDEST:
        return 0
    full = [
        line.strip()
        for line, after in pairwise(lines)
        if after.strip() and width_of(line.strip()) >= 0.8 * width
    ]
    open_ended = sum(not ENDS.search(line[-40:]) for line in full)
    is_cut = len(full) * 5 >= len(widths) and open_ended * 2 >= len(full)
    return width if is_cut and len(full) > 2 else 0


def continues(before: str, raw: str, width: int) -> bool:
    """Say whether a line goes on with the paragraph of the one *before* it."""
    line = raw.strip()
    if not width or not line or _INDENT.match(raw):
        return False
    if NUMBER.match(line) and (ENDS.search(before[-40:]) or not line[0].islower()):
        return (
            _is_full(before, line, width)
            and not ENDS.search(before[-40:])
            and bool(re.match("第|[a-zA-Z]", line))
            and not _stands_alone(before)
        )
    if _SOFT_START.match(line) and not ENDS.search(before[-40:]):
        return True
    return _is_full(before, line, width)


def _stands_alone(before: str) -> bool:
    """Say whether the line before is itself a heading, which nothing goes on with."""
    return bool(NUMBER.match(before))


def _is_full(before: str, line: str, width: int) -> bool:
    """Say whether what comes next had no room left on the line before."""
    word = line.split()[0] if not EASTERN.match(line) else line[:2]
    taken = width_of(before.split("\n")[-1])
    return taken + width_of(word) + 1 > width - 4


def joined(parts: Sequence[str]) -> str:
    """Join lines: Chinese without a space, a hyphen at the end with care."""
    text = parts[0] if parts else ""
    pieces = [text]
    for part in parts[1:]:
        hyphen = _HYPHEN.search(pieces[-1][-40:])
        if hyphen and _SOFT_START.match(part):
            if hyphen["stem"].lower() not in _COMPOUNDS:
                pieces[-1] = pieces[-1][:-1]
        elif not (EASTERN.match(part) and EASTERN.match(pieces[-1][-1:])):
            pieces.append(" ")
        pieces.append(part)
    return "".join(pieces)
