"""A place set into other people's pages: its address there, its size, the code."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flask import url_for
from markupsafe import Markup

from app.model.document import Document
from app.model.document import Lang
from app.model.document import LANGS
from app.model.place import Place
from app.web.api.places import answer_place
from app.web.current import get_snapshot
from app.web.urls import absolute

THEMES = ("light", "dark")
"""What may be asked for; anything else follows the page it is set into."""

WIDTH = 640
"""How wide a frame is in CSS pixels, unless another width is asked for."""

_NARROW = 560
"""Below this the languages stand under one another; the sheet says the same."""

_LOWEST, _HIGHEST = 160, 720
_LINE, _SMALL_LINE = 26, 18
_LETTERS, _SMALL_LETTERS = (16.0, 7.4), (12.0, 6.2)
"""How wide a letter is, of Chinese and of English."""

_EDGES, _SPINE, _GAP = 34, 48, 12
_AROUND = 4 * _SMALL_LINE + _EDGES
"""The edges, the link, and the name of what has no heading."""

_CODE = Markup(
    '<iframe src="{src}" title="{title}" width="{width}" height="{height}"'
    ' style="border:0;max-width:100%" loading="lazy"></iframe>'
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame for a place: what is in it, what it is called, and its size."""

    src: str
    title: str
    width: int
    height: int

    @property
    def code(self) -> str:
        """What somebody copies into a page."""
        return str(
            _CODE.format(
                src=self.src, title=self.title, width=self.width, height=self.height
            )
        )


def frame_of(
    place: Place, view: str = "", max_width: int = WIDTH, max_height: int = _HIGHEST
) -> Frame:
    """Make a frame for a place that is no larger than it may be."""
    width = min(WIDTH, max_width)
    height = min(_height(place, view or "parallel", width), max_height)
    return Frame(
        absolute(embed_url(place, **({"view": view} if view else {}))),
        frame_title(place),
        width,
        height,
    )


def embed_url(place: Place, **parameters: Any) -> str:
    """Address the page that is set into a frame."""
    if not place.locator.path:
        return url_for("embed.document", slug=place.slug, **parameters)
    reference = str(place.locator)
    return url_for("embed.place", slug=place.slug, reference=reference, **parameters)


def frame_title(place: Place) -> str:
    """Name a place and its document in both languages."""
    text = get_snapshot().documents[place.slug]
    if not place.locator.path:
        return f"{text.zh.title} · {text.en.title}"
    zh, en = (get_snapshot().display_name(place, lang) for lang in LANGS)
    return f"《{_short(text, 'zh')}》{zh} · {_short(text, 'en')}, {en}"


def _short(text: Document, lang: Lang) -> str:
    """Give the short title of a document."""
    return text.front(lang).short_title or text.front(lang).title


def _height(place: Place, view: str, width: int) -> int:
    """Tell about how high a place is, so that it need not be scrolled."""
    text = get_snapshot().documents[place.slug]
    title = (text.zh.title, text.en.title)
    rows, small = [], [(text.zh.status, text.en.status)]
    if place.locator.path:
        unit = text.by_locator.get(place.locator)
        units = (unit, *unit.children) if unit else ()
        found = answer_place(get_snapshot(), place)
        rows += [(one.zh.text, one.en.text) for one in found.segments]
        small.append(title)
    else:
        units = text.units
        rows.append(title)
    rows += [(str(unit.zh), str(unit.en)) for unit in units]
    high = _rows_height(rows, view, width - _SPINE, _LINE, _LETTERS)
    high += _rows_height(small, view, width, _SMALL_LINE, _SMALL_LETTERS)
    return max(_LOWEST, min(high + _AROUND, _HIGHEST))


def _rows_height(
    rows: Iterable[tuple[str, str]],
    view: str,
    width: int,
    line: int,
    letters: tuple[float, float],
) -> int:
    """Tell how high rows are in one language, side by side or under one another."""
    aside = view == "parallel" and width >= _NARROW - _SPINE
    column = (width - _EDGES - (_GAP if aside else 0)) / (2 if aside else 1)
    high = 0
    for zh, en in rows:
        sides = [
            _lines(side, letter, column) * line
            for side, letter, lang in zip((zh, en), letters, LANGS, strict=True)
            if view not in LANGS or view == lang
        ]
        high += (max(sides) if aside else sum(sides)) + _GAP
    return high


def _lines(text: str, letter: float, column: float) -> int:
    """Tell how many lines a text fills; the end of a line is seldom reached."""
    return 1 + int(len(re.sub(r"\s+", " ", text)) * letter / max(column - letter, 80))
