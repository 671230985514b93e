"""Links written by hand: each must reach a place, the same in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

from app.errors import LocatorError
from app.model.document import Document
from app.model.document import Lang
from app.model.document import LANGS
from app.model.document import Segment
from app.model.finding import Finding
from app.model.ledger import Ledger
from app.model.locator import Locator
from app.model.place import Place


@dataclass(frozen=True)
class LinkChecker:
    """Checks the links of all documents; both mappings are by slug."""

    documents: Mapping[str, Document]
    ledgers: Mapping[str, Ledger]

    def check(
        self, document: Document, lines: Mapping[Locator, int]
    ) -> Iterator[Finding]:
        """Check one document; *lines* has the line of every segment."""
        for segment in document.by_segment.values():
            line = lines.get(segment.locator, 0)
            places: dict[Lang, list[str]] = {"zh": [], "en": []}
            for lang in LANGS:
                path = f"content/{lang}/{document.slug}.md"
                for target in _targets(segment, lang):
                    places[lang].append(target)
                    problem = self._problem(document.slug, target)
                    if problem:
                        yield Finding(
                            "R001", "error", path, line, problem, str(segment.locator)
                        )
            if (
                segment.zh
                and segment.en
                and sorted(places["zh"]) != sorted(places["en"])
            ):
                yield Finding(
                    "R002",
                    "error",
                    f"content/en/{document.slug}.md",
                    line,
                    f"links to {_listed(places['en'])}, the Chinese line to "
                    f"{_listed(places['zh'])}; make both point to the same places.",
                    str(segment.locator),
                )

    def _problem(self, slug: str, target: str) -> str:
        """Say what is wrong with a link; nothing if it reaches a place."""
        name, _, fragment = target.partition("#")
        document = self.documents.get(name or slug)
        if document is None:
            return f"link to {target}: there is no document {name!r}; correct the name."
        try:
            locator = Locator.parse(fragment)
        except LocatorError as error:
            return f"link to {target}: {error}"
        published = self.ledgers.get(document.slug, Ledger()).by_locator
        ends = [locator.start]
        if locator.last:
            ends.append(locator.unit.at(locator.last))
        if all(end in document.by_locator or end in published for end in ends):
            return ""
        place = Place(document.slug, locator)
        return f"link to {place}: there is no such unit or sentence; correct it."


def _targets(segment: Segment, lang: Lang) -> list[str]:
    """List the places that one side links to; addresses of the web are not places."""
    text = segment.side(lang)
    links = [span.target for span in text.spans if span.kind == "link"] if text else []
    return [target for target in links if "#" in target and "/" not in target]


def _listed(targets: list[str]) -> str:
    """Write out some targets."""
    return ", ".join(targets) or "nothing"
