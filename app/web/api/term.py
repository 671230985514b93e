"""One term in the API: its shape, and what fills it."""

from __future__ import annotations

from typing import Literal

from flask import abort
from pydantic import BaseModel
from pydantic import Field

from app.snapshot.reader import Snapshot
from app.terms.neighbours import Neighbours
from app.terms.profile import Occurrence
from app.terms.profile import PairUse
from app.terms.profile import Profile
from app.terms.profile import Rendering
from app.web.api.problems import check_page
from app.web.api.problems import error
from app.web.api.terms import MOST
from app.web.api.terms import term_facts
from app.web.api.terms import TermFacts
from app.web.urls import permanent_path


class TermParameters(BaseModel):
    """What one term may be asked with."""

    page: int = Field(1, ge=1, le=1_000_000, description="which page of pairs, from 1")
    size: int = Field(50, ge=1, le=MOST, description="how many pairs a page has")


class RenderingFacts(BaseModel):
    """One form together with one of the other language."""

    zh: str | None = Field(
        description="the Chinese form; null if no known one stands beside the English"
    )
    en: str | None = Field(
        description="the English form; null if no known one stands beside the Chinese"
    )
    count: int = Field(description="how often they stand so")


class OccurrenceFacts(BaseModel):
    """One time that the term stands in a pair; null on a side without it."""

    zh: tuple[int, int] | None = Field(description="where it stands in the Chinese")
    en: tuple[int, int] | None = Field(description="where it stands in the English")
    zh_form: str | None = Field(
        description="the form of the glossary that is read there"
    )
    en_form: str | None = Field(
        description="the form of the glossary that is read there"
    )


class UseFacts(BaseModel):
    """A sentence or a heading with the term; all offsets are in code points."""

    doc: str = Field(description="the document")
    locator: str = Field(description="the segment; the unit, for a heading")
    type: Literal["segment", "heading"] = Field(description="what has the term")
    url: str = Field(description="its permanent address")
    zh: str = Field(description="the Chinese text, or the words of the heading")
    en: str = Field(description="the English text, or the words of the heading")
    occurrences: list[OccurrenceFacts] = Field(
        description="each time that the term stands in it"
    )


class SharedFacts(BaseModel):
    """A term that shares a form with this one."""

    id: str = Field(description="the other term")
    form: str = Field(description="the form that both have")


class NestedFacts(BaseModel):
    """A longer term, or a shorter one that is in it."""

    id: str = Field(description="the other term")
    form: str = Field(description="the form of the longer term that has the shorter")


class NotedFacts(BaseModel):
    """A term that is named together with this one in the note of either."""

    id: str = Field(description="the other term")
    note: str = Field(description="the note")


class BesideFacts(BaseModel):
    """A term that stands in the same pairs."""

    id: str = Field(description="the other term")
    pairs: int = Field(description="in how many pairs both stand")


class NeighbourFacts(BaseModel):
    """Other terms that have to do with this one."""

    alike: list[SharedFacts] = Field(description="not to be confused with it")
    longer: list[NestedFacts] = Field(description="those that have it in them")
    shorter: list[NestedFacts] = Field(description="those that it has in it")
    noted: list[NotedFacts] = Field(
        description="those that its note names, and those whose notes name it"
    )
    beside: list[BesideFacts] = Field(
        description="those that stand most often in the same pairs"
    )


class TermAnswer(TermFacts):
    """A term with its rendering profile and one page of the pairs it stands in."""

    ok: Literal[True] = True
    profile: list[RenderingFacts] = Field(
        description="every way it is rendered; the counts come to `occurrences`"
    )
    page: int = Field(description="this page of pairs, from 1")
    size: int = Field(description="how many pairs a page has")
    uses: list[UseFacts] = Field(description="the pairs, in the order of the texts")
    related: NeighbourFacts = Field(description="terms that have to do with it")


def answer_term(snapshot: Snapshot, id: str, asked: TermParameters) -> TermAnswer:
    """Tell all about one term."""
    term = snapshot.glossary.by_id.get(id)
    if term is None:
        near = [one.id for one in snapshot.terms.near(id[:200])]
        abort(error(404, f"There is no term {id!r}.", nearest=near))
    profile = snapshot.terms.profile(term)
    check_page(asked.page, max(1, -(-len(profile.pairs) // asked.size)))
    start = (asked.page - 1) * asked.size
    return TermAnswer(
        **term_facts(term, profile.count, len(profile.pairs)).model_dump(),
        profile=_profile(profile),
        page=asked.page,
        size=asked.size,
        uses=[_use(snapshot, one) for one in profile.pairs[start : start + asked.size]],
        related=_related(snapshot.terms.shelf.neighbours(term)),
    )


def _profile(profile: Profile) -> list[RenderingFacts]:
    """Describe how a term is rendered."""

    def facts(one: Rendering) -> RenderingFacts:
        return RenderingFacts(zh=one.zh or None, en=one.en or None, count=one.count)

    return [facts(one) for one in profile.renderings]


def _use(snapshot: Snapshot, pair: PairUse) -> UseFacts:
    """Describe a pair in which a term stands."""
    place = pair.place
    return UseFacts(
        doc=place.slug,
        locator=str(place.locator),
        type="segment" if place.locator.segment else "heading",
        url=permanent_path(place.slug, place.locator),
        zh=snapshot.terms.read(place, "zh"),
        en=snapshot.terms.read(place, "en"),
        occurrences=[_occurrence(one) for one in pair.occurrences],
    )


def _occurrence(one: Occurrence) -> OccurrenceFacts:
    """Describe one time that a term stands in a pair."""
    return OccurrenceFacts(
        zh=one.zh, en=one.en, zh_form=one.zh_form or None, en_form=one.en_form or None
    )


def _related(found: Neighbours) -> NeighbourFacts:
    """Name the terms that have to do with one."""
    return NeighbourFacts(
        alike=[SharedFacts(id=one.term.id, form=one.form) for one in found.alike],
        longer=[NestedFacts(id=one.term.id, form=one.form) for one in found.longer],
        shorter=[NestedFacts(id=one.term.id, form=one.form) for one in found.shorter],
        noted=[NotedFacts(id=one.term.id, note=one.note) for one in found.noted],
        beside=[BesideFacts(id=one.term.id, pairs=one.pairs) for one in found.beside],
    )
