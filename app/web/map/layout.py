"""Where the rows and the arcs of a map lie. Pure arithmetic; knows no page.

A map is a column of rows of one height with arcs beside it, and an arc is one curve
between two rows: that is a line of arithmetic here. A layout library would place the
nodes, and there is nothing to place: they stand in the order of the text.

The unit of height is one row, the unit of width one per cent of the picture, which
is stretched over whatever room there is. So that paper splits no row and no arc comes
off its row at the foot of a page, the picture is made of bands that fit on a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

BAND = 40
"""How many rows a band has at most: no more fit on a sheet of A4."""

FARTHEST = 40
"""How many rows an arc spans at most: no eye follows one from screen to screen."""

EDGE = 96.0
"""Where arcs end, so that the dot at the end of one is not cut off."""

_DEEPEST = 92.0
"""How far the longest arc reaches from there."""

_ROUND = 4 / 3
"""A cubic curve reaches three quarters of the way to its two handles."""


@dataclass(frozen=True, slots=True)
class Arc:
    """A curve between two rows, from the upper to the lower."""

    upper: int
    lower: int
    path: str


@dataclass(frozen=True, slots=True)
class Band:
    """Some rows that follow one another; *last* is the first row after them."""

    first: int
    last: int

    @property
    def view_box(self) -> str:
        """The window through which a band looks at the whole picture."""
        return f"0 {self.first} 100 {self.last - self.first}"

    def meets(self, arc: Arc) -> bool:
        """Say whether any of an arc is seen in this band."""
        return arc.upper < self.last and arc.lower >= self.first


def arc_between(one: int, other: int, rows: int) -> Arc:
    """Draw the arc between two rows of a picture; the farther apart, the deeper."""
    upper, lower = sorted((one, other))
    longest = max(min(rows - 1, FARTHEST), 1)
    depth = _DEEPEST * sqrt((lower - upper) / longest)
    handle = EDGE - depth * _ROUND
    top, foot = f"{upper + 0.5:g}", f"{lower + 0.5:g}"
    curve = f"C{handle:.1f} {top} {handle:.1f} {foot} {EDGE:g} {foot}"
    return Arc(upper, lower, f"M{EDGE:g} {top}{curve}")


def dot_at(row: int) -> str:
    """Draw a line of no length, which its round ends make a dot that is never bent."""
    return f"M{EDGE:g} {row + 0.5:g}h0"


def bands(heads: Sequence[bool]) -> tuple[Band, ...]:
    """Cut rows into bands, before a heading where one comes late enough.

    *heads* says of every row whether it is a heading, with its own rows below it.
    """
    found, first = [], 0
    while len(heads) - first > BAND:
        late = range(first + BAND, first + BAND * 2 // 3, -1)
        last = next((row for row in late if heads[row]), first + BAND)
        found.append(Band(first, last))
        first = last
    if heads:
        found.append(Band(first, len(heads)))
    return tuple(found)
