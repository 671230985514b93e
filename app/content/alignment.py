"""The A codes: line n of the Chinese file is line n of the English one.

Headings are paired first, so that one missing line is one finding and not a hundred.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from itertools import zip_longest

from app.content import grammar
from app.content.codes import finding
from app.content.codes import NAMES
from app.content.parser import Half
from app.content.parser import HalfLine
from app.content.parser import HalfUnit
from app.model.finding import Finding

UnitPair = tuple[HalfUnit, HalfUnit]
Lines = tuple[HalfLine, ...]
LinePair = tuple[HalfLine, HalfLine]


def check_alignment(zh: Half, en: Half) -> Iterator[Finding]:
    """Check the two halves against each other, from the preamble to the notes."""
    yield from _check_partners(zh, en)
    for one, other in pair_units(zh, en):
        yield from _check_heading(zh.path, one, other)
        ours, theirs = _bodies(zh, en, (one, other))
        if len(ours) != len(theirs):
            yield _counts_differ(zh.path, (one, other), ours, theirs)
        else:
            for pair in zip(ours, theirs, strict=True):
                yield from _check_line(zh, en, one.address, pair)
    ours, theirs = _trimmed(zh.tail), _trimmed(en.tail)
    if zh.notes.keys() == en.notes.keys() and len(ours) != len(theirs):
        message = (
            f"The notes take up {_count(len(ours))}, in the English text "
            f"{_count(len(theirs))}; make the blank lines between them the same."
        )
        yield finding("A001", zh.path, _first(ours, theirs), message)


def _bodies(zh: Half, en: Half, pair: UnitPair) -> tuple[Lines, Lines]:
    """Give the lines of a pair, without the blank ones at the end of a file."""
    at_end = any(
        unit is half.units[-1] and not half.tail
        for half, unit in zip((zh, en), pair, strict=True)
    )
    ours, theirs = (unit.lines for unit in pair)
    return (_trimmed(ours), _trimmed(theirs)) if at_end else (ours, theirs)


def _trimmed(lines: Lines) -> Lines:
    """Leave out the blank lines at the end."""
    while lines and isinstance(lines[-1].line, grammar.Blank):
        lines = lines[:-1]
    return lines


def pair_units(zh: Half, en: Half) -> list[UnitPair]:
    """Pair the units of the two halves; those without a partner are left out."""
    return [(one, other) for one, other in _align(zh.units, en.units) if one and other]


def pair_lines(zh: Half, en: Half) -> list[LinePair]:
    """Pair the lines of text of all units that have as many lines on both sides."""
    return [
        pair
        for one, other in pair_units(zh, en)
        if len(one.lines) == len(other.lines)
        for pair in zip(one.lines, other.lines, strict=True)
    ]


def _align(
    zh: Sequence[HalfUnit], en: Sequence[HalfUnit]
) -> Iterator[tuple[HalfUnit | None, HalfUnit | None]]:
    """Pair units by what their headings have in common; None where one is missing."""
    matcher = SequenceMatcher(
        None, [_key(unit) for unit in zh], [_key(unit) for unit in en], autojunk=False
    )
    for _, start, end, other_start, other_end in matcher.get_opcodes():
        yield from zip_longest(zh[start:end], en[other_start:other_end])


def _key(unit: HalfUnit) -> tuple[int, str]:
    """Give what two headings must share to be taken for the same."""
    return (unit.title.level, unit.title.step) if unit.title else (1, "")


def _check_partners(zh: Half, en: Half) -> Iterator[Finding]:
    for one, other in _align(zh.units, en.units):
        if one and other:
            continue
        half, unit, lacking = (zh, one, "en") if one else (en, other, "zh")
        if unit and unit.title:
            message = (
                f"The {NAMES[lacking]} text has no heading for {_words(unit)!r}; "
                "add it there with as many lines, each a single - if not translated."
            )
            yield finding("A006", half.path, unit.number, message, unit.address)


def _words(unit: HalfUnit) -> str:
    """Give a heading in few words."""
    words = f"{unit.title.label}{unit.title.title}" if unit.title else ""
    return words if len(words) <= 40 else f"{words[:39]}…"


def _check_heading(path: str, zh: HalfUnit, en: HalfUnit) -> Iterator[Finding]:
    """Check a pair of headings."""
    one, other = zh.title, en.title
    if one is None or other is None:
        return
    if one.level != other.level:
        message = (
            f"Heading level {'#' * one.level}, English line {en.number} has "
            f"{'#' * other.level}; make them the same."
        )
        yield finding("A003", path, zh.number, message, zh.address)
    if one.number and other.number and one.number != other.number:
        message = (
            f"number {one.numeral} ({one.number}), English line has {other.number}."
        )
        yield finding("A004", path, zh.number, message, zh.address)
    steps_differ = one.number == other.number and one.step != other.step
    if steps_differ or (one.named and other.named and one.kind != other.kind):
        message = (
            f"Heading of a {one.kind}, English line {en.number} is that of "
            f"a {other.kind}; make them the same."
        )
        yield finding("A002", path, zh.number, message, zh.address)
    yield from _check_titles(path, zh, en)


def _check_titles(path: str, zh: HalfUnit, en: HalfUnit) -> Iterator[Finding]:
    """Check that a heading has words on both sides or on neither, as in laws."""
    ours, theirs = (unit.title.title if unit.title else "" for unit in (zh, en))
    if ours == theirs == grammar.UNTRANSLATED:
        yield _both_untranslated(path, zh.number, zh.address)
    if bool(ours) != bool(theirs):
        side = NAMES["en"] if ours else NAMES["zh"]
        message = (
            f"The {side} heading has no words; write them behind its number, or a "
            "single - if they are not translated."
        )
        yield finding("A005", path, zh.number, message, zh.address)


def _counts_differ(path: str, pair: UnitPair, ours: Lines, theirs: Lines) -> Finding:
    """Report that the bodies of a pair differ in lines, and where it begins."""
    address = pair[0].address
    paragraphs = zip_longest(*(unit.paragraphs for unit in pair), fillvalue=())
    for n, (one, other) in enumerate(paragraphs, 1):
        if len(one) != len(other):
            message = (
                f"{address or 'This unit'}, paragraph {n}: {_count(len(one))}, in the "
                f"English text {_count(len(other))}; one sentence a line, the same on "
                "both sides."
            )
            return finding("A001", path, _first(one, ours, theirs), message, address)
    kinds = zip(ours, theirs, strict=False)
    same = sum(1 for _ in takewhile(lambda both: _facing(*both), kinds))
    message = (
        f"{address or 'This unit'}: {_count(len(ours))} with the blank ones, in the "
        f"English text {_count(len(theirs))}; from here on they are not the same."
    )
    return finding("A001", path, _first(ours[same:], ours[-1:]), message, address)


def _facing(one: HalfLine, other: HalfLine) -> bool:
    """Say whether both lines are blank or neither is."""
    blank = grammar.Blank
    return isinstance(one.line, blank) == isinstance(other.line, blank)


def _count(lines: int) -> str:
    return "1 line" if lines == 1 else f"{lines} lines"


def _first(*choices: Sequence[HalfLine]) -> int:
    """Give the number of the first line there is."""
    return next((lines[0].number for lines in choices if lines), 0)


def _check_line(zh: Half, en: Half, address: str, pair: LinePair) -> Iterator[Finding]:
    """Check that two lines are of kinds that may face each other."""
    one, other = pair
    kinds = {type(one.line), type(other.line)}
    if kinds == {grammar.Untranslated}:
        yield _both_untranslated(zh.path, one.number, address)
    elif grammar.Blank in kinds and len(kinds) == 2:
        half, line, facing = (
            (zh, one, other)
            if isinstance(one.line, grammar.Blank)
            else (en, other, one)
        )
        message = (
            f"The {NAMES[half.lang]} line is empty, line {facing.number} facing it has "
            "text; write its translation, or a single - if there is none."
        )
        yield finding("A005", half.path, line.number, message, address)
    elif len(kinds) == 2 and grammar.NoteDefinition in kinds:
        message = (
            f"{_kind(one)} here, on the English line {other.number} "
            f"{_kind(other).lower()}; make them the same."
        )
        yield finding("A002", zh.path, one.number, message, address)


def _kind(line: HalfLine) -> str:
    return "A note" if isinstance(line.line, grammar.NoteDefinition) else "Text"


def _both_untranslated(path: str, line: int, address: str) -> Finding:
    message = "Both sides have a single -; write the text of at least one."
    return finding("A007", path, line, message, address)
