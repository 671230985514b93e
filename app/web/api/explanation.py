"""Why a result is one, for programs: the facts that the page tells in words."""

from __future__ import annotations

from dataclasses import asdict

from pydantic import BaseModel
from pydantic import Field

from app.model.document import Lang
from app.search.reasons import FormKind
from app.search.reasons import StepKind
from app.search.reasons import Together
from app.search.results import Hit
from app.search.results import SearchResults


class Step(BaseModel):
    """One thing that was done to a word of the query."""

    kind: StepKind = Field(description="what was done; the README tells each kind")
    forms: list[str] = Field(description="what it led to: the forms that are meant")


class WordReading(BaseModel):
    """A word of the query, and how it was read."""

    word: str = Field(description="the word as it was typed")
    steps: list[Step] = Field(description="what was done to it, in order")


class FoundForm(BaseModel):
    """A form in which a word of the query stands in a unit."""

    kind: FormKind = Field(description="as what it counts; other is the rendering")
    text: str = Field(description="the form as it stands there")
    lang: Lang = Field(description="the side it stands on")


class FoundWord(BaseModel):
    """One word of the query in one unit."""

    word: str = Field(description="the word")
    forms: list[FoundForm] = Field(description="its forms there; none if it is lacking")
    heading: bool = Field(description="whether it stands in the heading")
    sentences: int = Field(description="in how many sentences it stands")


class Why(BaseModel):
    """Why a unit is a result."""

    together: Together = Field(
        description="the smallest place with all the words that the unit has"
    )
    sentences: int = Field(description="how many sentences have all of these, or any")
    words: list[FoundWord] = Field(description="every word that was asked for")
    meaning: float | None = Field(
        description="how close it is in meaning, where that counts; for comparing"
    )


class NearTerm(BaseModel):
    """A term of the glossary that is near to the query."""

    id: str = Field(description="its name in the glossary")
    zh: str = Field(description="in Chinese")
    en: str = Field(description="in English")


def why(hit: Hit) -> Why | None:
    """Describe why a unit is a result."""
    return Why.model_validate(asdict(hit.why)) if hit.why else None


def reading(results: SearchResults) -> list[WordReading]:
    """Describe how the query was read."""
    return [WordReading.model_validate(asdict(word)) for word in results.reading]


def near_terms(results: SearchResults) -> list[NearTerm]:
    """Describe the terms nearest to the query."""
    return [NearTerm(id=term.id, zh=term.zh, en=term.en) for term in results.near_terms]
