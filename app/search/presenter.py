"""The units of one search → hits: what is marked in each, and why it is a result."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace

from app.search.concept import Plan
from app.search.explain import why
from app.search.lookup import Lookup
from app.search.marks import Marker
from app.search.present import present_hit
from app.search.present import quoted_first
from app.search.reasons import Why
from app.search.results import Hit
from app.search.results import PairMarks
from app.search.results import Quotation
from app.search.selection import Selection


@dataclass(frozen=True, slots=True)
class Presenter:
    """Presents the units that a search found, each by its number in the index."""

    lookup: Lookup
    plan: Plan
    selection: Selection
    marker: Marker
    quotation: Quotation | None

    def hit(self, doc: int, score: float = 0.0) -> Hit:
        """Present a unit; one that is only named by the query has nothing to mark."""
        if doc in self.selection.docs:
            hit = present_hit(
                self.marker.unit(doc),
                score,
                self.selection.weights,
                self.selection.rows(doc),
            )
        else:
            slug, locator = self.lookup.units[doc]
            hit = Hit(slug, locator, score, PairMarks(), ())
        return quoted_first(hit, self.quotation)

    def explained(self, doc: int, score: float) -> Hit:
        """Present a unit and tell why it is a result."""
        if doc in self.selection.docs:
            partial = self.selection.partial.get(doc)
            close = partial.closeness if partial else None
            meaning = round(close.score, 3) if close else None
            reason = why(self.marker.unit(doc), self.plan, meaning)
        else:
            reason = Why((), "quoted" if self.quotation else "named")
        return replace(self.hit(doc, score), why=reason)
