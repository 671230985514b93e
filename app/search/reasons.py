"""Why a result is one: how a query was read, and what a unit has of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.model.document import Lang

StepKind = Literal[
    "folded", "corrected", "homophone", "pinyin", "cut", "common", "exact", "forms",
    "numeral", "initials", "glossary", "alias", "alone", "either", "excluded",
    "unknown",
]  # fmt: skip
"""What can be done to a word of a query; a new way of reading is one more of these."""

FormKind = Literal[
    "typed", "corrected", "homophone", "pinyin", "numeral", "initials", "alias",
    "alone", "other",
]  # fmt: skip
"""As what a word was found; *other* is its rendering on the other side."""

Together = Literal["named", "quoted", "meaning", "heading", "sentence", "unit"]
"""Where the words of a unit stand together; or, if it has none of them, why it is a
result all the same."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done to a word, and the forms it led to."""

    kind: StepKind
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordReading:
    """A word of the query as it was typed, and how it was read, step by step."""

    word: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class FoundForm:
    """A form in which a word stands in a unit, as it stands there."""

    kind: FormKind
    text: str
    lang: Lang


@dataclass(frozen=True, slots=True)
class FoundWord:
    """One word of the query in one unit; one that is lacking has no forms."""

    word: str
    forms: tuple[FoundForm, ...] = ()
    heading: bool = False
    """Whether it stands in the heading."""
    sentences: int = 0
    """In how many sentences it stands."""


@dataclass(frozen=True, slots=True)
class Why:
    """Why one unit is a result."""

    words: tuple[FoundWord, ...]
    """Every word that was asked for, in the order of the query."""
    together: Together
    """The smallest place that has all the words of the query that this unit has."""
    sentences: int = 0
    """How many sentences have all of these words, or any, if no single one has all."""
    meaning: float | None = None
    """How close it is to the query in meaning, where that was asked; for comparing."""

    @property
    def found(self) -> tuple[FoundWord, ...]:
        """The words that the unit has."""
        return tuple(word for word in self.words if word.forms)

    @property
    def lacking(self) -> tuple[str, ...]:
        """The words that it has not."""
        return tuple(word.word for word in self.words if not word.forms)
