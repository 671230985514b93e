"""A concordance as the blocks of its page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from app.model.document import Lang
from app.model.document import Text
from app.search.concordance import Line
from app.search.results import SearchRequest
from app.web.contexts import Link
from app.web.current import get_tags
from app.web.marking import marked_url
from app.web.render import line_html
from app.web.render import text_html
from app.web.results.contexts import Pagination

REACH: Mapping[Lang, int] = {"zh": 16, "en": 38}
"""How many characters of each context are shown: as many as stand in one line."""


@dataclass(frozen=True, slots=True)
class LineRow:
    """One occurrence: keyword in context, and the partner of its sentence."""

    address: str
    href: str
    side: Lang
    """The language that the keyword stands in, which says how the line is set."""
    lang: str
    left: Markup
    keyword: Markup
    right: Markup
    partner_side: Lang
    partner_lang: str
    partner: Markup | None
    """None if it is not translated."""


@dataclass(frozen=True, slots=True)
class ConcordancePage:
    """All lines of a query, or why there are none."""

    query: str
    words: Markup
    """The query, with the language it shows."""
    asked: tuple[tuple[str, str], ...]
    """What a new query keeps of this one: names and values of parameters."""
    total: int
    """How many lines there are, on all pages."""
    units: int
    """In how many units they stand."""
    shown: str
    """The corrected query that was searched instead; empty if none."""
    relaxed: bool
    literal: bool
    literal_href: str
    usual_href: str
    within: Link | None
    """The place that the search was narrowed to, with the way out of it."""
    closest: Link | None
    """The longest part of the query that does occur, when nothing was found."""
    goto: Link | None
    """The place the query names, written out."""
    orders: tuple[Link, ...]
    sides: tuple[Link, ...]
    """Both languages and each, with counts, where there is a choice."""
    results_href: str
    """The same query as a search, which explains more."""
    table_href: str
    """All lines as a table to download."""
    lines: tuple[LineRow, ...]
    pagination: Pagination | None


def line_row(line: Line, asked: SearchRequest) -> LineRow:
    """Set a line: as much of the contexts as is seen at once, the whole partner.

    Its link marks where it leads what was *asked*.
    """
    tags, reach = get_tags(line.slug), REACH[line.lang]
    other = line.partner_lang
    return LineRow(
        address=str(line.locator),
        href=marked_url(asked, line.slug, line.locator),
        side=line.lang,
        lang=tags.side(line.lang),
        left=line_html(line.before(reach), line.lang, tags),
        keyword=line_html(line.keyword, line.lang, tags),
        right=line_html(line.after(reach), line.lang, tags),
        partner_side=other,
        partner_lang=tags.side(other),
        partner=(
            text_html(Text(line.partner), other, _nowhere, line.marks, tags=tags)
            if line.partner
            else None
        ),
    )


def _nowhere(_target: str) -> None:
    """Resolve no link: only the words are shown."""
