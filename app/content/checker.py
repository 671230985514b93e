"""All checks of a document: those of one file, and those of the pair."""

from __future__ import annotations

from collections.abc import Iterator

from app.content.alignment import check_alignment
from app.content.codes import finding
from app.content.front_matter import check_front
from app.content.front_matter import compare_front
from app.content.markup import check_markup
from app.content.notes import check_notes
from app.content.notes import check_uncalled
from app.content.notes import compare_notes
from app.content.numbering import check_headings
from app.content.numbering import check_measures
from app.content.numbering import check_numbers
from app.content.parser import Half
from app.model.finding import Finding


def check(halves: list[Half]) -> list[Finding]:
    """Check the files of a document, one or both, and give all that is wrong."""
    readable = [half for half in halves if half.readable]
    found = [one for half in halves for one in half.findings]
    for half in readable:
        found += _check_half(half)
    if readable:
        found += check_numbers(readable[0])
        found += check_measures(readable[0])
        found += check_uncalled(readable)
    if len(readable) == 2:
        found += _check_pair(*readable)
    return _without_echoes(found)


def _without_echoes(found: list[Finding]) -> list[Finding]:
    """Leave out gaps in the numbers as long as the two languages disagree on them."""
    if not any(one.code in ("A004", "A006") for one in found):
        return found
    return [one for one in found if one.code != "N001" or one.level == "error"]


def _check_half(half: Half) -> Iterator[Finding]:
    """Check one language's file by itself."""
    yield from check_front(half.front, half.path, half.lang)
    yield from check_headings(half)
    yield from check_notes(half)
    yield from check_markup(half)
    if not any(unit.heading or unit.paragraphs for unit in half.units):
        message = "The file has no text; write it below the front matter."
        yield finding("F016", half.path, 0, message)


def _check_pair(zh: Half, en: Half) -> Iterator[Finding]:
    """Check the two files against each other."""
    yield from compare_front(zh.front, en.front, zh.path, en.path)
    yield from check_alignment(zh, en)
    yield from compare_notes(zh, en)
