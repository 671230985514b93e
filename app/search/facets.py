"""How the results spread over documents, sections and sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace

from app.model.document import Lang
from app.model.document import LANGS
from app.search.concept import Plan
from app.search.lookup import Docs
from app.search.lookup import Lookup
from app.search.results import FacetValue
from app.search.selection import Selector

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


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, before and after it was narrowed.

    *everywhere* are the results before they were narrowed to the units *inside* a
    place, so that a reader who looks in one section sees what the others have. A unit
    that the query *named* is found however it is narrowed; one that it *quoted*, on the
    side of the quotation.
    """

    everywhere: Docs
    inside: Docs
    named: Docs
    quoted: Mapping[Lang, Docs]


def count_facets(
    plan: Plan, found: Found, selector: Selector, *, relaxed: bool
) -> Mapping[str, tuple[FacetValue, ...]]:
    """Count units by document and section, and by the side that has all the words.

    Each count is how many units there are when the search is narrowed to that value:
    a section has those below it too. The sides are counted by the whole *plan*; of
    *relaxed* results neither side has all the words, so that there is nothing to count.
    """
    lookup = selector.lookup
    slugs: Counter[str] = Counter()
    sections: Counter[str] = Counter()
    for doc in sorted(found.everywhere):
        slug, locator = lookup.units[doc]
        slugs[slug] += 1
        for depth in range(1, min(len(locator.path), SECTION_DEPTH) + 1):
            sections[f"{slug}:{'.'.join(locator.path[:depth])}"] += 1
    sides = {
        lang: 0 if relaxed else len(_on_side(plan, found, selector, lang))
        for lang in LANGS
    }
    return {
        "doc": _values(_with_named(slugs, found, lookup)),
        "section": _values(_with_named(sections, found, lookup)),
        "lang": tuple(FacetValue(lang, sides[lang]) for lang in LANGS if sides[lang]),
    }


def _on_side(plan: Plan, found: Found, selector: Selector, lang: Lang) -> Docs:
    """Find what is left when one side must have the words."""
    docs = selector.select(on_side(plan, lang), strict=True).docs
    return (docs & found.inside) | found.named | found.quoted.get(lang, frozenset())


def _with_named(counts: Counter[str], found: Found, lookup: Lookup) -> Counter[str]:
    """Count a named unit in places it does not lie in too: it is shown there."""
    for doc in found.named:
        slug, locator = lookup.units[doc]
        for value in counts:
            place, _, path = value.partition(":")
            inside = place == slug and locator.path[: path.count(".") + 1] == tuple(
                path.split(".")
            )
            if not (inside or value == slug):
                counts[value] += 1
    return counts


def _values(counts: Counter[str]) -> tuple[FacetValue, ...]:
    """List the values in the order of the library."""
    return tuple(FacetValue(value, count) for value, count in counts.items())
