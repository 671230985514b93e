"""What became of a published address: it moved, or it is gone and keeps its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace

from app.model.document import Document
from app.model.document import Segment
from app.model.document import Text
from app.model.document import Unit
from app.model.ledger import Entry
from app.model.ledger import Ledger
from app.model.locator import Locator
from app.model.ranges import Span
from app.model.ranges import span_of
from app.web.blocks import segment_row
from app.web.blocks import unit_pair
from app.web.contexts import Link
from app.web.contexts import Move
from app.web.contexts import Row
from app.web.contexts import TombstonePage
from app.web.current import get_snapshot
from app.web.facts import document_facts
from app.web.urls import Linker
from app.web.urls import place_url


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of an address that no longer stands in the text.

    *target* is where it leads now; without one it is gone, and *last* are its words.
    Of a range, *moved* are the sentences that went to several places.
    """

    target: Locator | None
    last: tuple[Entry, ...] = ()
    moved: tuple[tuple[Locator, Locator], ...] = ()


def fate_of(text: Document, ledger: Ledger | None, locator: Locator) -> Fate | None:
    """Find what became of an address; None if it was never published."""
    if ledger is None:
        return None
    if locator.segment:
        return _segment_fate(ledger, locator.start)
    if locator in text.by_locator:
        return None
    below = [entry for entry in ledger.entries if locator.contains(entry.locator)]
    return _unit_fate(text, ledger, locator, below) if below else None


def fate_at(text: Document, ledger: Ledger, locator: Locator) -> Fate | None:
    """Find what became of an address or a range; None if any of it still stands."""
    if not locator.last:
        return fate_of(text, ledger, locator)
    span = span_of(text, ledger, locator)
    return range_fate(text, ledger, span) if span and not span.live else None


def _unit_fate(
    text: Document, ledger: Ledger, locator: Locator, below: list[Entry]
) -> Fate:
    """Find what became of a unit, with those below it, that stands no more.

    It leads on only if all of its sentences stand together in another one.
    """
    moved, last = _parted(ledger, below)
    depth = len(locator.path)
    homes = {Locator(target.path[:depth]) for target in moved.values()}
    if len(homes) == 1 and not last and homes <= set(text.by_locator):
        return Fate(homes.pop())
    return Fate(None, tuple(last), tuple(moved.items()))


def _parted(
    ledger: Ledger, entries: Iterable[Entry]
) -> tuple[dict[Locator, Locator], list[Entry]]:
    """Part former addresses into those that lead on, with where, and those gone."""
    moved: dict[Locator, Locator] = {}
    last: list[Entry] = []
    for entry in entries:
        fate = _segment_fate(ledger, entry.locator)
        if fate is not None and fate.target is not None:
            moved[entry.locator] = fate.target
        else:
            last.append(entry)
    return moved, last


def range_fate(text: Document, ledger: Ledger, span: Span) -> Fate:
    """Find what became of a range of which nothing stands where it stood."""
    moved, last = _parted(ledger, span.former)
    together = None if last else _together(text, ledger, list(moved.values()))
    return Fate(together, tuple(last), tuple(moved.items()))


def _together(text: Document, ledger: Ledger, places: list[Locator]) -> Locator | None:
    """Write sentences that follow one another in one unit as a range."""
    first, last = places[0], places[-1]
    if len(places) == 1:
        return first
    asked = Locator(first.path, first.segment, last.segment)
    span = span_of(text, ledger, asked) if first.unit == last.unit else None
    return asked if span and span.live == tuple(places) else None


def former_measure(text: Document, ledger: Ledger, number: str) -> Locator | None:
    """Find the unit of a measure that was published and stands no more."""
    depths = {len(unit.locator.path) for unit in text.measures.values()}
    for entry in ledger.entries:
        path = entry.locator.path
        if path[0] == text.zh.measures and path[-1] == number and len(path) in depths:
            return entry.locator.unit
    return None


def _segment_fate(ledger: Ledger, locator: Locator) -> Fate | None:
    """Find what became of one segment."""
    entry = ledger.by_locator.get(locator)
    if entry is None or entry.state == "live":
        return None
    end = ledger.resolve(locator)
    if end is None or end.state == "gone":
        return Fate(None, (end or entry,))
    return Fate(end.locator)


def gone_row(text: Document, entry: Entry) -> Row:
    """Set the last words of a sentence that was taken out."""
    segment = Segment(
        entry.locator,
        Text(entry.zh) if entry.zh else None,
        Text(entry.en) if entry.en else None,
    )
    row = segment_row(text.slug, segment, Linker({}, text.slug))
    anchor = entry.locator.fragment
    return replace(row, id=anchor, href=f"#{anchor}", state="gone")


def tombstone_page(text: Document, locator: Locator, fate: Fate) -> TombstonePage:
    """Say that an address is gone, show its last words and where they stood."""
    home = _nearest_left(text, locator)
    return TombstonePage(
        facts=document_facts(text),
        address=str(locator),
        rows=tuple(gone_row(text, entry) for entry in fate.last),
        moved=tuple(
            Move(str(old), Link(str(new), place_url(text.slug, new)))
            for old, new in fate.moved
        ),
        home=unit_pair(text.slug, home) if home else None,
    )


def _nearest_left(text: Document, locator: Locator) -> Unit | None:
    """Find the unit an address stood in, or the nearest above it that is left."""
    above: Locator | None = locator.unit
    while above is not None:
        if above in text.by_locator:
            return text.by_locator[above]
        above = above.parent
    return None


def published_addresses(slug: str) -> dict[str, dict[str, str]]:
    """List every address a document ever had, with its state, units included."""
    text = get_snapshot().documents[slug]
    ledger = get_snapshot().ledgers.get(slug, Ledger())
    states: dict[str, dict[str, str]] = {}
    for unit in text.walk():
        states[str(unit.locator)] = {"state": "live"}
        for segment in unit.segments:
            states[str(segment.locator)] = {"state": "live"}
    former = [entry.locator for entry in ledger.entries if entry.state != "live"]
    units = (
        Locator(address.path[:depth])
        for address in former
        for depth in range(1, len(address.path) + 1)
    )
    for locator in (*dict.fromkeys(units), *former):
        fate = fate_of(text, ledger, locator)
        if str(locator) not in states and fate is not None:
            states[str(locator)] = _state(fate)
    return states


def _state(fate: Fate) -> dict[str, str]:
    """Write a fate for a machine."""
    if fate.target is None:
        return {"state": "gone"}
    return {"state": "moved", "target": str(fate.target)}
