"""References as links in the text, and their counts in the margin."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext

from app.model.document import Lang
from app.model.place import Place
from app.model.thread import CrossReference
from app.model.thread import reached
from app.model.thread import Target
from app.web.contexts import Counted
from app.web.current import get_snapshot
from app.web.interface import ui_lang
from app.web.laid_links import LaidLink
from app.web.urls import place_url
from app.web.urls import preview_url
from app.web.urls import Target as LinkTarget

SECTION = "references"
"""The anchor of the section that lists the references of a unit."""

_SHOWN = 5
"""How many of several places are shown before one goes to one of them."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One reference and one of the places it names."""

    reference: CrossReference
    target: Target


def edges_out(place: Place) -> Iterator[Edge]:
    """Yield what is named in a sentence, in the body of a unit, or in a document."""
    threads = get_snapshot().threads
    found: Iterable[CrossReference] = threads.out_of(place)
    if not place.locator.path:
        found = (one for one in threads.references if one.source.slug == place.slug)
    for reference in found:
        for target in dict.fromkeys(reference.targets):
            yield Edge(reference, target)


def edges_into(place: Place) -> Iterator[Edge]:
    """Yield what names a sentence; a unit, or a sentence in its body; a document."""
    threads = get_snapshot().threads
    found: Iterable[CrossReference] = threads.into(place)
    if not place.locator.path:
        found = threads.references
    for reference in found:
        for target in dict.fromkeys(reference.targets):
            if _arrives(target, place):
                yield Edge(reference, target)


def _arrives(target: Target, place: Place) -> bool:
    """Say whether a reference to a target is one to this place."""
    if not place.locator.path:
        return target.place.slug == place.slug
    return place in reached(target)


def laid_in_sentence(place: Place, lang: Lang) -> list[LaidLink]:
    """Lay links over the words of a sentence that refer."""
    found = get_snapshot().threads.out_of(place)
    return _laid((one for one in found if not one.note), lang)


def laid_in_note(slug: str, note: str, lang: Lang) -> list[LaidLink]:
    """Lay links over the words of an editorial note that refer."""
    return _laid(get_snapshot().threads.in_note(slug, note), lang)


def _laid(references: Iterable[CrossReference], lang: Lang) -> list[LaidLink]:
    """Make a link of every stretch."""
    return [
        LaidLink(start, end, _link_target(reference))
        for reference in references
        for start, end in reference.side(lang)
    ]


def _link_target(reference: CrossReference) -> LinkTarget:
    """Lead to the first place that is named, and preview the first few."""
    places = [target.place for target in reference.targets]
    return LinkTarget(
        place_url(places[0].slug, places[0].locator),
        previews=tuple(preview_url(at.slug, at.locator) for at in places[:_SHOWN]),
        places=len(places),
        description=_description(places),
    )


def _description(places: list[Place]) -> str:
    """Tell in the language of the interface what stands where a link leads."""
    if len(places) > 1:
        return str(gettext("%(num)s places", num=len(places)))
    place, lang = places[0], ui_lang()
    text = get_snapshot().documents[place.slug]
    if not place.locator.path:
        return text.front(lang).title
    unit = text.by_locator.get(place.locator)
    heading = str(unit.heading(lang)) if unit else ""
    return heading or get_snapshot().display_name(place, lang)


def counted_at(place: Place, *, here: bool) -> Counted | None:
    """Count the references of a sentence, or those that name a unit itself.

    *here* is the page of the unit, which lists them.
    """
    threads = get_snapshot().threads
    out, into = threads.out_of(place), threads.into(place)
    if not place.locator.segment:
        out = ()
        into = tuple(
            one for one in into if any(place == target.place for target in one.targets)
        )
    if not out and not into:
        return None
    page = "" if here else place_url(place.slug, place.locator.unit)
    return Counted(len(out), len(into), f"{page}#{SECTION}")
