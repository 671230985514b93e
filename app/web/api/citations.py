"""The API says how a place is cited: its words, the citations, and where files are."""

from __future__ import annotations

from typing import Literal

from flask import Blueprint
from pydantic import BaseModel
from pydantic import Field
from spectree import Response as Answers

from app.citation.styles import apa
from app.citation.styles import chicago
from app.citation.styles import gbt
from app.errors import PlaceError
from app.errors import UnknownPlaceError
from app.web.api.shapes import Error
from app.web.api.shapes import SegmentFacts
from app.web.api.shapes import Words
from app.web.api.views import description
from app.web.api.views import no_place
from app.web.api.views import PREFIX
from app.web.cited import Cited
from app.web.cited import cited_document
from app.web.cited import cited_place
from app.web.current import get_snapshot

citing = Blueprint("citing", __name__, url_prefix=PREFIX)
citing.register_error_handler(PlaceError, no_place)


class Citations(BaseModel):
    """A citation in every style, as text."""

    gbt7714: Words = Field(description="GB/T 7714-2015, of either text")
    apa: str = Field(description="APA 7, an entry of the list of references")
    chicago: str = Field(description="Chicago 17, a full note")


class CitationFiles(BaseModel):
    """Where the citation is as a file, both languages in each."""

    bibtex: str = Field(description="BibTeX")
    ris: str = Field(description="RIS")
    csl_json: str = Field(description="CSL-JSON")


class CiteAnswer(BaseModel):
    """How a document, a unit, a segment or a range is cited."""

    ok: Literal[True] = True
    doc: str = Field(description="the document")
    locator: str = Field(description="the address now; empty for the whole document")
    moved_from: str | None = Field(
        None, description="the address asked for, if it has moved"
    )
    gone: bool = Field(description="whether it was taken out of the text")
    name: Words = Field(description="the address written out; empty for the whole")
    zh: str = Field(description="the Chinese words; empty for the whole document")
    en: str = Field(description="the English words; empty for the whole document")
    segments: list[SegmentFacts] = Field(description="the same, sentence by sentence")
    url: str = Field(description="the permanent address, with the name of the site")
    status: Words = Field(description="what this text is, and what it is not")
    citations: Citations = Field(description="as text")
    files: CitationFiles = Field(description="for programs")


@citing.get("/cite/<slug>")
@description.validate(
    resp=Answers(HTTP_200=CiteAnswer, HTTP_404=Error), tags=["documents"]
)
def document(slug: str) -> CiteAnswer:
    """Say how a whole document is cited."""
    _check_document(slug)
    return _answer(cited_document(slug))


@citing.get("/cite/<slug>/<path:locator>")
@description.validate(
    resp=Answers(HTTP_200=CiteAnswer, HTTP_404=Error, HTTP_409=Error),
    tags=["documents"],
)
def place(slug: str, locator: str) -> CiteAnswer:
    """Say how a unit, a segment or a range is cited."""
    _check_document(slug)
    return _answer(cited_place(slug, locator))


def _check_document(slug: str) -> None:
    """Check that there is a document of that name.

    :raise UnknownPlaceError: if there is none.
    """
    documents = get_snapshot().documents
    if slug not in documents:
        raise UnknownPlaceError(slug, list(documents)[:3])


def _answer(cited: Cited) -> CiteAnswer:
    """Put the answer together."""
    zh, en = cited.sources["zh"], cited.sources["en"]
    segments, files = cited.segments, cited.file_urls
    return CiteAnswer(
        doc=cited.place.slug,
        locator=str(cited.place.locator),
        moved_from=cited.asked or None,
        gone=cited.gone,
        name=Words(zh=zh.pinpoint, en=en.pinpoint),
        zh="".join(one.zh.text for one in segments),
        en=" ".join(one.en.text for one in segments if one.en.text),
        segments=list(segments),
        url=en.url,
        status=Words(zh=zh.status, en=en.status),
        citations=Citations(
            gbt7714=Words(zh=gbt(zh), en=gbt(en)), apa=apa(en), chicago=chicago(en)
        ),
        files=CitationFiles(
            bibtex=files["bib"], ris=files["ris"], csl_json=files["json"]
        ),
    )
