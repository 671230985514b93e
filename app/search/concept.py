"""What a word of the query stands for: every needle that would satisfy it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace

from app.model.document import Lang
from app.model.glossary import Term
from app.search.needle import Needle
from app.search.query import Field
from app.search.query import Word

MOST_CLAUSES = 64
"""How many words of a query count; what follows in a longer one is left aside."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that is asked for; any of its needles satisfies it, save the echoes."""

    text: str
    """As typed, folded."""
    needles: tuple[Needle, ...]
    """What was typed, then other forms of the same term on that side; marked."""
    loose: tuple[Needle, ...] = ()
    """The word alone, when it was typed as part of a longer term; marked at need."""
    renderings: tuple[Needle, ...] = ()
    """The term on the other side, marked as an echo."""
    echoes: tuple[Needle, ...] = ()
    """Renderings of terms inside the word: marked as echoes, never looked for."""
    field: Field = ""
    terms: tuple[Term, ...] = ()
    """The glossary's terms that this is recognised as."""

    def satisfying(self) -> Iterator[Needle]:
        """Yield the needles of which any one is enough."""
        yield from self.needles
        yield from self.loose
        yield from self.renderings

    def on_side(self, lang: Lang | None) -> Concept:
        """Narrow to needles of one side; None leaves all."""
        if lang is None:
            return self

        def keep(needles: tuple[Needle, ...]) -> tuple[Needle, ...]:
            return tuple(needle for needle in needles if needle.lang == lang)

        return replace(
            self,
            needles=keep(self.needles),
            loose=keep(self.loose),
            renderings=keep(self.renderings),
        )


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that was misspelt, and how it should have been typed."""

    word: Word
    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a query comes to: clauses, each met by any of its concepts."""

    required: tuple[tuple[Concept, ...], ...]
    text: str = ""
    """The words as they were typed, without operators."""
    excluded: tuple[Concept, ...] = ()
    suggestion: str | None = None
    """The corrected query, if a misspelt word was corrected."""
    plain: bool = False
    """Whether there is no operator in it, so that what it means may be looked for."""
    question: bool = False
    """Whether this asks something in plain words: then not every word is required."""
    stopped: bool = False
    """Whether there were words, but only ones too common to ask for."""

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """Every concept that is asked for."""
        return tuple(concept for clause in self.required for concept in clause)
