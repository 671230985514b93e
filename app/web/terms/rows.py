"""A pair in which a term stands, with the term marked on both sides."""

from __future__ import annotations

from dataclasses import replace

from app.model.place import Place
from app.model.usage import TermUse
from app.search.results import Mark
from app.search.results import PairMarks
from app.terms.profile import PairUse
from app.web.blocks import RANKS
from app.web.blocks import segment_row
from app.web.blocks import unit_pair
from app.web.contexts import Row
from app.web.current import get_snapshot
from app.web.urls import absolute
from app.web.urls import Linker
from app.web.urls import permanent_path


def pair_row(pair: PairUse) -> Row:
    """Quote a sentence, or a heading as it stands in the text."""
    snapshot, place = get_snapshot(), pair.place
    text = snapshot.documents[place.slug]
    marks = marks_of(pair.use)
    if not place.locator.segment:
        return _heading_row(place, marks)
    linker = Linker(snapshot.documents, place.slug, snapshot.ledgers)
    segment = text.by_segment[place.locator]
    row = segment_row(place.slug, segment, linker, marks, with_notes=False)
    return replace(row, number=row.address)


def marks_of(use: TermUse) -> PairMarks:
    """Mark the term in Chinese, and in English what it is rendered by.

    Where the Chinese has no form of it, the English is all there is to mark.
    """
    return PairMarks(
        zh=tuple(Mark(*at) for at in use.zh),
        en=tuple(Mark(*at, echo=bool(use.zh)) for at in use.en),
    )


def _heading_row(place: Place, marks: PairMarks) -> Row:
    """Set the heading of a unit as a row."""
    unit = get_snapshot().documents[place.slug].by_locator[place.locator]
    pair = unit_pair(place.slug, unit, marks)
    return Row(
        id="",
        address=pair.address,
        number=pair.address,
        href=pair.href,
        permanent=absolute(permanent_path(place.slug, place.locator)),
        zh=pair.zh,
        en=pair.en,
        state=RANKS[unit.kind],
        tags=pair.tags,
    )
