"""The pages of results to choose from."""

from __future__ import annotations

from collections.abc import Callable

from flask import abort
from flask_babel import gettext

from app.search.results import SearchRequest
from app.search.results import SearchResults
from app.web.contexts import Link
from app.web.results.contexts import Pagination
from app.web.results.parameters import search_url

_AROUND = 2
"""How many pages are offered on either side of the present one."""


def check_page(page: int, last: int) -> None:
    """Refuse a page after the last.

    :raise NotFound: naming the last.
    """
    if page > last:
        abort(
            404,
            gettext(
                "There is no page %(page)s of these results; the last is %(last)s.",
                page=page,
                last=last,
            ),
        )


def pagination(asked: SearchRequest, answer: SearchResults) -> Pagination:
    """Offer the pages of a search."""
    return paginate(asked.page, answer.pages, lambda page: search_url(asked, page))


def paginate(at: int, last: int, address: Callable[[int], str]) -> Pagination:
    """Offer the first, the last and the neighbouring pages as real links."""
    near = range(at - _AROUND, at + _AROUND + 1)
    numbers = sorted({1, last, *(number for number in near if 1 <= number <= last)})
    links: list[Link | None] = []
    for before, number in zip([0, *numbers], numbers, strict=False):
        if number > before + 1:
            links.append(None)
        links.append(Link(str(number), address(number), current=number == at))
    return Pagination(
        number=at,
        total=last,
        previous=address(at - 1) if at > 1 else "",
        next=address(at + 1) if at < last else "",
        links=tuple(links),
    )
