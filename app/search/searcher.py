"""One open index, kept open: a request in, a page of results out."""

from __future__ import annotations

import math
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from pathlib import Path
from threading import Lock

from whoosh.index import open_dir

from app.model.document import Document
from app.model.glossary import Glossary
from app.model.glossary import Term
from app.model.locator import Locator
from app.model.place import Place
from app.search.analyzer import ChineseWords
from app.search.chinese import ChineseReading
from app.search.closest import Closest
from app.search.concept import Plan
from app.search.english import EnglishReading
from app.search.facets import count_facets
from app.search.facets import Found
from app.search.facets import on_side
from app.search.frequency import Frequency
from app.search.initials import Initials
from app.search.lookup import Docs
from app.search.lookup import Lookup
from app.search.marking import gather_marks
from app.search.marking import with_neighbours
from app.search.marks import Marker
from app.search.meaning.closeness import Meaning
from app.search.near_terms import TermFeatures
from app.search.pinyin import PinyinReading
from app.search.planner import Planner
from app.search.present import find_places
from app.search.present import find_renderings
from app.search.present import PLACED
from app.search.presenter import Presenter
from app.search.query import parse_query
from app.search.query import ParsedQuery
from app.search.quotation.finder import Quotations
from app.search.ranking import rank
from app.search.reading import read_query
from app.search.relaxation import Relaxation
from app.search.results import EmptyReason
from app.search.results import Quotation
from app.search.results import SearchRequest
from app.search.results import SearchResults
from app.search.results import TextMarks
from app.search.schema import make_schema
from app.search.scope import Scopes
from app.search.selection import Selection
from app.search.selection import Selector
from app.search.steps import Steps
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
        meaning: Meaning | None = None,
    ) -> None:
        """*find_scope* turns what ``in`` says into a document or unit: ``plan:2.3``.

        Without *meaning*, the search goes by words alone.
        """
        self._chinese = ChineseWords(glossary)
        schema = make_schema(self._chinese)
        self._whoosh = open_dir(str(folder), schema=schema, readonly=True).searcher()
        self._lookup = Lookup(self._whoosh, UnitTexts(documents))
        self._scopes = Scopes(self._lookup, find_scope)
        self._frequency = Frequency(self._lookup, self._whoosh.reader())
        terms = TermIndex(glossary)
        english = EnglishReading(self._lookup, terms, Initials(self._lookup))
        self._reading = ChineseReading(self._lookup, terms, self._chinese, english)
        pinyin = PinyinReading(self._lookup, self._reading)
        self._planner = Planner(english, pinyin, self._reading)
        self._quotations = Quotations(self._lookup, self._whoosh)
        self._closest = Closest(
            self._lookup, self._reading, self._frequency, TermFeatures(glossary)
        )
        self._selector = Selector(
            self._lookup, Relaxation(self._whoosh, self._chinese, meaning)
        )
        self._steps = Steps(self._lookup)
        self._lock = Lock()

    def close(self) -> None:
        """Let go of the index."""
        self._whoosh.close()

    def frequency(self, term: Term) -> int:
        """Count the units that have a term of the glossary; many only roughly."""
        with self._lock:
            return self._frequency.units(term)

    def occurs(self, term: Term, within: str) -> bool:
        """Say whether a term of the glossary occurs in a document or a unit.

        :raise QueryError: if *within* names nothing.
        """
        with self._lock:
            return not self._frequency.docs(term).isdisjoint(
                self._scopes.chosen(within)
            )

    def canonical(self, within: str) -> str:
        """Write what ``in`` says as a slug, or a slug, a colon and a unit.

        :raise QueryError: if it names nothing.
        """
        return self._scopes.canonical(within)

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
        whole, plan, selection = self._understand(request, query, place)
        left = self._scopes.typed(query)
        inside = left & self._scopes.chosen(request.within)
        quotation, cited = self._quoted(request, inside, place)
        called = self._named([goto] if goto else ())
        named = called or cited
        everywhere = (selection.docs & left) | named
        docs = everywhere & (inside | named)
        marker = Marker(plan, self._lookup)
        presenter = Presenter(self._lookup, plan, selection, marker, quotation)
        ranked = rank(plan, selection, docs, marker, self._whoosh)
        ranked.sort(key=lambda item: item[0] if item[0] in named else math.inf)
        if request.sort == "document":
            ranked.sort()
        first = (request.page - 1) * request.size
        hits = ranked[first : first + request.size]
        reason = None if docs else self._reason(request, query, whole.stopped, place)
        asked = reason in {"nothing", "place"}
        return SearchResults(
            request,
            len(docs),
            tuple(presenter.explained(doc, score) for doc, score in hits),
            relaxed=selection.relaxed and bool(docs),
            suggestion=plan.suggestion if docs else None,
            renderings=find_renderings(plan),
            reason=reason,
            quotation=quotation,
            unknown=selection.unknown,
            closest=self._closest.of(request.text) if asked else "",
            respelt=self._closest.respelt(request.text) if asked else "",
            apart=self._closest.apart(request.text) if asked else (),
            reading=read_query(
                query, whole, self._steps, literal=request.literal or place
            ),
            near_terms=self._closest.terms(request.text, plan)
            if reason == "nothing" or (selection.relaxed and docs)
            else (),
            facets=count_facets(
                whole,
                Found(
                    everywhere,
                    inside,
                    called,
                    {quotation.lang: cited} if quotation else {},
                ),
                self._selector,
                relaxed=selection.relaxed,
            ),
            places=find_places(docs & selection.docs, marker, selection)
            if request.places
            else {},
        )

    def _understand(
        self, request: SearchRequest, query: ParsedQuery, place: bool
    ) -> tuple[Plan, Plan, Selection]:
        """Plan a query, narrow the plan to a side, and find the units that answer."""
        literal = request.literal or place
        whole = self._planner.plan(query, literal=literal)
        plan = on_side(whole, request.lang)
        return whole, plan, self._selector.select(plan, strict=literal)

    def mark(
        self,
        request: SearchRequest,
        slug: str,
        unit: Locator | None = None,
        *,
        place: bool = False,
    ) -> TextMarks:
        """Mark one document as a search does.

        Of a *unit* that is read alone, only it and the units that answer just before
        and just after it are marked.

        :raise QueryError: if a parameter is wrong; it is named.
        """
        with self._lock:
            query = parse_query(request.text)
            _, plan, selection = self._understand(request, query, place)
            inside = self._scopes.typed(query) & self._lookup.scope(slug)
            quotation, cited = self._quoted(request, inside, place)
            docs = sorted((selection.docs | cited) & inside)
            if unit is not None:
                docs = with_neighbours(docs, self._lookup.units.index((slug, unit)))
            presenter = Presenter(
                self._lookup, plan, selection, Marker(plan, self._lookup), quotation
            )
            return gather_marks(map(presenter.hit, docs[:PLACED]))

    def _quoted(
        self, request: SearchRequest, inside: Docs, place: bool
    ) -> tuple[Quotation | None, Docs]:
        """Find what the query quotes; what is written like a place is no quotation."""
        quotation = (
            None if place else self._quotations.find(request.text, inside, request.lang)
        )
        quoted = (one.place for one in quotation.places) if quotation else ()
        return quotation, self._named(quoted)

    def _named(self, places: Iterable[Place]) -> Docs:
        """Find the units of the places that the query names or quotes."""
        wanted = {(place.slug, place.locator.unit) for place in places}
        if not wanted:
            return frozenset()
        units = enumerate(self._lookup.units)
        return frozenset(doc for doc, unit in units if unit in wanted)

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
