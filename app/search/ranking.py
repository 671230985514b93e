"""The order of the units that answer: BM25F by Whoosh, then how well one place answers.

score = BM25F over words, stems and headings (Robertson, Zaragoza and Taylor 2004)
      + HEADING × the share of the query that the heading has
      + SENTENCE × the share of the query that the best single sentence has
      + BREADTH × the logarithm of how many sentences have as much.
Ties go by the order of the text. Of partial answers the score is ``relaxation``'s.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from collections.abc import Sequence

from whoosh.query import Or
from whoosh.searching import Searcher

from app.search.concept import Plan
from app.search.lookup import Docs
from app.search.marks import coverage
from app.search.marks import MarkedUnit
from app.search.marks import Marker
from app.search.scoring import scored_terms
from app.search.selection import Selection

HEADING = 6.0
SENTENCE = 3.0
BREADTH = 1.0

LOOKED_AT = 50
"""How many of the best units are looked at closely; the others keep their BM25F."""


def rank(
    plan: Plan, selection: Selection, docs: Docs, marker: Marker, searcher: Searcher
) -> list[tuple[int, float]]:
    """Order the units that answer, best first, each with its score."""
    if selection.relaxed:
        partial = selection.partial
        scores = {doc: partial[doc].score if doc in partial else 0.0 for doc in docs}
        return _ordered(scores)
    terms = list(scored_terms(plan.concepts))
    scores = dict.fromkeys(docs, 0.0)
    if terms and docs:
        results = searcher.search(Or(terms), limit=None, filter=set(docs))
        scores.update(results.items())
    for doc, _ in _ordered(scores)[:LOOKED_AT]:
        scores[doc] += _closeness(marker.unit(doc), selection.weights)
    return _ordered(scores)


def _ordered(scores: Mapping[int, float]) -> list[tuple[int, float]]:
    """Put the best first, equals in the order of the text."""
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


def _closeness(unit: MarkedUnit, weights: Sequence[float]) -> float:
    """Score how much of the query stands in the heading and in one sentence."""
    heading = coverage(unit.title.met, weights)
    sentences = [coverage(pair.met, weights) for pair in unit.segments]
    best = max(sentences, default=0.0)
    breadth = math.log(1 + sentences.count(best)) if best else 0.0
    return HEADING * heading + SENTENCE * best + BREADTH * breadth
