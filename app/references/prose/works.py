"""Which work a title means: one of this library, or one that is only cited."""

from __future__ import annotations

from collections import Counter
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.model.document import Document
from app.model.document import Lang
from app.model.document import LANGS
from app.model.glossary import Glossary
from app.references.prose.sides import Side
from app.references.prose.title import Title
from app.references.prose.title import title_key
from app.references.prose.zh_titles import BareNames

_STATE = "中华人民共和国"
"""A law that is named with its state is mostly named without it from then on."""


class Library:
    """The documents of a library by all names they go by.

    A document goes by its titles, and by every form of the term of the glossary that
    one of these is a form of.
    """

    def __init__(self, documents: Mapping[str, Document], glossary: Glossary) -> None:
        self._same: dict[str, str] = {}
        for term in glossary.terms:
            forms = [title_key(form) for lang in LANGS for form in term.forms(lang)]
            for form in filter(None, forms):
                self._same.setdefault(form, f"term {term.id}")
        self._slugs: dict[str, list[str]] = {}
        self._works: dict[str, str] = {}
        for slug, document in documents.items():
            fronts = (document.zh, document.en)
            names = [name for one in fronts for name in (one.title, one.short_title)]
            for key in filter(None, dict.fromkeys(map(title_key, names))):
                name = self._same.get(key, key)
                named = self._slugs.setdefault(name, [])
                self._slugs[name] = list(dict.fromkeys([*named, slug]))
                self._works.setdefault(slug, name)
        chinese = [document.zh for document in documents.values()]
        self.held = BareNames(
            name for front in chinese for name in (front.title, front.short_title)
        )
        """The names by which a Chinese text may mean a document without brackets."""

    def work(self, key: str) -> str:
        """Give what all names of one work have in common."""
        name = self._same.get(key, key)
        slugs = self._slugs.get(name)
        return self._works.get(slugs[0], name) if slugs else name

    def slugs(self, work: str) -> Sequence[str]:
        """List the documents that go by the name of this work."""
        return self._slugs.get(work, ())


class Names:
    """The works that one document names: its own short names, and its renderings."""

    def __init__(self, library: Library, document: Document) -> None:
        self._headings = {
            title_key(unit.heading(lang).title)
            for unit in document.walk()
            for lang in LANGS
        }
        self._own = document.slug
        self._library = library
        self._aliases: dict[Lang, dict[str, str]] = {"zh": {}, "en": {}}
        self._zh_of: dict[str, str] = {}
        self._named: dict[str, str] = {}
        self.known: dict[Lang, list[str]] = {"zh": [], "en": []}
        """The short names that the document has given so far."""
        self.held = library.held

    def without_headings(self, side: Side) -> Side:
        """Leave out what repeats a heading of this document, or has no letters."""
        titles = [
            title
            for title in side.titles
            if (key := title_key(title.words)) and key not in self._headings
        ]
        return replace(side, titles=tuple(titles))

    def learn(self, zh: Side, en: Side) -> None:
        """Take up the short names that a pair gives or uses: 《宪章》."""
        sides: dict[Lang, Side] = {"zh": zh, "en": en}
        for lang, side in sides.items():
            for title in side.titles:
                self._shorten(title, lang)
                if title.words.startswith(_STATE):
                    self._give(title_key(title.words), "zh")
                if title.alias and title.alias not in self.known[lang]:
                    self._give(title.alias, lang)
                    work = self._library.work(title_key(title.words))
                    self._aliases[lang][title_key(title.alias)] = work

    def _give(self, name: str, lang: Lang) -> None:
        """Keep a short name for what follows."""
        if name not in self.known[lang]:
            self.known[lang].append(name)

    def _shorten(self, title: Title, lang: Lang) -> None:
        """Take a title that is the end of one named before for its short name."""
        key = title_key(title.words)
        if lang == "zh" and key and key not in self._named:
            longer = [one for one in self._named if one.endswith(key)]
            if len(longer) == 1 and not self._library.slugs(self._library.work(key)):
                self._aliases["zh"].setdefault(key, self._named[longer[0]])
                return
            self._named[key] = self._library.work(key)

    def pair(self, pairs: Iterable[tuple[Side, Side]]) -> None:
        """Learn which English title renders which Chinese one, where it is plain."""
        seen: dict[str, Counter[str]] = defaultdict(Counter)
        for zh, en in pairs:
            if zh.titles and len(zh.titles) == len(en.titles):
                for one, other in zip(zh.titles, en.titles, strict=True):
                    seen[self._plain(other, "en")][self._plain(one, "zh")] += 1
        self._zh_of = {
            en: counts.most_common(1)[0][0] for en, counts in sorted(seen.items())
        }

    def of(self, title: Title, lang: Lang) -> str:
        """Give the work that a title means."""
        plain = self._plain(title, lang)
        if lang == "zh" or self._library.slugs(plain) or plain.startswith("term "):
            return plain
        return self._zh_of.get(plain, plain)

    def slug(self, title: Title, lang: Lang) -> str | None:
        """Give the document that a title means, if the library has it.

        One of the same title means itself; of several others, none is meant for sure.
        """
        slugs = self._library.slugs(self.of(title, lang))
        if self._own in slugs:
            return self._own
        return slugs[0] if len(slugs) == 1 else None

    def rivals(self, title: Title, lang: Lang) -> Sequence[str]:
        """List the documents that a title may mean, where it is not sure which."""
        slugs = self._library.slugs(self.of(title, lang))
        return slugs if len(slugs) > 1 and self._own not in slugs else ()

    def _plain(self, title: Title, lang: Lang) -> str:
        """Give the work by the words of the title alone."""
        key = title_key(title.words)
        return self._aliases[lang].get(key) or self._library.work(key)

    def chinese(self, zh: Side, en: Side, translated: bool) -> list[tuple[Title, str]]:
        """Take the Chinese titles that name a work, each with its work.

        A bare 宪法 may be the constitution of any country: where there is English, that
        must name one too.
        """
        english = {title.words for title in en.titles}
        return [
            (title, self.of(title, "zh"))
            for title in zh.titles
            if title.sure or not translated or "Constitution" in english
        ]

    def english(self, zh: Side, en: Side, translated: bool) -> list[tuple[Title, str]]:
        """Take the English titles that name a work, each with its work.

        Beside Chinese, all where there are as many as there. Or else those that render
        a title there or are known; of the others, the longest, as many as are wanting.
        """
        titles = _as_many(en.titles, len(zh.titles)) if translated else en.titles
        named = [(title, self.of(title, "en")) for title in titles]
        if not translated or len(zh.titles) == len(titles):
            return named
        works = list(dict.fromkeys(self.of(title, "zh") for title in zh.titles))
        sure = [
            (title, work)
            for title, work in named
            if title.sure or work in works or self._library.slugs(work)
        ]
        wanting = [work for work in works if work not in {work for _, work in sure}]
        others = [one for one in named if one not in sure]
        others.sort(key=lambda one: len(one[0].words), reverse=True)
        others = sorted(others[: len(wanting)], key=lambda one: one[0].start)
        if len(others) == len(wanting):
            others = [
                (title, work) for (title, _), work in zip(others, wanting, strict=True)
            ]
        return sorted([*sure, *others], key=lambda one: one[0].start)


def _as_many(titles: Sequence[Title], wanted: int) -> Sequence[Title]:
    """Join titles that only *and* parts, if there are then as many as in Chinese.

    Technical Specifications and Quality Requirements may be two titles, or one.
    """
    if len(titles) != wanted + 1:
        return titles
    for at, (one, other) in enumerate(pairwise(titles)):
        if other.start - one.end == len(" and "):
            words = f"{one.words} and {other.words}"
            joined = replace(other, start=one.start, words=words)
            return [*titles[:at], joined, *titles[at + 2 :]]
    return titles
