"""A place of the model → what the API says of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from app.model.document import Document
from app.model.locator import Locator
from app.model.place import Place
from app.snapshot.reader import Snapshot
from app.web.api import serialize
from app.web.api import shapes

PlaceType = Literal["unit", "segment", "range"]


def place_type(locator: Locator) -> PlaceType:
    """Say what an address is of."""
    if locator.last:
        return "range"
    return "segment" if locator.segment else "unit"


def answer_place(snapshot: Snapshot, place: Place) -> shapes.PlaceAnswer:
    """Describe a place; a sentence that has moved is described where it stands now."""
    asked, place = place.locator, _now(snapshot, place)
    document = snapshot.documents[place.slug]
    unit = document.by_locator.get(place.locator.unit)
    order = list(document.by_locator)
    at = order.index(place.locator.unit) if unit else -1
    facts = serialize.goto(place)
    return shapes.PlaceAnswer(
        doc=place.slug,
        locator=facts.locator,
        type=place_type(place.locator),
        name=serialize.name(snapshot, place),
        url=facts.url,
        moved_from=None if asked == place.locator else str(asked),
        status=shapes.Words(zh=document.zh.status, en=document.en.status),
        unit=serialize.unit_facts(snapshot, document, unit) if unit else None,
        segments=list(_segments(snapshot, document, place.locator)),
        children=[str(child.locator) for child in unit.children] if unit else [],
        previous=str(order[at - 1]) if at > 0 else None,
        next=str(order[at + 1]) if 0 <= at < len(order) - 1 else None,
    )


def _now(snapshot: Snapshot, place: Place) -> Place:
    """Follow a sentence that has moved; a range stays where it was."""
    if place_type(place.locator) != "segment":
        return place
    entry = snapshot.ledgers[place.slug].resolve(place.locator)
    return Place(place.slug, entry.locator) if entry else place


def _segments(
    snapshot: Snapshot, document: Document, locator: Locator
) -> Iterator[shapes.SegmentFacts]:
    """Yield the segments that stand in a unit or a range, or the one that is meant.

    Of a range, and of a unit that is no more, those that have moved or gone come too.
    """
    unit = document.by_locator.get(locator.unit)
    for segment in unit.segments if unit else ():
        if _inside(segment.locator, locator):
            yield serialize.segment_facts(document, segment)
    if unit is not None and not locator.segment:
        return
    ledger = snapshot.ledgers[document.slug]
    for entry in ledger.entries:
        if entry.state != "live" and _inside(entry.locator, locator):
            yield serialize.former_facts(document, ledger, entry)


def _inside(segment: Locator, locator: Locator) -> bool:
    """Say whether a segment lies in a unit or a range, or is the one that is meant."""
    if segment.unit != locator.unit:
        return False
    if not locator.segment:
        return True
    if not locator.last:
        return segment == locator
    last = locator.unit.at(locator.last)
    return locator.start.sort_key <= segment.sort_key <= last.sort_key
