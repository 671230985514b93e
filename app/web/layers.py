"""Elements laid over a text, layers that may cross, and points between letters."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import escape
from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Wrap:
    """An element laid over a stretch of text."""

    start: int
    end: int
    opening: Markup
    closing: Markup
    link: bool = False
    """Whether it may hold no other link."""


@dataclass(frozen=True, slots=True)
class Point:
    """An empty element put in after a character."""

    at: int
    element: Markup
    glued: bool = False
    """Whether a line may not end before it."""


Layers = Sequence[Sequence[Wrap]]

Setting = Callable[[int, int], Markup]
"""Sets a stretch of a text that has no elements: escaped, with or without pinyin."""


def lay(
    plain: str,
    layers: Layers,
    points: Sequence[Point],
    setting: Setting | None = None,
) -> Markup:
    """Lay all layers over a text, the first outermost, and escape it."""
    if not plain:
        return Markup("").join(point.element for point in points)
    return _nest(setting or as_written(plain), 0, len(plain), layers, points)


def as_written(plain: str) -> Setting:
    """Give what sets a text as it is."""
    return lambda start, end: escape(plain[start:end])


def _nest(
    setting: Setting, start: int, end: int, layers: Layers, points: Sequence[Point]
) -> Markup:
    """Set a stretch; an inner element is split where an outer one begins or ends."""
    if not layers:
        return _leaf(setting, start, end, points)
    html, at = Markup(), start
    for wrap in layers[0]:
        first, last = max(wrap.start, at), min(wrap.end, end)
        if first >= last:
            continue
        if first > at:
            html += _nest(setting, at, first, layers[1:], points)
        # The number of a note is a link as well, and stands behind this one.
        behind = [point for point in points if wrap.link and point.at == last]
        within = [point for point in points if point not in behind]
        inner = _nest(setting, first, last, layers[1:], within)
        html += wrap.opening + inner + wrap.closing
        html += Markup("").join(point.element for point in behind)
        at = last
    return html + _nest(setting, at, end, layers[1:], points) if at < end else html


def _leaf(setting: Setting, start: int, end: int, points: Sequence[Point]) -> Markup:
    """Set a stretch without elements and put in the points that follow it."""
    html, at = Markup(), start
    for point in points:
        if not (start < point.at <= end or point.at == start == 0):
            continue
        if point.glued and point.at > at:
            html += setting(at, point.at - 1) + Markup('<span class="nb">')
            html += setting(point.at - 1, point.at) + point.element + Markup("</span>")
        else:
            html += setting(at, point.at) + point.element
        at = max(at, point.at)
    return html + setting(at, end)
