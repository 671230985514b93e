"""The marks of a search on a whole text, or on a unit that is read alone."""

from __future__ import annotations

from bisect import bisect_left
from bisect import bisect_right
from collections.abc import Iterable
from collections.abc import Sequence

from app.search.results import Hit
from app.search.results import PairMarks
from app.search.results import TextMarks


def gather_marks(hits: Iterable[Hit]) -> TextMarks:
    """Gather what the hits of one document mark, in the order of the text."""
    told = list(hits)
    segments = {
        one.locator: one.marks
        for hit in told
        for one in hit.segments
        if one.marks != PairMarks()
    }
    return TextMarks(
        {hit.locator: hit.title for hit in told if hit.title != PairMarks()},
        dict(sorted(segments.items(), key=lambda item: item[0].sort_key)),
    )


def with_neighbours(docs: Sequence[int], doc: int) -> list[int]:
    """Take one unit out of some in the order of the text, and those on either side."""
    before, after = bisect_left(docs, doc), bisect_right(docs, doc)
    return list(docs[max(before - 1, 0) : after + 1])
