"""The lines that may be headings; not those that only go on with a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace

from app.importer.raw import Block
from app.importer.structure.forms import APART
from app.importer.structure.forms import half_width
from app.importer.structure.forms import Mark
from app.importer.structure.forms import read_mark

_OPENING = ("“", "「")
_CLOSING = ("”", "」")
_QUOTED_AT_MOST = 60
"""How many blocks a quotation may be long; a sign that is never closed ends there."""

_SELDOM = ("clause", "subsection")
"""第一款 and 第一目 are headings in few laws, and named in the sentences of most."""

_SHORT = 60
_HIGHEST = 9_999
"""The highest number that an address may have anywhere."""

_GOES_ON_ZH = re.compile(
    r"[的、,和或及与與至到款项項第之内內〔等]|规定|規定|依照|中(?![华華国國央外小级級])"
    r"|以[上下及]|所[列述称稱指规規]|修改"
)
_GOES_ON_EN = re.compile(
    r"(?:of|and|or|to|shall|appl\w+|above|below|hereof|thereof|is|are|was|were|may|does"
    r"|do|has|have|in(?! order)|on|with|by|from|paragraphs?|as)\b"
)
_MAY_GO_ON_ZH = re.compile(
    r"[的、,或与與]|所[列述称稱指规規]|和(?![谐諧平解])|及(?![时時])|至(?!少)|到(?![期达達\d])"
    r"|第[\d一二三四五六七八九十百]+[款项項条條]|规定|規定"
)
_LISTED = re.compile(r"[\s:]*\d{1,2}\s*[.、](?!\d)")
_SENTENCE_STOP = re.compile(r"[。;；]|[.](?=\s|$)")

_ALIKE = (
    ("dot", "comma", "stop"),
    ("han-bracket", "bracket"),
)
"""Styles that a careless text mixes in one series: 1. · 2、 · 3。"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be a heading."""

    index: int
    """Of its block."""
    mark: Mark
    is_clear: bool = True
    """Whether something parts the number from the rest, as in 第一条　为了."""
    is_marked: bool = False
    """Whether the file itself says that it is a heading."""


def find_candidates(blocks: Sequence[Block], skip: range) -> list[Candidate]:
    """Find the lines that may be headings, in order."""
    quoted = _quoted(blocks)
    found = []
    for index, block in enumerate(blocks):
        if index in skip or index in quoted or block.kind == "table":
            continue
        mark = read_mark(block.text)
        if mark is None or max(mark.number) > _HIGHEST:
            continue
        if mark.number[0] == 0 and mark.is_named:
            continue
        if mark.is_named and _goes_on(mark):
            continue
        is_clear = not mark.tail or (bool(mark.gap) and not _may_go_on(mark))
        found.append(Candidate(index, mark, is_clear, block.kind == "heading"))
    return list(_in_one_series(found))


def _goes_on(mark: Mark) -> bool:
    """Say whether a sentence goes on behind the number: Article 5 of this Law."""
    if not mark.tail:
        return False
    tail = half_width(mark.tail)
    if mark.style in APART and (
        _LISTED.match(mark.gap + tail) or (len(tail) > 60 and _stops(tail))
    ):
        return True
    if mark.style in _SELDOM and (len(tail) > _SHORT or _stops(tail)):
        return True
    if "," in mark.gap:
        return not tail.isupper() or not tail.isascii()
    if not mark.tail[0].isascii():
        return not mark.gap and bool(_GOES_ON_ZH.match(tail))
    if not mark.gap:
        return not tail.startswith(("[", "<", "【"))
    return bool(_GOES_ON_EN.match(tail)) and not mark.gap.strip()


def _may_go_on(mark: Mark) -> bool:
    """Say whether a sentence may go on behind the space: 第五条 第二款规定的.

    Machine translation has small letters where a sentence begins.
    """
    tail = half_width(mark.tail)
    if tail[0].islower() and mark.is_named:
        return not mark.gap.strip()
    return mark.is_named and bool(_MAY_GO_ON_ZH.match(tail))


def _stops(tail: str) -> bool:
    return bool(_SENTENCE_STOP.search(tail))


def _quoted(blocks: Sequence[Block]) -> set[int]:
    """Find the blocks that lie inside a quotation begun in a block above.

    An amendment quotes whole articles: 修改为：“第五条 …. A sign that was forgotten
    must not hide the articles after it, so the quotation has to end soon, too.
    """
    inside: set[int] = set()
    opened: int | None = None
    for index, block in enumerate(blocks):
        balance = sum(block.text.count(sign) for sign in _OPENING)
        balance -= sum(block.text.count(sign) for sign in _CLOSING)
        if opened is not None and index - opened > _QUOTED_AT_MOST:
            opened = None
        goes_on = block.text.startswith(_OPENING)  # each of its paragraphs has the sign
        ends = balance < 0 or (goes_on and balance == 0)
        if opened is not None and ends:
            inside.update(range(opened + 1, index + 1))
            opened = None
        elif balance > 0 and (opened is None or not goes_on) and _quotes(block.text):
            opened = index
    return inside


def _quotes(text: str) -> bool:
    """Say whether the last quotation of a block begins it, or follows a colon."""
    at = max(text.rfind(sign) for sign in _OPENING)
    return at == 0 or text[at - 1] in "：:"


def _in_one_series(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Give those that go on with a series of another style the style of the series."""
    last: dict[str, int] = {}
    for candidate in found:
        mark = candidate.mark
        number = mark.number[0]
        style = mark.style
        if number != 1 and last.get(style) != number - 1:
            style = _continued(style, number, last)
        if mark.style == "roman" and last.get("roman") != number - 1:
            letter = _letter_of(mark, last)
            if letter:
                mark = replace(mark, style="capital", number=(letter,))
                candidate = replace(candidate, mark=mark)
                style, number = "capital", letter
        last[style] = number
        if style != mark.style:
            candidate = replace(candidate, mark=replace(mark, style=style))
        yield candidate


def _letter_of(mark: Mark, last: dict[str, int]) -> int:
    """Give the place of I, V or X in the alphabet where letters run up to it."""
    letters = {1: 9, 5: 22, 10: 24, 50: 12}
    place = letters.get(mark.number[0], 0)
    return place if place and last.get("capital") == place - 1 else 0


def _continued(style: str, number: int, last: dict[str, int]) -> str:
    for alike in _ALIKE:
        if style in alike:
            for other in alike:
                if last.get(other) == number - 1:
                    return other
    return style
