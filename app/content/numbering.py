"""The N codes: the numbers of headings, which addresses are made of."""

from __future__ import annotations

from collections.abc import Iterator

from app.content import grammar
from app.content.codes import finding
from app.content.codes import warning
from app.content.parser import Half
from app.content.parser import HalfLine
from app.content.parser import HalfUnit
from app.model.document import UnitKind
from app.model.finding import Finding
from app.model.locator import Locator

MEASURE_LEVEL = 4
"""Measures are headings with ``####``; a heading below one is a part of it."""

_Number = tuple[int, ...]


def check_headings(half: Half) -> Iterator[Finding]:
    """Check that each heading of a file can be read."""
    for unit in half.units:
        heading = unit.title
        if heading is None:
            continue
        if heading.level not in grammar.LEVELS:
            message = (
                f"A heading has two to six number signs, this one {heading.level}; "
                "## is for a part, ### a section, #### an item."
            )
            yield finding("N003", half.path, unit.number, message, unit.address)
        elif not heading.number:
            message = (
                f"No number can be read at the start of {heading.title!r}; write one "
                "like 一、 （一） 1. 第一条 I. (1) Article 1 Annex 1."
            )
            yield finding("N002", half.path, unit.number, message)
    for line in half.walk():
        yield from _check_signs(half.path, line)


def _check_signs(path: str, line: HalfLine) -> Iterator[Finding]:
    """Report a line of text that was meant for a heading."""
    words = line.line.text if isinstance(line.line, grammar.TextLine) else ""
    if words.startswith("##"):
        message = (
            "A heading needs a space behind its number signs and words after it; if "
            r"this is text, write \# for the first sign."
        )
        yield finding("N004", path, line.number, message)


def check_numbers(half: Half) -> Iterator[Finding]:
    """Check that the numbers of a document run on without repeats and gaps."""
    seen: dict[Locator, int] = {}
    last: dict[UnitKind | int, HalfUnit] = {}
    for unit in half.units:
        title = unit.title
        if title is None or title.level not in grammar.LEVELS:
            continue
        # 编 and 分编 are both parts, each with numbers of its own.
        own = title.kind in ("item", "part")
        series = title.level if own else title.kind
        before = last.get(series)
        last[series] = unit
        if unit.locator in seen:
            message = (
                f"Number {title.number} is repeated: the heading on line "
                f"{seen[unit.locator]} has it already; give each its own."
            )
            yield finding("N001", half.path, unit.number, message, unit.address)
        elif not _follows(unit, before):
            yield _skipped(half.path, unit, before)
        seen.setdefault(unit.locator, unit.number)


def check_measures(half: Half) -> Iterator[Finding]:
    """Check that the part named in the front matter has items, each once."""
    part = half.front.value("measures")
    if not part.isdigit():
        return
    seen: dict[str, int] = {}
    for unit in half.units:
        if not unit.title or not is_measure(unit, part):
            continue
        number = unit.title.number
        if number in seen and unit.address:
            message = (
                f"Measure {number} stands on line {seen[number]} already; number all "
                "measures of the part through, or take measures out of the front "
                "matter."
            )
            yield finding("N005", half.path, unit.number, message, unit.address)
        seen.setdefault(number, unit.number)
    if not seen:
        message = f"measures names part {part}, which has no items (####)."
        yield finding("F014", half.path, half.front.line("measures"), message)


def is_measure(unit: HalfUnit, part: str) -> bool:
    """Say whether a unit is an item of the part whose items are measures."""
    return (
        unit.title is not None
        and unit.title.kind == "item"
        and unit.title.level == MEASURE_LEVEL
        and unit.locator.path[0] == part
    )


def _follows(unit: HalfUnit, before: HalfUnit | None) -> bool:
    """Say whether the number is what comes next.

    Below a new heading it may begin anew or run on, as the measures of a plan and
    the articles of a law do.
    """
    number = _number(unit)
    if not number or (before and not _number(before)):
        return True  # reported by itself
    if before is None or before.locator.parent != unit.locator.parent:
        if number == (1,):
            return True
        if before is None:
            return False
    return number in _successors(_number(before))


def _number(unit: HalfUnit) -> _Number:
    """Give the number part by part; nothing if it cannot be read."""
    printed = unit.title.number if unit.title else ""
    return tuple(int(part) for part in printed.split("-") if part)


def _successors(number: _Number) -> set[_Number]:
    """Give the numbers that may come after: 12 and 11-1 after 11, 11-2 after 11-1."""
    following: set[_Number] = {(number[0] + 1,)}
    following.add((number[0], number[1] + 1) if len(number) > 1 else (number[0], 1))
    return following


def _skipped(path: str, unit: HalfUnit, before: HalfUnit | None) -> Finding:
    number = unit.title.number if unit.title else ""
    after = (
        f"follows {before.title.number}" if before and before.title else "comes first"
    )
    message = f"Number {number} {after}; if the source has this gap too, it may stay."
    return warning("N001", path, unit.number, message, unit.address)
