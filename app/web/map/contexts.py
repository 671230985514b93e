"""What the map is made from, beside the blocks all pages share."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from app.web.contexts import DocumentFacts
from app.web.contexts import Link
from app.web.contexts import Pair
from app.web.map.threads import ThreadKind


@dataclass(frozen=True, slots=True)
class MapNode:
    """A unit as a row of the map."""

    at: int
    """Which row it is, from 0; arcs call it by this."""
    pair: Pair
    count: Link | None
    """How many threads it has, or how often the term; leads to these threads."""
    far: tuple[Link, ...]
    """The other ends of its threads that lead too far to be drawn."""
    state: str
    """``chosen`` for the unit asked for, ``bound`` for those that answer, ``other``
    for what no thread leads to; empty for the rest, and if nothing was asked for."""


@dataclass(frozen=True, slots=True)
class MapArc:
    """A thread as an arc."""

    start: int
    end: int
    kind: ThreadKind
    heavy: bool
    path: str
    dot: str
    """The sign at the end that is named; empty if neither is."""


@dataclass(frozen=True, slots=True)
class MapBand:
    """Rows that are kept together on paper, and what is seen of arcs beside them."""

    nodes: tuple[MapNode, ...]
    arcs: tuple[MapArc, ...]
    view_box: str


@dataclass(frozen=True, slots=True)
class MapLine:
    """A thread as a line of the table."""

    start: Pair
    end: Pair
    kind: str
    reason: Markup


@dataclass(frozen=True, slots=True)
class MapPage:
    """How the units of a document hang together."""

    facts: DocumentFacts
    views: tuple[Link, ...]
    summary: str
    """What is drawn, and how much is left out."""
    picture: str
    """The same for those who do not see the picture."""
    terms: tuple[Link, ...]
    """The terms that bind most, with the number of units in which each stands."""
    more_terms: tuple[Link, ...]
    answer: Markup
    """What was asked for, in words; empty if nothing was."""
    everything: str
    """The map without what was asked for; empty if nothing was."""
    kinds: tuple[tuple[ThreadKind, str], ...]
    """The kinds of threads that are drawn, and what each is called."""
    heavy: bool
    """Whether some units are each other's nearest."""
    far: bool
    """Whether some threads lead too far to be drawn, and are written."""
    bands: tuple[MapBand, ...]
    lines: tuple[MapLine, ...]
    permanent: str
