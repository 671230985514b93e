"""The sentence that a query quotes, as the block above the results."""

from __future__ import annotations

import re
from dataclasses import replace

from app.model.place import Place
from app.search.results import Change
from app.search.results import PairMarks
from app.search.results import Quotation
from app.search.results import QuotedPart
from app.web.blocks import segment_row
from app.web.contexts import Row
from app.web.current import get_snapshot
from app.web.current import get_tags
from app.web.render import visible
from app.web.results.blocks import goto_link
from app.web.results.contexts import QuotationBlock
from app.web.urls import Linker

_LETTER = re.compile(r"\w")


def quotation_block(quotation: Quotation) -> QuotationBlock:
    """Set the quoted sentences as pairs, and the difference beside them."""
    first, *others = quotation.places
    return QuotationBlock(
        place=goto_link(first.place),
        rows=tuple(_row(first.place, part, quotation) for part in first.parts),
        others=tuple(goto_link(other.place) for other in others),
        side=quotation.lang,
        tag=get_tags(first.place.slug).side(quotation.lang),
        difference=tuple(map(_seen, quotation.difference)),
    )


def _row(place: Place, part: QuotedPart, quotation: Quotation) -> Row:
    """Set one sentence; what is quoted of it is marked, unless all of it is."""
    documents = get_snapshot().documents
    segment = documents[place.slug].by_segment[part.locator]
    plain = segment.plain(quotation.lang)
    rest = plain[: part.mark.start] + plain[part.mark.end :]
    marked = (part.mark,) if _LETTER.search(rest) else ()
    marks = PairMarks(**{quotation.lang: marked})
    linker = Linker(documents, place.slug, get_snapshot().ledgers)
    return segment_row(place.slug, segment, linker, marks, with_notes=False)


def _seen(change: Change) -> Change:
    """Put a sign for every character of a quotation that could not be seen."""
    return replace(change, text=visible(change.text))
