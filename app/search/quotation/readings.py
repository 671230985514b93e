"""What in a pasted text may be the quotation: all of it, or without what is round it.

A quotation is pasted with its number, in quotation marks, with its source in brackets
or after a dash, or together with its translation. Each is tried; the distance decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from app.model.document import Lang
from app.text.english import words
from app.text.letters import Letters
from app.text.letters import letters
from app.text.normalize import CJK
from app.text.normalize import fold_text

LEAST_HAN = 12
"""Fewer characters of Chinese are words to search for, not a quotation."""

LEAST_WORDS = 8
"""The same for English words."""

LEAST_LETTERS = 56
"""As good as the English words, where the spaces between them are lost."""

_HAN = re.compile(f"[{CJK}]")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_SPACES = re.compile(r"\s+")
_NUMBER = re.compile(
    r"""
    \W*(?:第\s?)?
    (?:[\d.]+(?:\.?s\d+[a-z]*)?        # 11 · 2.3.11.s4
     | [〇零一二三四五六七八九十百]+     # 十一
     | [ivxlc]{1,6}|[a-z])             # IV · b
    (?:[条條款项項章节節](?:措施)?)?
    [\W_]+                             # what parts it from the sentence
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BRACKETED = re.compile(r"[（(［\[【〔][^（(［\[【〔]*[）)］\]】〕]\W*$")
_SIGNED = re.compile(r"\s*(?:[—–―－]{1,2}|\s-{1,2}\s)[^—–―－]{2,100}$")
_INSIDE = re.compile(r"[“„\"「『«](.+)[”“\"」』»]", re.DOTALL)


@dataclass(frozen=True)
class Reading:
    """One part of the pasted text that may be a quotation, in one language."""

    text: str

    @cached_property
    def letters(self) -> Letters:
        """Its letters, which are compared."""
        return letters(self.text)

    @cached_property
    def lang(self) -> Lang | None:
        """The language it is long enough in; None if it is too short."""
        size, han = len(self.letters.text), len(_HAN.findall(self.text))
        if han >= LEAST_HAN or (size >= LEAST_HAN and 2 * han > size):
            return "zh"
        count = sum(1 for _ in words(fold_text(self.text)))
        return "en" if count >= LEAST_WORDS or size >= LEAST_LETTERS else None


def readings(pasted: str) -> tuple[Reading, ...]:
    """Give the ways to read what was pasted that are long enough, the whole first."""
    texts = dict.fromkeys(_trimmed(text) for text in _parts(pasted))
    found = (Reading(text) for text in texts if text)
    return tuple(one for one in found if one.lang)


def _parts(pasted: str) -> Iterator[str]:
    """Yield the whole, the whole without its surroundings, and parts of it."""
    without_number = _NUMBER.sub("", pasted, count=1) if _NUMBER.match(pasted) else ""
    for text in (pasted, without_number):
        yield text
        for source in (_BRACKETED, _SIGNED):
            yield source.sub("", text)
    if inside := _INSIDE.search(pasted):
        yield inside[1]
    yield from _by_language(pasted)


def _by_language(pasted: str) -> Iterator[str]:
    """Part a pair that was pasted whole: Chinese, and what stands before or after."""
    han = [match.start() for match in _HAN.finditer(pasted)]
    if han:
        start, end = han[0], han[-1] + 1
        yield pasted[start:end]
        yield max(pasted[:start], pasted[end:], key=len)


def _trimmed(text: str) -> str:
    """Cut off what is no letter at either end, and make all spaces one."""
    return _SPACES.sub(" ", _EDGES.sub("", text))
