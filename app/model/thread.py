"""The threads of a library: what its texts refer to, and which units belong together.

A stretch is a pair of offsets into the plain text of one side, in code points. Nothing
here is ever typed in: all of it is found when a snapshot is built.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from functools import cached_property
from typing import Literal

from app.model.document import Lang
from app.model.locator import Locator
from app.model.place import Place

Stretch = tuple[int, int]

RelationKind = Literal["goal", "principle", "shared"]


@dataclass(frozen=True, slots=True)
class Target:
    """A place that is named: a unit, a sentence, or a range of sentences.

    *covered* are the sentences of a range, in the order of the text.
    """

    place: Place
    covered: tuple[Locator, ...] = ()


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A place in this library that a sentence, or an editorial note to it, names.

    *source* is the sentence; *note* the id of its note in which the words stand.
    *targets* are the places that are named: several for a range of units. *zh* and *en*
    say where; a side is empty if it does not name the place.
    """

    source: Place
    targets: tuple[Target, ...]
    zh: tuple[Stretch, ...] = ()
    en: tuple[Stretch, ...] = ()
    note: str = ""

    def side(self, lang: Lang) -> tuple[Stretch, ...]:
        """Give the stretches of one side."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Citation:
    """One sentence, or one editorial note to it, that names a work."""

    source: Place
    zh: tuple[Stretch, ...] = ()
    en: tuple[Stretch, ...] = ()
    note: str = ""

    def side(self, lang: Lang) -> tuple[Stretch, ...]:
        """Give the stretches of one side."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True)
class NamedWork:
    """A work that is named by its title and is not in this library.

    *zh* and *en* are its titles without brackets; one is empty if no text gives it.
    """

    zh: str
    en: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class SharedTerm:
    """Words that two units share, in both languages, and how often each has them.

    They are counted in the Chinese text, or in the English where there is no Chinese.
    *id* is the term of the glossary, empty for words that are in none.
    """

    zh: str
    en: str
    here: int
    there: int
    id: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A unit that is worth reading beside another one of its document, and why.

    *weight* only orders the relations of one *unit*, the heaviest first.
    """

    unit: Locator
    other: Locator
    kind: RelationKind
    terms: tuple[SharedTerm, ...]
    weight: float


@dataclass(frozen=True)
class Threads:
    """All threads of a library; *relations* are by the document's slug."""

    references: tuple[CrossReference, ...] = ()
    works: tuple[NamedWork, ...] = ()
    relations: Mapping[str, tuple[Relation, ...]] = field(default_factory=dict)

    def out_of(self, place: Place) -> tuple[CrossReference, ...]:
        """List what a sentence names, or the sentences in the body of a unit."""
        return tuple(self._outward.get(place, ()))

    def into(self, place: Place) -> tuple[CrossReference, ...]:
        """List what names a sentence; or a unit itself, or a sentence of its body."""
        return tuple(self._inward.get(place, ()))

    def in_note(self, slug: str, note: str) -> tuple[CrossReference, ...]:
        """List what an editorial note of a document names."""
        return tuple(self._in_notes.get((slug, note), ()))

    def cited_in(self, place: Place) -> tuple[NamedWork, ...]:
        """List the works named by a sentence, or in the body of a unit."""
        return tuple(self._cited.get(place, ()))

    def related_to(self, place: Place) -> tuple[Relation, ...]:
        """List the units that belong to a unit, the nearest first."""
        return tuple(self._related.get(place, ()))

    @cached_property
    def _outward(self) -> dict[Place, list[CrossReference]]:
        found: dict[Place, list[CrossReference]] = defaultdict(list)
        for reference in self.references:
            for place in _around(reference.source):
                found[place].append(reference)
        return found

    @cached_property
    def _in_notes(self) -> dict[tuple[str, str], list[CrossReference]]:
        found: dict[tuple[str, str], list[CrossReference]] = defaultdict(list)
        for reference in self.references:
            if reference.note:
                found[reference.source.slug, reference.note].append(reference)
        return found

    @cached_property
    def _inward(self) -> dict[Place, list[CrossReference]]:
        found: dict[Place, list[CrossReference]] = defaultdict(list)
        for reference in self.references:
            places = (one for target in reference.targets for one in reached(target))
            for place in dict.fromkeys(places):
                found[place].append(reference)
        return found

    @cached_property
    def _cited(self) -> dict[Place, list[NamedWork]]:
        found: dict[Place, list[NamedWork]] = defaultdict(list)
        for work in self.works:
            around = (one for named in work.citations for one in _around(named.source))
            for place in dict.fromkeys(around):
                found[place].append(work)
        return found

    @cached_property
    def _related(self) -> dict[Place, list[Relation]]:
        found: dict[Place, list[Relation]] = defaultdict(list)
        for slug, relations in self.relations.items():
            for relation in relations:
                found[Place(slug, relation.unit)].append(relation)
        return found


def _around(place: Place) -> Iterator[Place]:
    """Yield the unit a place lies in, and the sentence if it is one."""
    yield Place(place.slug, place.locator.unit)
    if place.locator.segment and not place.locator.last:
        yield place


def reached(target: Target) -> Iterator[Place]:
    """Yield every place at which a reference to this target arrives."""
    yield from _around(target.place)
    for locator in target.covered:
        yield Place(target.place.slug, locator)
