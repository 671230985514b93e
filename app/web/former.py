"""Addresses that people kept and whose sentences stand in their unit no more."""

from __future__ import annotations

from dataclasses import replace

from flask_babel import gettext
from markupsafe import Markup

from app.model.document import Document
from app.model.ledger import Entry
from app.model.ledger import Ledger
from app.model.locator import Locator
from app.model.ranges import former_entries
from app.model.ranges import Span
from app.web.contexts import FormerRow
from app.web.contexts import Link
from app.web.fates import fate_of
from app.web.fates import gone_row
from app.web.render import sentence_html
from app.web.urls import permanent_path
from app.web.urls import place_url

_MOST_UNITS = 3
"""How many units are named in which sentences of another stand now."""

_LINK = Markup('<a href="{}">{}</a>')


def former_rows(
    text: Document, ledger: Ledger, unit: Locator, whole: bool, span: Span | None = None
) -> tuple[FormerRow, ...]:
    """Set an anchor for every former address of a unit, and say what became of it."""
    ranged = span.former if span else ()
    return tuple(
        _former_row(text, ledger, entry, whole, entry in ranged)
        for entry in former_entries(ledger, unit)
    )


def units_elsewhere(text: Document, ledger: Ledger, unit: Locator) -> tuple[Link, ...]:
    """Name the units in which sentences stand now that once stood in this one."""
    targets = (_target(text, ledger, entry) for entry in former_entries(ledger, unit))
    units = dict.fromkeys(target.unit for target in targets if target is not None)
    return tuple(
        Link(str(other), place_url(text.slug, other))
        for other in units
        if other != unit
    )[:_MOST_UNITS]


def _former_row(
    text: Document, ledger: Ledger, entry: Entry, whole: bool, ranged: bool
) -> FormerRow:
    """Set one former address: with the way on, or with its last words."""
    target = _target(text, ledger, entry)
    row = gone_row(text, entry)
    if target is not None:
        row = replace(row, zh=None, en=None, state="moved")
    anchor = str(entry.locator) if whole else entry.locator.fragment
    state = f"{row.state} ranged" if ranged else row.state
    row = replace(row, id=anchor, href=f"#{anchor}", state=state)
    return FormerRow(row, _words(text, entry, target))


def _words(text: Document, entry: Entry, target: Locator | None) -> Markup:
    """Say what became of an address, with a link to all that is known of it."""
    if target is None:
        link = _LINK.format(permanent_path(text.slug, entry.locator), entry.locator)
        return sentence_html(
            gettext("%(address)s is gone; these are its last words."), address=link
        )
    return sentence_html(
        gettext("%(address)s stands at %(target)s now."),
        address=str(entry.locator),
        target=_LINK.format(place_url(text.slug, target), target),
    )


def _target(text: Document, ledger: Ledger, entry: Entry) -> Locator | None:
    """Find where the sentence of a former address stands; None if it is gone."""
    fate = fate_of(text, ledger, entry.locator)
    return fate.target if fate else None
