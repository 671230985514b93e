"""The addresses of the API. Each answers ``GET`` and nothing else."""

from __future__ import annotations

from time import perf_counter
from typing import Any

from flask import Blueprint
from flask import request
from spectree import Response as Answers
from spectree import SpecTree
from werkzeug import Response

from app.errors import AmbiguousReferenceError
from app.errors import NotAReferenceError
from app.errors import PlaceError
from app.errors import QueryError
from app.errors import UnknownPlaceError
from app.model.document import Document
from app.model.place import Place
from app.model.place import WHOLE
from app.search.results import SearchRequest
from app.snapshot.reader import Snapshot
from app.web.api import explanation
from app.web.api import serialize
from app.web.api import shapes
from app.web.api.concordance import answer_concordance
from app.web.api.concordance import ConcordanceAnswer
from app.web.api.concordance import ConcordanceParameters
from app.web.api.places import answer_place
from app.web.api.places import place_type
from app.web.api.places import state_of
from app.web.api.problems import check_page
from app.web.api.problems import error
from app.web.api.references import answer_references
from app.web.api.references import ReferencesAnswer
from app.web.api.script import answer_in_script
from app.web.api.suggestions import answer_suggestions
from app.web.api.suggestions import SuggestAnswer
from app.web.api.suggestions import SuggestParameters
from app.web.api.term import answer_term
from app.web.api.term import TermAnswer
from app.web.api.term import TermParameters
from app.web.api.terms import answer_terms
from app.web.api.terms import TermsAnswer
from app.web.api.terms import TermsParameters
from app.web.current import get_snapshot

PREFIX = "/api/v1"

api = Blueprint("api", __name__, url_prefix=PREFIX)
answer_in_script(api)


def _name_parameter(
    _request: object, _response: object, error: Any, _view: object, _adapter: object
) -> None:
    """Turn what spectree found wrong into our own error, naming the parameter."""
    if error is not None:
        first = error.errors()[0]
        parameter = str(first["loc"][0]) if first["loc"] else "?"
        given = request.args.get(parameter, "")
        raise QueryError(parameter, f"{parameter}={given!r}: {first['msg']}.")


description = SpecTree(
    "flask",
    title="Policy Reader",
    version="1",
    description="Aligned Chinese and English policy texts: read, search, resolve.",
    path="-",  # its own pages are not used, and routes below this path not described
    mode="strict",
    annotations=False,
    before=_name_parameter,
    validation_error_model=shapes.Error,
    naming_strategy=lambda model: model.__name__,
    nested_naming_strategy=lambda _parent, child: child,
)


def _query() -> Any:
    """Give the parameters that spectree has checked."""
    return request.context.query  # type: ignore[attr-defined]


@api.get("/openapi.json")
def openapi() -> Any:
    """Describe this API."""
    return description.spec


@api.get("/documents")
@description.validate(resp=Answers(HTTP_200=shapes.DocumentList), tags=["documents"])
def documents() -> shapes.DocumentList:
    """List all documents."""
    snapshot = get_snapshot()
    facts = [serialize.document_facts(one) for one in snapshot.documents.values()]
    return shapes.DocumentList(snapshot=snapshot.digest, documents=facts)


@api.get("/documents/<slug>")
@description.validate(
    resp=Answers(HTTP_200=shapes.DocumentAnswer, HTTP_404=shapes.Error),
    tags=["documents"],
)
def document(slug: str) -> shapes.DocumentAnswer:
    """Describe one document with its outline."""
    snapshot = get_snapshot()
    text = _document(snapshot, slug)
    facts = serialize.document_facts(text).model_dump()
    nested = serialize.outline(snapshot, text)
    return shapes.DocumentAnswer(**facts, snapshot=snapshot.digest, outline=nested)


@api.get("/documents/<slug>/<path:locator>")
@description.validate(
    resp=Answers(
        HTTP_200=shapes.PlaceAnswer, HTTP_404=shapes.Error, HTTP_409=shapes.Error
    ),
    tags=["documents"],
)
def place(slug: str, locator: str) -> shapes.PlaceAnswer:
    """Give a unit, a segment or a range; the address may be written leniently."""
    snapshot = get_snapshot()
    _document(snapshot, slug)
    return answer_place(snapshot, snapshot.resolve(locator, slug))


@api.get("/references/<slug>")
@description.validate(
    resp=Answers(HTTP_200=ReferencesAnswer, HTTP_404=shapes.Error), tags=["references"]
)
def document_references(slug: str) -> ReferencesAnswer:
    """List all references out of a document, and all that come to it."""
    snapshot = get_snapshot()
    _document(snapshot, slug)
    return answer_references(snapshot, Place(slug, WHOLE))


@api.get("/references/<slug>/<path:locator>")
@description.validate(
    resp=Answers(
        HTTP_200=ReferencesAnswer, HTTP_404=shapes.Error, HTTP_409=shapes.Error
    ),
    tags=["references"],
)
def references(slug: str, locator: str) -> ReferencesAnswer:
    """List what a unit, a segment or a range refers to, and what refers to it."""
    snapshot = get_snapshot()
    _document(snapshot, slug)
    return answer_references(snapshot, snapshot.resolve(locator, slug))


@api.get("/search")
@description.validate(
    query=shapes.SearchParameters,
    resp=Answers(
        HTTP_200=shapes.SearchAnswer, HTTP_404=shapes.Error, HTTP_422=shapes.Error
    ),
    tags=["search"],
)
def search() -> shapes.SearchAnswer:
    """Search all documents, in either language."""
    asked: shapes.SearchParameters = _query()
    snapshot, start = get_snapshot(), perf_counter()
    results = snapshot.search(
        SearchRequest(
            asked.q,
            asked.within,
            asked.lang,
            asked.sort,
            asked.page,
            asked.size,
            places=False,
            literal=asked.literal,
        )
    )
    took = 1000 * (perf_counter() - start)
    check_page(asked.page, results.pages)
    goto = snapshot.goto(asked.q)
    return shapes.SearchAnswer(
        query=asked.q,
        total=results.total,
        page=asked.page,
        size=asked.size,
        relaxed=results.relaxed,
        suggestion=results.suggestion,
        goto=serialize.goto(goto) if goto else None,
        quotation=serialize.quotation(results.quotation) if results.quotation else None,
        took_ms=round(took, 2),
        hits=[serialize.hit_facts(snapshot, hit) for hit in results.hits],
        facets=serialize.facets(results),
        reading=explanation.reading(results),
        near_terms=explanation.near_terms(results),
    )


@api.get("/suggest")
@description.validate(
    query=SuggestParameters,
    resp=Answers(HTTP_200=SuggestAnswer, HTTP_422=shapes.Error),
    tags=["search"],
)
def suggest() -> SuggestAnswer:
    """Suggest terms, headings and places for what is being typed."""
    return answer_suggestions(get_snapshot(), _query())


@api.get("/concordance")
@description.validate(
    query=ConcordanceParameters,
    resp=Answers(
        HTTP_200=ConcordanceAnswer, HTTP_404=shapes.Error, HTTP_422=shapes.Error
    ),
    tags=["search"],
)
def concordance() -> ConcordanceAnswer:
    """List every occurrence in its context, with the aligned partner."""
    return answer_concordance(get_snapshot(), _query())


@api.get("/terms")
@description.validate(
    query=TermsParameters,
    resp=Answers(HTTP_200=TermsAnswer, HTTP_404=shapes.Error, HTTP_422=shapes.Error),
    tags=["terms"],
)
def terms() -> TermsAnswer:
    """List the terms of the glossary."""
    return answer_terms(get_snapshot(), _query())


@api.get("/terms/<id>")
@description.validate(
    query=TermParameters,
    resp=Answers(HTTP_200=TermAnswer, HTTP_404=shapes.Error, HTTP_422=shapes.Error),
    tags=["terms"],
)
def term(id: str) -> TermAnswer:
    """Give a term, how it is rendered, and the pairs it stands in."""
    return answer_term(get_snapshot(), id, _query())


@api.get("/resolve")
@description.validate(
    query=shapes.ResolveParameters,
    resp=Answers(
        HTTP_200=shapes.ResolveAnswer,
        HTTP_404=shapes.Error,
        HTTP_409=shapes.Error,
        HTTP_422=shapes.Error,
    ),
    tags=["search"],
)
def resolve() -> shapes.ResolveAnswer:
    """Find the one place that a reference names: 第十一条, measure 11, II.3.11."""
    asked: shapes.ResolveParameters = _query()
    snapshot = get_snapshot()
    if asked.within is not None and asked.within not in snapshot.documents:
        raise QueryError("in", f"There is no document {asked.within!r}.")
    found = snapshot.resolve(asked.ref, asked.within)
    state, target = state_of(snapshot, found)
    return shapes.ResolveAnswer(
        **serialize.goto(found).model_dump(),
        ref=asked.ref,
        type=place_type(found.locator),
        state=state,
        target=str(target) if target else None,
        name=serialize.name(snapshot, found),
    )


def _document(snapshot: Snapshot, slug: str) -> Document:
    """Give a document.

    :raise UnknownPlaceError: if there is none of that name.
    """
    text = snapshot.documents.get(slug)
    if text is None:
        raise UnknownPlaceError(slug, list(snapshot.documents)[:3])
    return text


@api.errorhandler(PlaceError)
def no_place(problem: PlaceError) -> Response:
    """Answer a reference that reaches no single place."""
    if isinstance(problem, AmbiguousReferenceError):
        return error(409, str(problem), candidates=list(problem.candidates))
    if isinstance(problem, UnknownPlaceError):
        return error(404, str(problem), nearest=list(problem.nearest))
    assert isinstance(problem, NotAReferenceError)
    return error(404, str(problem))


@api.errorhandler(QueryError)
def bad_parameter(problem: QueryError) -> Response:
    """Answer a parameter that is not as it should be."""
    return error(422, str(problem), parameter=problem.parameter)
