"""Terms that have to do with each other: alike, longer, shorter, often together."""

from __future__ import annotations

from collections import Counter
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

from app.model.document import Lang
from app.model.document import LANGS
from app.model.glossary import Glossary
from app.model.glossary import Term
from app.model.place import Place
from app.model.usage import Usages
from app.terms.forms import key_of
from app.terms.occurrences import TermFinder

MOST_TOGETHER = 8
"""How many of the terms that stand beside one are named."""

_LEAST_TOGETHER = 2
"""In how many pairs two terms must stand to be said to go together."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Another term that has a form of this one; *form* is as this one writes it."""

    term: Term
    form: str


@dataclass(frozen=True, slots=True)
class Nested:
    """A longer term, or a shorter one in it; *form* is the longer form of the two."""

    term: Term
    form: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A term that the note of another names; *note* is the one of either."""

    term: Term
    note: str


@dataclass(frozen=True, slots=True)
class Beside:
    """A term that stands in the same pairs, and in how many."""

    term: Term
    pairs: int


@dataclass(frozen=True, slots=True)
class Neighbours:
    """All terms that have to do with one."""

    alike: tuple[Shared, ...] = ()
    """Those that share a form with it, and are something else."""
    longer: tuple[Nested, ...] = ()
    """Those that have it in them."""
    shorter: tuple[Nested, ...] = ()
    """Those that it has in it."""
    noted: tuple[Noted, ...] = ()
    """Those that its note names, and those whose notes name it."""
    beside: tuple[Beside, ...] = ()
    """Those that stand most often in the same pairs."""


_Keyed = tuple[Lang, tuple[str, ...]]


class TermShelf:
    """The terms of a glossary by what their forms are made of; made once for all."""

    def __init__(self, glossary: Glossary, usages: Usages) -> None:
        self._by_id = glossary.by_id
        self._usages = usages
        self._having: dict[_Keyed, list[Term]] = defaultdict(list)
        """The terms that have a form."""
        self._lengths: dict[Lang, set[int]] = {lang: set() for lang in LANGS}
        self._within: dict[str, dict[str, str]] = {}
        """The terms inside each term by their ids, with the form they are in."""
        self._around: dict[str, dict[str, str]] = defaultdict(dict)
        """The terms around each term by their ids, with the form that has it."""
        for term in glossary.terms:
            for lang, form in _forms(term):
                key = key_of(form, lang)
                self._having[lang, key].append(term)
                self._lengths[lang].add(len(key))
        for term in glossary.terms:
            within = self._within[term.id] = {}
            for other, form in self._inside(term):
                within.setdefault(other.id, form)
            for other_id, form in within.items():
                self._around[other_id][term.id] = form
        self._noted = _noted(glossary.terms)
        """The terms each term is named with in a note, by their ids."""

    def neighbours(self, term: Term) -> Neighbours:
        """Find all terms that have to do with one."""
        alike = tuple(self._alike(term))
        shared = {one.term.id for one in alike}
        return Neighbours(
            alike=alike,
            longer=self._nested(self._around.get(term.id, {}), shared),
            shorter=self._nested(self._within.get(term.id, {}), shared),
            noted=tuple(
                Noted(self._by_id[id], note)
                for id, note in self._noted.get(term.id, {}).items()
                if id not in shared
            ),
            beside=tuple(self._beside(term)),
        )

    def named(self, text: str) -> tuple[Term, ...]:
        """Give the terms that have a text as one of their forms."""
        return tuple(
            dict.fromkeys(
                term
                for lang in LANGS
                if (key := key_of(text, lang))
                for term in self._having.get((lang, key), ())
            )
        )

    def _nested(self, forms: Mapping[str, str], but: set[str]) -> tuple[Nested, ...]:
        """Give terms by their ids, without some."""
        return tuple(
            Nested(self._by_id[id], form) for id, form in forms.items() if id not in but
        )

    def _alike(self, term: Term) -> Iterator[Shared]:
        """Yield each other term with the first form that both have."""
        seen = {term.id}
        for lang, form in _forms(term):
            for other in self._having[lang, key_of(form, lang)]:
                if other.id not in seen:
                    seen.add(other.id)
                    yield Shared(other, form)

    def _inside(self, term: Term) -> Iterator[tuple[Term, str]]:
        """Yield the terms with a form that is a part of one of this term, and which."""
        for lang, form in _forms(term):
            key = key_of(form, lang)
            for length in self._lengths[lang]:
                for at in range(len(key) - length + 1 if 0 < length < len(key) else 0):
                    for other in self._having.get((lang, key[at : at + length]), ()):
                        if other.id != term.id:
                            yield other, form

    def _beside(self, term: Term) -> Iterator[Beside]:
        """Yield the terms that stand most often in the same pairs, these first."""
        counts = Counter(
            other.term
            for slug, use in self._usages.of(term.id)
            for other in self._usages.at(Place(slug, use.place))
            if other.term != term.id
        )
        for id, pairs in counts.most_common(MOST_TOGETHER):
            if pairs >= _LEAST_TOGETHER:
                yield Beside(self._by_id[id], pairs)


def _noted(terms: Sequence[Term]) -> dict[str, dict[str, str]]:
    """Find the terms that notes name, from both ends."""
    finder, found = TermFinder(terms), defaultdict[str, dict[str, str]](dict)
    for term in terms:
        for lang in LANGS if term.note else ():
            for one in finder.find(term.note, lang):
                for other in one.terms:
                    if other.id != term.id and other not in one.doubtful:
                        found[term.id].setdefault(other.id, term.note)
                        found[other.id].setdefault(term.id, term.note)
    return found


def _forms(term: Term) -> Iterator[tuple[Lang, str]]:
    """Yield every form with its language, the two main ones first."""
    for rank in (slice(1), slice(1, None)):
        for lang in LANGS:
            for form in term.forms(lang)[rank]:
                yield lang, form
