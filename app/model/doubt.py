"""Where the two languages of a sentence may not say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from app.model.locator import Locator
from app.model.place import Place

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """One alarm of a check of the translation, at one sentence.

    *zh* and *en* are the stretches concerned, in code points of the plain texts.
    """

    code: str
    slug: str
    locator: Locator
    zh: Spans = ()
    en: Spans = ()
    zh_words: tuple[str, ...] = ()
    """What the Chinese has and the English has not."""
    en_words: tuple[str, ...] = ()
    """What the English has and the Chinese has not."""
    reason: str = ""
    """Why an editor accepts it; empty if nobody has."""


@dataclass(frozen=True, slots=True)
class Examined:
    """How much of a document one check has compared: *things* in *pairs* sentences."""

    code: str
    slug: str
    pairs: int
    things: int


@dataclass(frozen=True)
class Doubts:
    """All alarms of all documents, and how much was compared to find them."""

    all: tuple[Doubt, ...] = ()
    examined: tuple[Examined, ...] = ()

    def of_document(self, slug: str) -> tuple[Doubt, ...]:
        """Give the alarms of a document, in the order of its text."""
        return tuple(one for one in self.all if one.slug == slug)

    def examined_in(self, slug: str) -> tuple[Examined, ...]:
        """Say how much each check has compared in a document."""
        return tuple(one for one in self.examined if one.slug == slug)

    def at(self, place: Place) -> tuple[Doubt, ...]:
        """Give the alarms of a sentence that nobody has accepted."""
        return self._open.get(place, ())

    @cached_property
    def _open(self) -> Mapping[Place, tuple[Doubt, ...]]:
        found: dict[Place, tuple[Doubt, ...]] = defaultdict(tuple)
        for one in self.all:
            if not one.reason:
                found[Place(one.slug, one.locator)] += (one,)
        return dict(found)
