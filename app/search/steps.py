"""What was made of a word of a query, step by step."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from app.model.glossary import Term
from app.search.analyzer import stem
from app.search.concept import Concept
from app.search.explain import labelled
from app.search.explain import MOST_FORMS
from app.search.lookup import Lookup
from app.search.needle import Needle
from app.search.needle import Phrase
from app.search.needle import Substring
from app.search.reasons import FormKind
from app.search.reasons import Step
from app.text.normalize import fold_text

_CHANGES: tuple[Literal["corrected", "homophone", "pinyin", "numeral"], ...] = (
    "corrected", "homophone", "pinyin", "numeral",
)  # fmt: skip
"""The kinds of forms that are told as what was made of a word."""

_PREFIX = 3
"""How many letters all the forms of an English word have in common."""


@dataclass(frozen=True)
class Steps:
    """Tells of the words of queries to one library."""

    lookup: Lookup

    def of(self, concept: Concept) -> Iterator[Step]:
        """Tell what a concept stands for."""
        by_kind: dict[FormKind, list[Needle]] = {}
        for kind, needle in labelled(concept):
            by_kind.setdefault(kind, []).append(needle)
        told: list[str] = [concept.text]
        for kind in _CHANGES:
            if forms := _forms(by_kind.get(kind, ()), told):
                told += forms
                yield Step(kind, forms)
        if written_out := self._written_out(by_kind.get("initials", ()), concept):
            yield Step("initials", written_out)
        words = (*by_kind.get("typed", ()), *by_kind.get("corrected", ()))
        if inflected := self._inflected(words, told):
            yield Step("forms", inflected)
        yield from _glossary_steps(concept)
        if not self.lookup.occurs(concept):
            yield Step("unknown")

    def _written_out(
        self, found: Sequence[Needle], concept: Concept
    ) -> tuple[str, ...]:
        """List what an abbreviation stands for, as the texts have it."""
        surfaces = (
            text
            for needle in found
            for text in self.lookup.surfaces(needle, concept.field)
        )
        return tuple(dict.fromkeys(surfaces))[:MOST_FORMS]

    def _inflected(
        self, found: Sequence[Needle], told: Sequence[str]
    ) -> tuple[str, ...]:
        """List the other forms of single English words that the texts have."""
        forms = (
            form
            for needle in found
            if isinstance(needle, Phrase)
            and len(needle.words) == 1
            and not needle.exact
            for form in self._inflections(needle.words[0])
            if form not in told
        )
        return tuple(dict.fromkeys(forms))[:MOST_FORMS]

    def _inflections(self, stemmed: str) -> Iterator[str]:
        """Yield the words of the texts that have a stem."""
        prefix = stemmed[:_PREFIX]
        for word in self._words[bisect_left(self._words, prefix) :]:
            if not word.startswith(prefix):
                break
            if stem(word) == stemmed:
                yield word

    @cached_property
    def _words(self) -> list[str]:
        """All English words of the texts, in order."""
        return sorted(self.lookup.vocabulary)


def _glossary_steps(concept: Concept) -> Iterator[Step]:
    """Tell the terms that a word was recognised as."""
    for term in dict.fromkeys(concept.terms):
        yield Step("glossary", (term.zh, term.en))
        if others := _other_names(term, concept.text):
            yield Step("alias", others)


def _other_names(term: Term, typed: str) -> tuple[str, ...]:
    """List the other names of a term on both sides, each once and without the typed."""
    names = (*term.zh_aliases, *term.en_aliases)
    folded = {fold_text(name): name for name in reversed(names)}
    told = {typed, fold_text(term.zh), fold_text(term.en)}
    return tuple(
        name
        for name in names
        if folded[fold_text(name)] is name and fold_text(name) not in told
    )


def _forms(found: Sequence[Needle], told: Sequence[str]) -> tuple[str, ...]:
    """Write needles as words, each once, and none that was told before."""
    written = dict.fromkeys(map(_written, found))
    return tuple(form for form in written if form and form not in told)[:MOST_FORMS]


def _written(needle: Needle) -> str:
    """Write a needle as words; stems alone are none."""
    if isinstance(needle, Substring):
        return needle.text
    return " ".join(needle.words) if isinstance(needle, Phrase) and needle.exact else ""
