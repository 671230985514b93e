"""Units that answer → hits with their marks, as they are shown."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence

from app.model.locator import Locator
from app.search.concept import Plan
from app.search.marks import answering
from app.search.marks import MarkedUnit
from app.search.marks import Marker
from app.search.results import Hit
from app.search.results import Rendering
from app.search.results import SegmentHit

PLACED = 1_000
"""How many units are marked for the picture of where the hits lie."""


def present_hit(marked: MarkedUnit, score: float, weights: Sequence[float]) -> Hit:
    """Make the hit of a unit and choose the segments to show."""
    shown = answering(marked.segments, weights)
    return Hit(
        marked.text.slug,
        marked.text.unit.locator,
        round(score, 3),
        marked.title.marks,
        tuple(SegmentHit(one.pair.locator, one.marks) for one in shown),
    )


def find_places(
    docs: Iterable[int], marker: Marker, weights: Sequence[float]
) -> Mapping[str, tuple[Locator, ...]]:
    """List every matching segment by document, in the order of the text."""
    places: dict[str, list[Locator]] = {}
    for doc in sorted(docs)[:PLACED]:
        marked = marker.unit(doc)
        shown = {one.pair.locator for one in answering(marked.segments, weights)}
        found = places.setdefault(marked.text.slug, [])
        found += [
            one.pair.locator for one in marked.segments if one.pair.locator in shown
        ]
    return {slug: tuple(found) for slug, found in places.items()}


def find_renderings(plan: Plan) -> tuple[Rendering, ...]:
    """List the glossary's terms that the query was recognised as, each once."""
    terms = dict.fromkeys(term for concept in plan.concepts for term in concept.terms)
    return tuple(Rendering(term.id, term.zh, term.en) for term in terms)
