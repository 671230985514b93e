"""Terms in both languages, with their aliases."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from app.model.document import Lang


@dataclass(frozen=True, slots=True)
class Term:
    """One term; its first form in each language is the one it is shown by."""

    id: str
    zh: str
    en: str
    kind: str
    zh_aliases: tuple[str, ...] = ()
    en_aliases: tuple[str, ...] = ()
    note: str = ""

    def forms(self, lang: Lang) -> tuple[str, ...]:
        """Give every form in one language, the main one first."""
        return (
            (self.zh, *self.zh_aliases) if lang == "zh" else (self.en, *self.en_aliases)
        )


@dataclass(frozen=True)
class Glossary:
    """All terms, in the order of the file."""

    terms: tuple[Term, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Term]:
        """Every term by its id."""
        return {term.id: term for term in self.terms}
