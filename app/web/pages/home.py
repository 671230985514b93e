"""The library, and the page that says where its texts come from."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Blueprint
from flask_babel import gettext
from werkzeug import Response

from app.model.document import Document
from app.model.document import LANGS
from app.model.document import Note
from app.model.document import Segment
from app.model.place import Place
from app.web.answers import send_page
from app.web.blocks import contents
from app.web.blocks import note_row
from app.web.contexts import LibraryEntry
from app.web.contexts import LibraryPage
from app.web.contexts import Link
from app.web.contexts import Row
from app.web.current import get_snapshot
from app.web.facts import document_counts
from app.web.facts import document_facts
from app.web.facts import front_matter
from app.web.pages.search import examples
from app.web.record_contexts import AboutPage
from app.web.record_contexts import DocumentRecord
from app.web.threads import all_works
from app.web.urls import absolute
from app.web.urls import Linker
from app.web.urls import permanent_path
from app.web.urls import place_url

library = Blueprint("library", __name__)

_SHORT_DIGEST = 12


@library.get("/")
def home() -> Response:
    """Show the documents, and the search box."""
    return send_page("library.html", _library_page)


@library.get("/about")
def about() -> Response:
    """Say what the texts are, how they are addressed, searched and cited."""
    return send_page("about.html", _about_page)


def _library_page() -> LibraryPage:
    """Put the home page together."""
    documents = get_snapshot().documents.values()
    return LibraryPage(
        entries=tuple(
            LibraryEntry(document_facts(text), contents(text.slug, text.units))
            for text in documents
        ),
        examples=examples(),
    )


def _about_page() -> AboutPage:
    """Put the page about provenance together."""
    snapshot = get_snapshot()
    example, works = _example(snapshot.documents.values()), all_works()
    text, segment = example if example else (None, None)
    place = Place(text.slug, segment.locator) if text and segment else None
    return AboutPage(
        outline=_about_outline(with_works=bool(works)),
        documents=tuple(_record(text) for text in snapshot.documents.values()),
        example=(
            Link(str(place.locator), place_url(place.slug, place.locator))
            if place
            else None
        ),
        example_names={
            lang: snapshot.display_name(place, lang) if place else "" for lang in LANGS
        },
        citation=absolute(permanent_path(place.slug, place.locator)) if place else "",
        digest=snapshot.digest[:_SHORT_DIGEST],
        works=works,
    )


def _example(documents: Iterable[Document]) -> tuple[Document, Segment] | None:
    """Choose a sentence to show an address by: one deep in the text."""
    for text in documents:
        deepest = max(text.by_segment.values(), key=_depth, default=None)
        if deepest is not None:
            return text, deepest
    return None


def _depth(segment: Segment) -> int:
    """Tell how deep a segment lies."""
    return len(segment.locator.path)


def _record(text: Document) -> DocumentRecord:
    """Say all that is known of a document and its files."""
    snapshot = get_snapshot()
    return DocumentRecord(
        facts=document_facts(text),
        front=front_matter(text),
        counts=document_counts(text),
        files=tuple(
            (lang, path, snapshot.sources[path][:_SHORT_DIGEST])
            for lang in LANGS
            if (path := f"{lang}/{text.slug}.md") in snapshot.sources
        ),
        notes=tuple(
            _note(text, note, segment)
            for note in text.notes
            for segment in text.by_segment.values()
            if note.id in segment.notes
        ),
    )


def _note(text: Document, note: Note, segment: Segment) -> Row:
    """Set a note as a row that leads to its sentence."""
    row = note_row(
        note, Linker(get_snapshot().documents, text.slug, get_snapshot().ledgers)
    )
    return Row(
        id="",
        address=str(segment.locator),
        number=str(segment.locator),
        href=place_url(text.slug, segment.locator),
        permanent="",
        zh=row.zh,
        en=row.en,
        tags=row.tags,
    )


def _about_outline(*, with_works: bool) -> tuple[Link, ...]:
    """List what the page about provenance has."""
    works = Link(gettext("Works cited"), "#works")
    return (
        Link(gettext("What the texts are"), "#status"),
        Link(gettext("Editions"), "#editions"),
        Link(gettext("Addresses"), "#addresses"),
        Link(gettext("Queries"), "#queries"),
        Link(gettext("Citing"), "#citing"),
        Link(gettext("API"), "#api"),
        *((works,) if with_works else ()),
        Link(gettext("Editorial notes"), "#notes"),
    )
