"""Units that answer → hits with their marks, as they are shown."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import replace

from app.model.locator import Locator
from app.search.concept import Plan
from app.search.marks import answering
from app.search.marks import MarkedUnit
from app.search.marks import Marker
from app.search.results import Hit
from app.search.results import PairMarks
from app.search.results import Quotation
from app.search.results import Rendering
from app.search.results import SegmentHit
from app.search.selection import Selection

PLACED = 1_000
"""How many units are marked for the picture of where the hits lie."""


def present_hit(
    marked: MarkedUnit,
    score: float,
    weights: Sequence[float],
    rows: Sequence[float] = (),
) -> Hit:
    """Make the hit of a unit and choose the segments to show."""
    shown = answering(marked.segments, weights, rows)
    return Hit(
        marked.text.slug,
        marked.text.unit.locator,
        round(score, 3),
        marked.title.marks,
        tuple(SegmentHit(one.pair.locator, one.marks) for one in shown),
    )


def quoted_first(hit: Hit, quotation: Quotation | None) -> Hit:
    """Put the sentences that are quoted from a unit first; mark what is quoted."""
    if quotation is None:
        return hit
    marked = {one.locator: one for one in hit.segments if one.marks != PairMarks()}
    quoted = {
        part.locator: SegmentHit(
            part.locator, PairMarks(**{quotation.lang: (part.mark,)})
        )
        for one in quotation.places
        if (one.place.slug, one.place.locator.unit) == (hit.slug, hit.locator)
        for part in one.parts
    }
    first = tuple(marked.get(locator, one) for locator, one in quoted.items())
    rest = tuple(one for one in hit.segments if one.locator not in quoted)
    return replace(hit, segments=first + rest)


def find_places(
    docs: Iterable[int], marker: Marker, selection: Selection
) -> Mapping[str, tuple[Locator, ...]]:
    """List every matching segment by document, in the order of the text."""
    places: dict[str, list[Locator]] = {}
    for doc in sorted(docs)[:PLACED]:
        marked = marker.unit(doc)
        shown = {
            one.pair.locator
            for one in answering(
                marked.segments, selection.weights, selection.rows(doc)
            )
        }
        found = places.setdefault(marked.text.slug, [])
        found += [
            one.pair.locator for one in marked.segments if one.pair.locator in shown
        ]
    return {slug: tuple(found) for slug, found in places.items()}


def find_renderings(plan: Plan) -> tuple[Rendering, ...]:
    """List the glossary's terms that the query was recognised as, each once."""
    terms = dict.fromkeys(term for concept in plan.concepts for term in concept.terms)
    return tuple(Rendering(term.id, term.zh, term.en) for term in terms)
