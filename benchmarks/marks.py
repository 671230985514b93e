"""How much of what an engine marks was asked for, and how much of it is marked.

Counted in code points of the Chinese text, for stretches of one to six characters that
occur: precision is the share of the marked points that belong to an occurrence, recall
the share of those points that are marked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from whoosh.highlight import Formatter

OPEN, CLOSE = "\x02", "\x03"


class Marking(Protocol):
    """An engine that shows where in the Chinese text its hits are."""

    def marked(self, query: str) -> dict[str, str]:
        """Give the text of each unit found, what is marked between OPEN and CLOSE."""


class WholeText(Formatter):
    """What Whoosh marks, in the text as it is."""

    between = ""

    def format_token(self, text, token, replace=False):  # type: ignore[no-untyped-def]
        """Put the signs around one token."""
        return f"{OPEN}{text[token.startchar : token.endchar]}{CLOSE}"


def precision_and_recall(
    engine: Marking, stretches: list[tuple[str, set[str]]], texts: dict[str, str]
) -> tuple[float, float]:
    """Hold the marks against every occurrence; *texts* has the Chinese of each unit."""
    marked = wanted = both = 0
    for stretch, units in stretches:
        found = engine.marked(stretch)
        for unit in units:
            text = "".join(texts[unit].split())
            truth = set(_occurrences(text, stretch))
            got = set(_points(found.get(unit, "")))
            marked, wanted, both = (
                marked + len(got),
                wanted + len(truth),
                both + len(got & truth),
            )
    return both / max(marked, 1), both / max(wanted, 1)


def _occurrences(text: str, stretch: str) -> Iterator[int]:
    """Yield the points of every occurrence, from left to right."""
    start = text.find(stretch)
    while start >= 0:
        yield from range(start, start + len(stretch))
        start = text.find(stretch, start + len(stretch))


def _points(marked: str) -> Iterator[int]:
    """Yield the points that are marked, spaces left out."""
    place, inside = 0, False
    for char in marked:
        if char in OPEN + CLOSE:
            inside = char == OPEN
        elif not char.isspace():
            if inside:
                yield place
            place += 1
