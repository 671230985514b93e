"""What there is to freeze, as the snapshot knows it; pages lead to the rest."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from itertools import combinations

from app.freezer.addresses import MAIN_LANG
from app.freezer.addresses import NOT_FOUND
from app.freezer.addresses import Page
from app.freezer.addresses import PUBLIC_FILES
from app.freezer.addresses import SEARCH
from app.model.document import Document
from app.model.document import Lang
from app.model.document import LANGS
from app.model.document import Unit
from app.model.ledger import Ledger
from app.model.locator import Locator
from app.model.ranges import former_entries
from app.snapshot.reader import Snapshot

_FILES = (
    "/robots.txt", "/terms.csv", "/terms.tbx", "/manifest.webmanifest", "/worker.js",
    "/offline.json", "/api/v1/openapi.json", "/api/v1/documents",
)  # fmt: skip
_VIEWS = ("", "stacked", "zh", "en")


def pages_of(snapshot: Snapshot, *, public: bool) -> Iterator[Page]:
    """Give every page and file to begin with; *public* if the address is known."""
    for lang in LANGS:
        for path in ("/", "/about", "/terms/", "/offline/", SEARCH):
            yield Page(path, lang)
        for term in snapshot.glossary.terms:
            yield Page(f"/terms/{term.id}", lang)
        for text in snapshot.documents.values():
            yield from _document_pages(text, lang)
    for path in (*_FILES, *(PUBLIC_FILES if public else ())):
        yield Page(path)
    for term in snapshot.glossary.terms:
        yield Page(f"/api/v1/terms/{term.id}")
    for text in snapshot.documents.values():
        yield from _addresses(text, snapshot.ledgers.get(text.slug, Ledger()))
    yield NOT_FOUND


def _document_pages(text: Document, lang: Lang) -> Iterator[Page]:
    """Give the pages to read and to cite, in each view, in a language."""
    slug = text.slug
    for view in _VIEWS:
        asked = (("view", view),) if view else ()
        yield Page(f"/{slug}/", lang, asked)
        yield Page(f"/{slug}/map", lang, asked)
        for unit in text.walk():
            yield Page(f"/{slug}/{unit.locator}", lang, asked)
    for name in ("checks", "changes", "cite"):
        yield Page(f"/{slug}/{name}", lang)
    for unit in text.walk():
        for locator in _whole(unit):
            yield Page(f"/{slug}/{locator}/cite", lang)


def _addresses(text: Document, ledger: Ledger) -> Iterator[Page]:
    """Give all addresses a document ever had, and its files; they have no language."""
    slug = text.slug
    yield Page(f"/ids/{slug}.json")
    yield Page(f"/api/v1/documents/{slug}")
    for number in text.measures:
        yield Page(f"/{slug}/measure/{number}", MAIN_LANG)
    for unit in text.walk():
        for locator in _whole(unit):
            yield Page(f"/{slug}/{locator}")
            yield Page(f"/api/v1/documents/{slug}/{locator}")
        for locator in _ranges(unit, ledger):
            yield Page(f"/{slug}/{locator}")
    for entry in ledger.entries:
        if entry.state != "live":
            for locator in _above(entry.locator):
                yield Page(f"/{slug}/{locator}")


def _whole(unit: Unit) -> Iterator[Locator]:
    """Give the address of a unit and of each of its sentences."""
    yield unit.locator
    yield from (segment.locator for segment in unit.segments)


def _ranges(unit: Unit, ledger: Ledger) -> Iterator[Locator]:
    """Give every range of sentences in a unit, as people copy them, or once did."""
    live = [segment.locator for segment in unit.segments]
    former = [entry.locator for entry in former_entries(ledger, unit.locator)]
    order = sorted((*live, *former), key=lambda locator: locator.sort_key)
    for first, last in chain(combinations(live, 2), combinations(order, 2)):
        yield Locator(first.path, first.segment, last.segment)


def _above(locator: Locator) -> Iterator[Locator]:
    """Give an address and those of the units that it stood in."""
    yield locator
    yield from (
        Locator(locator.path[:depth]) for depth in range(1, len(locator.path) + 1)
    )
