"""The threads of a unit as sections of its page: references, related units, works."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from flask_babel import gettext
from markupsafe import Markup

from app.model.place import Place
from app.model.place import WHOLE
from app.model.thread import Citation
from app.model.thread import CrossReference
from app.model.thread import NamedWork
from app.search.results import Mark
from app.search.results import PairMarks
from app.web.blocks import note_row
from app.web.blocks import segment_row
from app.web.blocks import unit_pair
from app.web.contexts import Link
from app.web.contexts import Pair
from app.web.contexts import Row
from app.web.current import get_snapshot
from app.web.facts import document_facts
from app.web.references import Edge
from app.web.references import edges_into
from app.web.references import edges_out
from app.web.references import SECTION
from app.web.relations import reason_html
from app.web.render import line_html
from app.web.render import note_anchor
from app.web.thread_contexts import CitedWork
from app.web.thread_contexts import Named
from app.web.thread_contexts import Naming
from app.web.thread_contexts import Related
from app.web.thread_contexts import ThreadSections
from app.web.urls import Linker
from app.web.urls import place_url


def unit_threads(place: Place) -> ThreadSections:
    """Put together all threads of a unit."""
    threads = get_snapshot().threads
    out, into = list(edges_out(place)), list(edges_into(place))
    related = threads.related_to(place)
    works = _works_at(place)
    references = len(threads.out_of(place)) + len(threads.into(place))
    tools = (
        Link(gettext("References"), f"#{SECTION}", count=references),
        Link(gettext("Related"), "#related", count=len(related)),
        Link(gettext("Cited works"), "#cited", count=len(works)),
    )
    return ThreadSections(
        out=_named(place, out),
        into=_naming(place, into),
        related=tuple(
            Related(
                _place_pair(Place(place.slug, one.other), place.slug),
                reason_html(place.slug, one),
            )
            for one in related
        ),
        works=works,
        tools=tuple(tool for tool in tools if tool.count),
    )


def document_threads(slug: str) -> ThreadSections:
    """Put together what names a document as a whole."""
    place = Place(slug, WHOLE)
    into = [edge for edge in edges_into(place) if edge.target.place == place]
    tool = Link(gettext("References"), f"#{SECTION}", count=len(into))
    return ThreadSections(into=_naming(place, into), tools=(tool,) if into else ())


def _named(here: Place, edges: Iterable[Edge]) -> tuple[Named, ...]:
    """Group what is named here by the places, in the order of the text."""
    found: dict[Place, list[CrossReference]] = defaultdict(list)
    for edge in edges:
        found[edge.target.place].append(edge.reference)
    order = sorted(found, key=lambda place: _order(here.slug, place))
    return tuple(
        Named(_place_pair(place, here.slug), _sources(found[place])) for place in order
    )


def _naming(here: Place, edges: Iterable[Edge]) -> tuple[Naming, ...]:
    """Quote every sentence and every note that names this place, each once."""
    found: dict[tuple[Place, str], list[CrossReference]] = defaultdict(list)
    for edge in edges:
        found[edge.reference.source, edge.reference.note].append(edge.reference)
    order = sorted(found, key=lambda key: (*_order(here.slug, key[0]), key[1]))
    return tuple(
        Naming(
            row=_quoted(source, note, found[source, note]),
            document=_document_link(source.slug) if source.slug != here.slug else None,
            by_editor=bool(note),
        )
        for source, note in order
    )


def _order(home: str, place: Place) -> tuple[bool, str, tuple[object, ...]]:
    """Order places as in the text, those of the document that is read first."""
    return place.slug != home, place.slug, place.locator.sort_key


def _quoted(source: Place, note: str, references: list[CrossReference]) -> Row:
    """Quote a sentence, or the note to it, with the words that refer marked."""
    snapshot, locator = get_snapshot(), source.locator
    text = snapshot.documents[source.slug]
    linker = Linker(snapshot.documents, source.slug, snapshot.ledgers)
    marks = PairMarks(
        zh=tuple(Mark(*at) for one in references for at in one.zh),
        en=tuple(Mark(*at) for one in references for at in one.en),
    )
    segment = text.by_segment[locator]
    row = segment_row(source.slug, segment, linker, marks, with_notes=False)
    if note:
        set_note = note_row(text.by_note[note], linker, marks)
        row = replace(row, zh=set_note.zh, en=set_note.en)
    return replace(row, number=row.address)


def _sources(references: Iterable[CrossReference | Citation]) -> tuple[Link, ...]:
    """Lead to the sentences of this page that name something, each once."""
    keys = dict.fromkeys((one.source.locator, one.note) for one in references)
    return tuple(
        Link(
            gettext("the editor’s note to %(place)s", place=locator.fragment)
            if note
            else locator.fragment,
            f"#{note_anchor(note) if note else locator.fragment}",
        )
        for locator, note in sorted(keys, key=lambda key: (key[0].sort_key, key[1]))
    )


def _place_pair(place: Place, home: str) -> Pair:
    """Set a place as a pair: a document by its title, all else by the heading."""
    text = get_snapshot().documents[place.slug]
    if not place.locator.path:
        return document_facts(text).title
    address, href = str(place.locator), place_url(place.slug, place.locator)
    unit = text.by_locator.get(place.locator.unit)
    if unit is None:  # it stands no more, and its address leads on
        return Pair(Markup(), Markup(), address, href)
    pair = replace(unit_pair(place.slug, unit), address=address, href=href)
    if place.slug == home:
        return pair
    named = Markup("{} / {}")
    return replace(
        pair,
        zh=named.format(text.zh.short_title, pair.zh),
        en=named.format(text.en.short_title, pair.en),
    )


def _document_link(slug: str) -> Link:
    """Name a document in the language of the interface."""
    facts = document_facts(get_snapshot().documents[slug])
    return Link(facts.name, facts.href)


def _works_at(place: Place) -> tuple[CitedWork, ...]:
    """List the works cited in a unit, with the sentences that cite them."""
    threads = get_snapshot().threads
    return tuple(
        _work(
            threads.works.index(work),
            work,
            _sources(one for one in work.citations if _is_in(one.source, place)),
        )
        for work in threads.cited_in(place)
    )


def _is_in(source: Place, unit: Place) -> bool:
    """Say whether a sentence stands in the body of a unit."""
    return source.slug == unit.slug and source.locator.unit == unit.locator


def all_works() -> tuple[CitedWork, ...]:
    """List all works that are cited and not in this library, and where they are."""
    return tuple(
        _work(number, work, _citing(work))
        for number, work in enumerate(get_snapshot().threads.works)
    )


def _citing(work: NamedWork) -> tuple[Link, ...]:
    """Lead to every sentence that cites a work."""
    places = dict.fromkeys(one.source for one in work.citations)
    several = len(get_snapshot().documents) > 1
    return tuple(
        Link(
            f"{_document_link(place.slug).text} {place.locator}"
            if several
            else str(place.locator),
            place_url(place.slug, place.locator),
        )
        for place in places
    )


def _work(number: int, work: NamedWork, places: tuple[Link, ...]) -> CitedWork:
    """Set the titles of a work as they stand in the texts, in their brackets."""
    zh = line_html(f"《{work.zh}》" if work.zh else "", "zh")
    return CitedWork(f"work-{number + 1}", Pair(zh, line_html(work.en, "en")), places)
