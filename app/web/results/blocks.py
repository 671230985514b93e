"""What a search found, as the blocks of its page."""

from __future__ import annotations

from dataclasses import replace

from app.model.document import LANGS
from app.model.place import Place
from app.search.results import Hit
from app.search.results import PairMarks
from app.search.results import SearchRequest
from app.search.results import SearchResults
from app.web.blocks import heading_of
from app.web.blocks import segment_row
from app.web.blocks import unit_pair
from app.web.contexts import Link
from app.web.contexts import Pair
from app.web.current import get_snapshot
from app.web.interface import ui_lang
from app.web.marking import marking_parameters
from app.web.navigation import short_heading
from app.web.render import line_html
from app.web.results.contexts import HitBlock
from app.web.results.why import told_reason
from app.web.urls import Linker
from app.web.urls import permanent_path
from app.web.urls import place_url

_ROWS = 5
"""How many sentences of a unit are shown before its page is offered instead."""


def query_pair(asked: SearchRequest, answer: SearchResults) -> Pair | None:
    """Show the query as a pair when it is just one term of the glossary."""
    if len(answer.renderings) != 1 or asked.literal or not answer.total:
        return None
    rendering = answer.renderings[0]
    term = get_snapshot().glossary.by_id[rendering.term_id]
    typed = asked.text.strip("\"“”'").casefold()
    if typed not in {form.casefold() for lang in LANGS for form in term.forms(lang)}:
        return None
    return Pair(line_html(rendering.zh, "zh"), line_html(rendering.en, "en"))


def rendering_pairs(answer: SearchResults) -> tuple[Pair, ...]:
    """List the terms the query was recognised as."""
    return tuple(
        Pair(line_html(known.zh, "zh"), line_html(known.en, "en"))
        for known in answer.renderings
    )


def goto_link(place: Place) -> Link:
    """Offer the place a query names; one that moved or is gone answers for itself."""
    snapshot = get_snapshot()
    text, locator = snapshot.documents[place.slug], place.locator
    stands = locator.start in text.by_segment or locator in text.by_locator
    return Link(
        text=snapshot.display_name(place, ui_lang()),
        href=(place_url if stands else permanent_path)(place.slug, locator),
        unit=str(locator),
    )


def hit_block(hit: Hit, asked: SearchRequest) -> HitBlock:
    """Set a unit that was found, its best sentences in the order of the text.

    What is *asked* goes along with the links, so that it is marked where they lead;
    a unit that is only named has nothing to mark.
    """
    documents = get_snapshot().documents
    text = documents[hit.slug]
    unit = text.by_locator[hit.locator]
    best = sorted(hit.segments[:_ROWS], key=lambda found: found.locator.sort_key)
    linker = Linker(documents, hit.slug, get_snapshot().ledgers)
    above = [
        short_heading(heading_of(over, ui_lang()), ui_lang())[0]
        for over in text.walk()
        if over.locator != hit.locator and over.locator.contains(hit.locator)
    ]
    if len(documents) > 1:
        above.insert(0, text.front(ui_lang()).short_title)
    sides = (hit.title, *(found.marks for found in hit.segments))
    marked = any(marks != PairMarks() for marks in sides)
    marking = marking_parameters(asked) if marked else {}
    return HitBlock(
        heading=replace(
            unit_pair(hit.slug, unit, hit.title),
            href=place_url(hit.slug, hit.locator, marking),
        ),
        path=" / ".join(above),
        found=len(hit.segments),
        size=len(unit.segments),
        rows=tuple(
            replace(
                segment_row(
                    hit.slug,
                    text.by_segment[found.locator],
                    linker,
                    found.marks,
                    with_notes=False,
                ),
                href=place_url(hit.slug, found.locator, marking),
            )
            for found in best
        ),
        more=len(hit.segments) - len(best),
        reason=told_reason(hit),
    )
