"""The best partial answers, when no unit has all the words: by words and by meaning.

score = words + sentences + soft words. The first is BM25F over all that was typed,
Chinese also by the words inside words and by every two characters that touch, as a
share of what a text with all of it gets; the others are what ``meaning.closeness``
says. The weights are equal: on questions to laws, to passages of encyclopaedias and to
a plan, no others did clearly better.
"""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

from whoosh.query import DisjunctionMax
from whoosh.query import Or
from whoosh.query import Query
from whoosh.query import Term
from whoosh.searching import Searcher

from app.search import schema as fields
from app.search.analyzer import ChineseWords
from app.search.analyzer import pairs_of_characters
from app.search.analyzer import stem
from app.search.concept import Concept
from app.search.concept import Plan
from app.search.lookup import Docs
from app.search.meaning.closeness import Closeness
from app.search.meaning.closeness import Meaning
from app.search.meaning.words import content_words
from app.search.meaning.words import inner_words
from app.search.scoring import terms_of
from app.search.scoring import typed_terms
from app.text.normalize import has_han
from app.text.pinyin import cut_pinyin

LOOKED_AT = 200
"""How many of the units with some of the words are compared in meaning."""

LONGEST = 300
"""How much of a query is compared in meaning and by two characters, in characters."""

COMMON = 0.25
"""Two characters that this share of all units has say nothing; they cost most."""

ENOUGH = 0.5
"""How much of the best answer's score others must have to be shown too."""

MOST = 100
"""How many partial answers are given."""

MEANT = 0.25
"""How much of a query in which no word occurs must be there in meaning."""

LEAST_WORDS = 2
"""One word that occurs nowhere says too little: there is always something like it."""

FEW = 5
"""How many answers are given to a query in which no word occurs."""


@dataclass(frozen=True, slots=True)
class PartialAnswer:
    """A unit that has some of a query."""

    score: float
    closeness: Closeness | None
    """How close it is in meaning; None where the search goes by words alone."""


Partial = Mapping[int, PartialAnswer]


class Relaxation:
    """Finds partial answers in one library."""

    def __init__(
        self, searcher: Searcher, chinese: ChineseWords, meaning: Meaning | None
    ) -> None:
        self._searcher = searcher
        self._chinese = chinese
        self._meaning = meaning

    def answers(
        self, plan: Plan, excluded: Docs, whole: Docs, *, anchored: bool
    ) -> Partial:
        """Find the units that have the most of a query, best first.

        Those that have the *whole* of it, as a question may, are always among them.
        *anchored* says that some of its words do occur. If none does, only what is
        surely meant is given, and only where there is an encoder; pinyin of what is not
        there means nothing to it.
        """
        text = (plan.suggestion or plan.text)[:LONGEST]
        words = {one: self._has(one) for one in content_words(text, self._chinese)}
        if not (anchored or _may_be_meant(plan, words)):
            return {}
        lexical = self._lexical(plan)
        everything = range(min(self._searcher.doc_count_all(), LOOKED_AT))
        units = sorted(whole.union(lexical or everything) - excluded)
        close = self._meaning.compare(text, words, units) if self._meaning else {}
        found = {
            unit: PartialAnswer(
                lexical.get(unit, 0.0) + (close[unit].score if unit in close else 0.0),
                close.get(unit),
            )
            for unit in units
            if anchored or (unit in close and close[unit].words >= MEANT)
        }
        return _best(found, MOST if anchored else FEW, whole)

    def _has(self, word: str) -> bool:
        """Say whether the texts have a word, in any form."""
        if has_han(word):
            return bool(self._searcher.doc_frequency(fields.ZH_WORDS, word))
        return bool(self._searcher.doc_frequency(fields.EN_STEMS, stem(word)))

    def _lexical(self, plan: Plan) -> dict[int, float]:
        """Score by words; 1 is what a text of usual length with all of them has."""
        clauses = [
            [self._one(concept) for concept in clause if concept.needles]
            for clause in plan.required
        ]
        typed = [DisjunctionMax(clause) for clause in clauses if clause]
        inside = list(self._inside(plan.text[:LONGEST]))
        whole = sum(
            self._searcher.idf(term.fieldname, term.text)
            for term in (*typed_terms(plan.concepts), *inside)
        )
        if not whole:
            return {}
        results = self._searcher.search(Or([*typed, *inside]), limit=LOOKED_AT)
        return {unit: score / whole for unit, score in results.items()}

    def _one(self, concept: Concept) -> Query:
        """Ask for what was typed, or, if it occurs nowhere, for its other forms."""
        typed = list(typed_terms([concept]))
        if not any(
            self._searcher.doc_frequency(one.fieldname, one.text) for one in typed
        ):
            typed += [
                term for needle in concept.satisfying() for term in terms_of(needle)
            ]
        return Or(typed)

    def _inside(self, text: str) -> Iterator[Term]:
        """Yield the Chinese words inside words, and every two characters that touch."""
        common = COMMON * self._searcher.doc_count_all()
        for pair in dict.fromkeys(pairs_of_characters(text)):
            if self._searcher.doc_frequency(fields.GRAMS, pair) <= common:
                yield Term(fields.GRAMS, pair)
        for word in inner_words(text, self._chinese):
            yield Term(fields.ZH_WORDS, word)


def _may_be_meant(plan: Plan, words: Collection[str]) -> bool:
    """Say whether words that occur nowhere may be looked for by what they mean."""
    return plan.plain and len(words) >= LEAST_WORDS and not all(map(cut_pinyin, words))


def _best(found: Partial, most: int, whole: Docs) -> Partial:
    """Keep the best, those that are not much worse, and what has all of the query."""
    ranked = sorted(found.items(), key=lambda item: (-item[1].score, item[0]))
    if not ranked:
        return {}
    enough = ENOUGH * ranked[0][1].score
    return {
        unit: one
        for place, (unit, one) in enumerate(ranked)
        if unit in whole or (place < most and one.score >= enough)
    }
