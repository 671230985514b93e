"""The M codes: editorial notes, where they are called and what they say."""

from __future__ import annotations

from collections.abc import Iterator

from app.content import grammar
from app.content.alignment import pair_lines
from app.content.codes import finding
from app.content.codes import NAMES
from app.content.parser import Half
from app.content.parser import HalfLine
from app.model.finding import Finding


def check_notes(half: Half) -> Iterator[Finding]:
    """Check the notes of one file."""
    defined = half.notes
    for line in half.walk():
        yield from _check_calls(half.path, line, defined)
        note = line.line
        if not isinstance(note, grammar.NoteDefinition):
            continue
        if defined[note.id] is not line:
            message = (
                f"Note {note.id} is defined on line {defined[note.id].number} already; "
                "give one of them another id."
            )
            yield finding("M003", half.path, line.number, message)
        if not note.text:
            message = f"Note {note.id} is empty; write its text behind the colon."
            yield finding("A005", half.path, line.number, message)
    yield from _check_order(half)


def _check_calls(
    path: str, line: HalfLine, defined: dict[str, HalfLine]
) -> Iterator[Finding]:
    """Check the notes that one line calls."""
    for id in dict.fromkeys(line.text.notes if line.text else ()):
        if isinstance(line.line, grammar.Heading):
            message = (
                f"Note {id} is called from a heading; call it from the text below."
            )
            yield finding("M008", path, line.number, message)
        if id not in defined:
            message = (
                f"Note {id} is not defined; write [^{id}]: and its text at the end of "
                "the file."
            )
            yield finding("M001", path, line.number, message)
    if line.text and "[^" in line.text.plain:
        message = (
            "A note reference cannot be read; write it like [^n1], with letters a-z, "
            "digits and hyphens."
        )
        yield finding("M009", path, line.number, message)


def _check_order(half: Half) -> Iterator[Finding]:
    """Report text below a note, once for each run of notes."""
    note: HalfLine | None = None
    for line in half.walk():
        if isinstance(line.line, grammar.NoteDefinition):
            note = line
        elif note and not isinstance(line.line, grammar.Blank):
            message = (
                f"Text follows the note on line {note.number}; a note is one line, and "
                "all notes stand at the end of the file."
            )
            yield finding("M005", half.path, line.number, message)
            note = None


def check_uncalled(halves: list[Half]) -> Iterator[Finding]:
    """Report notes that no line of either language calls."""
    called = {
        id
        for half in halves
        for line in half.walk()
        if line.text
        for id in line.text.notes
    }
    for half in halves:
        for id, line in half.notes.items():
            if id not in called:
                message = (
                    f"Note {id} is never called; put [^{id}] where it belongs, or "
                    "delete it."
                )
                yield finding("M002", half.path, line.number, message)


def compare_notes(zh: Half, en: Half) -> Iterator[Finding]:
    """Check that the two languages call and define the same notes."""
    for one, other in pair_lines(zh, en):
        if one.text and other.text and _differ(one, other):
            message = (
                f"Notes called here: {_list(one)}; on the English line "
                f"{other.number}: {_list(other)}. Call the same."
            )
            yield finding("M004", zh.path, one.number, message)
    for half, other_half in ((zh, en), (en, zh)):
        for id, line in half.notes.items():
            if id not in other_half.notes:
                message = (
                    f"Note {id} is not defined in the {NAMES[other_half.lang]} text; "
                    "write it there, or a single - if it is not translated."
                )
                yield finding("M006", half.path, line.number, message)
    yield from _compare_definitions(zh, en)


def _compare_definitions(zh: Half, en: Half) -> Iterator[Finding]:
    """Check the definitions that both languages have."""
    ours = [id for id in zh.notes if id in en.notes]
    theirs = [id for id in en.notes if id in zh.notes]
    for id, facing in zip(ours, theirs, strict=True):
        if id != facing:
            message = (
                f"Note {id} stands where the English text has {facing}; put them in "
                "the same order."
            )
            yield finding("M007", zh.path, zh.notes[id].number, message)
            break
    for id in ours:
        if zh.notes[id].text is None and en.notes[id].text is None:
            message = f"Note {id} is a single - on both sides; write one of them."
            yield finding("A007", zh.path, zh.notes[id].number, message)


def _differ(one: HalfLine, other: HalfLine) -> bool:
    ours = one.text.notes if one.text else ()
    theirs = other.text.notes if other.text else ()
    return sorted(ours) != sorted(theirs)


def _list(line: HalfLine) -> str:
    return ", ".join(line.text.notes if line.text else ()) or "none"
