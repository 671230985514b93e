"""The shapes of the API, from which its description in OpenAPI is generated."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel
from pydantic import Field

from app.web.api.explanation import NearTerm
from app.web.api.explanation import Why
from app.web.api.explanation import WordReading

Lang = Literal["zh", "en"]


class Words(BaseModel):
    """The same words in both languages."""

    zh: str = Field(description="in Chinese; empty where there is none")
    en: str = Field(description="in English; empty where there is none")


class Names(BaseModel):
    """The same list of names in both languages."""

    zh: list[str] = Field(description="in Chinese")
    en: list[str] = Field(description="in English")


class Error(BaseModel):
    """What every error looks like."""

    ok: Literal[False] = Field(description="always false")
    status: int = Field(description="the HTTP status")
    error: str = Field(description="what is wrong, and what to do about it")
    parameter: str | None = Field(None, description="the parameter at fault")
    candidates: list[str] | None = Field(
        None, description="the places an ambiguous reference may mean"
    )
    nearest: list[str] | None = Field(
        None, description="the units, or the terms, nearest to one that does not exist"
    )


class Counts(BaseModel):
    """How much there is in a document."""

    units: int = Field(description="headings with their bodies, and the preamble")
    segments: int = Field(description="aligned pairs of sentences")
    measures: int = Field(description="numbered measures")
    notes: int = Field(description="editorial notes")


class DocumentFacts(BaseModel):
    """What a document says of itself."""

    slug: str = Field(description="its name in addresses")
    url: str = Field(description="the page that shows it whole")
    title: Words = Field(description="its title")
    short_title: Words = Field(description="the title it goes by")
    issued: str = Field(description="the day it was issued, YYYY-MM-DD")
    issuers: Names = Field(description="who issued it")
    status: Words = Field(description="what this text is, and what it is not")
    coverage: Words = Field(description="what of the document is held")
    source: Words = Field(description="where the text was taken from, if it says so")
    edition: Words = Field(description="which version of the text it is, if it says so")
    counts: Counts = Field(description="how much there is")


class UnitFacts(BaseModel):
    """A heading and where it stands."""

    locator: str = Field(description="its address inside the document")
    kind: str = Field(description="preamble, part, section, measure, article and so on")
    number: int | str | None = Field(
        description="the printed number; a string for one like 12-1, null for none"
    )
    label: Words = Field(description="the number as printed")
    title: Words = Field(description="the words of the heading")
    name: Words = Field(description="the address written out")
    url: str = Field(description="its page")
    segments: int = Field(description="how many segments its own body has")


class OutlineUnit(UnitFacts):
    """A unit of the outline, with those below it."""

    children: list[OutlineUnit] = Field(description="the units below it")


class DocumentList(BaseModel):
    """All documents."""

    ok: Literal[True] = True
    snapshot: str = Field(description="the digest of the snapshot that answered")
    documents: list[DocumentFacts] = Field(description="the documents, by slug")


class DocumentAnswer(DocumentFacts):
    """One document with its outline."""

    ok: Literal[True] = True
    snapshot: str = Field(description="the digest of the snapshot that answered")
    outline: list[OutlineUnit] = Field(description="its units, nested")


class Note(BaseModel):
    """An editorial note."""

    id: str = Field(description="its id in the document")
    zh: str = Field(description="in Chinese")
    en: str = Field(description="in English")


class Side(BaseModel):
    """One side of a segment."""

    text: str = Field(description="the plain text")
    translated: bool = Field(description="false where this side has no text")


class SegmentFacts(BaseModel):
    """An aligned pair of sentences."""

    locator: str = Field(description="its address, for ever")
    state: Literal["live", "moved", "gone"] = Field(
        description="live; moved, to target; or gone, with its last words"
    )
    target: str | None = Field(description="where a moved sentence stands now")
    url: str = Field(description="its permanent address")
    zh: Side = Field(description="the Chinese side")
    en: Side = Field(description="the English side")
    notes: list[Note] = Field(description="the notes called from it")


class PlaceAnswer(BaseModel):
    """A unit, a segment or a range."""

    ok: Literal[True] = True
    doc: str = Field(description="the document")
    locator: str = Field(description="the address, in its canonical form")
    type: Literal["unit", "segment", "range"] = Field(description="what it is")
    name: Words = Field(description="the address written out")
    url: str = Field(description="its page")
    moved_from: str | None = Field(
        None, description="the address asked for, if its sentence has moved"
    )
    status: Words = Field(description="what this text is, and what it is not")
    unit: UnitFacts | None = Field(
        description="the unit, or the one it lies in; null if that is no more"
    )
    segments: list[SegmentFacts] = Field(description="the segments, in order")
    children: list[str] = Field(description="the units directly below a unit")
    previous: str | None = Field(None, description="the unit before, in reading order")
    next: str | None = Field(None, description="the unit after, in reading order")


class MarkedText(BaseModel):
    """A text and what of it to mark."""

    text: str = Field(description="the plain text")
    marks: list[tuple[int, int]] = Field(
        description="start and end of each mark, in code points of the text"
    )


class SegmentMatch(BaseModel):
    """A matching pair."""

    locator: str = Field(description="its address")
    zh: MarkedText = Field(description="the Chinese side")
    en: MarkedText = Field(description="the English side")


class HitFacts(BaseModel):
    """A unit that answers a query."""

    doc: str = Field(description="the document")
    locator: str = Field(description="the unit")
    number: int | str | None = Field(description="the printed number of the unit")
    title: Words = Field(description="the words of its heading")
    url: str = Field(description="its page")
    score: float = Field(description="how well it answers; only for comparing")
    segments: list[SegmentMatch] = Field(description="the matching pairs, best first")
    why: Why | None = Field(description="why it is a result")


class Facet(BaseModel):
    """A value to narrow by."""

    value: str = Field(description="what to write in the parameter")
    count: int = Field(description="how many units there are")


class Facets(BaseModel):
    """How the results spread."""

    doc: list[Facet] = Field(description="over the documents, for ``in``")
    section: list[Facet] = Field(description="over the sections, for ``in``")
    lang: list[Facet] = Field(description="over the sides, for ``lang``")


class Goto(BaseModel):
    """The place that a query names."""

    doc: str = Field(description="the document")
    locator: str = Field(description="the address in it")
    url: str = Field(description="its page")


class QuotationFacts(Goto):
    """The sentence that a query quotes, word for word or nearly so."""

    lang: Lang = Field(description="the language that is quoted")
    likeness: float = Field(
        description="from 0 to 1: how much agrees, whatever the signs and spaces"
    )
    difference: list[tuple[Literal["same", "added", "missing"], str]] = Field(
        description="the quotation beside the text, empty if they are the same: what "
        "is the same, what only the quotation has, what only the text has"
    )
    others: list[Goto] = Field(description="where the same words stand too")


class SearchAnswer(BaseModel):
    """One page of results."""

    ok: Literal[True] = True
    query: str = Field(description="what was asked")
    total: int = Field(description="how many units answer, on all pages")
    page: int = Field(description="this page, from 1")
    size: int = Field(description="how many hits a page has")
    relaxed: bool = Field(description="whether nothing had all the words")
    suggestion: str | None = Field(
        description="the corrected query that was used instead"
    )
    goto: Goto | None = Field(description="the place, where the query is a reference")
    quotation: QuotationFacts | None = Field(
        description="the sentence, where the query is a quotation"
    )
    took_ms: float = Field(description="how long the search took, in milliseconds")
    hits: list[HitFacts] = Field(description="the units, best first")
    facets: Facets = Field(description="how all results spread")
    reading: list[WordReading] = Field(description="how the query was read")
    near_terms: list[NearTerm] = Field(
        description="the nearest terms, when nothing has all of the query"
    )


class ResolveAnswer(Goto):
    """The one place a written reference names."""

    ok: Literal[True] = True
    ref: str = Field(description="what was asked")
    type: Literal["unit", "segment", "range"] = Field(description="what it is")
    state: Literal["live", "moved", "gone"] = Field(
        description="moved: it stands at another address now; gone: it was deleted"
    )
    target: str | None = Field(None, description="where a moved sentence stands now")
    name: Words = Field(description="the place written out")


class SearchParameters(BaseModel):
    """What a search may be asked with."""

    q: str = Field("", description="the query, at most 1,000 characters")
    within: str = Field(
        "", alias="in", description="a document, or a document, a colon and a unit"
    )
    lang: Lang | None = Field(None, description="the side that must have the words")
    sort: Literal["relevance", "document"] = Field(
        "relevance", description="best first, or in the order of the text"
    )
    page: int = Field(1, ge=1, le=1_000_000, description="which page, from 1")
    size: int = Field(10, ge=1, le=100, description="how many hits a page has")
    literal: bool = Field(False, description="search just what was typed")


class ResolveParameters(BaseModel):
    """What a reference may be asked with."""

    ref: str = Field(
        min_length=1, max_length=1_000, description="the written reference"
    )
    within: str | None = Field(
        None, alias="in", description="the document to look in; any, if left out"
    )
