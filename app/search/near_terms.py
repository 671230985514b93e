"""The terms of the glossary that are nearest to a query which found too little.

Near is a term that shares Chinese characters or English stems with the query, rare ones
counting more; that is spelt nearly so; or that is written in the same pinyin.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from app.model.document import LANGS
from app.model.glossary import Glossary
from app.model.glossary import Term
from app.search.analyzer import grams
from app.search.analyzer import stem
from app.search.spelling import correct
from app.search.stopwords import STOP_WORDS
from app.search.stopwords import ZH_STOP_WORDS
from app.text.english import words
from app.text.normalize import fold_text
from app.text.normalize import has_han
from app.text.pinyin import cut_pinyin
from app.text.pinyin import syllables

MOST_TERMS = 6
"""How many terms are offered."""

_LONGEST = 200
"""How much of a query is compared, in characters."""

_NEAR = 0.5
"""How near a term must be beside the nearest one."""

_LEAST = 0.12
"""How much of its weight a term must share with the query at least."""

_LETTER = re.compile(r"[a-z]")


class TermFeatures:
    """What the terms of a glossary are made of, to be compared with a query."""

    def __init__(self, glossary: Glossary) -> None:
        self._terms = glossary.terms

    @cached_property
    def forms(self) -> tuple[tuple[Term, frozenset[str]], ...]:
        """Every form of every term with its features."""
        return tuple(
            (term, frozenset(_features(form)))
            for term in self._terms
            for lang in LANGS
            for form in term.forms(lang)
        )

    @cached_property
    def having(self) -> dict[str, list[int]]:
        """The forms that have a feature, by their positions."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, (_, features) in enumerate(self.forms):
            for feature in features:
                found[feature].append(at)
        return found

    @cached_property
    def spellings(self) -> dict[str, int]:
        """The English words of all forms, with how often each occurs."""
        counts: dict[str, int] = defaultdict(int)
        for term in self._terms:
            for form in term.forms("en"):
                for word in words(fold_text(form)):
                    counts[word.text] += 1
        return counts

    @cached_property
    def pinyin(self) -> dict[str, str]:
        """The Chinese forms by the letters of their pinyin."""
        return {
            "".join(syllables(folded)): folded
            for term in self._terms
            for form in term.forms("zh")
            if len(folded := fold_text(form)) > 1 and has_han(folded)
        }

    @cached_property
    def weights(self) -> list[float]:
        """What the features of each form weigh together."""
        return [self.weight(features) for _, features in self.forms]

    def weight(self, features: Iterable[str]) -> float:
        """Weigh features: those that few terms have say more."""
        count = len(self.forms)
        return sum(
            math.log(1 + count / (1 + len(self.having.get(feature, ()))))
            for feature in features
        )


def near_terms(
    text: str, known: TermFeatures, suits: Callable[[Term], bool] = lambda _: True
) -> tuple[Term, ...]:
    """Give the terms nearest to a text that suit, the nearest first."""
    asked = frozenset(_asked(fold_text(text)[:_LONGEST], known))
    weight = known.weight(asked)
    candidates = {at for feature in asked for at in known.having.get(feature, ())}
    best: dict[Term, float] = {}
    for at in candidates:
        term, features = known.forms[at]
        shared = known.weight(features & asked)
        whole = math.sqrt(known.weights[at] * weight)
        best[term] = max(best.get(term, 0.0), shared / whole)
    least = max(_LEAST, _NEAR * max(best.values(), default=0.0))
    near = [term for term, likeness in best.items() if likeness >= least]
    near.sort(key=lambda term: (-best[term], len(term.zh), term.id))
    return tuple(islice(filter(suits, near), MOST_TERMS))


def _asked(folded: str, known: TermFeatures) -> Iterator[str]:
    """Give the features of a query, and of what it may be a slip for."""
    yield from _features(folded)
    latin = [word.text for word in words(folded) if _LETTER.match(word.text)]
    for word in latin:
        better = correct(word, known.spellings)
        if better and word not in known.spellings:
            yield from _features(better)
    if not any(map(cut_pinyin, latin)):
        return
    letters = "".join(latin)
    meant = known.pinyin.get(letters) or known.pinyin.get(
        correct(letters, dict.fromkeys(known.pinyin, 1)) or ""
    )
    if meant:
        yield from _features(meant)


def _features(text: str) -> Iterator[str]:
    """Give the pairs of Chinese characters, these alone, and the English stems."""
    folded = fold_text(text)
    for gram in grams(folded):
        if has_han(gram) and gram not in ZH_STOP_WORDS:
            yield gram
    for word in words(folded):
        if word.text not in STOP_WORDS and not has_han(word.text):
            yield stem(word.text)
