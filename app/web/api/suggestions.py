"""Suggestions as one types: their shape in the API, and what fills it."""

from __future__ import annotations

from typing import Literal

from flask import url_for
from pydantic import BaseModel
from pydantic import Field

from app.search.suggest import Marked
from app.search.suggest import MOST
from app.search.suggest import Suggestion
from app.snapshot.reader import Snapshot
from app.web.api import serialize
from app.web.api import shapes


class SuggestParameters(BaseModel):
    """What suggestions may be asked with."""

    q: str = Field("", description="what was typed, at most 1,000 characters")
    within: str = Field(
        "", alias="in", description="a document, or a document, a colon and a unit"
    )
    size: int = Field(8, ge=1, le=MOST, description="how many at most")


class SuggestionFacts(BaseModel):
    """One thing that may be meant."""

    kind: Literal["term", "heading", "reference"] = Field(
        description="a term of the glossary, a heading, or a place named by its number"
    )
    lang: shapes.Lang = Field(description="the language typed; Chinese for pinyin")
    zh: shapes.MarkedText = Field(description="the term or the heading in Chinese")
    en: shapes.MarkedText = Field(description="the term or the heading in English")
    also: shapes.MarkedText | None = Field(
        description="the other name of a term that was typed, if neither text has it"
    )
    query: str = Field(description="what to search for it, in the language typed")
    url: str = Field(description="the search for a term; the page of a place")
    term: str | None = Field(description="the id of a term")
    doc: str | None = Field(description="the document of a place")
    locator: str | None = Field(description="the address of a place in it")
    of: shapes.Words | None = Field(
        description="the short title of the document, where there are several"
    )


class SuggestAnswer(BaseModel):
    """What may be meant, best first."""

    ok: Literal[True] = True
    query: str = Field(description="what was typed")
    suggestions: list[SuggestionFacts] = Field(description="each thing once")


def answer_suggestions(snapshot: Snapshot, asked: SuggestParameters) -> SuggestAnswer:
    """Suggest what may be meant."""
    found = snapshot.suggest(asked.q, asked.within, asked.size)
    return SuggestAnswer(
        query=asked.q,
        suggestions=[_facts(snapshot, one, asked.within) for one in found],
    )


def suggestion_url(suggestion: Suggestion, within: str = "") -> str:
    """Address the search for a term, or the page of a place."""
    if suggestion.place is not None:
        return serialize.goto(suggestion.place).url
    scope = {"in": within} if within else {}
    return url_for("searching.search", q=suggestion.query, **scope)  # type: ignore[arg-type]


def _facts(snapshot: Snapshot, one: Suggestion, within: str) -> SuggestionFacts:
    """Describe a suggestion."""
    place = one.place
    return SuggestionFacts(
        kind=one.kind,
        lang=one.lang,
        zh=_marked(one.zh),
        en=_marked(one.en),
        also=_marked(one.also) if one.also else None,
        query=one.query,
        url=suggestion_url(one, within),
        term=one.term,
        doc=place.slug if place else None,
        locator=str(place.locator) if place else None,
        of=_document(snapshot, place.slug) if place else None,
    )


def _marked(one: Marked) -> shapes.MarkedText:
    """Describe a text and its marks."""
    return shapes.MarkedText(text=one.text, marks=list(one.marks))


def _document(snapshot: Snapshot, slug: str) -> shapes.Words | None:
    """Name a document, unless it is the only one."""
    if len(snapshot.documents) == 1:
        return None
    document = snapshot.documents[slug]
    return shapes.Words(zh=document.zh.short_title, en=document.en.short_title)
