"""What an editor may do with rows: each gives a new manuscript, or is refused.

No word is lost but by ``rewrite`` and ``retitle``. Both sides always have as many
lines, and no row is empty on both. Rows never leave their unit: its heading, which
its address is made of, stays with its text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from app.content import grammar
from app.content.grammar import UNTRANSLATED
from app.content.source import LONGEST_LINE
from app.editor import lines
from app.editor.manuscript import Manuscript
from app.editor.manuscript import Place
from app.editor.manuscript import Row
from app.editor.manuscript import Unit
from app.errors import ReaderError
from app.model.document import Lang

Reason = Literal[
    "first", "last", "nothing", "one-sided", "same", "not-text", "too-long",
    "not-heading", "lost",
]  # fmt: skip


class RefusedError(ReaderError):
    """Raised for what cannot be done with a row; *reason* says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(f"This cannot be done here: {reason}.")
        self.reason: Reason = reason


def join(text: Manuscript, at: Place) -> Manuscript:
    """Join a row with the next one."""
    rows = _rows(text, at)
    if at.row + 1 == len(rows):
        raise RefusedError("last")
    one, two = rows[at.row : at.row + 2]
    joined = replace(
        one, zh=lines.join("zh", one.zh, two.zh), en=lines.join("en", one.en, two.en)
    )
    return _put(text, at.unit, [*rows[: at.row], joined, *rows[at.row + 2 :]])


def part(text: Manuscript, at: Place) -> Manuscript:
    """Let each side of a row stand alone: neither renders the other."""
    rows = _rows(text, at)
    row = rows[at.row]
    if UNTRANSLATED in (row.zh, row.en):
        raise RefusedError("one-sided")
    alone = [replace(row, en=UNTRANSLATED), Row(UNTRANSLATED, row.en)]
    return _put(text, at.unit, [*rows[: at.row], *alone, *rows[at.row + 1 :]])


def push(text: Manuscript, at: Place, lang: Lang) -> Manuscript:
    """Move one side down by a row from here on, until a gap on it takes that up.

    Without a gap, a row is added at the end of the unit.
    """
    rows = _rows(text, at)
    side = [row.side(lang) for row in rows[at.row :]]
    if side[0] == UNTRANSLATED:
        raise RefusedError("nothing")
    gap = side.index(UNTRANSLATED) if UNTRANSLATED in side else len(side)
    if gap == len(side):
        rows = [*rows, Row(UNTRANSLATED, UNTRANSLATED)]
    moved = [UNTRANSLATED, *side[:gap]]
    return _put(text, at.unit, _with_side(rows, at.row, lang, moved))


def pull(text: Manuscript, at: Place, lang: Lang) -> Manuscript:
    """Move one side up by a row from the next one on; what comes here is added.

    It ends where the other side has a gap, so that a row becomes empty and goes;
    else the gap is left at the end of the unit.
    """
    rows = _rows(text, at)
    if at.row + 1 == len(rows):
        raise RefusedError("last")
    other: Lang = "en" if lang == "zh" else "zh"
    below = rows[at.row + 1 :]
    gaps = [n for n, row in enumerate(below) if row.side(other) == UNTRANSLATED]
    moving = [row.side(lang) for row in below[: gaps[0] + 1 if gaps else None]]
    here = lines.join(lang, rows[at.row].side(lang), moving[0])
    moved = [here, *moving[1:], UNTRANSLATED]
    return _put(text, at.unit, _with_side(rows, at.row, lang, moved))


def send_on(text: Manuscript, at: Place, lang: Lang) -> Manuscript:
    """Move the last sentence of one side to the beginning of the next row."""
    rows = _rows(text, at)
    *rest, last = _sentences(rows[at.row], lang)
    if at.row + 1 == len(rows):
        rows = [*rows, Row(UNTRANSLATED, UNTRANSLATED)]
    following = lines.join(lang, last, rows[at.row + 1].side(lang))
    moved = [lines.join(lang, *rest), following]
    return _put(text, at.unit, _with_side(rows, at.row, lang, moved))


def send_back(text: Manuscript, at: Place, lang: Lang) -> Manuscript:
    """Move the first sentence of one side to the end of the row before."""
    rows = _rows(text, at)
    first, *rest = _sentences(rows[at.row], lang)
    start = at.row - 1
    if start < 0:
        here = replace(rows[0], begins=False)
        rows = [Row(UNTRANSLATED, UNTRANSLATED, begins=True), here, *rows[1:]]
        start = 0
    before = lines.join(lang, rows[start].side(lang), first)
    moved = [before, lines.join(lang, *rest)]
    return _put(text, at.unit, _with_side(rows, start, lang, moved))


def rewrite(
    text: Manuscript, at: Place, zh: Sequence[str], en: Sequence[str]
) -> Manuscript:
    """Correct a row, and part it where more than one line is written."""
    rows = _rows(text, at)
    row = rows[at.row]
    written = [Row(*both) for both in lines.facing(zh, en)]
    if written:
        written[0] = replace(written[0], begins=row.begins, key=row.key)
    if row.begins and not written and at.row + 1 < len(rows):
        rows[at.row + 1] = replace(rows[at.row + 1], begins=True)
    return _put(text, at.unit, [*rows[: at.row], *written, *rows[at.row + 1 :]])


def retitle(text: Manuscript, at: int, zh: str, en: str) -> Manuscript:
    """Correct the heading of a unit; it stays a heading."""
    unit = _unit(text, at)
    if not unit.zh or any(not _is_heading(line) for line in (zh, en)):
        raise RefusedError("not-heading")
    if (zh, en) == (unit.zh, unit.en):
        raise RefusedError("same")
    return text.with_unit(at, replace(unit, zh=zh, en=en))


def paragraph(text: Manuscript, at: Place) -> Manuscript:
    """Begin a paragraph with a row, or let it go on with the one before."""
    rows = _rows(text, at)
    if not at.row:
        raise RefusedError("first")
    rows[at.row] = replace(rows[at.row], begins=not rows[at.row].begins)
    return _put(text, at.unit, rows)


def accept(text: Manuscript, at: Place) -> Manuscript:
    """Accept a row as it is, so that it is doubtful no more; or take that back."""
    mark = _rows(text, at)[at.row].fingerprint
    return replace(text, accepted=text.accepted ^ {mark})


def _rows(text: Manuscript, at: Place) -> list[Row]:
    """Give the rows of the unit a place is in."""
    rows = list(_unit(text, at.unit).rows)
    if not 0 <= at.row < len(rows):
        raise RefusedError("lost")
    return rows


def _unit(text: Manuscript, at: int) -> Unit:
    if not 0 <= at < len(text.units):
        raise RefusedError("lost")
    return text.units[at]


def _sentences(row: Row, lang: Lang) -> list[str]:
    found = lines.sentences(lang, row.side(lang))
    if not found:
        raise RefusedError("nothing")
    return found


def _with_side(
    rows: Sequence[Row], start: int, lang: Lang, side: Sequence[str]
) -> list[Row]:
    """Give the rows with other lines in one language, from one row on."""
    changed = [
        row.with_side(lang, line)
        for row, line in zip(rows[start : start + len(side)], side, strict=True)
    ]
    return [*rows[:start], *changed, *rows[start + len(side) :]]


def _put(text: Manuscript, unit: int, rows: Sequence[Row]) -> Manuscript:
    """Put rows into a unit, without the empty ones, if they can stand there."""
    before = text.units[unit].rows
    kept = _without_empty(rows)
    if tuple(kept) == before:
        raise RefusedError("same")
    for row in set(kept).difference(before):
        _check_line(row.zh)
        _check_line(row.en)
    return text.with_rows(unit, kept)


def _without_empty(rows: Sequence[Row]) -> list[Row]:
    """Leave out rows that say nothing; the paragraphs they begin begin after them."""
    kept: list[Row] = []
    begins = True
    for row in rows:
        begins = begins or row.begins
        if not row.is_empty:
            kept.append(row if row.begins == begins else replace(row, begins=begins))
            begins = False
    return kept


def _check_line(line: str) -> None:
    """Refuse what would not be read as a line of text."""
    if len(line) > LONGEST_LINE:
        raise RefusedError("too-long")
    read = grammar.parse_line(line)
    if not isinstance(read, grammar.TextLine | grammar.Untranslated):
        raise RefusedError("not-text")


def _is_heading(line: str) -> bool:
    return isinstance(grammar.parse_line(line), grammar.Heading)
