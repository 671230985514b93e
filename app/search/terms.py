"""The glossary as the search uses it: which terms a query names, and their needles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass

from app.model.document import Lang
from app.model.glossary import Glossary
from app.model.glossary import Term
from app.search.needle import Needle
from app.search.needle import phrase
from app.search.needle import Substring
from app.text.english import is_abbreviation
from app.text.normalize import fold_text
from app.text.normalize import has_han

MAX_WORDS = 12  # the longest English form that is looked for in a query


@dataclass(frozen=True, slots=True)
class TermMatch:
    """Terms that words *start* to *end* of a query name."""

    start: int
    end: int
    terms: tuple[Term, ...]


class TermIndex:
    """Finds terms by any of their forms."""

    def __init__(self, glossary: Glossary) -> None:
        self._zh: dict[str, list[Term]] = defaultdict(list)
        self._en: dict[tuple[str, ...], list[tuple[Term, str]]] = defaultdict(list)
        for term in glossary.terms:
            for form in term.forms("zh"):
                self._zh[fold_text(form)].append(term)
            for form in term.forms("en"):
                if needle := phrase(form):
                    self._en[needle.words].append((term, form))
        self._longest = max(map(len, self._zh), default=0)

    def named_zh(self, folded: str) -> tuple[Term, ...]:
        """Give the terms that a whole Chinese word names."""
        return tuple(self._zh.get(folded, ()))

    def inside_zh(self, folded: str) -> Iterator[Term]:
        """Yield the terms inside a Chinese word, longest match from the left."""
        start = 0
        while start < len(folded):
            furthest = min(len(folded), start + self._longest)
            for end in range(furthest, start + 1, -1):
                if folded[start:end] in self._zh:
                    yield from self._zh[folded[start:end]]
                    start = end - 1
                    break
            start += 1

    def named_en(
        self,
        stems: Sequence[str],
        typed: Sequence[str],
        is_word: Callable[[str], bool],
    ) -> list[TermMatch]:
        """Find the terms that stretches of English words name, longest first.

        An abbreviation that is a word of the texts too (SAFE, safe: *is_word* says so
        of a stem) must be typed in capitals.
        """
        matches, start = [], 0
        while start < len(stems):
            for end in range(min(len(stems), start + MAX_WORDS), start, -1):
                capitals = " ".join(typed[start:end]).isupper()
                terms = tuple(
                    term
                    for term, form in self._en.get(tuple(stems[start:end]), ())
                    if capitals
                    or not is_abbreviation(form)
                    or not is_word(stems[start])
                )
                if terms:
                    matches.append(TermMatch(start, end, terms))
                    start = end - 1
                    break
            start += 1
        return matches


def needles(term: Term, lang: Lang) -> tuple[Needle, ...]:
    """Give a needle for each form of a term on one side, longest form first."""
    forms = sorted(term.forms(lang), key=len, reverse=True)
    found: list[Needle] = []
    for form in forms:
        if lang == "zh":
            text = fold_text(form)
            found.append(Substring(text))
            if not has_han(text) and (latin := phrase(form)):
                found.append(latin)
        elif needle := phrase(form, capitals=is_abbreviation(form)):
            found.append(needle)
    return tuple(dict.fromkeys(found))
