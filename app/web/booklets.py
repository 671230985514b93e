"""A text made ready for paper: what the booklet of a document or a unit shows."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from flask import request
from flask import url_for
from flask_babel import force_locale
from flask_babel import lazy_gettext
from markupsafe import Markup

from app.model.document import Document
from app.model.document import Segment
from app.model.document import Unit
from app.model.locator import Locator
from app.web.blocks import note_row
from app.web.blocks import segment_row
from app.web.blocks import unit_pair
from app.web.booklet_contexts import BookletPage
from app.web.booklet_contexts import Code
from app.web.booklet_contexts import PrintedDivision
from app.web.booklet_contexts import PrintedNote
from app.web.booklet_contexts import PrintedUnit
from app.web.contexts import Link
from app.web.contexts import Pair
from app.web.contexts import Row
from app.web.current import get_snapshot
from app.web.facts import document_facts
from app.web.facts import front_lines
from app.web.interface import LOCALES
from app.web.navigation import VIEW_NAMES
from app.web.qr import qr_code
from app.web.results.parameters import choice
from app.web.running_heads import divisions_of
from app.web.running_heads import is_innermost
from app.web.tags import LANG_TAGS
from app.web.urls import absolute
from app.web.urls import Linker
from app.web.urls import permanent_path
from app.web.urls import place_url
from app.web.urls import wanted_view

PAPERS = {"a4": "A4", "letter": "Letter"}
"""The sizes of paper there are, and their names; the first is the usual one."""

_USUAL = "a4"
_DEEPEST = 6
"""How deep the headings of HTML go."""

_VIEWS = (
    ("parallel", lazy_gettext("Both languages"), ""),
    *((view, *VIEW_NAMES[view]) for view in ("zh", "en")),
)

_WORDS = {
    "contents": lazy_gettext("Contents"),
    "notes": lazy_gettext("Editorial notes"),
    "address": lazy_gettext("Permanent address"),
    "edition": lazy_gettext("Snapshot"),
}
"""What the program says on paper, in both languages like the text."""


def wanted_paper() -> str:
    """Read on what paper it is to be printed.

    :raise QueryError: if there is no such paper here.
    """
    return choice("paper", tuple(PAPERS)) or _USUAL


def booklet_page(text: Document, unit: Unit | None, paper: str) -> BookletPage:
    """Make a document, or one unit with all below it, ready for paper."""
    slug, facts = text.slug, document_facts(text)
    locator = unit.locator if unit else Locator(())
    divisions = tuple(_divisions(text, unit))
    units = [one for division in divisions for one in division.units]
    return BookletPage(
        facts=facts,
        title=unit_pair(slug, unit, with_pinyin=True) if unit else facts.title,
        whole=unit is None,
        front=front_lines(text),
        code=_code(slug, locator),
        digest=get_snapshot().digest,
        contents=_contents(slug, list(unit.walk())[1:] if unit else text.walk()),
        divisions=divisions,
        notes=tuple(_notes(text, units)),
        words={name: _both(words) for name, words in _WORDS.items()},
        back=place_url(slug, locator),
        views=_views(paper),
        papers=_papers(paper),
        paper=paper,
    )


def _divisions(text: Document, unit: Unit | None) -> Iterator[PrintedDivision]:
    """Set all divisions, or what a unit has of them."""
    linker = Linker(get_snapshot().documents, text.slug, get_snapshot().ledgers)
    top = unit.level if unit else 1
    wanted = {one.locator for one in unit.walk()} if unit else set(text.by_locator)
    for division in divisions_of(text):
        units = [one for one in division.units if one.locator in wanted]
        if units:
            printed = tuple(_unit(one, linker, top) for one in units)
            yield PrintedDivision(division.number, printed)


def _unit(unit: Unit, linker: Linker, top: int) -> PrintedUnit:
    """Set a unit under a title of level *top*; its heading leads to its page."""
    slug = linker.slug
    return PrintedUnit(
        id=str(unit.locator),
        level=max(2, min(unit.level - top + 1, _DEEPEST)),
        heading=unit_pair(slug, unit, with_pinyin=True),
        hidden=unit.kind == "preamble",
        paragraphs=tuple(
            tuple(_row(segment, linker) for segment in paragraph)
            for paragraph in unit.paragraphs
        ),
        code=_code(slug, unit.locator) if is_innermost(unit) else None,
    )


def _row(segment: Segment, linker: Linker) -> Row:
    """Set a pair; its address leads to the sentence, for good."""
    row = segment_row(linker.slug, segment, linker)
    known = get_snapshot().documents[linker.slug].by_note
    notes = [known[id] for id in segment.notes if id in known]
    return replace(
        row,
        id=row.address,
        href=row.permanent,
        notes=tuple(note_row(note, linker) for note in notes),
    )


def _notes(text: Document, units: list[PrintedUnit]) -> Iterator[PrintedNote]:
    """List the notes that are called, each once, in the order of their first calls."""
    seen: set[str] = set()
    for unit in units:
        for row in (row for paragraph in unit.paragraphs for row in paragraph):
            for note in row.notes:
                if note.id not in seen:
                    seen.add(note.id)
                    yield PrintedNote(note, row)


def _contents(slug: str, units: Iterable[Unit]) -> tuple[Pair, ...]:
    """List the headings; each leads to its place on this page."""
    return tuple(
        replace(unit_pair(slug, unit), href=f"#{unit.locator}")
        for unit in units
        if unit.kind != "preamble"
    )


def _code(slug: str, locator: Locator) -> Code:
    """Give the address that is good for ever."""
    address = absolute(permanent_path(slug, locator))
    return Code(address, qr_code(address))


def _both(words: Any) -> Pair:
    """Say something in both languages, whatever that of the interface."""
    said = []
    for locale in LOCALES.values():
        with force_locale(locale):
            said.append(Markup.escape(str(words)))
    return Pair(said[0], said[1], tags=LANG_TAGS)


def _views(paper: str) -> tuple[Link, ...]:
    """Offer both languages, or one."""
    return tuple(
        Link(
            text=str(name),
            href=_here(view=view, paper=paper),
            current=view == wanted_view(),
            lang=lang,
            rank=view,
        )
        for view, name, lang in _VIEWS
    )


def _papers(paper: str) -> tuple[Link, ...]:
    """Offer the sizes of paper."""
    return tuple(
        Link(
            name,
            _here(view=wanted_view(), paper=size),
            current=size == paper,
            rank=size,
        )
        for size, name in PAPERS.items()
    )


def _here(view: str, paper: str) -> str:
    """Address this page in a view and on a paper; what is usual is not written."""
    parameters: dict[str, Any] = {**(request.view_args or {})}
    if view != "parallel":
        parameters["view"] = view
    if paper != _USUAL:
        parameters["paper"] = paper
    return url_for(str(request.endpoint), **parameters)
