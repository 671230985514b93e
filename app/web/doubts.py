"""What the checks of a translation say: beside a row, and on the page of the checks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.model.document import Document
from app.model.doubt import Doubt
from app.model.doubt import Examined
from app.model.doubt import Spans
from app.search.results import Mark
from app.search.results import PairMarks
from app.translation.check import CHECKS
from app.web.blocks import segment_row
from app.web.contexts import Link
from app.web.current import get_snapshot
from app.web.doubt_kinds import explanation_of
from app.web.doubt_kinds import title_of
from app.web.record_contexts import Checked
from app.web.record_contexts import CheckGroup
from app.web.record_contexts import DoubtRow
from app.web.urls import Linker


def check_groups(text: Document) -> tuple[CheckGroup, ...]:
    """Group the alarms of a document by what was compared."""
    doubts = get_snapshot().doubts.of_document(text.slug)
    linker = Linker(get_snapshot().documents, text.slug, get_snapshot().ledgers)
    return tuple(
        CheckGroup(
            code=code,
            title=title_of(code),
            explanation=explanation_of(code),
            waiting=_rows(text, linker, (d for d in same if not d.reason)),
            accepted=_rows(text, linker, (d for d in same if d.reason)),
        )
        for code in CHECKS
        if (same := [doubt for doubt in doubts if doubt.code == code])
    )


def checked(slug: str) -> tuple[Checked, ...]:
    """Count what each check has compared in a document, and what it found."""
    doubts = get_snapshot().doubts
    found = doubts.of_document(slug)
    return tuple(
        _counts(one, [doubt for doubt in found if doubt.code == one.code])
        for one in doubts.examined_in(slug)
    )


def _counts(one: Examined, found: list[Doubt]) -> Checked:
    accepted = sum(bool(doubt.reason) for doubt in found)
    title = Link(title_of(one.code), f"#{one.code}" if found else "")
    return Checked(title, one.things, len(found) - accepted, accepted)


def _rows(
    text: Document, linker: Linker, doubts: Iterable[Doubt]
) -> tuple[DoubtRow, ...]:
    """Set the sentences of alarms, with the words concerned marked."""
    rows = []
    for doubt in doubts:
        segment = text.by_segment.get(doubt.locator)
        if segment is None:
            continue
        marks = PairMarks(_marks(doubt.zh), _marks(doubt.en))
        row = segment_row(text.slug, segment, linker, marks, with_notes=False)
        rows.append(
            DoubtRow(
                replace(row, id=anchor_of(doubt)),
                doubt.zh_words,
                doubt.en_words,
                doubt.reason,
            )
        )
    return tuple(rows)


def _marks(spans: Spans) -> tuple[Mark, ...]:
    return tuple(Mark(start, end) for start, end in spans)


def anchor_of(doubt: Doubt) -> str:
    """Name an alarm on the page of the checks."""
    return f"{doubt.code}-{doubt.locator}"
