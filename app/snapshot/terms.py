"""The terms of one snapshot: listed, profiled, set beside each other, looked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from app.model.document import Document
from app.model.document import Lang
from app.model.glossary import Glossary
from app.model.glossary import Term
from app.model.place import Place
from app.model.usage import Usages
from app.search.near_terms import near_terms
from app.search.near_terms import TermFeatures
from app.terms.listing import Listing
from app.terms.neighbours import TermShelf
from app.terms.profile import Profile
from app.terms.profile import profile_of


class Terms:
    """All that is asked of a glossary beside its texts; laid out when first asked."""

    def __init__(
        self, documents: Mapping[str, Document], glossary: Glossary, usages: Usages
    ) -> None:
        self._documents = documents
        self._glossary = glossary
        self._usages = usages

    @cached_property
    def listing(self) -> Listing:
        """The terms in order."""
        return Listing(self._glossary, self._usages)

    @cached_property
    def shelf(self) -> TermShelf:
        """The terms by what their forms are made of."""
        return TermShelf(self._glossary, self._usages)

    @cached_property
    def _features(self) -> TermFeatures:
        return TermFeatures(self._glossary)

    def profile(self, term: Term) -> Profile:
        """Work out how a term is rendered."""
        return profile_of(term, self._usages.of(term.id), self.read)

    def near(self, text: str) -> tuple[Term, ...]:
        """Give the terms nearest to a text or to an id, the nearest first."""
        return near_terms(text.replace("-", " ").replace("_", " "), self._features)

    def read(self, place: Place, lang: Lang) -> str:
        """Give the text of a sentence, or the title of a unit."""
        document, locator = self._documents[place.slug], place.locator
        if locator.segment:
            return document.by_segment[locator].plain(lang)
        return document.by_locator[locator].heading(lang).title
