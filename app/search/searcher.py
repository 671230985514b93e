"""One open index, kept open: a request in, a page of results out."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from pathlib import Path
from threading import Lock

from whoosh.index import open_dir

from app.model.document import Document
from app.model.glossary import Glossary
from app.model.place import Place
from app.search.analyzer import ChineseWords
from app.search.chinese import ChineseReading
from app.search.english import EnglishReading
from app.search.facets import count_facets
from app.search.facets import on_side
from app.search.lookup import Docs
from app.search.lookup import Lookup
from app.search.marks import Marker
from app.search.pinyin import PinyinReading
from app.search.planner import Planner
from app.search.present import find_places
from app.search.present import find_renderings
from app.search.present import present_hit
from app.search.query import parse_query
from app.search.query import ParsedQuery
from app.search.ranking import rank
from app.search.results import EmptyReason
from app.search.results import Hit
from app.search.results import PairMarks
from app.search.results import SearchRequest
from app.search.results import SearchResults
from app.search.schema import make_schema
from app.search.scope import Scopes
from app.search.selection import select
from app.search.selection import Selection
from app.search.terms import TermIndex
from app.search.texts import UnitTexts


class Searcher:
    """Searches one snapshot. Threads may share it: they search one after the other."""

    def __init__(
        self,
        folder: Path,
        documents: Mapping[str, Document],
        glossary: Glossary,
        find_scope: Callable[[str], str | None],
    ) -> None:
        """*find_scope* turns what ``in`` says into a document or unit: ``plan:2.3``."""
        self._chinese = ChineseWords(glossary)
        schema = make_schema(self._chinese)
        self._whoosh = open_dir(str(folder), schema=schema, readonly=True).searcher()
        self._lookup = Lookup(self._whoosh, UnitTexts(documents))
        self._scopes = Scopes(self._lookup, find_scope)
        terms = TermIndex(glossary)
        english = EnglishReading(self._lookup, terms)
        self._reading = ChineseReading(self._lookup, terms, self._chinese, english)
        pinyin = PinyinReading(self._lookup, self._reading)
        self._planner = Planner(english, pinyin, self._reading)
        self._lock = Lock()

    def close(self) -> None:
        """Let go of the index."""
        self._whoosh.close()

    def search(
        self, request: SearchRequest, goto: Place | None = None, *, place: bool = False
    ) -> SearchResults:
        """Answer one request.

        *goto* is the place that the query names, if it names one: its unit comes first.
        *place* says that the query is written like a place: it is then not relaxed.

        :raise QueryError: if a parameter is wrong; it is named.
        """
        with self._lock:
            return self._search(request, parse_query(request.text), goto, place)

    def _search(
        self,
        request: SearchRequest,
        query: ParsedQuery,
        goto: Place | None,
        place: bool,
    ) -> SearchResults:
        """Parse, plan, select, rank, present."""
        literal, named = request.literal or place, self._named(goto)
        whole = self._planner.plan(query, literal=literal)
        plan = on_side(whole, request.lang)
        selection = select(plan, self._lookup, strict=literal)
        left = self._scopes.typed(query)
        inside = left & self._scopes.chosen(request.within)
        everywhere = (selection.docs & left) | named
        docs = everywhere & (inside | named)
        marker = Marker(plan, self._lookup)
        ranked = rank(plan, selection, docs, marker, self._whoosh)
        ranked.sort(key=lambda item: item[0] not in named)
        if request.sort == "document":
            ranked.sort()
        first = (request.page - 1) * request.size
        hits = ranked[first : first + request.size]
        reason = None if docs else self._reason(request, query, whole.stopped, place)
        asked = reason in {"nothing", "place"}
        return SearchResults(
            request,
            len(docs),
            tuple(self._hit(doc, score, marker, selection) for doc, score in hits),
            relaxed=selection.relaxed and bool(docs),
            suggestion=plan.suggestion if docs else None,
            renderings=find_renderings(plan),
            reason=reason,
            unknown=selection.unknown,
            closest=self._reading.longest_part(request.text) if asked else "",
            facets=count_facets(whole, selection, everywhere, inside, self._lookup),
            places=find_places(docs & selection.docs, marker, selection.weights)
            if request.places
            else {},
        )

    def _hit(self, doc: int, score: float, marker: Marker, selection: Selection) -> Hit:
        """Present a unit; one that is only named by the query has nothing to mark."""
        if doc in selection.docs:
            return present_hit(marker.unit(doc), score, selection.weights)
        slug, locator = self._lookup.units[doc]
        return Hit(slug, locator, score, PairMarks(), ())

    def _named(self, goto: Place | None) -> Docs:
        """Find the unit of the place that the query names."""
        if goto is None:
            return frozenset()
        units = enumerate(self._lookup.units)
        return frozenset(
            doc for doc, unit in units if unit == (goto.slug, goto.locator.unit)
        )

    def _reason(
        self, request: SearchRequest, query: ParsedQuery, stopped: bool, place: bool
    ) -> EmptyReason:
        """Say why nothing was found."""
        if not request.text.strip():
            return "blank"
        if self._scopes.is_unknown(query):
            return "scope"
        if not query.groups:
            return "syntax"
        if stopped:
            return "stopwords"
        return "place" if place else "nothing"
