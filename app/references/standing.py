"""Whether a published address stands in the text, and where its sentence is now."""

from __future__ import annotations

from app.model.document import Document
from app.model.ledger import Ledger
from app.model.locator import Locator
from app.model.place import Place
from app.model.thread import Target


def is_published(document: Document, ledger: Ledger, locator: Locator) -> bool:
    """Say whether an address, or both ends of a range, was ever given to something.

    A range that ends before it begins is none.

    A unit that stands no more counts if sentences were published in it: it leads on.
    """
    published = ledger.by_locator
    if not locator.segment:
        return locator in document.by_locator or any(map(locator.contains, published))
    ends = [locator.start]
    if locator.last:
        ends.append(locator.unit.at(locator.last))
    if ends[0].sort_key > ends[-1].sort_key:
        return False
    return all(end in document.by_segment or end in published for end in ends)


def standing(document: Document, ledger: Ledger, locator: Locator) -> Target | None:
    """Find what stands at an address now: the sentence that moved, where it is.

    None if nothing does.
    """
    if not locator.segment:
        stands = locator in document.by_locator
        return Target(Place(document.slug, locator)) if stands else None
    if locator.last:
        return _range(document, locator)
    entry = ledger.resolve(locator)
    now = entry.locator if entry and entry.state == "live" else locator
    return Target(Place(document.slug, now)) if now in document.by_segment else None


def _range(document: Document, locator: Locator) -> Target | None:
    """Find the sentences of a range that stand in its unit."""
    unit = document.by_locator.get(locator.unit)
    first, last = locator.start.sort_key, locator.unit.at(locator.last).sort_key
    covered = tuple(
        segment.locator
        for segment in (unit.segments if unit else ())
        if first <= segment.locator.sort_key <= last
    )
    return Target(Place(document.slug, locator), covered) if covered else None
