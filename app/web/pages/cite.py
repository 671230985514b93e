"""How to cite a place: its words, a citation in each style, its link, and files."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint
from flask import Response

from app.citation.files import bibtex
from app.citation.files import csl_json
from app.citation.files import ris
from app.model.document import Lang
from app.model.document import LANGS
from app.web.answers import render_page
from app.web.api.shapes import SegmentFacts
from app.web.cited import Citation
from app.web.cited import citations_of
from app.web.cited import Cited
from app.web.cited import cited_document
from app.web.cited import cited_place
from app.web.cited import FILES
from app.web.contexts import DocumentFacts
from app.web.contexts import Link
from app.web.current import get_document
from app.web.embedded import embed_url
from app.web.embedded import frame_of
from app.web.facts import document_facts
from app.web.social import Social
from app.web.social import social_document
from app.web.social import social_segments
from app.web.social import social_unit
from app.web.tags import LangTags
from app.web.tags import tags_of
from app.web.urls import place_url

cite = Blueprint("cite", __name__)

_WRITERS = {
    "bib": (bibtex, "application/x-bibtex"),
    "ris": (ris, "application/x-research-info-systems"),
    "json": (csl_json, "application/vnd.citationstyles.csl+json"),
}


@dataclass(frozen=True, slots=True)
class CitePage:
    """What a page to cite from shows."""

    facts: DocumentFacts
    address: str
    """The canonical address; empty for the whole document."""
    asked: str
    """The former address that was asked for, if the place has moved."""
    gone: bool
    names: dict[Lang, str]
    """The written-out name in each language; empty for the whole document."""
    segments: tuple[SegmentFacts, ...]
    citations: tuple[Citation, ...]
    files: tuple[Link, ...]
    frame: Link
    """The code that sets the place into another page, and what is seen there."""
    permanent: str
    here: str
    """Where the place is read."""
    social: Social
    tags: LangTags
    day: str
    """The day of access that the citations have."""


@cite.get("/<slug>/cite")
def document(slug: str) -> Response:
    """Cite a whole document."""
    get_document(slug)
    return _page(cited_document(slug))


@cite.get("/<slug>/cite.<any(bib, ris, json):kind>")
def document_file(slug: str, kind: str) -> Response:
    """Cite a whole document in a file."""
    get_document(slug)
    return _file(cited_document(slug), kind)


@cite.get("/<slug>/<reference>/cite")
def place(slug: str, reference: str) -> Response:
    """Cite a unit, a segment or a range."""
    get_document(slug)
    return _page(cited_place(slug, reference))


@cite.get("/<slug>/<reference>/cite.<any(bib, ris, json):kind>")
def place_file(slug: str, reference: str, kind: str) -> Response:
    """Cite a unit, a segment or a range in a file."""
    get_document(slug)
    return _file(cited_place(slug, reference), kind)


def _file(cited: Cited, kind: str) -> Response:
    """Send both languages as a file."""
    write, mimetype = _WRITERS[kind]
    text = write(tuple(cited.sources.values()))
    parts = (cited.place.slug, str(cited.place.locator))
    name = "-".join(part for part in parts if part)
    response = Response(text, mimetype=mimetype)
    response.headers.set("Content-Disposition", "inline", filename=f"{name}.{kind}")
    response.cache_control.no_cache = True
    return response


def _page(cited: Cited) -> Response:
    """Make the page; it has the day on it, so it is made anew for everyone."""
    text, urls = get_document(cited.place.slug), cited.file_urls
    page = CitePage(
        facts=document_facts(text),
        address=str(cited.place.locator),
        asked=cited.asked,
        gone=cited.gone,
        names={lang: cited.sources[lang].pinpoint for lang in LANGS},
        segments=cited.segments,
        citations=citations_of(cited),
        files=tuple(Link(name, urls[kind]) for kind, name in FILES.items()),
        frame=Link(frame_of(cited.place).code, embed_url(cited.place)),
        permanent=cited.sources["en"].url,
        here=place_url(text.slug, cited.place.locator),
        social=_social(cited),
        tags=tags_of(text),
        day=cited.sources["en"].accessed.isoformat(),
    )
    response = Response(render_page("cite.html", page), mimetype="text/html")
    response.cache_control.no_cache = True
    return response


def _social(cited: Cited) -> Social:
    """Say what a link to the page shows: of sentences, themselves."""
    text, locator = get_document(cited.place.slug), cited.place.locator
    if not locator.path:
        return social_document(text)
    if locator in text.by_locator:
        return social_unit(text, text.by_locator[locator])
    return social_segments(cited.place, cited.segments)
