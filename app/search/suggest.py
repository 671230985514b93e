"""Terms and headings that begin as one types, or have a part that does.

Everything is in a few sorted arrays (``app.search.prefixes``), laid out once for a
snapshot: the forms of the terms and the headings in both languages, by characters and
words, by pinyin, and by its initials. That takes a few tenths of a second for one
document, and some ten seconds and 25 MB for a thousand. A key pressed then costs a
bisection in one to three of the arrays and the marks of the few entries that are named:
half a millisecond for one document, and three for a thousand. Nothing is kept of it.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from typing import Literal

from app.model.document import Document
from app.model.document import Lang
from app.model.document import LANGS
from app.model.document import Unit
from app.model.glossary import Glossary
from app.model.glossary import Term
from app.model.place import Place
from app.search.keys import en_keys
from app.search.keys import initials_keys
from app.search.keys import Key
from app.search.keys import pinyin_keys
from app.search.keys import Typed
from app.search.keys import zh_keys
from app.search.needle import Span
from app.search.prefixes import PrefixIndex

Kind = Literal["term", "heading", "reference"]

_Keys = Callable[[str], Iterable[Key]]

MOST = 20
"""How many suggestions may be asked for."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text, and where what was typed stands in it, in code points."""

    text: str
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing that may be meant, in both languages."""

    kind: Kind
    zh: Marked
    en: Marked
    lang: Lang
    """The language that was typed; Chinese for pinyin."""
    query: str
    """What to search for it, in that language."""
    also: Marked | None = None
    """The form of a term that was typed, if the main one does not have it."""
    term: str | None = None
    """The id of a term."""
    place: Place | None = None
    """Where a heading or a reference leads."""


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of an entry: one of a term, or a heading, in one language."""

    entry: int
    lang: Lang
    text: str


@dataclass(frozen=True)
class _Way:
    """A way of typing: an index, the keys it is made of, and what reads the query."""

    keys: Mapping[Lang, _Keys]
    queries: Callable[[Typed], tuple[str, ...]]
    last_resort: bool = False
    """Whether it is tried only if no other way has found anything."""
    index: PrefixIndex = field(default_factory=lambda: PrefixIndex(()))

    def indexed(self, forms: Sequence[_Form]) -> _Way:
        """Make the index."""
        keys = (
            (number, key)
            for number, form in enumerate(forms)
            if form.lang in self.keys
            for key in self.keys[form.lang](form.text)
        )
        return replace(self, index=PrefixIndex(keys))

    def mark(self, text: str, lang: Lang, queries: Sequence[str]) -> Marked:
        """Mark what was typed, where the first key has it that has it at all."""
        for key in self.keys[lang](text) if lang in self.keys else ():
            for query in queries:
                if marks := tuple(key.spans(query)):
                    return Marked(text, marks)
        return Marked(text)


_WAYS = (
    _Way({"zh": zh_keys, "en": en_keys}, lambda typed: typed.as_words),
    _Way({"zh": pinyin_keys}, lambda typed: typed.as_pinyin),
    _Way({"zh": initials_keys}, lambda typed: typed.as_pinyin, last_resort=True),
)


class Suggester:
    """Suggests terms and headings of a library.

    *frequency* says in how many units a term occurs.
    """

    def __init__(
        self,
        documents: Mapping[str, Document],
        glossary: Glossary,
        frequency: Callable[[Term], int],
    ) -> None:
        counts = {term.id: frequency(term) for term in glossary.terms}
        terms = sorted(
            glossary.terms, key=lambda term: (-counts[term.id], len(term.zh))
        )
        units = [
            (slug, unit) for slug, text in documents.items() for unit in text.walk()
        ]
        self._entries: list[Term | tuple[str, Unit]] = [*terms, *units]
        self._forms = list(_forms(self._entries))
        self._ways = [way.indexed(self._forms) for way in _WAYS]

    def find(
        self, text: str, size: int, fits: Callable[[Term | Place], bool]
    ) -> tuple[Suggestion, ...]:
        """Suggest what begins with a text, best first.

        Forms that begin with it come before those with a part that does; among these,
        terms before headings, and terms that occur often first. Pinyin comes after
        words, its initials only where nothing else is found. *fits* says which terms
        and places are wanted at all.
        """
        typed, found = Typed.read(text), dict[int, Suggestion]()
        for way in self._ways:
            queries = way.queries(typed)
            if len(found) == size or (way.last_resort and found):
                break
            for number in way.index.find(queries):
                if len(found) == size:
                    break
                form = self._forms[number]
                if form.entry not in found and fits(self._meant(form.entry)):
                    found[form.entry] = self._suggestion(form, way, queries)
        return tuple(found.values())

    def _meant(self, entry: int) -> Term | Place:
        """Give the term or the place of an entry."""
        meant = self._entries[entry]
        return meant if isinstance(meant, Term) else _place(*meant)

    def _suggestion(self, form: _Form, way: _Way, queries: Sequence[str]) -> Suggestion:
        """Present an entry, found by one of its forms."""
        meant = self._entries[form.entry]
        if isinstance(meant, Term):
            zh, en = (
                way.mark(meant.zh, "zh", queries),
                way.mark(meant.en, "en", queries),
            )
            main = zh if form.lang == "zh" else en
            by_alias = not main.marks and form.text != main.text
            return Suggestion(
                "term",
                zh,
                en,
                form.lang,
                form.text if by_alias else main.text,
                also=way.mark(form.text, form.lang, queries) if by_alias else None,
                term=meant.id,
            )
        slug, unit = meant
        zh, en = (
            _shifted(unit, lang, way.mark(unit.heading(lang).title, lang, queries))
            for lang in LANGS
        )
        place = _place(slug, unit)
        return Suggestion("heading", zh, en, form.lang, form.text, place=place)


def _shifted(unit: Unit, lang: Lang, title: Marked) -> Marked:
    """Put the number of a heading before its title, and its marks where they belong."""
    heading = unit.heading(lang)
    by = len(heading.label)
    return Marked(str(heading), tuple((s + by, e + by) for s, e in title.marks))


def _place(slug: str, unit: Unit) -> Place:
    """Give the place of a unit."""
    return Place(slug, unit.locator)


def _forms(entries: Iterable[Term | tuple[str, Unit]]) -> Iterator[_Form]:
    """Yield the forms of all entries; of each, the main ones first."""
    for number, entry in enumerate(entries):
        for lang in LANGS:
            texts = (
                entry.forms(lang)
                if isinstance(entry, Term)
                else (entry[1].heading(lang).title,)
            )
            yield from (_Form(number, lang, text) for text in texts if text)
