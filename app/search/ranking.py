"""The order of the units that answer: BM25F by Whoosh, then how well one place answers.

score = BM25F over words, stems and headings (Robertson, Zaragoza and Taylor 2004)
      + HEADING × the share of the query that the heading has
      + SENTENCE × the share of the query that the best single sentence has
      + BREADTH × the logarithm of how many sentences have as much.
Ties go by the order of the text.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence

from whoosh.query import Or
from whoosh.query import Query
from whoosh.query import Term
from whoosh.searching import Searcher

from app.search import schema as fields
from app.search.concept import Plan
from app.search.lookup import Docs
from app.search.marks import coverage
from app.search.marks import MarkedUnit
from app.search.marks import Marker
from app.search.needle import Needle
from app.search.needle import Spelling
from app.search.needle import Substring
from app.search.selection import Selection

HEADING = 6.0
SENTENCE = 3.0
BREADTH = 1.0
TITLE_BOOST = 2.0

LOOKED_AT = 50
"""How many of the best units are looked at closely; the others keep their BM25F."""


def rank(
    plan: Plan, selection: Selection, docs: Docs, marker: Marker, searcher: Searcher
) -> list[tuple[int, float]]:
    """Order the units that answer, best first, each with its score."""
    terms = list(_terms(plan))
    scores = dict.fromkeys(docs, 0.0)
    if terms and docs:
        results = searcher.search(Or(terms), limit=None, filter=set(docs))
        scores.update(results.items())
    ordered = sorted(scores, key=lambda doc: (-scores[doc], doc))
    for doc in ordered[:LOOKED_AT]:
        scores[doc] += _closeness(marker.unit(doc), selection.weights)
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


def _closeness(unit: MarkedUnit, weights: Sequence[float]) -> float:
    """Score how much of the query stands in the heading and in one sentence."""
    heading = coverage(unit.title.met, weights)
    sentences = [coverage(pair.met, weights) for pair in unit.segments]
    best = max(sentences, default=0.0)
    breadth = math.log(1 + sentences.count(best)) if best else 0.0
    return HEADING * heading + SENTENCE * best + BREADTH * breadth


def _terms(plan: Plan) -> Iterator[Query]:
    """Turn the concepts into the words that Whoosh scores."""
    for concept in plan.concepts:
        for needle in concept.satisfying():
            yield from _scored(needle)


def _scored(needle: Needle) -> Iterator[Query]:
    """Turn one needle into its words, in the text and in the headings."""
    if isinstance(needle, Spelling):
        return
    if isinstance(needle, Substring):
        words: Iterable[str] = [needle.text]
        names: tuple[str, ...] = (fields.ZH_WORDS, fields.ZH_TITLE)
    elif needle.exact:
        words, names = needle.words, (fields.EN_WORDS,)
    else:
        words, names = needle.words, (fields.EN_STEMS, fields.EN_TITLE)
    for word in words:
        yield Term(names[0], word)
        for name in names[1:]:
            yield Term(name, word, boost=TITLE_BOOST)
