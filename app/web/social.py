"""What a link to a page shows where people share it: its words in both languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flask import request
from flask import Response
from flask import url_for

from app.model.document import Document
from app.model.document import Lang
from app.model.document import LANGS
from app.model.document import Unit
from app.model.place import Place
from app.model.place import WHOLE
from app.web.answers import render_page
from app.web.api.places import answer_place
from app.web.api.shapes import SegmentFacts
from app.web.current import get_snapshot
from app.web.urls import absolute
from app.web.urls import permanent_path

#: Programs that fetch a page to show a preview of its link. They read neither what
#: follows ``#`` nor scripts. In-app browsers (FBAN, MicroMessenger) are people.
_PREVIEW_ROBOTS = re.compile(
    r"""
      facebookexternalhit | Facebot | Twitterbot | Slackbot | ^WhatsApp/
    | TelegramBot | LinkedInBot | Discordbot | \bMastodon/ | Bluesky\ Cardyb
    | ^WordPress/
    """,
    re.VERBOSE,
)

_IN_TITLE: dict[Lang, int] = {"zh": 30, "en": 60}
_IN_DESCRIPTION: dict[Lang, int] = {"zh": 70, "en": 120}
"""How many characters of each language are shown: together less than 200."""


@dataclass(frozen=True, slots=True)
class Social:
    """The title, the description and the permanent address of what is shared."""

    title: str
    description: str
    url: str
    quoted: bool = False
    """Whether the title is the text itself, and no heading."""

    @property
    def embedding(self) -> str:
        """Where a program learns how to set it into a page, by oEmbed."""
        return absolute(url_for("oembed.answer", url=self.url))


@dataclass(frozen=True, slots=True)
class SharedPage:
    """What a program that shows a preview of a link to a sentence gets to read."""

    social: Social
    canonical: str
    """The page of the unit it stands in."""


def is_preview_robot() -> bool:
    """Say whether a program asks that only shows a preview of the link."""
    return bool(_PREVIEW_ROBOTS.search(request.headers.get("User-Agent", "")))


def for_robots(place: Place) -> Response:
    """Answer such a program with a segment or a range, and nothing but that."""
    unit = permanent_path(place.slug, place.locator.unit)
    page = SharedPage(social_place(place), absolute(unit))
    response = Response(render_page("shared.html", page), mimetype="text/html")
    response.vary.add("User-Agent")
    response.cache_control.no_cache = True
    return response


def social_document(text: Document) -> Social:
    """Share a whole document."""
    return Social(
        f"{text.zh.title} · {text.en.title}",
        _both(text.zh.status, text.en.status),
        absolute(permanent_path(text.slug, WHOLE)),
    )


def social_unit(text: Document, unit: Unit) -> Social:
    """Share a unit: its heading, and how it begins."""
    snapshot, place = get_snapshot(), Place(text.slug, unit.locator)
    words = [
        unit.heading(lang).title or snapshot.display_name(place, lang) for lang in LANGS
    ]
    begin = [first.plain(lang) for first in unit.segments[:1] for lang in LANGS]
    return Social(
        " · ".join(words),
        _both(*(begin or (text.zh.title, text.en.title))),
        absolute(permanent_path(text.slug, unit.locator)),
    )


def social_place(place: Place) -> Social:
    """Share a segment or a range: the sentences themselves, in both languages."""
    return social_segments(place, answer_place(get_snapshot(), place).segments)


def social_segments(place: Place, segments: Sequence[SegmentFacts]) -> Social:
    """Share sentences that are known already."""
    zh = "".join(one.zh.text for one in segments)
    en = " ".join(one.en.text for one in segments if one.en.text)
    title = [_cut(zh, _IN_TITLE["zh"]), _cut(en, _IN_TITLE["en"])]
    return Social(
        " · ".join(words for words in title if words),
        _both(zh, en),
        absolute(permanent_path(place.slug, place.locator)),
        quoted=True,
    )


def _both(zh: str, en: str) -> str:
    """Put two sides after one another, each shortened."""
    sides = _cut(zh, _IN_DESCRIPTION["zh"]), _cut(en, _IN_DESCRIPTION["en"])
    return " ".join(sides).strip()


def _cut(text: str, most: int) -> str:
    """Shorten a text; English at the end of a word."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    if line[most - 1].isascii() and line[most - 1].isalnum() and " " in cut:
        cut = cut.rsplit(" ", 1)[0]
    return cut.rstrip(" ,，、") + "…"
