"""The page of a concordance: every occurrence of a query in its context."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from flask import Blueprint
from flask_babel import gettext
from werkzeug import Response

from app.model.document import Lang
from app.model.locator import Locator
from app.model.place import Place
from app.search.concordance import Concordance
from app.search.concordance import ConcordanceRequest
from app.search.concordance import LineSort
from app.search.results import SearchRequest
from app.web.answers import send_page
from app.web.contexts import Link
from app.web.current import get_snapshot
from app.web.interface import ui_lang
from app.web.render import tag_of
from app.web.render import words_html
from app.web.results.blocks import goto_link
from app.web.results.lines import ConcordancePage
from app.web.results.lines import line_row
from app.web.results.pagination import check_page
from app.web.results.pagination import paginate
from app.web.results.parameters import concordance_request
from app.web.results.parameters import concordance_url
from app.web.results.parameters import search_url
from app.web.tags import LANG_TAGS

concordances = Blueprint("concordances", __name__)


@concordances.get("/concordance")
def concordance() -> Response:
    """List every occurrence of a query, one line each."""
    asked = concordance_request()
    return send_page("concordance.html", lambda: _concordance_page(asked))


def _concordance_page(asked: ConcordanceRequest) -> ConcordancePage:
    """Make the lines, and put the page together.

    :raise NotFound: if there are not so many pages of lines.
    """
    made = get_snapshot().concordance(asked)
    check_page(asked.page, made.pages)
    return _page(asked, made)


def _page(asked: ConcordanceRequest, made: Concordance) -> ConcordancePage:
    """Put the page together."""
    place = get_snapshot().goto(asked.text) if asked.text else None
    return ConcordancePage(
        query=asked.text,
        words=words_html(asked.text),
        asked=_kept(asked),
        total=len(made.lines),
        units=len({(line.slug, line.locator.unit) for line in made.lines}),
        shown=made.found.suggestion or "",
        relaxed=made.found.relaxed and bool(made.lines),
        literal=asked.literal,
        literal_href=concordance_url(replace(asked, literal=True)),
        usual_href=concordance_url(replace(asked, literal=False)),
        within=_within(asked),
        closest=_closest(asked, made),
        goto=goto_link(place) if place else None,
        orders=_orders(asked),
        sides=_sides(asked, made),
        results_href=search_url(
            SearchRequest(asked.text, asked.within, literal=asked.literal)
        ),
        table_href=concordance_url(asked, endpoint="tables.concordance"),
        lines=tuple(line_row(line, asked.search) for line in made.shown),
        pagination=(
            paginate(asked.page, made.pages, lambda page: concordance_url(asked, page))
            if made.pages > 1
            else None
        ),
    )


def _kept(asked: ConcordanceRequest) -> tuple[tuple[str, str], ...]:
    """Give what a new query keeps: where to look and how to order."""
    kept = {"in": asked.within, "sort": asked.sort}
    usual = {"sort": ConcordanceRequest("").sort}
    return tuple(
        (name, value)
        for name, value in kept.items()
        if value and value != usual.get(name)
    )


def _within(asked: ConcordanceRequest) -> Link | None:
    """Name the place that was searched, with the address of the same everywhere."""
    if not asked.within:
        return None
    snapshot = get_snapshot()
    slug, _, address = asked.within.partition(":")
    front = snapshot.documents[slug].front(ui_lang())
    name = front.short_title or front.title
    if address:
        name = snapshot.display_name(Place(slug, Locator.parse(address)), ui_lang())
    return Link(name, concordance_url(replace(asked, within="")))


def _closest(asked: ConcordanceRequest, made: Concordance) -> Link | None:
    """Offer the longest part of the query that does occur."""
    closest = made.found.closest
    if not closest or any(made.counts.values()):
        return None
    href = concordance_url(replace(asked, text=closest, page=1))
    return Link(closest, href, lang=tag_of(closest))


def _orders(asked: ConcordanceRequest) -> tuple[Link, ...]:
    """Offer the order of the text and those of the contexts."""
    names = {
        "document": gettext("Order of the text"),
        "left": gettext("By the words before"),
        "right": gettext("By the words after"),
    }
    return tuple(
        Link(
            name,
            concordance_url(replace(asked, sort=cast(LineSort, sort))),
            current=asked.sort == sort,
        )
        for sort, name in names.items()
    )


def _sides(asked: ConcordanceRequest, made: Concordance) -> tuple[Link, ...]:
    """Offer the languages, where both have lines or one was asked for."""
    if not (asked.lang or all(made.counts.values())):
        return ()
    names: dict[Lang | None, str] = {
        None: gettext("Both"), "zh": "中文", "en": "English",
    }  # fmt: skip
    return tuple(
        Link(
            name,
            concordance_url(replace(asked, lang=lang)),
            current=asked.lang == lang,
            lang=LANG_TAGS.side(lang) if lang else "",
            count=made.counts[lang] if lang else sum(made.counts.values()),
        )
        for lang, name in names.items()
    )
