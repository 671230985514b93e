"""Which units answer a plan: all of its clauses, or, if none does, the most of it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field

from app.search.concept import Concept
from app.search.concept import Plan
from app.search.lookup import Docs
from app.search.lookup import Lookup
from app.search.relaxation import PartialAnswer
from app.search.relaxation import Relaxation


@dataclass(frozen=True, slots=True)
class Selection:
    """The units that answer, and how each clause weighs.

    *weights* follow the clauses: rare ones weigh more, after the inverse document
    frequency of Robertson and Spärck Jones (1976).
    """

    docs: Docs
    weights: tuple[float, ...]
    unknown: tuple[str, ...]
    """The words that occur nowhere."""
    partial: Mapping[int, PartialAnswer] = field(default_factory=dict)
    """The answers with their scores, where nothing has all the words."""

    @property
    def relaxed(self) -> bool:
        """Whether nothing has all the words, so that these have only some."""
        return bool(self.partial)

    def rows(self, doc: int) -> Sequence[float]:
        """Say how close each sentence of a partial answer is; empty of any other."""
        answer = self.partial.get(doc)
        if answer is None or answer.closeness is None:
            return ()
        return answer.closeness.rows[1:]


@dataclass(frozen=True, slots=True)
class Selector:
    """Selects units of one library."""

    lookup: Lookup
    relaxation: Relaxation

    def select(self, plan: Plan, *, strict: bool = False) -> Selection:
        """Find the units that answer; a *strict* search is not relaxed."""
        found = [self._union(clause) for clause in plan.required]
        excluded = self._union(plan.excluded)
        weights = tuple(_weight(len(docs), len(self.lookup.units)) for docs in found)
        unknown = tuple(
            clause[0].text
            for clause, docs in zip(plan.required, found, strict=True)
            if not docs
        )
        docs = frozenset.intersection(*found) - excluded if found else frozenset()
        if strict or not found or (docs and not plan.question):
            return Selection(docs, weights, unknown)
        partial = self.relaxation.answers(plan, excluded, docs, anchored=any(found))
        return Selection(frozenset(partial), weights, unknown, partial)

    def _union(self, concepts: tuple[Concept, ...]) -> Docs:
        """Find the units that satisfy any of some concepts."""
        return frozenset().union(*map(self.lookup.docs, concepts))


def _weight(frequency: int, count: int) -> float:
    """Weigh a clause by how few units satisfy it; an unknown word as if one did."""
    known = max(frequency, 1)
    return math.log(1 + (count - known + 0.5) / (known + 0.5))
