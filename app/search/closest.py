"""What is nearest to a query when the whole of it does not occur."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.model.glossary import Term
from app.search.analyzer import stem
from app.search.chinese import ChineseReading
from app.search.concept import Concept
from app.search.concept import Plan
from app.search.frequency import Frequency
from app.search.lookup import Lookup
from app.search.near_terms import near_terms
from app.search.near_terms import TermFeatures
from app.search.needle import phrase
from app.search.spelling import correct
from app.search.stopwords import STOP_WORDS
from app.text.english import words
from app.text.normalize import fold

_MOST_WORDS = 40
"""How many English words of a query are tried."""

_RESPELT = 12
"""How many of them are corrected: a long query is not misspelt but elsewhere."""


@dataclass(frozen=True)
class Closest:
    """Finds what of a query occurs, and what is like it."""

    lookup: Lookup
    chinese: ChineseReading
    frequency: Frequency
    features: TermFeatures

    def of(self, text: str) -> str:
        """Give the longest Chinese stretch, or the most English words in a row.

        It is written so that it can be searched for.
        """
        return self.chinese.longest_part(text) or self._in_a_row(text)

    def terms(self, text: str, plan: Plan) -> tuple[Term, ...]:
        """Find the nearest terms that occur and are not in the query already."""
        known = {term for concept in plan.concepts for term in concept.terms}
        return near_terms(
            text,
            self.features,
            lambda term: term not in known and bool(self.frequency.docs(term)),
        )

    def respelt(self, text: str) -> str:
        """Write a text in the nearest spelling that occurs; empty if it does so far."""
        folded = fold(text)
        better, at = "", 0
        for word in list(words(folded.text))[:_RESPELT]:
            known = word.text in STOP_WORDS or self.lookup.knows(word.text)
            near = None if known else correct(word.text, self.lookup.vocabulary)
            start, end = folded.original(word.start, word.end)
            better += text[at:start] + (near or text[start:end])
            at = end
        better += text[at:]
        return "" if better == text else better

    def apart(self, text: str) -> tuple[str, ...]:
        """List the English words that do occur, if there are several."""
        found = dict.fromkeys(
            word.text
            for word in list(words(fold(text).text))[:_MOST_WORDS]
            if word.text not in STOP_WORDS and self.lookup.has_stem(stem(word.text))
        )
        return tuple(found) if len(found) > 1 else ()

    def _in_a_row(self, text: str) -> str:
        """Find the most words that stand in a row; one alone must say something.

        What is inside a run that stands does too, so one pass with two ends that only
        move on is enough.
        """
        folded = fold(text)
        cut = list(words(folded.text))[:_MOST_WORDS]
        spans = [folded.original(word.start, word.end) for word in cut]
        typed = [text[start:end] for start, end in spans]
        best: list[str] = []
        start = 0
        for end in range(1, len(typed) + 1):
            while start < end and not self._stand(typed[start:end]):
                start += 1
            best = max(best, typed[start:end], key=_telling)
        if not _telling(best):
            return ""
        part = " ".join(best)
        written = f'"{part}"' if len(best) > 1 else part
        return "" if written.casefold() == text.strip().casefold() else written

    def _stand(self, run: Sequence[str]) -> bool:
        """Say whether words stand in a row anywhere, in just these forms."""
        needle = phrase(" ".join(run), exact=len(run) > 1)
        return needle is not None and self.lookup.occurs(Concept("", (needle,)))


def _telling(run: Sequence[str]) -> int:
    """Count the words of a run that say something."""
    return sum(word.casefold() not in STOP_WORDS for word in run)
