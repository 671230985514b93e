"""One snapshot, opened whole and then only read: what the pages and the API ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from app.errors import AmbiguousReferenceError
from app.errors import NotAReferenceError
from app.errors import PlaceError
from app.errors import SnapshotError
from app.errors import UnknownPlaceError
from app.model.document import Document
from app.model.document import Lang
from app.model.doubt import Doubts
from app.model.finding import Finding
from app.model.glossary import Glossary
from app.model.ledger import Ledger
from app.model.locator import Locator
from app.model.place import Place
from app.model.thread import Threads
from app.model.usage import Usages
from app.references.names import display_name
from app.references.nearest import nearest_units
from app.references.parser import parse_reference
from app.references.resolver import Resolver
from app.search.concordance import Concordance
from app.search.concordance import ConcordanceRequest
from app.search.concordance import make_concordance
from app.search.meaning.closeness import Meaning
from app.search.meaning.table import read_table
from app.search.results import SearchRequest
from app.search.results import SearchResults
from app.search.results import TextMarks
from app.search.searcher import Searcher
from app.search.suggest import Suggestion
from app.snapshot.codec import Corpus
from app.snapshot.codec import decode
from app.snapshot.manifest import Manifest
from app.snapshot.readings import Readings
from app.snapshot.store import Store
from app.snapshot.suggestions import Suggestions
from app.snapshot.terms import Terms
from app.snapshot.writer import CORPUS
from app.snapshot.writer import MEANING
from app.snapshot.writer import WHOOSH


class Snapshot:
    """All that one build made. Nothing in it ever changes."""

    def __init__(
        self,
        folder: Path,
        manifest: Manifest,
        corpus: Corpus,
        searcher: Searcher,
        resolver: Resolver,
    ) -> None:
        self.digest: str = manifest.digest
        self.sources: Mapping[str, str] = manifest.sources
        """The SHA-256 of every content file, by its path: ``zh/plan.md``."""
        self.counts: Mapping[str, int] = manifest.counts
        """Documents, units, segments, notes and terms."""
        self.documents: Mapping[str, Document] = {d.slug: d for d in corpus.documents}
        self.ledgers: Mapping[str, Ledger] = corpus.ledgers
        self.glossary: Glossary = corpus.glossary
        self.findings: tuple[Finding, ...] = corpus.findings
        """What the checker warned of."""
        self.threads: Threads = corpus.threads
        self.usages: Usages = corpus.usages
        self.doubts: Doubts = Doubts(corpus.doubts, corpus.examined)
        """What the checks of the translations say."""
        self._folder = folder
        self._searcher = searcher
        self._resolver = resolver

    def search(self, request: SearchRequest) -> SearchResults:
        """Answer a search; the unit that the query names comes first.

        :raise QueryError: if a parameter is wrong; it is named.
        """
        text = request.text
        try:
            place = self._now(self._resolver.resolve(text))
        except NotAReferenceError:
            return self._searcher.search(request)
        except UnknownPlaceError:
            # A number that is no address is a number: 2021.
            return self._searcher.search(request, place=not text.strip().isdecimal())
        except AmbiguousReferenceError as error:
            results = self._searcher.search(request, place=True)
            places = tuple(map(self._resolver.resolve, error.candidates))
            return replace(results, candidates=places, closest="")
        return self._searcher.search(request, place, place=True)

    def mark(
        self, request: SearchRequest, slug: str, unit: Locator | None = None
    ) -> TextMarks:
        """Mark a document as a search does; of a unit read alone, only near it.

        :raise QueryError: if a parameter is wrong; it is named.
        """
        try:
            self._resolver.resolve(request.text)
        except NotAReferenceError:
            place = False
        except UnknownPlaceError:
            place = not request.text.strip().isdecimal()
        except AmbiguousReferenceError:
            place = True
        else:
            place = True
        return self._searcher.mark(request, slug, unit, place=place)

    def scope(self, text: str) -> str | None:
        """Find the document or the unit that a search is to be narrowed to."""
        return self._resolver.scope(text)

    def concordance(self, request: ConcordanceRequest) -> Concordance:
        """List every occurrence that a search finds, in its context.

        :raise QueryError: if a parameter is wrong; it is named.
        """
        found = self.search(request.search)
        return make_concordance(request, found, self.documents)

    def _now(self, place: Place) -> Place:
        """Follow a sentence that has moved to where it stands."""
        entry = self.ledgers[place.slug].resolve(place.locator)
        return Place(place.slug, entry.locator) if entry else place

    def resolve(self, text: str, slug: str | None = None) -> Place:
        """Find the place that a written reference names.

        :raise NotAReferenceError: if *text* does not name a place.
        :raise UnknownPlaceError: if it names one that does not exist.
        :raise AmbiguousReferenceError: if it could be several.
        """
        return self._resolver.resolve(text, slug)

    def goto(self, text: str) -> Place | None:
        """Give the place that the search box offers to go to, if there is one."""
        try:
            return self._now(self._resolver.resolve(text))
        except PlaceError:
            return None

    def suggest(
        self, text: str, within: str = "", size: int = 8
    ) -> tuple[Suggestion, ...]:
        """Suggest what may be meant by a text that is being typed, best first.

        :raise QueryError: if a parameter is wrong; it is named.
        """
        return self._suggestions.find(text, within, size)

    @cached_property
    def _suggestions(self) -> Suggestions:
        """What can be suggested, laid out when it is first wanted."""
        return Suggestions(self.documents, self.glossary, self._searcher)

    @cached_property
    def terms(self) -> Terms:
        """What there is to know of the terms, laid out when it is first wanted."""
        return Terms(self.documents, self.glossary, self.usages)

    @cached_property
    def readings(self) -> Readings:
        """How the Chinese is read, loaded when pinyin is first asked for.

        :raise SnapshotError: if the file has gone since the snapshot was opened.
        """
        return Readings.read(self._folder)

    def nearest(self, text: str, slug: str) -> tuple[Place, ...]:
        """Give up to three units that may have been meant by a wrong address."""
        document = self.documents[slug]
        try:
            reference = parse_reference(text)
        except NotAReferenceError:
            request = SearchRequest(text.replace("-", " ")[:200], slug, size=3)
            hits = self._searcher.search(request).hits
            return tuple(Place(hit.slug, hit.locator) for hit in hits)
        return tuple(Place(slug, near) for near in nearest_units(document, reference))

    def display_name(self, place: Place, lang: Lang) -> str:
        """Write a place out in one language."""
        return display_name(self.documents[place.slug], place.locator, lang)

    def close(self) -> None:
        """Let go of the index."""
        self._searcher.close()


def open_snapshot(store: Store, digest: str) -> Snapshot:
    """Open a snapshot that this program made.

    Every file is held against the manifest first: a damaged index would answer with
    nothing instead of an error.

    :raise SnapshotError: if it is missing, damaged, or open to others.
    """
    store.check_owner()
    folder = store.folder(digest)
    manifest = Manifest.read(folder)
    try:
        corpus = decode((folder / CORPUS).read_bytes())
    except (OSError, ValueError) as error:
        raise SnapshotError(f"The snapshot {digest} cannot be read.") from error
    documents = {document.slug: document for document in corpus.documents}
    resolver = Resolver(documents, corpus.ledgers)
    table = read_table(folder / MEANING)
    searcher = Searcher(
        folder / WHOOSH,
        documents,
        corpus.glossary,
        resolver.scope,
        Meaning(table) if table else None,
    )
    return Snapshot(folder, manifest, corpus, searcher, resolver)
