"""In how many units the terms of the glossary occur: what is suggested first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from whoosh.reading import IndexReader

from app.model.document import LANGS
from app.model.glossary import Term
from app.search import schema as fields
from app.search.analyzer import needed_grams
from app.search.concept import Concept
from app.search.lookup import Docs
from app.search.lookup import Lookup
from app.search.needle import Needle
from app.search.needle import Phrase
from app.search.needle import Substring
from app.search.terms import needles

EXACT = 64
"""Up to so many units that may have a term are read; of a more common one, it does not
matter in just how many it occurs."""


@dataclass(frozen=True)
class Frequency:
    """Counts units by the index, and by the texts themselves where they are few."""

    lookup: Lookup
    reader: IndexReader

    def units(self, term: Term) -> int:
        """Count the units that have a term, in either language."""
        most = sum(map(self._most, _needles(term)))
        return len(self.docs(term)) if most <= EXACT else most

    def docs(self, term: Term) -> Docs:
        """Find the units that have a term."""
        return self.lookup.docs(Concept(term.zh, tuple(_needles(term))))

    def _most(self, needle: Needle) -> int:
        """Say how many units may have a form: as many as have its rarest piece."""
        if isinstance(needle, Substring):
            pieces = [(fields.GRAMS, gram) for gram in needed_grams(needle.text)]
        else:
            assert isinstance(needle, Phrase)
            pieces = [(fields.EN_STEMS, word) for word in needle.words]
        frequencies = (self.reader.doc_frequency(*piece) for piece in pieces)
        return min(frequencies, default=0)


def _needles(term: Term) -> Iterator[Needle]:
    """Yield a needle for each form."""
    for lang in LANGS:
        yield from needles(term, lang)
