"""Quotations and brackets of a text: where each begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

_DEEPEST = 8
"""How deep they may lie in one another; deeper ones are not looked at."""

_BRACKETS = {
    "（": "）",
    "(": ")",
    "[": "]",
    "［": "］",
    "【": "】",
    "〔": "〕",
    "《": "》",
}
_QUOTES = {"“": "”", "「": "」", "『": "』", "〝": "〞", '"': '"', "„": "”", "«": "»"}

CLOSERS = "".join({*_BRACKETS.values(), *_QUOTES.values(), "’", "'"}).replace(
    "]", r"\]"
)
"""The inside of a character class for what closes."""

OPENERS = "".join({*_BRACKETS, *_QUOTES, "‘", "'"}).replace("[", r"\[")
"""The inside of a character class for what opens."""

_SIGN = re.compile(f"[{OPENERS}{CLOSERS}]")


@dataclass(frozen=True, slots=True)
class Span:
    """A quotation or a bracket with its signs, from *start* to *end*."""

    start: int
    end: int
    is_quote: bool


class Enclosed:
    """The spans of a text. Asked for one place after the other, from left to right."""

    def __init__(self, text: str, longest: int) -> None:
        self._spans = _spans(text, longest)
        self._next = 0
        self._open: list[Span] = []

    def around(self, at: int) -> list[Span]:
        """Give the spans that have begun before *at* and are not closed before it."""
        spans = self._spans
        while self._next < len(spans) and spans[self._next].start < at:
            self._open = [
                span for span in self._open if span.end > spans[self._next].start
            ]
            self._open.append(spans[self._next])
            self._next += 1
        self._open = [span for span in self._open if span.end > at]
        return self._open


def _spans(text: str, longest: int) -> list[Span]:
    """Find all spans; signs without a partner are none, nor are spans too long."""
    found: list[Span] = []
    waiting: list[tuple[str, int]] = []
    for at, sign in _signs(text):
        while waiting and at - waiting[0][1] > longest:
            waiting.pop(0)
        partners = [n for n, (closer, _) in enumerate(waiting) if closer == sign]
        if partners:
            start = waiting[partners[-1]][1]
            del waiting[partners[-1] :]
            found.append(Span(start, at + 1, text[start] in _QUOTES))
        elif sign in _CLOSER and len(waiting) < _DEEPEST:
            waiting.append((_CLOSER[sign], at))
    return sorted(found, key=lambda span: (span.start, -span.end))


_CLOSER: Mapping[str, str] = {**_BRACKETS, **_QUOTES}


def _signs(text: str) -> Iterator[tuple[int, str]]:
    for match in _SIGN.finditer(text):
        yield match.start(), match[0]
