"""The pages of results to choose from."""

from __future__ import annotations

from app.search.results import SearchRequest
from app.search.results import SearchResults
from app.web.contexts import Link
from app.web.results.contexts import Pagination
from app.web.results.parameters import search_url

_AROUND = 2
"""How many pages are offered on either side of the present one."""


def pagination(asked: SearchRequest, answer: SearchResults) -> Pagination:
    """Offer the first, the last and the neighbouring pages as real links."""
    last = answer.pages
    near = range(asked.page - _AROUND, asked.page + _AROUND + 1)
    numbers = sorted({1, last, *(number for number in near if 1 <= number <= last)})
    links: list[Link | None] = []
    for before, number in zip([0, *numbers], numbers, strict=False):
        if number > before + 1:
            links.append(None)
        href = search_url(asked, page=number)
        links.append(Link(str(number), href, current=number == asked.page))
    return Pagination(
        number=asked.page,
        total=last,
        previous=search_url(asked, asked.page - 1) if asked.page > 1 else "",
        next=search_url(asked, asked.page + 1) if asked.page < last else "",
        links=tuple(links),
    )
