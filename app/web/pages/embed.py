"""A place on a small page of its own, made to be set into other people's pages."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from typing import Any

from flask import Blueprint
from flask import redirect
from flask import render_template
from flask import request
from flask import url_for
from flask_babel import force_locale
from flask_babel import gettext
from werkzeug import Response
from werkzeug.exceptions import NotFound

from app.errors import PlaceError
from app.model.document import Document
from app.model.document import Lang
from app.model.document import LANGS
from app.model.document import Unit
from app.model.place import Place
from app.model.place import WHOLE
from app.web.answers import send_page
from app.web.api.shapes import SegmentFacts
from app.web.blocks import unit_pair
from app.web.cited import Cited
from app.web.cited import cited_place
from app.web.contexts import Pair
from app.web.current import get_document
from app.web.current import get_snapshot
from app.web.embedded import embed_url
from app.web.embedded import frame_title
from app.web.embedded import THEMES
from app.web.facts import document_facts
from app.web.interface import LOCALES
from app.web.render import line_html
from app.web.tags import LangTags
from app.web.tags import tags_of
from app.web.urls import absolute
from app.web.urls import permanent_path
from app.web.urls import VIEWS
from app.web.urls import wanted_view

Words = Mapping[Lang, str]
"""The same in both languages: such a page does not ask which one a reader has."""

_COMMAS: Words = {"zh": "，", "en": ", "}

embed = Blueprint("embed", __name__, url_prefix="/embed")


@dataclass(frozen=True, slots=True)
class EmbedPage:
    """What a page in a frame shows."""

    title: str
    names: Words
    """What the document is called, and what is no unit in it; or nothing."""
    address: str
    """The canonical address; empty for the whole document."""
    status: Words
    permanent: str
    canonical: str
    way: Words
    """The words of the link to it."""
    untranslated: Words
    tags: LangTags
    shown: tuple[Lang, ...]
    """The languages that are shown."""
    view: str
    theme: str
    heading: Pair | None = None
    """The heading of a unit; the title of a document."""
    rows: tuple[Pair, ...] = ()
    """The sentences; each has the end of its address, and where it is read."""
    below: tuple[Pair, ...] = ()
    """The units below."""
    said: Words | None = None
    """What became of it, if it was taken out of the text."""


@dataclass(frozen=True, slots=True)
class LostEmbedPage:
    """A frame for which there is nothing."""

    words: Words
    way: Words
    permanent: str
    theme: str


@embed.get("/<slug>/")
def document(slug: str) -> Response:
    """Show the title and the parts of a document."""
    text = get_document(slug)
    return send_page("embed.html", lambda: _document_page(text))


@embed.get("/<slug>/<reference>")
def place(slug: str, reference: str) -> Response:
    """Show a unit, a segment or a range; lead other ways of writing it to its own."""
    get_document(slug)
    cited = cited_place(slug, reference)
    if str(cited.place.locator) != reference or cited.place.slug != slug:
        return redirect(embed_url(cited.place, **_asked()))
    return send_page("embed.html", lambda: _place_page(cited))


@embed.errorhandler(PlaceError)
@embed.errorhandler(NotFound)
def _lost(error: Exception) -> tuple[str, int]:
    """Say that there is nothing, in a page as small as the frame."""
    words = _in_both(lambda: gettext("There is nothing at this address."))
    way = _in_both(lambda: gettext("Library"))
    home = url_for("library.home")
    page = LostEmbedPage(words, way, home, _theme())
    return render_template("embed_lost.html", page=page), 404


def _asked() -> dict[str, str]:
    """Give how the page is to look, for an address that leads to another."""
    asked = {"view": request.args.get("view"), "theme": request.args.get("theme")}
    known = {*VIEWS, *THEMES}
    return {name: value for name, value in asked.items() if value in known if value}


def _theme() -> str:
    """Give the theme asked for; empty to follow the page around the frame."""
    asked = request.args.get("theme", "")
    return asked if asked in THEMES else ""


def _document_page(text: Document) -> EmbedPage:
    """Put the page of a whole document together."""
    return _page_of(
        Place(text.slug, WHOLE),
        names={},
        heading=document_facts(text).title,
        below=_pairs(text.slug, text.units),
    )


def _place_page(cited: Cited) -> EmbedPage:
    """Put the page of a unit, a segment or a range together."""
    slug, locator = cited.place.slug, cited.place.locator
    text = get_snapshot().documents[slug]
    unit = text.by_locator.get(locator)
    return _page_of(
        cited.place,
        names=_names(text, cited.place),
        heading=unit_pair(slug, unit) if unit else None,
        rows=tuple(_row(one, tags_of(text)) for one in cited.segments),
        below=_pairs(slug, unit.children) if unit else (),
        said=_in_both(_gone) if cited.gone else None,
    )


def _page_of(place: Place, **parts: Any) -> EmbedPage:
    """Add to the parts of a page what every page has."""
    text, view = get_snapshot().documents[place.slug], wanted_view()
    return EmbedPage(
        title=frame_title(place),
        address=str(place.locator),
        status={lang: text.front(lang).status for lang in LANGS},
        permanent=permanent_path(place.slug, place.locator),
        canonical=absolute(permanent_path(place.slug, place.locator.unit)),
        way=_in_both(lambda: gettext("Read it in the text")),
        untranslated=_in_both(lambda: gettext("Not translated")),
        tags=tags_of(text),
        shown=(view,) if view in LANGS else LANGS,
        view=view,
        theme=_theme(),
        **parts,
    )


def _names(text: Document, place: Place) -> Words:
    """Name the document; and the place, unless it has a heading of its own."""
    titles: Words = {lang: text.front(lang).title for lang in LANGS}
    if place.locator in text.by_locator:
        return titles
    named = {lang: get_snapshot().display_name(place, lang) for lang in LANGS}
    return {lang: _COMMAS[lang].join((titles[lang], named[lang])) for lang in LANGS}


def _pairs(slug: str, units: tuple[Unit, ...]) -> tuple[Pair, ...]:
    """Set the headings of units as pairs that lead to their permanent addresses."""
    return tuple(
        replace(unit_pair(slug, unit), href=permanent_path(slug, unit.locator))
        for unit in units
    )


def _row(one: SegmentFacts, tags: LangTags) -> Pair:
    """Set a sentence; the end of its address leads to where it stands."""
    return Pair(
        line_html(one.zh.text, "zh", tags, with_pinyin=True),
        line_html(one.en.text, "en", tags),
        address=one.locator.rpartition(".")[2],
        href=one.url,
        rank="" if one.state == "live" else one.state,
        tags=tags,
    )


def _gone() -> str:
    """Say that a place stands in the text no more."""
    return str(gettext("Taken out of the text. These are its last words."))


def _in_both(say: Callable[[], str]) -> Words:
    """Say something in both languages, whatever the interface."""
    words: dict[Lang, str] = {}
    for lang in LANGS:
        with force_locale(LOCALES[lang]):
            words[lang] = say()
    return words
