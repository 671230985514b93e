"""What the command asks for: a document, a part of it, or what a search finds in it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote
from urllib.parse import urlencode

from app.errors import QueryError
from app.errors import ReaderError
from app.errors import UnknownPlaceError
from app.export.extract import Extract
from app.export.extracting import extract_document
from app.export.extracting import extract_results
from app.export.extracting import extract_unit
from app.model.locator import Locator
from app.search.query import MAX_LENGTH
from app.search.results import SearchRequest
from app.snapshot.reader import Snapshot


class NoSuchDocumentError(ReaderError):
    """Raised for a document that is not in the library."""

    def __init__(self, slug: str, known: tuple[str, ...]) -> None:
        super().__init__(
            f"There is no document {slug!r}; there are: {', '.join(known)}."
        )
        self.slug = slug
        self.known = known


@dataclass(frozen=True, slots=True)
class Site:
    """Where the text is read on the web; *base* may be empty, if that is not known."""

    base: str

    def address(self, slug: str, locator: Locator) -> str:
        """Give the permanent address of a place."""
        return f"{self.base}/{slug}/{locator if locator.path else ''}"

    def search(self, request: SearchRequest) -> str:
        """Give the address of a search."""
        parameters = {"q": request.text, "in": request.within}
        return f"{self.base}/search?{urlencode(parameters, quote_via=quote)}"


def take(
    snapshot: Snapshot, slug: str, unit: str | None, query: str | None, site: Site
) -> Extract:
    """Take what is asked for; a search with a unit looks in that unit.

    :raise NoSuchDocumentError: if there is no such document.
    :raise PlaceError: if *unit* names no place that stands in it, or several.
    :raise QueryError: if the query is too long.
    """
    if slug not in snapshot.documents:
        raise NoSuchDocumentError(slug, tuple(snapshot.documents))
    locator = _standing(snapshot, slug, unit) if unit is not None else None
    if query is not None:
        if len(query) > MAX_LENGTH:
            message = f"A query may have {MAX_LENGTH:,} characters, not {len(query):,}."
            raise QueryError("q", message)
        within = f"{slug}:{locator.unit}" if locator else slug
        request = SearchRequest(" ".join(query.split()), within)
        return extract_results(snapshot, request, site.address, site.search(request))
    if locator is None:
        return extract_document(snapshot, slug, site.address)
    try:
        return extract_unit(snapshot, slug, locator, site.address)
    except KeyError:
        raise UnknownPlaceError(str(locator), ()) from None


def _standing(snapshot: Snapshot, slug: str, unit: str) -> Locator:
    """Find a place, however it is written, where it stands now."""
    locator = snapshot.resolve(unit, slug).locator
    entry = snapshot.ledgers[slug].resolve(locator)
    return entry.locator if entry else locator
