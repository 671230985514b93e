"""References in both directions: their shapes in the API, and what fills them."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from typing import Any
from typing import Literal

from pydantic import BaseModel
from pydantic import ConfigDict
from pydantic import Field

from app.model.document import Lang
from app.model.place import Place
from app.model.place import WHOLE
from app.model.ranges import span_of
from app.model.thread import Citation
from app.model.thread import CrossReference
from app.model.thread import NamedWork
from app.model.thread import Relation
from app.model.thread import RelationKind
from app.snapshot.reader import Snapshot
from app.web.api import serialize
from app.web.api import shapes
from app.web.api.places import place_type
from app.web.api.places import PlaceType
from app.web.references import Edge
from app.web.references import edges_into
from app.web.references import edges_out
from app.web.urls import place_url

AnyType = PlaceType | Literal["document"]


class SpannedText(BaseModel):
    """One side of a sentence or a note, with the stretches that refer."""

    text: str = Field(description="the plain text; empty if it is not translated")
    spans: list[tuple[int, int]] = Field(
        description="the words that refer, start and end in code points; none if this "
        "side does not"
    )


class Source(BaseModel):
    """The sentence that refers, or the editorial note to it."""

    doc: str = Field(description="the document")
    locator: str = Field(description="the segment")
    url: str = Field(description="its permanent address")
    note: str | None = Field(
        description="the id of the editorial note the words stand in; null if they "
        "stand in the sentence"
    )


class ReferenceFacts(BaseModel):
    """One place that one sentence names. A range of units is one for each of them."""

    source: Source = Field(description="what refers")
    target: shapes.Goto = Field(
        description="the place; its locator is empty for a document as a whole"
    )
    targets: list[shapes.Goto] | None = Field(
        description="all places that the same words name, if they are several; given "
        "once, with the first of them"
    )
    zh: SpannedText = Field(description="the sentence or the note in Chinese")
    en: SpannedText = Field(description="the sentence or the note in English")


class CitationFacts(BaseModel):
    """One sentence, or editorial note, that names a work."""

    source: Source = Field(description="what names the work")
    zh: SpannedText = Field(description="the sentence or the note in Chinese")
    en: SpannedText = Field(description="the sentence or the note in English")


class WorkFacts(BaseModel):
    """A work that is cited and not in this library."""

    title: shapes.Words = Field(description="its title, without brackets")
    citations: list[CitationFacts] = Field(description="where it is cited here")


class SharedTermFacts(BaseModel):
    """Words that two units share."""

    id: str | None = Field(description="the term of the glossary, if it is one")
    zh: str = Field(description="in Chinese")
    en: str = Field(description="in English")
    here: int = Field(description="how often this unit has them")
    there: int = Field(description="how often the other unit has them")


class RelatedFacts(BaseModel):
    """A unit that is worth reading beside this one, and why."""

    doc: str = Field(description="the document")
    locator: str = Field(description="the other unit")
    url: str = Field(description="its page")
    kind: RelationKind = Field(
        description="one carries out a goal or a principle of the other, or both "
        "share terms that few units have"
    )
    terms: list[SharedTermFacts] = Field(description="what they share")


class ReferencesAnswer(BaseModel):
    """The threads of one place."""

    model_config = ConfigDict(serialize_by_alias=True)  # "in" is no name in Python

    ok: Literal[True] = True
    doc: str = Field(description="the document")
    locator: str = Field(description="the place; empty for the whole document")
    type: AnyType = Field(description="what the address is of")
    url: str = Field(description="where to read it")
    out: list[ReferenceFacts] = Field(
        description="what is named in the sentence, in the body of the unit, or "
        "anywhere in the document"
    )
    into: list[ReferenceFacts] = Field(
        alias="in",
        description="what names the sentence, the unit or a sentence of its body, or "
        "anything in the document",
    )
    works: list[WorkFacts] = Field(
        description="what is cited and not in this library, as out"
    )
    related: list[RelatedFacts] = Field(
        description="of a unit, the units that go with it, the nearest first"
    )


def answer_references(snapshot: Snapshot, place: Place) -> ReferencesAnswer:
    """Describe the threads of a place."""
    locator, places = place.locator, _within(snapshot, place)
    aliased: dict[str, Any] = {"in": _all(snapshot, places, edges_into)}
    return ReferencesAnswer(
        doc=place.slug,
        locator=str(locator),
        type=place_type(locator) if locator.path else "document",
        url=serialize.goto(place).url,
        out=_all(snapshot, places, edges_out),
        **aliased,
        works=list(_works(snapshot, places)),
        related=[
            _related(place.slug, one) for one in snapshot.threads.related_to(place)
        ],
    )


def _within(snapshot: Snapshot, place: Place) -> list[Place]:
    """List the places whose threads are asked for: of a range, its sentences."""
    if not place.locator.last:
        return [place]
    document, ledger = snapshot.documents[place.slug], snapshot.ledgers[place.slug]
    span = span_of(document, ledger, place.locator)
    return [Place(place.slug, one) for one in span.live] if span else []


def _all(
    snapshot: Snapshot,
    places: Iterable[Place],
    edges: Callable[[Place], Iterator[Edge]],
) -> list[ReferenceFacts]:
    """Describe the references of some places, each once."""
    found = dict.fromkeys(edge for place in places for edge in edges(place))
    return [_reference(snapshot, edge) for edge in found]


def _reference(snapshot: Snapshot, edge: Edge) -> ReferenceFacts:
    """Describe one reference to one place."""
    reference = edge.reference
    targets = [serialize.goto(target.place) for target in reference.targets]
    told = len(targets) > 1 and edge.target == reference.targets[0]
    return ReferenceFacts(
        source=_source(reference),
        target=serialize.goto(edge.target.place),
        targets=targets if told else None,
        zh=_side(snapshot, reference, "zh"),
        en=_side(snapshot, reference, "en"),
    )


def _source(named: CrossReference | Citation) -> Source:
    """Describe what refers."""
    facts = serialize.goto(named.source)
    return Source(**facts.model_dump(), note=named.note or None)


def _side(
    snapshot: Snapshot, named: CrossReference | Citation, lang: Lang
) -> SpannedText:
    """Give one side of a sentence or a note, with the words that refer."""
    document = snapshot.documents[named.source.slug]
    if named.note:
        text = document.by_note[named.note].side(lang).plain
    else:
        text = document.by_segment[named.source.locator].plain(lang)
    return SpannedText(text=text, spans=list(named.side(lang)))


def _works(snapshot: Snapshot, places: list[Place]) -> Iterator[WorkFacts]:
    """Describe the works cited in some places."""
    cited: Iterable[NamedWork] = dict.fromkeys(
        work for place in places for work in snapshot.threads.cited_in(place)
    )
    if places and places[0].locator == WHOLE:
        cited = snapshot.threads.works
    for work in cited:
        citations = [
            CitationFacts(
                source=_source(one),
                zh=_side(snapshot, one, "zh"),
                en=_side(snapshot, one, "en"),
            )
            for one in work.citations
            if any(_is_in(one.source, place) for place in places)
        ]
        if citations:
            title = shapes.Words(zh=work.zh, en=work.en)
            yield WorkFacts(title=title, citations=citations)


def _is_in(source: Place, place: Place) -> bool:
    """Say whether a sentence is this one, or stands in this body or document."""
    locators = (WHOLE, source.locator.unit, source.locator)
    return source.slug == place.slug and place.locator in locators


def _related(slug: str, relation: Relation) -> RelatedFacts:
    """Describe a unit that goes with another."""
    return RelatedFacts(
        doc=slug,
        locator=str(relation.other),
        url=place_url(slug, relation.other),
        kind=relation.kind,
        terms=[
            SharedTermFacts(
                id=term.id or None,
                zh=term.zh,
                en=term.en,
                here=term.here,
                there=term.there,
            )
            for term in relation.terms
        ],
    )
