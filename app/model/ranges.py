"""A range of sentences: what of it stands where it was published, and what once did."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.document import Document
from app.model.ledger import Entry
from app.model.ledger import Ledger
from app.model.locator import Locator


@dataclass(frozen=True, slots=True)
class Span:
    """A range that was asked for.

    *live* are its sentences that stand, in the order of the text; *former* are those
    that moved or are gone.
    """

    asked: Locator
    live: tuple[Locator, ...]
    former: tuple[Entry, ...]


def span_of(text: Document, ledger: Ledger, asked: Locator) -> Span | None:
    """Find what a range takes in; None if an end of it was never published."""
    unit = text.by_locator.get(asked.unit)
    order = [segment.locator for segment in unit.segments] if unit else []
    former = former_entries(ledger, asked.unit)
    first, last = asked.start, asked.unit.at(asked.last)
    if not {first, last} <= {*order, *(entry.locator for entry in former)}:
        return None
    live = []
    if first in order and last in order:
        live = order[order.index(first) : order.index(last) + 1]
    if not live:
        live = [one for one in order if _between(first, one, last)]
    within = [entry for entry in former if _between(first, entry.locator, last)]
    if not live and not within:
        return None
    return Span(asked, tuple(live), tuple(within))


def former_entries(ledger: Ledger, unit: Locator) -> tuple[Entry, ...]:
    """List the addresses of a unit whose sentences moved or are gone, in order."""
    entries = (
        entry
        for entry in ledger.entries
        if entry.state != "live" and entry.locator.unit == unit
    )
    return tuple(sorted(entries, key=lambda entry: entry.locator.sort_key))


def _between(first: Locator, one: Locator, last: Locator) -> bool:
    """Say whether an address lies in a range by its numbers."""
    return first.sort_key <= one.sort_key <= last.sort_key
