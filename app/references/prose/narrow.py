"""The paragraph or the item of a unit that is meant, among all its clauses."""

from __future__ import annotations

from collections.abc import Sequence

from app.model.locator import Locator
from app.references.prose.clauses import Clause
from app.references.prose.written import ClauseKind
from app.references.prose.written import Level
from app.text.numerals import parse_roman

_OTHER: dict[ClauseKind, ClauseKind] = {"paragraph": "item", "item": "paragraph"}
"""What a treaty that numbers its paragraphs calls by the one word, we by the other."""


def narrow(
    clauses: Sequence[Clause], levels: Sequence[Level], source: Locator | None
) -> tuple[list[Locator], bool]:
    """Give the sentences meant, and whether several places may be.

    *source* is the sentence in the same unit that says so, if it stands there.
    """
    here = next((one for one in clauses if one.locator == source), None)
    kept = list(clauses)
    for level in levels:
        kept = _kept(kept, level, here)
    if not kept and here and len(levels) > 1 and levels[0].before == 1:
        kept = _before(clauses, levels[1:], here)
    last = levels[-1]
    if last.clause == "item" and len({one.paragraph for one in kept}) > 1:
        if not last.number:
            return [one.locator for one in kept], False
        near = [one for one in kept if here and one.paragraph == here.paragraph]
        if not near:
            return [one.locator for one in kept], True
        kept = near
    return [one.locator for one in kept], False


def _before(
    clauses: Sequence[Clause], levels: Sequence[Level], here: Clause
) -> list[Clause]:
    """Take the last paragraph before that has the item of 前款第六项.

    Where lines are not parted into paragraphs, a line may stand between.
    """
    order = list(dict.fromkeys(one.paragraph for one in clauses))
    for paragraph in reversed(order[: order.index(here.paragraph)]):
        kept = [one for one in clauses if one.paragraph == paragraph]
        for level in levels:
            kept = _kept(kept, level, here)
        if kept:
            return kept
    return []


def _kept(clauses: Sequence[Clause], level: Level, here: Clause | None) -> list[Clause]:
    """Take the clauses of one level."""
    kind = level.clause
    if level.before or level.here:
        return _relative(clauses, level, here)
    if kind == "bracket":
        numbered = len({one.paragraph for one in clauses if one.paragraph}) > 1
        kind = "paragraph" if numbered else "item"
    for wanted in (kind, _OTHER.get(kind, kind)):
        for number in _spellings(level.number):
            found = [one for one in clauses if one.number(wanted) == number]
            if found:
                return found
        if any(one.number(wanted) for one in clauses) and wanted == "paragraph":
            break  # it has paragraphs, but not this one
    return []


def _relative(
    clauses: Sequence[Clause], level: Level, here: Clause | None
) -> list[Clause]:
    """Take the clause of the sentence itself, or those before it."""
    if here is None:
        return []
    kind = level.clause
    if kind != "paragraph":
        clauses = [one for one in clauses if one.paragraph == here.paragraph]
    order = list(dict.fromkeys(one.number(kind) for one in clauses if one.number(kind)))
    own = here.number(kind)
    if own not in order:
        return []
    at = order.index(own)
    wanted = [own] if level.here else order[at - level.before : at]
    if not level.here and at < level.before:
        return []
    return [one for one in clauses if one.number(kind) in wanted]


def _spellings(number: str) -> list[str]:
    """Give the numbers that a letter or a small Roman numeral may stand for."""
    if not number.isalpha():
        return [number]
    roman = parse_roman(number)
    letter = str(ord(number) - ord("a") + 1) if len(number) == 1 else ""
    return [number, *([letter] if letter else []), *([str(roman)] if roman else [])]
