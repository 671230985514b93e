"""The units of one language, each with what tells it from the others."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from app.content.grammar import Heading
from app.importer.outline import Outline
from app.importer.outline import RawUnit

ROOT = -1
"""The parent of what has none."""

FITS = 0.9
"""From which fit on two series are likely to render each other."""

APART = ("annex", "box")
"""Kinds whose addresses say so, and what is in them is numbered for itself."""

PREAMBLE = "preamble"


@dataclass(frozen=True, slots=True)
class Entry:
    """A unit in its own outline."""

    at: int
    unit: RawUnit
    tier: str
    """What is numbered in one series: ``article``, or the level of bare numbers."""
    number: str
    path: tuple[str, ...]
    """What its parents and it add to an address in this language."""
    parent: int

    @property
    def heading(self) -> Heading | None:
        """Its heading, or None for the preamble."""
        return self.unit.heading

    @property
    def level(self) -> int:
        """Where it stands in its own text; 1 for the preamble."""
        return self.unit.heading.level if self.unit.heading else 1

    @property
    def words(self) -> str:
        """The words of the heading and the body."""
        title = self.unit.heading.title if self.unit.heading else ""
        return "\n".join([title, *(part.text for part in self.unit.paragraphs)]).strip()


def entries(outline: Outline) -> list[Entry]:
    """Read the units of an outline."""
    found: list[Entry] = []
    above: list[Entry] = []
    for at, unit in enumerate(outline.units):
        heading = unit.heading
        if heading is None:
            found.append(Entry(at, unit, PREAMBLE, "0", ("0",), ROOT))
            continue
        while above and above[-1].level >= heading.level:
            above.pop()
        path = (*(above[-1].path if above else ()), heading.step)
        parent = above[-1].at if above else ROOT
        entry = Entry(at, unit, _tier(heading, above), heading.number, path, parent)
        above.append(entry)
        found.append(entry)
    return found


def _tier(heading: Heading, above: Sequence[Entry]) -> str:
    """Name the series a heading is numbered in."""
    own = heading.kind if _is_named(heading) else str(heading.level)
    around = [entry.tier for entry in above if entry.tier.split("/")[-1] in APART]
    return f"{around[-1].split('/')[-1]}/{own}" if around else own


def _is_named(heading: Heading) -> bool:
    return heading.named or heading.kind in APART


def compatible(zh: Entry, en: Entry) -> float:
    """Say how well the kinds of two units fit, from 0 for never to 1."""
    one, other = zh.tier.rpartition("/"), en.tier.rpartition("/")
    if one[0] != other[0] or (PREAMBLE in (zh.tier, en.tier) and zh.tier != en.tier):
        return 0.0
    if one[2] != other[2] and (one[2] in APART or other[2] in APART):
        return 0.0
    if _style(zh) == _style(en):
        return FITS if zh.tier != en.tier else 1.0
    named = [entry.heading is not None and entry.heading.named for entry in (zh, en)]
    return 0.5 if all(named) else 0.4


def _style(entry: Entry) -> str:
    """Say how a number is written, the same where translators keep to it.

    They write I. for 一、 and (1) for （一）; 1. and (1) stay. Machines keep 、 too.
    """
    heading = entry.heading
    if heading is None or _is_named(heading):
        return entry.tier
    label = unicodedata.normalize("NFKC", heading.label).strip()
    if label[:1] == "(":
        return "(1)"
    if label[:1].isdigit() and "、" not in label:
        return "1"
    return "一"
