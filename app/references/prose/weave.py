"""All references and named works of a library, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field

from app.model.document import Document
from app.model.document import Lang
from app.model.document import LANGS
from app.model.finding import Finding
from app.model.glossary import Glossary
from app.model.ledger import Ledger
from app.model.locator import Locator
from app.model.place import Place
from app.model.place import WHOLE
from app.model.thread import Citation
from app.model.thread import CrossReference
from app.model.thread import NamedWork
from app.model.thread import Stretch
from app.model.thread import Target
from app.references.links import linked_place
from app.references.prose.locate import Outline
from app.references.prose.passages import Passage
from app.references.prose.passages import read_passages
from app.references.prose.resolve import make_target
from app.references.prose.resolve import Problem
from app.references.prose.resolve import resolve
from app.references.prose.resolve import Resolved
from app.references.prose.sides import Named
from app.references.prose.title import Title
from app.references.prose.works import Library
from app.references.prose.works import Names
from app.references.standing import standing


@dataclass
class Weaving:
    """What was woven: references, cited works, and the warnings about them."""

    references: list[CrossReference] = field(default_factory=list)
    works: tuple[NamedWork, ...] = ()
    findings: list[Finding] = field(default_factory=list)


@dataclass
class Weaver:
    """Weaves the threads of a library; the mappings are by slug.

    *path* names the file of a document, and *line* where a sentence of it stands.
    """

    documents: Mapping[str, Document]
    ledgers: Mapping[str, Ledger]
    glossary: Glossary
    path: Callable[[Lang, str], str]
    line: Callable[[str, Locator], int]

    def __post_init__(self) -> None:
        self._library = Library(self.documents, self.glossary)
        self._outlines = {
            slug: Outline(document) for slug, document in self.documents.items()
        }
        self._cited: dict[str, list[tuple[Citation, Mapping[Lang, str]]]] = {}

    def weave(self) -> Weaving:
        """Read every document."""
        woven, self._cited = Weaving(), {}
        for document in self.documents.values():
            names = Names(self._library, document)
            passages = list(read_passages(document, names))
            names.pair((one.sides["zh"], one.sides["en"]) for one in passages)
            for passage in passages:
                self._read(passage, names, woven)
        woven.works = tuple(self._named_works())
        return woven

    def _read(self, passage: Passage, names: Names, woven: Weaving) -> None:
        """Resolve everything that one passage names."""
        source = passage.source
        own = {lang: passage.own_places(lang, names) for lang in LANGS}
        texts = {
            lang: text.plain if text else "" for lang, text in passage.texts.items()
        }
        outline = self._outlines[source.slug]
        found = resolve(source.slug, outline, source.locator, own, texts)
        woven.findings += self._problems(passage, found)
        woven.findings += self._rivals(passage, names)
        self._add_works(passage, names, found)
        self._add_links(passage, found)
        for targets, sides in found.stretches.items():
            zh, en = tuple(sorted(sides["zh"])), tuple(sorted(sides["en"]))
            woven.references.append(
                CrossReference(source, targets, zh, en, passage.note)
            )

    def _add_links(self, passage: Passage, found: Resolved) -> None:
        """Add the links that were written by hand."""
        for lang, text in passage.texts.items():
            for span in text.spans if text else ():
                if span.kind != "link":
                    continue
                place = linked_place(span.target, passage.source.slug)
                target = self._standing(place) if place else None
                if target:
                    found.stretches[(target,)][lang].append((span.start, span.end))

    def _standing(self, place: Place) -> Target | None:
        """Find where the place of a link stands now, if it does."""
        document = self.documents.get(place.slug)
        if document is None:
            return None
        ledger = self.ledgers.get(place.slug, Ledger())
        return standing(document, ledger, place.locator)

    def _add_works(self, passage: Passage, names: Names, found: Resolved) -> None:
        """Add the works that are named: to their places if they are in the library."""
        zh, en = passage.sides["zh"], passage.sides["en"]
        titles: dict[Lang, list[tuple[Title, str]]] = {
            "zh": names.chinese(zh, en, all(passage.texts.values())),
            "en": names.english(zh, en, all(passage.texts.values())),
        }
        cited: dict[str, dict[Lang, list[Title]]] = {}
        for lang in LANGS:
            for title, work in titles[lang]:
                slug = names.slug(title, lang)
                if names.rivals(title, lang):
                    continue  # reported, and left alone
                if slug is None:
                    cited.setdefault(work, {"zh": [], "en": []})[lang].append(title)
                elif slug != passage.source.slug:
                    places = passage.sides[lang].places
                    pinned = [one for one in places if one.work == title]
                    self._add_held(slug, lang, title, pinned, found)
        for work, sides in cited.items():
            citation = Citation(
                passage.source,
                _stretches(sides["zh"]),
                _stretches(sides["en"]),
                passage.note,
            )
            words = {lang: sides[lang][0].words for lang in LANGS if sides[lang]}
            self._cited.setdefault(work, []).append((citation, words))

    def _add_held(
        self,
        slug: str,
        lang: Lang,
        title: Title,
        pinned: Sequence[Named],
        found: Resolved,
    ) -> None:
        """Lead a title to the document that it names, and what is pinned to it."""
        whole = (Target(Place(slug, WHOLE)),)
        found.stretches[whole][lang].append((title.start, title.end))
        for one in pinned:
            spots = self._outlines[slug].locate(one.written, None).spots
            if spots:
                targets = tuple(make_target(slug, spot) for spot in spots)
                stretch = (one.written.start, one.written.end)
                found.stretches[targets][lang].append(stretch)

    def _named_works(self) -> Iterator[NamedWork]:
        """Yield every cited work with its titles as they stand first."""
        for citations in self._cited.values():
            zh = next((words["zh"] for _, words in citations if "zh" in words), "")
            en = next((words["en"] for _, words in citations if "en" in words), "")
            yield NamedWork(zh, en, tuple(citation for citation, _ in citations))

    def _rivals(self, passage: Passage, names: Names) -> Iterator[Finding]:
        """Report titles that several documents of the library have."""
        slug, locator = passage.source.slug, passage.source.locator
        for lang in LANGS:
            for title in passage.sides[lang].titles:
                if rivals := names.rivals(title, lang):
                    message = (
                        f"“{title.words}” may be {', '.join(rivals[:4])}; it is no "
                        "link. Link it by hand if it should be one."
                    )
                    path, line = self.path(lang, slug), self.line(slug, locator)
                    yield Finding("R004", "warning", path, line, message, str(locator))

    def _problems(self, passage: Passage, found: Resolved) -> Iterator[Finding]:
        """Report what names no place for certain, and sides that disagree."""
        slug, locator = passage.source.slug, passage.source.locator
        line, place = self.line(slug, locator), str(locator)
        start = f"note {passage.note}: " if passage.note else ""
        for problem in found.problems:
            code, message = _problem(problem)
            path = self.path(problem.lang, slug)
            yield Finding(code, "warning", path, line, start + message, place)
        if any(text is None for text in passage.texts.values()):
            return
        zh, en = found.places("zh"), found.places("en")
        if zh != en and not found.problems:
            message = (
                f"{start}refers to {_listed(en, slug)}, the Chinese line to "
                f"{_listed(zh, slug)}; if one is mistranslated, mend it."
            )
            yield Finding(
                "R005", "warning", self.path("en", slug), line, message, place
            )


def _stretches(titles: Iterable[Title]) -> tuple[Stretch, ...]:
    """Give where titles stand."""
    return tuple((title.start, title.end) for title in titles)


def _problem(problem: Problem) -> tuple[str, str]:
    """Say what is wrong with a reference, and give its code."""
    if problem.candidates:
        places = ", ".join(map(str, problem.candidates[:4]))
        return "R004", (
            f"“{problem.words}” may be {places}; it is no link. Link it by hand if it "
            "should be one."
        )
    return "R003", (
        f"“{problem.words}” is no place in this text; if the text has only a part of "
        "the whole, it may stay."
    )


def _listed(places: Iterable[Place], slug: str) -> str:
    """Write out places; those of the document itself without its name."""
    written = (str(one.locator if one.slug == slug else one) for one in places)
    return ", ".join(sorted(written)) or "nothing"
