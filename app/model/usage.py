"""How the texts use the terms of the glossary: where each stands, on both sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from functools import cached_property

from app.model.document import Lang
from app.model.locator import Locator
from app.model.place import Place
from app.model.thread import Stretch


@dataclass(frozen=True, slots=True)
class TermUse:
    """One term in one pair of sentences, or in one heading.

    *place* is the segment; for a heading the unit, whose offsets count from the start
    of its title. *zh* and *en* are where the term stands; a side is empty if the term
    is not rendered there by any form that the glossary has.
    """

    term: str
    place: Locator
    zh: tuple[Stretch, ...] = ()
    en: tuple[Stretch, ...] = ()

    def side(self, lang: Lang) -> tuple[Stretch, ...]:
        """Give the stretches of one side."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True)
class Usages:
    """All uses of all terms, by the document's slug, in the order of each text."""

    by_document: Mapping[str, tuple[TermUse, ...]] = field(default_factory=dict)

    def at(self, place: Place) -> tuple[TermUse, ...]:
        """List the terms of a sentence, or of the heading of a unit."""
        return tuple(self._by_place.get(place, ()))

    def of(self, term: str) -> tuple[tuple[str, TermUse], ...]:
        """List the uses of a term, each with the document it is in."""
        return tuple(self._by_term.get(term, ()))

    @cached_property
    def _by_place(self) -> dict[Place, list[TermUse]]:
        found: dict[Place, list[TermUse]] = defaultdict(list)
        for slug, uses in self.by_document.items():
            for use in uses:
                found[Place(slug, use.place)].append(use)
        return found

    @cached_property
    def _by_term(self) -> dict[str, list[tuple[str, TermUse]]]:
        found: dict[str, list[tuple[str, TermUse]]] = defaultdict(list)
        for slug, uses in self.by_document.items():
            for use in uses:
                found[use.term].append((slug, use))
        return found
