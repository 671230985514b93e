"""The ways to narrow a search, as plain links with counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from flask_babel import gettext

from app.model.document import Document
from app.model.document import Lang
from app.model.document import Unit
from app.model.locator import Locator
from app.search.results import FacetValue
from app.search.results import SearchRequest
from app.search.results import SearchResults
from app.search.results import Sort
from app.web.blocks import heading_of
from app.web.contexts import Link
from app.web.current import get_snapshot
from app.web.interface import ui_lang
from app.web.navigation import short_heading
from app.web.results.contexts import Facet
from app.web.results.parameters import search_url
from app.web.tags import LANG_TAGS

_DOCUMENTS = 20
"""How many documents are offered at most."""

_UNFOLDED = 3
"""With more documents, only the one that is searched shows its parts."""

_LANG_NAMES: dict[Lang, str] = {"zh": "中文", "en": "English"}


def facets(asked: SearchRequest, answer: SearchResults) -> tuple[Facet, ...]:
    """Offer where to look, on which side, and in which order."""
    return (
        Facet(gettext("Where"), _places(asked, answer)),
        Facet(gettext("Side of the hits"), _sides(asked, answer)),
        Facet(gettext("Order"), _orders(asked)),
    )


def _places(asked: SearchRequest, answer: SearchResults) -> tuple[Link, ...]:
    """Offer everything, then each document and its parts."""
    links = [
        Link(
            gettext("Everything"),
            search_url(replace(asked, within="")),
            current=not asked.within,
            count=None if asked.within else answer.total,
        )
    ]
    sections: dict[str, list[FacetValue]] = defaultdict(list)
    for below in answer.facets.get("section", ()):
        sections[below.value.partition(":")[0]].append(below)
    documents = _most(answer.facets.get("doc", ()), asked)
    for value in documents:
        links.append(_place(asked, value.value, value.count))
        if len(documents) <= _UNFOLDED or value.value == asked.within.partition(":")[0]:
            links += [
                _place(asked, below.value, below.count)
                for below in sections[value.value]
            ]
    if asked.within and not any(link.current for link in links):
        links.append(_place(asked, asked.within, answer.total))
    return tuple(links)


def _most(values: Sequence[FacetValue], asked: SearchRequest) -> list[FacetValue]:
    """Keep the documents with the most results, and the one that is searched."""
    slug = asked.within.partition(":")[0]
    most = sorted(values, key=lambda one: (one.value != slug, -one.count))[:_DOCUMENTS]
    return [value for value in values if value in most]


def _place(asked: SearchRequest, value: str, count: int) -> Link:
    """Offer one document or one part of it."""
    slug, _, address = value.partition(":")
    text = get_snapshot().documents[slug]
    front = text.front(ui_lang())
    words, title, rank = front.short_title or front.title, "", ""
    if address:
        unit = text.by_locator[Locator.parse(address)]
        words, title = short_heading(heading_of(unit, ui_lang()), ui_lang())
        words = _part(text, unit) + words
        rank = "in" if len(unit.locator.path) == 1 else "in deep"
    return Link(
        words,
        search_url(replace(asked, within=value)),
        current=value == asked.within,
        count=count,
        title=title,
        rank=rank,
    )


def _part(text: Document, unit: Unit) -> str:
    """Give the number of the part above: 二（三） and II (3) are not 一（三）."""
    above = text.by_locator.get(unit.locator.parent) if unit.locator.parent else None
    if above is None:
        return ""
    number = above.heading(ui_lang()).label.strip(" \u3000、.．")
    return number if ui_lang() == "zh" else f"{number} "


def _sides(asked: SearchRequest, answer: SearchResults) -> tuple[Link, ...]:
    """Offer both sides, or the one that must have the words."""
    counts = {value.value: value.count for value in answer.facets.get("lang", ())}
    both = Link(
        gettext("Both"), search_url(replace(asked, lang=None)), current=not asked.lang
    )
    return (
        both,
        *(
            Link(
                name,
                search_url(replace(asked, lang=lang)),
                current=asked.lang == lang,
                lang=LANG_TAGS.side(lang),
                count=counts.get(lang),
            )
            for lang, name in _LANG_NAMES.items()
        ),
    )


def _orders(asked: SearchRequest) -> tuple[Link, ...]:
    """Offer the best first, or the order of the text."""
    names = {
        "relevance": gettext("Best first"),
        "document": gettext("Order of the text"),
    }
    return tuple(
        Link(
            name,
            search_url(replace(asked, sort=cast(Sort, sort))),
            current=asked.sort == sort,
        )
        for sort, name in names.items()
    )
