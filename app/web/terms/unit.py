"""The terms that stand in a unit, as a section of its page."""

from __future__ import annotations

from collections import Counter

from app.model.document import Unit
from app.model.place import Place
from app.terms.profile import times
from app.web.current import get_snapshot
from app.web.terms.contexts import TermRow
from app.web.terms.index import term_pair


def unit_terms(slug: str, unit: Unit) -> tuple[TermRow, ...]:
    """List the terms of a heading and its own body, the most frequent first."""
    snapshot, counts = get_snapshot(), Counter[str]()
    places = (unit.locator, *(segment.locator for segment in unit.segments))
    for locator in places:
        for use in snapshot.usages.at(Place(slug, locator)):
            counts[use.term] += times(use)
    terms = snapshot.glossary.by_id
    return tuple(
        TermRow(term_pair(terms[id]), count) for id, count in counts.most_common()
    )
