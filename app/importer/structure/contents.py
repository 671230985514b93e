"""Tables of contents, which say every heading once before the text does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.importer.raw import Block
from app.importer.structure.forms import half_width
from app.importer.structure.forms import read_mark
from app.text.numerals import CHINESE_NUMERAL

_TITLE = re.compile(
    r"(?:目\s*[录錄次]|(?:table\s+of\s+)?contents"
    r"|arrangement of (?:sections|provisions))\s*:?",
    re.IGNORECASE,
)
_DOTS = " \t.·…‥_—–|-"
_ENTRY = re.compile(r"(?:\.{3,}|…|·{3,}|\t)\s*\d{1,4}\s*$")
_ENTRY_END = 30
_CHAPTERS = re.compile(rf"(?<!\S)第\s*{CHINESE_NUMERAL}\s*[章节節编編]")
_LONGEST = 2_000
"""How far into a line one looks for a table that stands on it."""

_AT_LEAST = 3
_NEAR_TOP = 60
"""How many blocks may stand above a table that has no title."""


def find_contents(blocks: Sequence[Block]) -> range:
    """Find the table of contents; an empty range where there is none."""
    lines = _Lines(blocks)
    for index, block in enumerate(blocks):
        if _TITLE.fullmatch(half_width(block.text[:_LONGEST]).strip()):
            end = lines.end(index + 1)
            if end - index >= _AT_LEAST or lines.has_many(index + 1):
                return range(index, end)
    for index in range(min(len(blocks), _NEAR_TOP)):
        if lines.has_many(index):
            return range(index, index + 1)
        if lines.keys[index]:
            end = lines.end(index)
            is_table = lines.begins_anew(end, index) or lines.all_again(index, end)
            if lines.marks(index, end) >= _AT_LEAST and is_table:
                return range(index, end)
            break
    return range(0)


class _Lines:
    """The lines of a text, and where each is said again."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.texts = [block.text for block in blocks]
        self.said = [_said(text) for text in self.texts]
        self.keys = [_key(text) for text in self.texts]
        self._last = {said: index for index, said in enumerate(self.said)}
        self._last_key = {key: index for index, key in enumerate(self.keys)}

    def end(self, start: int) -> int:
        """Find where the lines end that are said again below."""
        for index in range(start, len(self.texts)):
            if index > start and self.begins_anew(index, start):
                return index
            if self.said[index] and not self._is_known(index, start):
                return index
        return len(self.texts)

    def begins_anew(self, index: int, start: int) -> bool:
        """Say whether a line is what the lines from *start* on began with."""
        if index >= len(self.texts):
            return False
        key = self.keys[start]
        same_key = bool(key) and key == self.keys[index]
        return same_key or self.said[index] == self.said[start]

    def all_again(self, start: int, end: int) -> bool:
        """Say whether each line is said again in the same words."""
        return all(self._last[said] >= end for said in self.said[start:end] if said)

    def marks(self, start: int, end: int) -> int:
        """Count the lines that begin with a number."""
        return sum(bool(key) for key in self.keys[start:end])

    def has_many(self, index: int) -> bool:
        """Say whether a whole table stands on one line."""
        text = self.texts[index] if index < len(self.texts) else ""
        return len(_CHAPTERS.findall(text[:_LONGEST])) >= _AT_LEAST and "。" not in text

    def _is_known(self, index: int, start: int) -> bool:
        key = self.keys[index]
        return (
            self._last[self.said[index]] > index
            or (bool(key) and self._last_key[key] > index)
            or (index > start and _is_entry(self.texts[index]))
            or self.has_many(index)
        )


def _is_entry(text: str) -> bool:
    """Say whether a line is an entry by its looks: it leads to a page."""
    return bool(_ENTRY.search(text[-_ENTRY_END:]))


def _key(text: str) -> str:
    """Name the number a line begins with, which need not have the same title below."""
    mark = read_mark(text)
    if mark is None:
        return ""
    named = mark.is_named and mark.style != "article"
    return f"{mark.style} {mark.shown}" if named else _said(text)


def _said(text: str) -> str:
    """Give what a heading says, without space and the number of a page."""
    plain = half_width(text)
    mark = read_mark(text)
    head = mark.end if mark else 0
    tail = plain[head:].rstrip()
    tail = tail.rstrip("0123456789").rstrip(_DOTS) or tail.rstrip(_DOTS)
    return "".join((plain[:head] + tail).split()).casefold().strip(".")
