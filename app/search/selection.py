"""Which units answer a plan: all of its clauses, or, if none does, the most of it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from app.search.concept import Concept
from app.search.concept import Plan
from app.search.lookup import Docs
from app.search.lookup import Lookup

ENOUGH = 0.7
"""How much of what the best partial match has others must have to be shown too."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The units that answer, and how each clause weighs.

    *weights* follow the clauses: rare ones weigh more, after the inverse document
    frequency of Robertson and Spärck Jones (1976).
    """

    docs: Docs
    weights: tuple[float, ...]
    relaxed: bool
    unknown: tuple[str, ...]


def select(plan: Plan, lookup: Lookup, *, strict: bool = False) -> Selection:
    """Find the units that answer; a *strict* search is not relaxed."""
    found = [_union(clause, lookup) for clause in plan.required]
    excluded = _union(plan.excluded, lookup)
    weights = tuple(_weight(len(docs), len(lookup.units)) for docs in found)
    unknown = tuple(
        clause[0].text
        for clause, docs in zip(plan.required, found, strict=True)
        if not docs
    )
    docs = frozenset.intersection(*found) - excluded if found else frozenset()
    relaxed = False
    if not docs and len(found) > 1 and not strict:
        docs = _partial(found, weights) - excluded
        relaxed = bool(docs)
    return Selection(docs, weights, relaxed, unknown)


def _union(concepts: tuple[Concept, ...], lookup: Lookup) -> Docs:
    """Find the units that satisfy any of some concepts."""
    return frozenset().union(*map(lookup.docs, concepts))


def _weight(frequency: int, count: int) -> float:
    """Weigh a clause by how few units satisfy it; an unknown word as if one did."""
    known = max(frequency, 1)
    return math.log(1 + (count - known + 0.5) / (known + 0.5))


def _partial(found: list[Docs], weights: tuple[float, ...]) -> Docs:
    """Find the units that have the most of a query of which none has all."""
    share: dict[int, float] = {}
    for docs, weight in zip(found, weights, strict=True):
        for doc in docs:
            share[doc] = share.get(doc, 0.0) + weight
    enough = ENOUGH * max(share.values(), default=0.0)
    return frozenset(doc for doc, weight in share.items() if weight >= enough)
