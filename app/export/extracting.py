"""From a snapshot: a whole document, a place in it, or everything a search finds."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from dataclasses import replace

from app.export.extract import Addresser
from app.export.extract import emphasis
from app.export.extract import Extract
from app.export.extract import ExtractUnit
from app.export.extract import Pair
from app.export.extract import Provenance
from app.export.extract import Words
from app.model.document import Document
from app.model.document import LANGS
from app.model.document import Segment
from app.model.document import Unit
from app.model.ledger import Ledger
from app.model.locator import Locator
from app.model.place import Place
from app.model.place import WHOLE
from app.model.ranges import span_of
from app.references.names import EN_NAMES
from app.references.names import ZH_NAMES
from app.search.results import EVERYTHING
from app.search.results import Hit
from app.search.results import SearchRequest
from app.snapshot.reader import Snapshot

_TAGS = {"zh": "zh-Hans", "en": "en"}
"""Of what is from no document, or from several in several scripts."""


def extract_document(snapshot: Snapshot, slug: str, address: Addresser) -> Extract:
    """Take a whole document.

    :raise KeyError: if there is none of that name.
    """
    document = snapshot.documents[slug]
    return _extract(snapshot, Place(slug, WHOLE), document.walk(), address)


def extract_unit(
    snapshot: Snapshot, slug: str, locator: Locator, address: Addresser
) -> Extract:
    """Take a unit with all below it; or a sentence, or a range, in its unit.

    Of a range, what has moved or gone since it was published is not taken.

    :raise KeyError: if nothing of it stands there.
    """
    document, place = snapshot.documents[slug], Place(slug, locator)
    unit = document.by_locator[locator.unit]
    if not locator.segment:
        return _extract(snapshot, place, unit.walk(), address)
    live: tuple[Locator, ...] = (locator,) if locator in document.by_segment else ()
    if locator.last:
        ledger = snapshot.ledgers.get(slug, Ledger())
        span = span_of(document, ledger, locator)
        live = span.live if span else ()
    if not live:
        raise KeyError(str(locator))
    return _extract(snapshot, place, [_only(unit, live)], address)


def extract_results(
    snapshot: Snapshot,
    request: SearchRequest,
    address: Addresser,
    found_at: str,
) -> Extract:
    """Take every pair that a search finds, best first; *found_at* is its address.

    :raise QueryError: if a parameter of the search is wrong; it is named.
    """
    asked = replace(request, page=1, size=EVERYTHING, places=False)
    hits = snapshot.search(asked).hits
    slugs = tuple(dict.fromkeys(hit.slug for hit in hits))
    documents = [snapshot.documents[slug] for slug in slugs]
    return Extract(
        slug=None,
        locator="",
        query=request.text,
        title=Words(f"检索“{request.text}”的结果", f"Results for “{request.text}”"),
        place=Words(),
        address=found_at,
        zh_tag=_common_tag([document.zh.lang for document in documents], "zh"),
        en_tag=_common_tag([document.en.lang for document in documents], "en"),
        digest=snapshot.digest,
        sources=tuple(_provenance(document, address) for document in documents),
        units=tuple(_hit(snapshot, hit, address) for hit in hits),
    )


def _extract(
    snapshot: Snapshot, place: Place, units: Iterable[Unit], address: Addresser
) -> Extract:
    """Take some units of one document."""
    document = snapshot.documents[place.slug]
    names = Words()
    if place.locator.path:
        names = Words(*(snapshot.display_name(place, lang) for lang in LANGS))
    return Extract(
        slug=document.slug,
        locator=str(place.locator),
        query=None,
        title=Words(document.zh.title, document.en.title),
        place=names,
        address=address(place.slug, place.locator),
        zh_tag=document.zh.lang,
        en_tag=document.en.lang,
        digest=snapshot.digest,
        sources=(_provenance(document, address),),
        units=tuple(_unit(document, unit, address) for unit in units),
    )


def _provenance(document: Document, address: Addresser) -> Provenance:
    """Say what a document says of itself."""
    zh, en = document.zh, document.en
    return Provenance(
        slug=document.slug,
        address=address(document.slug, WHOLE),
        title=Words(zh.title, en.title),
        short_title=Words(zh.short_title, en.short_title),
        issued=zh.issued,
        issuers=(zh.issuers, en.issuers),
        source=Words(zh.source, en.source),
        status=Words(zh.status, en.status),
        coverage=Words(zh.coverage, en.coverage),
        edition=zh.edition,
        licence=Words(zh.licence, en.licence),
    )


def _only(unit: Unit, wanted: Iterable[Locator]) -> Unit:
    """Leave of a unit the sentences that are wanted, in their paragraphs."""
    kept = frozenset(wanted)
    paragraphs = (
        tuple(segment for segment in paragraph if segment.locator in kept)
        for paragraph in unit.paragraphs
    )
    return replace(unit, paragraphs=tuple(filter(None, paragraphs)), children=())


def _unit(document: Document, unit: Unit, address: Addresser) -> ExtractUnit:
    """Take a unit with its own body."""
    make = _pair_maker(document, address)
    return ExtractUnit(
        slug=document.slug,
        locator=str(unit.locator),
        address=address(document.slug, unit.locator),
        kind=unit.kind,
        number=unit.number,
        depth=unit.level - 1,
        heading=_heading(unit),
        paragraphs=tuple(tuple(map(make, paragraph)) for paragraph in unit.paragraphs),
        label=Words(unit.zh.label, unit.en.label),
        within=tuple(document.by_locator[above].kind for above in _above(unit.locator)),
    )


def _above(locator: Locator) -> Iterable[Locator]:
    """Give the units that a unit lies in, from the top."""
    return (Locator(locator.path[:end]) for end in range(1, len(locator.path)))


def _hit(snapshot: Snapshot, hit: Hit, address: Addresser) -> ExtractUnit:
    """Take the matching pairs of a unit, best first; each is a paragraph."""
    document = snapshot.documents[hit.slug]
    taken = _unit(document, document.by_locator[hit.locator], address)
    make = _pair_maker(document, address)
    found = (document.by_segment[segment.locator] for segment in hit.segments)
    paragraphs = tuple((make(segment),) for segment in found)
    return replace(taken, paragraphs=paragraphs, score=hit.score)


def _heading(unit: Unit) -> Words:
    """Write a heading as printed; a preamble without one is called by its kind."""
    zh, en = str(unit.zh), str(unit.en)
    if unit.kind == "preamble":
        return Words(zh or ZH_NAMES["preamble"], en or EN_NAMES["preamble"])
    return Words(zh, en)


def _pair_maker(document: Document, address: Addresser) -> Callable[[Segment], Pair]:
    """Take the pairs of one document."""

    def make(segment: Segment) -> Pair:
        return Pair(
            slug=document.slug,
            locator=str(segment.locator),
            address=address(document.slug, segment.locator),
            zh=segment.zh.plain if segment.zh else None,
            en=segment.en.plain if segment.en else None,
            zh_spans=emphasis(segment.zh),
            en_spans=emphasis(segment.en),
        )

    return make


def _common_tag(tags: Iterable[str], lang: str) -> str:
    """Give the tag that all documents have; the usual one if they differ."""
    different = set(tags)
    return different.pop() if len(different) == 1 else _TAGS[lang]
