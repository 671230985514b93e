"""The model → the shapes of the API, one function a shape."""

from __future__ import annotations

from app.model.document import Document
from app.model.document import Segment
from app.model.document import Unit
from app.model.ledger import Entry
from app.model.ledger import Ledger
from app.model.locator import Locator
from app.model.place import Place
from app.search.results import Hit
from app.search.results import Mark
from app.search.results import Quotation
from app.search.results import SearchResults
from app.snapshot.reader import Snapshot
from app.web.api import explanation
from app.web.api import shapes
from app.web.urls import document_url
from app.web.urls import permanent_path
from app.web.urls import place_url


def document_facts(document: Document) -> shapes.DocumentFacts:
    """Describe a document."""
    zh, en = document.zh, document.en
    units = list(document.walk())
    return shapes.DocumentFacts(
        slug=document.slug,
        url=document_url(document.slug),
        title=shapes.Words(zh=zh.title, en=en.title),
        short_title=shapes.Words(zh=zh.short_title, en=en.short_title),
        issued=zh.issued,
        issuers=shapes.Names(zh=list(zh.issuers), en=list(en.issuers)),
        status=shapes.Words(zh=zh.status, en=en.status),
        coverage=shapes.Words(zh=zh.coverage, en=en.coverage),
        source=shapes.Words(zh=zh.source, en=en.source),
        edition=shapes.Words(zh=zh.edition, en=en.edition),
        counts=shapes.Counts(
            units=len(units),
            segments=len(document.by_segment),
            measures=len(document.measures),
            notes=len(document.notes),
        ),
    )


def outline(snapshot: Snapshot, document: Document) -> list[shapes.OutlineUnit]:
    """Nest the units of a document."""

    def nested(unit: Unit) -> shapes.OutlineUnit:
        facts = unit_facts(snapshot, document, unit)
        children = [nested(child) for child in unit.children]
        return shapes.OutlineUnit(**facts.model_dump(), children=children)

    return [nested(unit) for unit in document.units]


def unit_facts(snapshot: Snapshot, document: Document, unit: Unit) -> shapes.UnitFacts:
    """Describe a unit."""
    place = Place(document.slug, unit.locator)
    return shapes.UnitFacts(
        locator=str(unit.locator),
        kind=unit.kind,
        number=number(unit),
        label=shapes.Words(zh=unit.zh.label.strip(), en=unit.en.label.strip()),
        title=shapes.Words(zh=unit.zh.title, en=unit.en.title),
        name=name(snapshot, place),
        url=place_url(document.slug, unit.locator),
        segments=len(unit.segments),
    )


def number(unit: Unit) -> int | str | None:
    """Give the printed number, as a number where it is one."""
    if unit.kind == "preamble":
        return None
    return int(unit.number) if unit.number.isdigit() else unit.number


def name(snapshot: Snapshot, place: Place) -> shapes.Words:
    """Write a place out in both languages."""
    return shapes.Words(
        zh=snapshot.display_name(place, "zh"), en=snapshot.display_name(place, "en")
    )


def segment_facts(document: Document, segment: Segment) -> shapes.SegmentFacts:
    """Describe a segment that stands in the text."""
    notes = [document.by_note[id] for id in segment.notes if id in document.by_note]
    return shapes.SegmentFacts(
        locator=str(segment.locator),
        state="live",
        target=None,
        url=permanent_path(document.slug, segment.locator),
        zh=shapes.Side(text=segment.plain("zh"), translated=segment.zh is not None),
        en=shapes.Side(text=segment.plain("en"), translated=segment.en is not None),
        notes=[
            shapes.Note(id=note.id, zh=note.zh.plain, en=note.en.plain)
            for note in notes
        ],
    )


def former_facts(
    document: Document, ledger: Ledger, entry: Entry
) -> shapes.SegmentFacts:
    """Describe an address whose sentence has moved, or was deleted."""
    end = ledger.resolve(entry.locator) or entry
    moved = end.state == "live"
    return shapes.SegmentFacts(
        locator=str(entry.locator),
        state="moved" if moved else "gone",
        target=str(end.locator) if moved else None,
        url=permanent_path(document.slug, entry.locator),
        zh=shapes.Side(text=end.zh, translated=bool(end.zh)),
        en=shapes.Side(text=end.en, translated=bool(end.en)),
        notes=[],
    )


def goto(place: Place) -> shapes.Goto:
    """Describe where a reference leads."""
    return shapes.Goto(
        doc=place.slug, locator=str(place.locator), url=_page(place.slug, place.locator)
    )


def quotation(found: Quotation) -> shapes.QuotationFacts:
    """Describe what a query quotes."""
    first, *others = found.places
    return shapes.QuotationFacts(
        **goto(first.place).model_dump(),
        lang=found.lang,
        likeness=found.likeness,
        difference=[(change.kind, change.text) for change in found.difference],
        others=[goto(other.place) for other in others],
    )


def _page(slug: str, locator: Locator) -> str:
    """Address the page of a unit, or of a segment by its permanent address."""
    if locator.segment:
        return permanent_path(slug, locator)
    return place_url(slug, locator)


def hit_facts(snapshot: Snapshot, hit: Hit) -> shapes.HitFacts:
    """Describe a hit."""
    document = snapshot.documents[hit.slug]
    unit = document.by_locator[hit.locator]
    return shapes.HitFacts(
        doc=hit.slug,
        locator=str(hit.locator),
        number=number(unit),
        title=shapes.Words(zh=unit.zh.title, en=unit.en.title),
        url=place_url(hit.slug, hit.locator),
        score=hit.score,
        segments=[
            shapes.SegmentMatch(
                locator=str(found.locator),
                zh=_marked(
                    document.by_segment[found.locator].plain("zh"), found.marks.zh
                ),
                en=_marked(
                    document.by_segment[found.locator].plain("en"), found.marks.en
                ),
            )
            for found in hit.segments
        ],
        why=explanation.why(hit),
    )


def _marked(text: str, marks: tuple[Mark, ...]) -> shapes.MarkedText:
    """Put the marks beside their text."""
    return shapes.MarkedText(
        text=text, marks=[(mark.start, mark.end) for mark in marks]
    )


def facets(results: SearchResults) -> shapes.Facets:
    """Describe how the results spread."""
    return shapes.Facets(
        **{
            kind: [
                shapes.Facet(value=value.value, count=value.count)
                for value in results.facets.get(kind, ())
            ]
            for kind in ("doc", "section", "lang")
        }
    )
