"""What is suggested as one types: references first, then terms and headings."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping

from app.model.document import Document
from app.model.document import Lang
from app.model.document import LANGS
from app.model.glossary import Glossary
from app.model.glossary import Term
from app.model.locator import Locator
from app.model.place import Place
from app.references.completion import Completer
from app.references.completion import Completion
from app.references.names import display_name
from app.search.query import check_length
from app.search.searcher import Searcher
from app.search.suggest import Marked
from app.search.suggest import Suggester
from app.search.suggest import Suggestion
from app.text.normalize import has_han

_Fits = Callable[[Term | Place], bool]


class Suggestions:
    """Suggests from all that one snapshot holds; made when the first key is pressed."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        glossary: Glossary,
        searcher: Searcher,
    ) -> None:
        self._documents = documents
        self._searcher = searcher
        self._completer = Completer(documents)
        self._suggester = Suggester(documents, glossary, searcher.frequency)

    def find(self, text: str, within: str, size: int) -> tuple[Suggestion, ...]:
        """Suggest up to *size* things, best first; no place comes twice.

        :raise QueryError: if the text is too long, or *within* names no document or
            unit.
        """
        check_length(text)
        fits = self._fits(within)
        lang: Lang = "zh" if has_han(text) else "en"
        places = self._completer.complete(text, size, fits)
        found = {one.place: self._reference(one, lang) for one in places}
        others = self._suggester.find(
            text, size, lambda one: one not in found and fits(one)
        )
        return (*found.values(), *others)[:size]

    def _fits(self, within: str) -> _Fits:
        """Say what is wanted: all, or what lies or occurs in a document or a unit."""
        if not within:
            return lambda one: True
        scope = self._searcher.canonical(within)
        slug, _, address = scope.partition(":")
        unit = Locator.parse(address) if address else Locator(())

        def fits(one: Term | Place) -> bool:
            if isinstance(one, Term):
                return self._searcher.occurs(one, scope)
            return one.slug == slug and unit.contains(one.locator)

        return fits

    def _reference(self, completion: Completion, lang: Lang) -> Suggestion:
        """Present a place: its heading, with the number marked if that was typed."""
        place = completion.place
        document = self._documents[place.slug]
        zh, en = (_heading(document, completion, one) for one in LANGS)
        alone = len(self._documents) == 1
        name = display_name(document, place.locator, lang) if alone else str(place)
        return Suggestion("reference", zh, en, lang, name, place=place)


def _heading(document: Document, completion: Completion, lang: Lang) -> Marked:
    """Give the heading of a place; a preamble has none and is named."""
    place = completion.place.locator.unit
    heading = document.by_locator[place].heading(lang)
    if not str(heading):
        return Marked(display_name(document, place, lang))
    number = heading.label.strip(" \t\u3000.、")
    start = heading.label.find(number)
    marks = ((start, start + len(number)),) if number and completion.named else ()
    return Marked(str(heading), marks)
