"""A place of the model → what the API says of it."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from typing import Any
from typing import Literal

from app.model.document import Document
from app.model.ledger import Entry
from app.model.locator import Locator
from app.model.place import Place
from app.model.ranges import former_entries
from app.model.ranges import span_of
from app.snapshot.reader import Snapshot
from app.web.api import serialize
from app.web.api import shapes

PlaceType = Literal["unit", "segment", "range"]


def place_type(locator: Locator) -> PlaceType:
    """Say what an address is of."""
    if locator.last:
        return "range"
    return "segment" if locator.segment else "unit"


def state_of(snapshot: Snapshot, found: Place) -> tuple[Any, Locator | None]:
    """Say what has become of a place since it was published."""
    locator, ledger = found.locator, snapshot.ledgers[found.slug].by_locator
    if not locator.segment:
        stands = locator in snapshot.documents[found.slug].by_locator
        return ("live" if stands else "gone"), None
    ends = [locator.start]
    if locator.last:
        ends.append(locator.unit.at(locator.last))
    for entry in (ledger[end] for end in ends if end in ledger):
        if entry.state != "live":
            return entry.state, entry.target
    return "live", None


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
    ledger = snapshot.ledgers[document.slug]
    unit = document.by_locator.get(locator.unit)
    live: Sequence[Locator] = ()
    former: Sequence[Entry] = ()
    if locator.last:
        span = span_of(document, ledger, locator)
        live, former = (span.live, span.former) if span else ((), ())
    elif locator.segment:
        live = [locator] if locator in document.by_segment else []
        former = [] if live else [ledger.by_locator[locator]]
    elif unit is not None:
        live = [segment.locator for segment in unit.segments]
    else:
        former = former_entries(ledger, locator)
    for one in live:
        yield serialize.segment_facts(document, document.by_segment[one])
    for entry in former:
        yield serialize.former_facts(document, ledger, entry)
