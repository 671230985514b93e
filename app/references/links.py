"""Links written by hand: each must reach a place, the same in both languages."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

from app.errors import LocatorError
from app.model.document import Document
from app.model.document import Lang
from app.model.document import LANGS
from app.model.document import Text
from app.model.finding import Finding
from app.model.ledger import Ledger
from app.model.locator import Locator
from app.model.place import Place
from app.references.standing import is_published

WEB = ("http://", "https://")


@dataclass(frozen=True)
class LinkChecker:
    """Checks the links of all documents; the mappings are by slug.

    *names* are of all documents, also of those that have errors of their own: a link to
    one of these is not held against whoever made it. *path* names a document's file.
    """

    documents: Mapping[str, Document]
    ledgers: Mapping[str, Ledger]
    names: Collection[str]
    path: Callable[[Lang, str], str]

    def check(
        self, document: Document, lines: Mapping[Locator, int]
    ) -> Iterator[Finding]:
        """Check one document; *lines* has the line of every segment."""
        for segment in document.by_segment.values():
            place, line = str(segment.locator), lines.get(segment.locator, 0)
            yield from self._pair(document.slug, segment.zh, segment.en, line, place)
        for note in document.notes:
            yield from self._pair(document.slug, note.zh, note.en, 0, "", note.id)

    def _pair(
        self,
        slug: str,
        zh: Text | None,
        en: Text | None,
        line: int,
        place: str,
        note: str = "",
    ) -> Iterator[Finding]:
        """Check the links of two texts that belong together."""
        start = f"note {note}: " if note else ""
        places: dict[Lang, list[str]] = {
            "zh": _places(zh, slug),
            "en": _places(en, slug),
        }
        for lang in LANGS:
            for target in places[lang]:
                if problem := self._problem(target):
                    message = f"{start}link to {target}: {problem}"
                    path = self.path(lang, slug)
                    yield Finding("R001", "error", path, line, message, place)
        if zh and en and sorted(places["zh"]) != sorted(places["en"]):
            message = (
                f"{start}links to {_listed(places['en'])}, the Chinese line to "
                f"{_listed(places['zh'])}; make both point to the same places."
            )
            yield Finding("R002", "error", self.path("en", slug), line, message, place)

    def _problem(self, target: str) -> str:
        """Say what is wrong with a link; nothing if it reaches a place."""
        slug, sign, fragment = target.partition("#")
        if not sign:
            return "write #2.3.12, other-slug#3.1 or a whole https:// address."
        if slug not in self.names:
            return f"there is no document {slug!r}; correct the name."
        try:
            locator = Locator.parse(fragment)
        except LocatorError as error:
            return str(error)
        document = self.documents.get(slug)
        if document is None:
            return ""  # it has errors of its own
        if is_published(document, self.ledgers.get(slug, Ledger()), locator):
            return ""
        return "there is no such unit or sentence; correct it."


def linked_place(target: str, slug: str) -> Place | None:
    """Read where a link leads inside the library; *slug* is the document it is in."""
    name, sign, address = target.partition("#")
    if target.startswith(WEB) or not sign:
        return None
    try:
        return Place(name or slug, Locator.parse(address))
    except LocatorError:
        return None


def _places(text: Text | None, slug: str) -> list[str]:
    """List where a text links to inside the library, with the document's name."""
    links = [span.target for span in text.spans if span.kind == "link"] if text else []
    return [
        slug + target if target.startswith("#") else target
        for target in links
        if not target.startswith(WEB)
    ]


def _listed(targets: list[str]) -> str:
    """Write out some targets."""
    return ", ".join(targets) or "nothing"
