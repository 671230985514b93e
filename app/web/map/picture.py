"""The picture: rows that are units, and arcs that are the threads between them."""

from __future__ import annotations

from collections import Counter
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from flask_babel import ngettext

from app.model.document import Document
from app.model.document import Unit
from app.model.locator import Locator
from app.web.blocks import RANKS
from app.web.blocks import unit_pair
from app.web.contexts import Link
from app.web.map.asked import Asked
from app.web.map.asked import map_url
from app.web.map.contexts import MapArc
from app.web.map.contexts import MapBand
from app.web.map.contexts import MapNode
from app.web.map.layout import Arc
from app.web.map.layout import arc_between
from app.web.map.layout import bands
from app.web.map.layout import dot_at
from app.web.map.layout import FARTHEST
from app.web.map.threads import Thread


@dataclass(frozen=True)
class Picture:
    """What is drawn of a document: its *threads*, and the *counts* beside its rows."""

    document: Document
    asked: Asked
    threads: Sequence[Thread]
    counts: Mapping[Locator, int]
    """How often each unit has the term; if none is asked for, its threads."""

    def bands(self) -> tuple[MapBand, ...]:
        """Set the rows and the arcs, in bands that fit on paper."""
        units = tuple(self.document.walk())
        heads = [bool(RANKS[unit.kind] in {"part", "section"}) for unit in units]
        nodes = [self._node(at, unit) for at, unit in enumerate(units)]
        arcs = [*self._arcs()]
        return tuple(
            MapBand(
                nodes=tuple(nodes[band.first : band.last]),
                arcs=tuple(drawn for arc, drawn in arcs if band.meets(arc)),
                view_box=band.view_box,
            )
            for band in bands(heads)
        )

    @cached_property
    def far(self) -> Mapping[Locator, tuple[Link, ...]]:
        """The other ends of threads that lead too far to be drawn, by unit."""
        found: dict[Locator, list[Link]] = defaultdict(list)
        for thread in self.threads:
            if self._is_far(thread):
                names = thread.kind == "names"
                found[thread.start].append(_far_link(thread.end, "→" if names else ""))
                found[thread.end].append(_far_link(thread.start, "←" if names else ""))
        return {unit: tuple(links) for unit, links in found.items()}

    @cached_property
    def _rows(self) -> Mapping[Locator, int]:
        """The row of every unit."""
        return {locator: at for at, locator in enumerate(self.document.by_locator)}

    def _is_far(self, thread: Thread) -> bool:
        """Say whether no eye could follow an arc for this thread."""
        return abs(self._rows[thread.start] - self._rows[thread.end]) > FARTHEST

    def _arcs(self) -> Iterator[tuple[Arc, MapArc]]:
        """Draw every thread, the lightest first so that none hides a heavier one."""
        rows = self._rows
        for thread in reversed([one for one in self.threads if not self._is_far(one)]):
            start, end = rows[thread.start], rows[thread.end]
            arc = arc_between(start, end, len(rows))
            dot = dot_at(end) if thread.kind == "names" else ""
            yield arc, MapArc(start, end, thread.kind, thread.heavy, arc.path, dot)

    def _node(self, at: int, unit: Unit) -> MapNode:
        """Set a unit as a row."""
        slug, locator = self.document.slug, unit.locator
        count = self.counts.get(locator, 0)
        return MapNode(
            at=at,
            pair=unit_pair(slug, unit),
            count=self._count(locator, count) if count else None,
            far=self.far.get(locator, ()),
            state=self._state(locator, count),
        )

    def _count(self, locator: Locator, count: int) -> Link:
        """Say how many threads a unit has, or how often the term, and lead to them."""
        if self.asked.term:
            told = ngettext("%(num)s time", "%(num)s times", count)
        else:
            told = ngettext("%(num)s thread", "%(num)s threads", count)
        href = map_url(self.document.slug, unit=str(locator))
        return Link(str(told), href, count=count)

    def _state(self, locator: Locator, count: int) -> str:
        """Say whether a unit is what was asked for, or answers it."""
        if not self.asked:
            return ""
        if self.asked.unit and self.asked.unit.locator == locator:
            return "chosen"
        if count:
            return "bound"
        return "" if any(locator in one.ends for one in self.threads) else "other"


def _far_link(unit: Locator, sign: str) -> Link:
    """Lead to the row of the unit at the other end."""
    return Link(str(unit), f"#{unit}", rank=sign)


def thread_counts(threads: Sequence[Thread]) -> Counter[Locator]:
    """Count the threads of every unit."""
    return Counter(end for thread in threads for end in thread.ends)
