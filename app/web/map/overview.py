"""The structure of a text by length: one line, cut at its headings."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass

from app.model.document import Document
from app.model.document import LANGS
from app.model.document import Unit
from app.text.normalize import has_han
from app.web.blocks import heading_of
from app.web.blocks import RANKS
from app.web.interface import ui_lang

_GAP = 0.25
"""The space between two stretches, in per cent of the whole."""

_SCREENS = (("", 320), ("mid", 640), ("wide", 880))
"""How many pixels wide the line is at least: on a phone, from 45rem, from 75rem."""

_FONT = 12
"""The size of the labels in pixels; a Latin letter takes three fifths of that."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words under a stretch; *screen* is the smallest they have room on."""

    text: str
    screen: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part or a section, in per cent of the width; *name* is its whole name."""

    href: str
    name: str
    x: float
    width: float
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The parts of a text, and under them their sections, each as long as its text."""

    parts: tuple[Stretch, ...]
    sections: tuple[Stretch, ...]


def overview(document: Document) -> Overview:
    """Measure the parts and sections of a document; without parts there is nothing."""
    parts = [unit for unit in document.units if RANKS[unit.kind] != "measure"]
    if len(parts) != len(document.units) or len(parts) < 2:
        return Overview((), ())
    whole = sum(map(_length, parts))
    return Overview(tuple(_laid_out(parts, 0, whole)), tuple(_sections(parts, whole)))


def _sections(parts: Iterable[Unit], whole: int) -> Iterator[Stretch]:
    """Lay out the sections, each after the text that its part has of its own."""
    at = 0
    for part in parts:
        below = [unit for unit in part.children if RANKS[unit.kind] == "section"]
        own = _length(part) - sum(map(_length, below))
        yield from _laid_out(below, at + own, whole)
        at += _length(part)


def _laid_out(units: Sequence[Unit], start: int, whole: int) -> Iterator[Stretch]:
    """Lay out units that follow one another; *whole* is the length of the text."""
    at = start
    for unit in units:
        length = _length(unit)
        width = 100 * length / max(whole, 1)
        names = " · ".join(str(heading_of(unit, lang)) for lang in LANGS)
        yield Stretch(
            href=f"#{unit.locator}",
            name=names,
            x=round(100 * at / max(whole, 1), 2),
            width=round(max(width - _GAP, _GAP), 2),
            labels=tuple(_labels(unit, width)),
        )
        at += length


def _labels(unit: Unit, width: float) -> Iterator[Label]:
    """Give the number of a unit, and its whole heading, each where it has room."""
    heading = heading_of(unit, ui_lang())
    number = heading.label.strip(" \u3000、.．") or heading.title
    for text in dict.fromkeys((number, str(heading))):
        fitting = (screen for screen, room in _SCREENS if _fits(text, width, room))
        screen = next(fitting, None)
        if screen is not None:
            yield Label(text, screen if text == number else "wide")


def _fits(text: str, width: float, room: int) -> bool:
    """Say whether words have room on a stretch of a line of so many pixels."""
    size = sum(1.0 if has_han(char) or char > "\u2e7f" else 0.6 for char in text)
    return size * _FONT <= width / 100 * room


def _length(unit: Unit) -> int:
    """Count the characters of a unit and all below it, in both languages."""
    return sum(
        len(segment.plain(lang))
        for below in unit.walk()
        for segment in below.segments
        for lang in LANGS
    )
