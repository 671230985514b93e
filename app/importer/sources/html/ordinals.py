"""The numbers that a browser puts before the items of a list; the text has none."""

from __future__ import annotations

import re

from bs4 import Tag

from app.importer.sources.html.walking import short_text
from app.text.numerals import format_chinese
from app.text.numerals import format_roman

_HAS_NUMBER = re.compile(
    r"\s*(?:[(（\[【]?(?:[0-9０-９]{1,4}|[a-zA-Z]|[ivxlcIVXLC]{1,6}|[一二三四五六七八九十百]{1,4})"
    r"[)）.．、\]】]|[①-⑳•·-]|第[一二三四五六七八九十百千0-9]+|(?:Article|Section|Chapter)\s)"
)
#: A cell before the text of an item, where a table lays out a list.
_MARK = re.compile(
    r"\s*(?:[(（\[]?(?:[0-9]{1,4}|[a-zA-Z]|[ivxlcIVXLC]{1,6}|[一二三四五六七八九十百]{1,4})"
    r"[)）.．、\]]|[①-⑳—–•·-])\s*"
)
_NONE = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)
_CHINESE = re.compile(r"list-style(?:-type)?\s*:\s*(?:cjk|simp|trad)", re.IGNORECASE)
_NOTES = re.compile(r"foot-?note|endnote|fn[-:_\d]|cite_note", re.IGNORECASE)


def is_mark(text: str) -> bool:
    """Say whether a text is only the number of an item."""
    return bool(_MARK.fullmatch(text))


class Ordinals:
    """Counts the items of every list, and says the number before an item's text."""

    def __init__(self) -> None:
        self._counts: dict[int, int] = {}
        self._pending = ""
        self._mark = ""

    def is_mark(self, tag: Tag) -> bool:
        """Take a number that has a cell of its own for the cell beside it."""
        if tag.name != "td" or tag.find_next_sibling("td") is None:
            return False
        text = short_text(tag)
        if not is_mark(text):
            return False
        self._mark = f"{text.strip()} "
        return True

    def enter(self, tag: Tag) -> None:
        """Count an item when it begins."""
        parent = tag.parent
        if tag.name != "li" or parent is None or parent.name != "ol":
            return
        number = self._counts.get(id(parent), _integer(parent.get("start"), 1) - 1) + 1
        number = _integer(tag.get("value"), number)
        self._counts[id(parent)] = number
        style = f"{parent.get('style') or ''};{tag.get('style') or ''}"
        self._pending = (
            "" if _NONE.search(style) else _written(tag, parent, number, style)
        )

    def take(self, text: str) -> str:
        """Return the number before a text, once, unless the text itself has one."""
        pending, self._pending = self._pending, ""
        mark, self._mark = self._mark, ""
        return mark if mark or _HAS_NUMBER.match(text) else pending


def _written(tag: Tag, parent: Tag, number: int, style: str) -> str:
    """Write a number as its list has it."""
    if _NOTES.match(str(tag.get("id") or "")):
        return f"[{number}] "
    if _CHINESE.search(style) and 0 < number < 10_000:
        return f"{format_chinese(number)}、"
    kind = str(parent.get("type") or "1")
    if kind in "aA" and 0 < number <= 26:
        return f"{chr(ord(kind) + number - 1)}. "
    if kind in "iI" and 0 < number < 100:
        roman = format_roman(number)
        return f"{roman if kind == 'I' else roman.lower()}. "
    return f"{number}. "


def _integer(value: object, default: int) -> int:
    """Read a small number of an attribute."""
    found = re.fullmatch(r"\s*(-?[0-9]{1,6})\s*", str(value or ""))
    return int(found[1]) if found else default
