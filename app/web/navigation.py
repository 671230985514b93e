"""The ways through a text: views, outline, crumbs, shortened headings."""

from __future__ import annotations

from typing import Any

from flask import request
from flask import url_for
from flask_babel import gettext
from flask_babel import lazy_gettext

from app.model.document import Document
from app.model.document import Heading
from app.model.document import Lang
from app.model.document import Unit
from app.model.locator import Locator
from app.web.blocks import heading_of
from app.web.blocks import RANKS
from app.web.contexts import Link
from app.web.interface import ui_lang
from app.web.marking import asked_marking
from app.web.marking import marking_parameters
from app.web.tags import LANG_TAGS
from app.web.urls import document_url
from app.web.urls import place_url
from app.web.urls import VIEWS
from app.web.urls import wanted_view

VIEW_NAMES = {
    "parallel": (lazy_gettext("Parallel"), ""),
    "stacked": (lazy_gettext("Stacked"), ""),
    "zh": ("中文", LANG_TAGS.zh),
    "en": ("English", LANG_TAGS.en),
}

_KEPT = ("ui", "range", "term", "unit")
"""What another view of a page keeps: what is shown of it."""

_LONG: dict[Lang, int] = {"zh": 18, "en": 48}
"""From how many characters a heading is shortened in the outline."""
_COMMAS: dict[Lang, str] = {"zh": "，", "en": ", "}


def views() -> tuple[Link, ...]:
    """Offer the four views of this page."""
    return tuple(
        Link(
            text=str(VIEW_NAMES[view][0]),
            href=_with_view(view),
            current=view == wanted_view(),
            lang=VIEW_NAMES[view][1],
            rank=view,
        )
        for view in VIEWS
    )


def outline(document: Document, current: Locator | None = None) -> tuple[Link, ...]:
    """List the units: inside the whole document, or from the page of one of them."""
    lang, whole = ui_lang(), current is None
    return tuple(
        _outline_link(document.slug, unit, lang, whole, unit.locator == current)
        for unit in document.walk()
    )


def crumbs(document: Document, unit: Unit, name: str) -> tuple[Link, ...]:
    """Lead from the library to the unit above."""
    links = [
        Link(gettext("Library"), url_for("library.home")),
        Link(name, document_url(document.slug)),
    ]
    for depth in range(1, len(unit.locator.path)):
        above = document.by_locator.get(Locator(unit.locator.path[:depth]))
        if above is not None:
            words, title = short_heading(heading_of(above, ui_lang()), ui_lang())
            links.append(
                Link(words, place_url(document.slug, above.locator), title=title)
            )
    return tuple(links)


def short_heading(heading: Heading, lang: Lang) -> tuple[str, str]:
    """Shorten a long heading at its first comma; give the whole beside it."""
    whole = str(heading)
    head, comma, _ = whole.partition(_COMMAS[lang])
    if comma and len(whole) > _LONG[lang]:
        return f"{head}…", whole
    return whole, ""


def _outline_link(
    slug: str, unit: Unit, lang: Lang, whole: bool, current: bool
) -> Link:
    """Make one line of the outline; the number of a measure hangs."""
    heading, rank = heading_of(unit, lang), RANKS[unit.kind]
    words, title = short_heading(heading, lang)
    hanging = rank == "measure" and bool(unit.number and heading.title)
    return Link(
        text=heading.title if hanging else words,
        href=f"#{unit.locator}" if whole else place_url(slug, unit.locator),
        current=current,
        title="" if hanging else title,
        rank=rank,
        number=unit.number if hanging else "",
        unit=str(unit.locator),
    )


def _with_view(view: str) -> str:
    """Address this page in another view."""
    parameters: dict[str, Any] = {
        name: request.args[name] for name in _KEPT if name in request.args
    } | marking_parameters(asked_marking())
    if view != "parallel":
        parameters["view"] = view
    return url_for(
        request.endpoint or "library.home", **(request.view_args or {}), **parameters
    )
