"""The numbers that Word counts itself, as 第%1条, written out as it shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field

from app.importer.sources.word.formats import written
from app.importer.sources.word.styles import Styles
from app.importer.sources.word.xml import Element
from app.importer.sources.word.xml import number
from app.importer.sources.word.xml import parse
from app.importer.sources.word.xml import value
from app.importer.sources.word.xml import W

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_TIGHT = re.compile(r"[、）。．：》】\u3000]$")


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is counted and shown."""

    start: int
    format: str
    text: str
    suffix: str
    restart: int
    """The level, from 1, after which it begins anew; 0 for never, -1 for any above."""
    is_legal: bool
    style: str


@dataclass(slots=True)
class _Num:
    """A list as paragraphs name it: the counting it shares, and its own starts."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]
    begun: set[int] = field(default_factory=set)


class Numbering:
    """All lists of a document; `next` counts as the text is read from its beginning."""

    def __init__(self, content: bytes | None, styles: Styles) -> None:
        self._styles = styles
        self._counters: dict[str, dict[int, int]] = {}
        root = parse(content) if content else None
        self._nums = {} if root is None else _nums(root, styles)

    def next(self, paragraph: Element) -> str:
        """Count a paragraph and return the number that Word shows before it."""
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            return ""  # deleted: it is one with the next
        num, at = self._place(paragraph)
        level = num.levels.get(at) if num else None
        if num is None or level is None:
            return ""
        counts = self._count(num, at)
        if level.format == "bullet":
            return ""
        text = _PLACE.sub(lambda found: _shown(found, num, counts, level), level.text)
        if not text.strip():
            return ""
        is_tight = level.suffix == "nothing" or _TIGHT.search(text)
        return text if is_tight else f"{text} "

    def _place(self, paragraph: Element) -> tuple[_Num | None, int]:
        """Return the list and the level of a paragraph, from itself or its style."""
        direct = paragraph.find(f"{W}pPr/{W}numPr")
        given = value(direct.find(f"{W}numId")) if direct is not None else ""
        depth = direct.find(f"{W}ilvl") if direct is not None else None
        if given:
            return self._nums.get(given), number(depth, 0)
        for style, element in self._styles.chain(self._styles.of(paragraph)):
            inherited = element.find(f"{W}pPr/{W}numPr")
            if inherited is None:
                continue
            num = self._nums.get(value(inherited.find(f"{W}numId")))
            own = number(inherited.find(f"{W}ilvl"), 0)
            if num is not None:
                own = next(
                    (n for n, lv in num.levels.items() if lv.style == style), own
                )
                return num, number(depth, own)
            if value(inherited.find(f"{W}numId")):
                return None, 0
        return None, 0

    def _count(self, num: _Num, at: int) -> dict[int, int]:
        """Count one up on a level, and begin those below anew."""
        counts = self._counters.setdefault(num.abstract, {})
        for above in range(at):
            counts.setdefault(above, _start(num, above))
        if at in num.starts and at not in num.begun:
            counts[at] = num.starts[at]
        else:
            counts[at] = counts[at] + 1 if at in counts else _start(num, at)
        num.begun.add(at)
        for below in range(at + 1, _LEVELS):
            level = num.levels.get(below)
            restart = level.restart if level else -1
            if restart < 0 or (restart > 0 and at < restart):
                counts.pop(below, None)
        return counts


def _start(num: _Num, at: int) -> int:
    """Return where a level begins."""
    level = num.levels.get(at)
    return num.starts.get(at, level.start if level else 1)


def _shown(found: re.Match[str], num: _Num, counts: dict[int, int], own: _Level) -> str:
    """Write the count of the level that a place in the text of a number names."""
    at = int(found[1]) - 1
    level = num.levels.get(at)
    count = counts.get(at, _start(num, at))
    kind = level.format if level else "decimal"
    return written(count, "decimal" if own.is_legal and kind != "none" else kind)


def _nums(root: Element, styles: Styles) -> dict[str, _Num]:
    """Read the lists; one may be defined by way of a style that names another."""
    abstracts = {a.get(f"{W}abstractNumId"): a for a in root.iter(f"{W}abstractNum")}
    linked = {
        value(link): abstract
        for abstract in abstracts.values()
        for link in abstract.findall(f"{W}styleLink")
    }
    nums: dict[str, _Num] = {}
    for num in root.iter(f"{W}num"):
        key = value(num.find(f"{W}abstractNumId"))
        abstract = abstracts.get(key)
        if abstract is None:
            continue
        abstract = linked.get(value(abstract.find(f"{W}numStyleLink")), abstract)
        levels = _levels(abstract.findall(f"{W}lvl"))
        starts: dict[int, int] = {}
        for override in num.findall(f"{W}lvlOverride"):
            levels.update(_levels(override.findall(f"{W}lvl")))
            start = override.find(f"{W}startOverride")
            if start is not None:
                starts[int(override.get(f"{W}ilvl", 0))] = number(start, 1)
        shared = str(abstract.get(f"{W}abstractNumId"))
        nums[str(num.get(f"{W}numId"))] = _Num(shared, levels, starts)
    return nums


def _levels(elements: list[Element]) -> dict[int, _Level]:
    """Read the levels of a list."""
    levels: dict[int, _Level] = {}
    for element in elements:
        formats = list(element.iter(f"{W}numFmt"))
        restart = element.find(f"{W}lvlRestart")
        levels[int(element.get(f"{W}ilvl", 0))] = _Level(
            number(element.find(f"{W}start"), 0),
            value(formats[-1] if formats else None, "decimal"),
            value(element.find(f"{W}lvlText")),
            value(element.find(f"{W}suff"), "tab"),
            number(restart, -1),
            element.find(f"{W}isLgl") is not None,
            value(element.find(f"{W}pStyle")),
        )
    return levels
