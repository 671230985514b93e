"""What is cited: a place as it stands now, what is said of it, and in which styles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from flask import abort

from app.citation.source import Source
from app.citation.source import source_of
from app.citation.styles import apa
from app.citation.styles import chicago
from app.citation.styles import gbt
from app.model.document import Lang
from app.model.document import LANGS
from app.model.ledger import Ledger
from app.model.place import Place
from app.model.place import WHOLE
from app.web.api.places import answer_place
from app.web.api.shapes import SegmentFacts
from app.web.current import get_snapshot
from app.web.fates import fate_at
from app.web.urls import absolute
from app.web.urls import cite_url
from app.web.urls import permanent_path

FILES = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}
"""The kinds of files for programs, with their names."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A place to cite, where it stands now.

    *asked* is its former address, if it has moved; *gone* says that it was taken out
    of the text, and *segments* are its last words then.
    """

    place: Place
    sources: Mapping[Lang, Source]
    segments: tuple[SegmentFacts, ...] = ()
    asked: str = ""
    gone: bool = False

    @property
    def file_urls(self) -> dict[str, str]:
        """Address the files, by their kinds."""
        return {kind: cite_url(self.place, kind) for kind in FILES}


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in one style; *lang* is the language it is written in."""

    style: str
    text: str
    lang: Lang


def cited_document(slug: str) -> Cited:
    """Cite a whole document."""
    place = Place(slug, WHOLE)
    return Cited(place, _sources(place, gone=False))


def cited_place(slug: str, reference: str) -> Cited:
    """Cite a unit, a segment or a range, in any way of writing it.

    :raise PlaceError: if it names no place, or several.
    :raise NotFound: if it was published, but there is nothing left to show.
    """
    snapshot = get_snapshot()
    asked = place = snapshot.resolve(reference, slug)
    text = snapshot.documents[place.slug]
    ledger = snapshot.ledgers.get(text.slug, Ledger())
    fate = fate_at(text, ledger, place.locator)
    if fate and fate.target is not None:
        place = Place(place.slug, fate.target)
    segments = tuple(answer_place(snapshot, place).segments)
    if not segments and place.locator not in text.by_locator:
        abort(404)
    gone = bool(fate and fate.target is None and not fate.moved)
    return Cited(
        place,
        _sources(place, gone=gone),
        segments,
        asked="" if place == asked else str(asked.locator),
        gone=gone,
    )


def citations_of(cited: Cited) -> tuple[Citation, ...]:
    """Cite a place in every style: the Chinese text in the Chinese one, too."""
    zh, en = cited.sources["zh"], cited.sources["en"]
    return (
        Citation("GB/T 7714—2015", gbt(zh), "zh"),
        Citation("GB/T 7714—2015", gbt(en), "en"),
        Citation("APA 7", apa(en), "en"),
        Citation("Chicago 17", chicago(en), "en"),
    )


def _sources(place: Place, *, gone: bool) -> dict[Lang, Source]:
    """Say in both languages what is cited."""
    snapshot = get_snapshot()
    url = absolute(permanent_path(place.slug, place.locator))
    key = "-".join(part for part in (place.slug, str(place.locator)) if part)
    return {
        lang: source_of(
            snapshot.documents[place.slug].front(lang),
            f"{key}-{lang}",
            snapshot.display_name(place, lang) if place.locator.path else "",
            url,
            date.today(),
            gone=gone,
        )
        for lang in LANGS
    }
