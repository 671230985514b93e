"""What the editor's page shows, and its words in both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from app.editor.judging import WAITING
from app.editor.manuscript import Row
from app.editor.manuscript import Unit
from app.editor.operations import Reason
from app.editor.session import Session
from app.model.document import Lang

REFUSALS: dict[Reason, str] = {
    "first": _("The first row of a unit begins a paragraph anyway."),
    "last": _("There is no row after this one in its unit."),
    "nothing": _("There is no text on this side to move."),
    "one-sided": _("This row has one side only."),
    "same": _("Nothing would change."),
    "not-text": _(
        "A line would be read as a heading or a note; write \\ before its first sign."
    ),
    "too-long": _("A line would be longer than 4,000 characters; part it."),
    "not-heading": _("A heading begins with two or more number signs and a space."),
    "lost": _("That row is not there any more."),
}

STALE = _("The text was changed in another tab; this page shows it as it is now.")

_REASONS = {
    "the English has no sentence for it": _("the English has no sentence for it"),
    "the Chinese has no sentence for it": _("the Chinese has no sentence for it"),
    "another cut is as likely": _("another cut is as likely"),
    WAITING: _("moved, and not judged yet"),
    "no word in common": _("no word in common"),
    "the English is much longer than the Chinese": _(
        "the English is much longer than the Chinese"
    ),
    "the English is much shorter than the Chinese": _(
        "the English is much shorter than the Chinese"
    ),
}


_FEW = re.compile(r"few words in common \((\d+) of (\d+)\)")


@dataclass(frozen=True, slots=True)
class RowView:
    """A row as it is shown."""

    key: int
    address: str
    number: int
    zh: str
    en: str
    begins: bool
    percent: int
    reasons: tuple[str, ...]
    doubtful: bool
    accepted: bool
    faults: tuple[str, ...]

    def side(self, lang: Lang) -> str:
        """Give the line of one language."""
        return self.zh if lang == "zh" else self.en

    @property
    def unnumbered(self) -> tuple[object, ...]:
        """All but where it stands, which a page can count by itself."""
        return (
            self.zh, self.en, self.begins, self.percent, self.reasons, self.doubtful,
            self.accepted, self.faults,
        )  # fmt: skip


def row_views(session: Session) -> dict[int, RowView]:
    """Give every row as it is shown, by its key, in the order of the text."""
    return {
        row.key: _row_view(session, unit, n, row)
        for unit in session.text.units
        for n, row in enumerate(unit.rows, 1)
    }


def _row_view(session: Session, unit: Unit, number: int, row: Row) -> RowView:
    judgement = session.judged[row.key]
    accepted = row.fingerprint in session.text.accepted
    return RowView(
        row.key,
        f"{unit.address or '?'}.s{number}",
        number,
        row.zh,
        row.en,
        row.begins,
        round(judgement.confidence * 100),
        judgement.reasons,
        bool(judgement.reasons) and not accepted,
        accepted,
        faults_at(session, row.key),
    )


def faults_at(session: Session, key: int) -> tuple[str, ...]:
    """Give what the checker said of a row; of no row, for 0."""
    return tuple(str(one) for at, one in session.faults if at == key)


def reason_words(reason: str) -> str:
    """Give a reason in the language of the interface."""
    if reason in _REASONS:
        return str(_REASONS[reason])
    numbers = reason.removeprefix("numbers differ: ")
    if numbers != reason:
        return str(gettext("numbers differ: %(numbers)s", numbers=numbers))
    few = _FEW.fullmatch(reason)
    if few:
        common, words = few.groups()
        return str(
            gettext(
                "few words in common (%(common)s of %(words)s)",
                common=common,
                words=words,
            )
        )
    return reason
