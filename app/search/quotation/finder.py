"""Where a quotation stands: the exact distance decides among the candidates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whoosh.searching import Searcher

from app.model.document import Lang
from app.model.place import Place
from app.search.lookup import Docs
from app.search.lookup import Lookup
from app.search.quotation.candidates import Candidates
from app.search.quotation.difference import difference
from app.search.quotation.fitting import Fit
from app.search.quotation.fitting import fits
from app.search.quotation.readings import Reading
from app.search.quotation.readings import readings
from app.search.results import Mark
from app.search.results import Quotation
from app.search.results import QuotedPart
from app.search.results import QuotedPlace

LEAST_LIKENESS = 0.8
"""How much of a quotation must be as in the text: a fifth may be changed."""


class Quotations:
    """Recognises quotations from the texts of one index."""

    def __init__(self, lookup: Lookup, searcher: Searcher) -> None:
        self._lookup = lookup
        self._candidates = Candidates(lookup, searcher)

    def find(self, pasted: str, inside: Docs, lang: Lang | None) -> Quotation | None:
        """Find what was pasted *inside* some units, in one language or either."""
        found = [
            fit
            for reading in readings(pasted)
            if reading.lang and lang in {None, reading.lang}
            for fit in self._fits(reading, reading.lang, inside)
            if fit.likeness >= LEAST_LIKENESS
        ]
        if not found:
            return None
        best = max(found, key=lambda fit: fit.quality)
        # Where two places are equally near, the same sentence stands twice.
        equal = {
            (fit.stretch.doc, fit.parts): fit
            for fit in found
            if fit.reading is best.reading and fit.quality == best.quality
        }
        return self._quotation([equal[key] for key in sorted(equal)])

    def _fits(self, reading: Reading, lang: Lang, inside: Docs) -> Iterator[Fit]:
        """Lay a reading on every stretch it may stand in."""
        for stretch in self._candidates.find(reading.letters.text, lang):
            if stretch.doc in inside:
                yield from fits(reading, lang, stretch)

    def _quotation(self, found: list[Fit]) -> Quotation:
        """Make the answer of the equally near places, in the order of the text."""
        first = found[0]
        return Quotation(
            tuple(map(self._place, found)),
            first.lang,
            round(first.likeness, 3),
            difference(first.reading.text, first.text, first.lang),
        )

    def _place(self, fit: Fit) -> QuotedPlace:
        """Give the address of a fit: of a sentence, or of several as a range."""
        text = self._lookup.text(fit.stretch.doc)
        parts = tuple(
            QuotedPart(text.segments[at].locator, Mark(start, end))
            for at, start, end in fit.parts
        )
        first, last = parts[0].locator, parts[-1].locator
        locator = first if first == last else replace(first, last=last.segment)
        return QuotedPlace(Place(text.slug, locator), parts)
