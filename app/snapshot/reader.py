"""One snapshot, opened whole and then only read: what the pages and the API ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.errors import AmbiguousReferenceError
from app.errors import NotAReferenceError
from app.errors import PlaceError
from app.errors import SnapshotError
from app.errors import UnknownPlaceError
from app.model.document import Document
from app.model.document import Lang
from app.model.finding import Finding
from app.model.glossary import Glossary
from app.model.ledger import Ledger
from app.model.place import Place
from app.references.names import display_name
from app.references.nearest import nearest_units
from app.references.parser import parse_reference
from app.references.resolver import Resolver
from app.search.results import SearchRequest
from app.search.results import SearchResults
from app.search.searcher import Searcher
from app.snapshot.codec import Corpus
from app.snapshot.codec import decode
from app.snapshot.manifest import Manifest
from app.snapshot.store import Store
from app.snapshot.writer import CORPUS
from app.snapshot.writer import WHOOSH


class Snapshot:
    """All that one build made. Nothing in it ever changes."""

    def __init__(
        self, manifest: Manifest, corpus: Corpus, searcher: Searcher, resolver: Resolver
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
    searcher = Searcher(folder / WHOOSH, documents, corpus.glossary, resolver.scope)
    return Snapshot(manifest, corpus, searcher, resolver)
