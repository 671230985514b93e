"""What heads and foots the pages of a text on paper.

A browser changes the running head only where it begins a new page. So what stands under
one head is long enough that beginning a page for it costs little paper.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass

from app.model.document import Document
from app.model.document import Lang
from app.model.document import LANGS
from app.model.document import Unit
from app.model.locator import Locator
from app.model.place import Place
from app.text.script import in_script
from app.web.blocks import heading_of
from app.web.blocks import RANKS
from app.web.current import get_snapshot
from app.web.interface import script
from app.web.navigation import short_heading
from app.web.render import line_css
from app.web.urls import absolute
from app.web.urls import permanent_path

DIVISIONS = frozenset({"part", "section"})
"""The ranks of units that have others below them."""

_ENOUGH = {"both": 4_000, "one": 9_000}
"""From how many letters a head stands alone, in both languages and in one: 2 pages."""


@dataclass(frozen=True, slots=True)
class Division:
    """A section, or what stands before the first, with all that is in it."""

    number: int
    units: tuple[Unit, ...]

    @property
    def namesake(self) -> Unit:
        """The unit that it is called by: the innermost that begins it."""
        return next((one for one in self.units if is_innermost(one)), self.units[0])

    @property
    def letters(self) -> int:
        """The space that it takes; a Chinese letter is as wide as two."""
        return sum(
            max(2 * len(segment.plain("zh")), len(segment.plain("en")))
            for unit in self.units
            for segment in unit.segments
        )


@dataclass(frozen=True, slots=True)
class RunningHead:
    """The head of the pages of some divisions, as strings of CSS."""

    name: str
    """What the pages are called in the sheet of styles."""
    views: str
    """Whether it is for pages in ``both`` languages or in ``one``."""
    divisions: tuple[int, ...]
    zh: str
    en: str


def divisions_of(text: Document) -> tuple[Division, ...]:
    """Part a document before every section; a bare heading goes with what follows."""
    found: list[list[Unit]] = [[]]
    for unit in text.walk():
        begins = RANKS[unit.kind] in DIVISIONS
        if begins and any(one.paragraphs for one in found[-1]):
            found.append([])
        found[-1].append(unit)
    return tuple(Division(at, tuple(units)) for at, units in enumerate(found, 1))


def is_innermost(unit: Unit) -> bool:
    """Say whether a unit is a section, or a part without any."""
    below = {RANKS[child.kind] for child in unit.children}
    return RANKS[unit.kind] in DIVISIONS and not below & DIVISIONS


def running_titles(text: Document) -> tuple[str, str]:
    """Give the titles that head every page, as strings of CSS."""
    return _line(text.zh.short_title), _line(text.en.short_title)


def running_heads(text: Document) -> Iterator[RunningHead]:
    """Head the pages of a document by what stands on them."""
    divisions = divisions_of(text)
    for views, enough in _ENOUGH.items():
        for at, group in enumerate(_groups(divisions, enough), 1):
            zh, en = (_head(text.slug, group, lang) for lang in LANGS)
            yield RunningHead(
                name=f"{views}-{at}",
                views=views,
                divisions=tuple(one.number for one in group),
                zh=_line(text.zh.short_title, zh),
                en=_line(text.en.short_title, en),
            )


def running_foot(text: Document) -> str:
    """Say at the foot of every page where the text is, and which snapshot this was."""
    address = absolute(permanent_path(text.slug, Locator(())))
    return line_css(f"{address} · {get_snapshot().digest}")


def _groups(
    divisions: Iterable[Division], enough: int
) -> Iterator[tuple[Division, ...]]:
    """Join divisions until they are long enough for pages of their own."""
    group: list[Division] = []
    for division in divisions:
        group.append(division)
        if sum(one.letters for one in group) >= enough:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def _head(slug: str, group: tuple[Division, ...], lang: Lang) -> str:
    """Say in one language what stands on pages; nothing, if all are articles."""
    first, last = group[0].namesake, group[-1].namesake
    if first is not last:
        return " – ".join(_name(slug, unit, lang) for unit in (first, last))
    if RANKS[first.kind] == "measure":
        return ""
    return short_heading(heading_of(first, lang), lang)[0]


def _line(*words: str) -> str:
    """Write a head for a sheet of styles, in the script that the reader chose."""
    line, chosen = " · ".join(filter(None, words)), script()
    return line_css(line if chosen == "auto" else in_script(line, chosen))


def _name(slug: str, unit: Unit, lang: Lang) -> str:
    """Name a unit by its number."""
    return get_snapshot().display_name(Place(slug, unit.locator), lang)
