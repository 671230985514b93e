"""The sentences and notes of a document, each read on both sides."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

from app.model.document import Document
from app.model.document import Lang
from app.model.document import LANGS
from app.model.document import Text
from app.model.place import Place
from app.references.prose.sides import Named
from app.references.prose.sides import read_side
from app.references.prose.sides import Side
from app.references.prose.works import Names
from app.references.prose.written import CLAUSE


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or a note to it, as read on both sides."""

    source: Place
    note: str
    texts: Mapping[Lang, Text | None]
    sides: Mapping[Lang, Side]

    def own_places(self, lang: Lang, names: Names) -> list[Named]:
        """List the places of this document: on neither side may they be of a work."""
        other: Lang = "en" if lang == "zh" else "zh"
        here = {_levels(one) for one in self._own(other, names)}
        elsewhere = {_levels(one) for one in self.sides[other].places} - here
        return [one for one in self._own(lang, names) if _levels(one) not in elsewhere]

    def _own(self, lang: Lang, names: Names) -> Iterator[Named]:
        """Yield the places that are of no work, or of the one they stand in."""
        for one in self.sides[lang].places:
            title = one.work
            own = title and names.slug(title, lang) == self.source.slug
            if own or one.is_own:
                yield one


def read_passages(document: Document, names: Names) -> Iterator[Passage]:
    """Yield every sentence, and every note where it is first called."""
    noted: set[str] = set()
    for locator, segment in document.by_segment.items():
        source = Place(document.slug, locator)
        yield _passage(source, "", {"zh": segment.zh, "en": segment.en}, names)
        for id in segment.notes:
            note = document.by_note.get(id)
            if note is not None and id not in noted:
                noted.add(id)
                yield _passage(source, id, {"zh": note.zh, "en": note.en}, names)


def _passage(
    source: Place, note: str, texts: Mapping[Lang, Text | None], names: Names
) -> Passage:
    """Read both sides, and learn the short names that they give."""
    sides = {
        lang: names.without_headings(
            read_side(texts[lang], lang, names.known[lang], names.held)
        )
        for lang in LANGS
    }
    names.learn(sides["zh"], sides["en"])
    return Passage(source, note, texts, sides)


def _levels(named: Named) -> tuple[tuple[int, str], ...]:
    """Give the levels of a place as they can be compared between languages.

    What is a 项 in Chinese may be a paragraph in English.
    """
    levels = (*named.written.levels, *named.written.to)
    return tuple((min(one.rank, CLAUSE), one.number) for one in levels)
