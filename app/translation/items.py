"""The items of lists on both sides of a sentence, and which of them are rendered."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from typing import NamedTuple

from app.model.doubt import Spans
from app.translation.links import Links
from app.translation.links import Span
from app.translation.pair import Pair

MOST_WORDS = 7
"""The most words of an English item that stands alone between two others."""

MOST_SIGNS = 9
"""The most characters of a Chinese one."""

_ZH_PARTS = re.compile("[，；。：（）《》,;:()]|、|以及|或者|和|及|与|或")
_ZH_BREAKS = frozenset("，；。：（）《》,;:()")
_EN_PARTS = re.compile(
    r"(?:,\s*)?\b(?:and/or|and|or|as well as|nor)\b|,(?!\d)|[;:()—]|\.(?!\d)",
    re.IGNORECASE,
)
_EN_BREAKS = frozenset(";:().—")
_OTHER = re.compile(r"\bother\b|\bso on\b|\blike\b")

Answers = Mapping[int, set[int]]


class _Parts(NamedTuple):
    """The parts of a text, and whether a list may go on behind each."""

    spans: Sequence[Span]
    goes_on: Sequence[bool]

    def at(self, place: int) -> int:
        """Say in which part a place is."""
        return bisect_right(self.spans, place, key=lambda span: span[0]) - 1


class Items:
    """What stands between commas and conjunctions, and what answers it over there."""

    def __init__(self, pair: Pair, links: Links) -> None:
        self._pair, self._links = pair, links
        self._zh = _parts(pair.zh, _ZH_PARTS, _ZH_BREAKS)
        self._en = _parts(pair.en, _EN_PARTS, _EN_BREAKS)
        to_en: dict[int, set[int]] = defaultdict(set)
        to_zh: dict[int, set[int]] = defaultdict(set)
        for at, span in links.partner.items():
            here, there = self._zh.at(span[0]), self._en.at(links.en[at].start)
            to_en[here].add(there)
            to_zh[there].add(here)
        self._to_en, self._to_zh = to_en, to_zh

    def extra(self) -> Iterator[tuple[Spans, Spans]]:
        """Yield where an item without a partner stands between two that have theirs.

        It must be an item that nothing beside it over there could render either.
        """
        for at, item in _between(self._zh, self._to_en, self._en, self._to_zh):
            if self._is_extra_english(item, at):
                yield (), (_trimmed(self._pair.en, self._en.spans[item]),)
        for at, item in _between(self._en, self._to_zh, self._zh, self._to_en):
            if self._is_extra_chinese(item, at):
                yield (_trimmed(self._pair.zh, self._zh.spans[item]),), ()

    def _is_extra_english(self, item: int, beside: int) -> bool:
        text = self._pair.en[slice(*self._en.spans[item])]
        stems = self._stems(item)
        if not stems or len(text.split()) > MOST_WORDS or _OTHER.search(text):
            return False
        if stems & (self._may(beside) | self._may(beside + 1)):
            return False
        return not (self._has_spare_word(beside) or self._has_spare_word(beside + 1))

    def _is_extra_chinese(self, item: int, beside: int) -> bool:
        start, end = self._zh.spans[item]
        if not 2 <= end - start <= MOST_SIGNS:
            return False
        if self._may(item) & (self._stems(beside) | self._stems(beside + 1)):
            return False
        return not (
            self._has_spare_english(beside) or self._has_spare_english(beside + 1)
        )

    def _has_spare_word(self, item: int) -> bool:
        """Say whether a Chinese item has a word of several characters to itself."""
        start, end = self._zh.spans[item]
        return any(
            start <= span[0]
            and span[0] + 2 <= span[1] <= end
            and not self._links.covered.intersection(range(*span))
            for span, _ in self._links.may
        )

    def _has_spare_english(self, item: int) -> bool:
        """Say whether an English item has a word without a partner."""
        start, end = self._en.spans[item]
        return any(
            start <= word.start < end and at not in self._links.partner
            for at, word in enumerate(self._links.en)
        )

    def _stems(self, item: int) -> set[str]:
        """Give the words of an English item."""
        start, end = self._en.spans[item]
        return {one.stem for one in self._links.en if start <= one.start < end}

    def _may(self, item: int) -> set[str]:
        """Give the words that a Chinese item may be in English."""
        start, end = self._zh.spans[item]
        return {
            stem
            for span, stems in self._links.may
            if start <= span[0] and span[1] <= end
            for stem in stems
        }


def _between(
    one: _Parts, to_other: Answers, other: _Parts, back: Answers
) -> Iterator[tuple[int, int]]:
    """Yield each two neighbours here, and what alone parts their partners over there.

    The two are given by the first of them.
    """
    for at, goes_on in enumerate(one.goes_on):
        first, second = to_other.get(at, set()), to_other.get(at + 1, set())
        for place in sorted(first) if goes_on else ():
            item = place + 1
            alone = item not in first | second and not back.get(item)
            if alone and item + 1 in second and all(other.goes_on[place : item + 1]):
                yield at, item


def _parts(text: str, joints: re.Pattern[str], breaks: frozenset[str]) -> _Parts:
    """Cut a text where items may meet."""
    spans, goes_on, last = [], [], 0
    for joint in joints.finditer(text):
        spans.append((last, joint.start()))
        goes_on.append(joint[0] not in breaks)
        last = joint.end()
    return _Parts([*spans, (last, len(text))], goes_on)


def _trimmed(text: str, span: Span) -> Span:
    """Leave out the spaces around a stretch that is not all spaces."""
    start, end = span
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())
