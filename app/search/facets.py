"""How the results spread over documents, sections and sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from app.model.document import Lang
from app.model.document import LANGS
from app.search.concept import Plan
from app.search.lookup import Docs
from app.search.lookup import Lookup
from app.search.results import FacetValue
from app.search.selection import select
from app.search.selection import Selection

SECTION_DEPTH = 2
"""How deep the sections are by which results are narrowed: 2 is ``plan:2.3``."""


def on_side(plan: Plan, lang: Lang | None) -> Plan:
    """Narrow a plan to what one side must hold."""
    if lang is None:
        return plan
    return replace(
        plan,
        required=tuple(
            tuple(concept.on_side(lang) for concept in clause)
            for clause in plan.required
        ),
    )


def count_facets(
    plan: Plan, selection: Selection, everywhere: Docs, inside: Docs, lookup: Lookup
) -> Mapping[str, tuple[FacetValue, ...]]:
    """Count units by document and section, and by the side that has all the words.

    *everywhere* are the results before they were narrowed to the units *inside* a
    place, so that a reader who looks in one section sees what the others have. The
    sides are counted by the whole *plan*, for the same reason.
    """
    slugs: Counter[str] = Counter()
    sections: Counter[str] = Counter()
    for doc in sorted(everywhere):
        slug, locator = lookup.units[doc]
        slugs[slug] += 1
        sections[f"{slug}:{'.'.join(locator.path[:SECTION_DEPTH])}"] += 1
    strict = not selection.relaxed
    sides = (
        FacetValue(lang, len(inside & select(one, lookup, strict=strict).docs))
        for lang in LANGS
        for one in (on_side(plan, lang),)
    )
    return {
        "doc": _values(slugs),
        "section": _values(sections),
        "lang": tuple(side for side in sides if side.count),
    }


def _values(counts: Counter[str]) -> tuple[FacetValue, ...]:
    """List the values in the order of the library."""
    return tuple(FacetValue(value, count) for value, count in counts.items())
