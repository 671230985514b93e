"""The page of all terms: by kind, by letter, by words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from flask import url_for
from flask_babel import gettext

from app.model.document import Lang
from app.model.glossary import Term
from app.terms.listing import Entry
from app.terms.listing import LETTERS
from app.terms.listing import TermList
from app.terms.listing import TermRequest
from app.web.contexts import Link
from app.web.contexts import Pair
from app.web.current import get_snapshot
from app.web.kinds import kind_name
from app.web.render import line_html
from app.web.results.pagination import check_page
from app.web.results.pagination import paginate
from app.web.terms.asked import everything
from app.web.terms.asked import kept
from app.web.terms.asked import terms_url
from app.web.terms.contexts import LetterGroup
from app.web.terms.contexts import TermRow
from app.web.terms.contexts import TermsPage
from app.web.urls import absolute
from app.web.urls import term_url


def terms_page(asked: TermRequest) -> TermsPage:
    """Put the page of all terms together.

    :raise NotFound: if there are not so many pages.
    """
    found = get_snapshot().terms.listing.select(asked)
    check_page(asked.page, found.pages)
    whole = everything(asked)
    return TermsPage(
        words=asked.text,
        heading=kind_name(asked.kind) if asked.kind else gettext("Terms"),
        total=found.total,
        kept=kept(asked),
        kinds=_kinds(found),
        letters=_letters(found),
        orders=_orders(asked),
        groups=_groups(found.entries),
        near=_near(found),
        all_href="" if replace(asked, page=1) == whole else terms_url(whole),
        pagination=(
            paginate(asked.page, found.pages, lambda page: terms_url(asked, page))
            if found.pages > 1
            else None
        ),
        downloads=(
            Link(gettext("Download as CSV"), url_for("terms.table")),
            Link(gettext("Download as TBX"), url_for("terms.termbase")),
        ),
        permanent=absolute(url_for("terms.index")),
    )


def term_pair(term: Term) -> Pair:
    """Set a term as a pair that leads to its page."""
    return Pair(
        line_html(term.zh, "zh"), line_html(term.en, "en"), href=term_url(term.id)
    )


def counted_row(term: Term) -> TermRow:
    """Set a term with how often it stands in all texts."""
    return TermRow(term_pair(term), get_snapshot().terms.listing.count(term))


def _groups(entries: Iterable[Entry]) -> tuple[LetterGroup, ...]:
    """Part the terms by their letters."""
    return tuple(
        LetterGroup(
            letter,
            tuple(TermRow(term_pair(one.term), one.occurrences) for one in same),
        )
        for letter, same in groupby(entries, key=lambda entry: entry.letter)
    )


def _kinds(found: TermList) -> tuple[Link, ...]:
    """Offer each kind that has terms, and all of them."""
    asked = found.request
    anything = Link(
        gettext("All kinds"),
        terms_url(replace(asked, kind="")),
        current=not asked.kind,
        count=sum(found.kinds.values()),
    )
    names = sorted(found.kinds, key=lambda kind: (-found.kinds[kind], kind))
    return anything, *(
        Link(
            kind_name(kind),
            terms_url(replace(asked, kind=kind)),
            current=asked.kind == kind,
            count=found.kinds[kind],
        )
        for kind in names
    )


def _letters(found: TermList) -> tuple[Link, ...]:
    """Offer each letter that has terms, and all of them."""
    asked = found.request
    anything = Link(
        gettext("All letters"),
        terms_url(replace(asked, letter="")),
        current=not asked.letter,
    )
    return anything, *(
        Link(
            letter,
            terms_url(replace(asked, letter=letter)),
            current=asked.letter == letter,
        )
        for letter in LETTERS
        if letter in found.letters
    )


def _orders(asked: TermRequest) -> tuple[Link, ...]:
    """Offer both orders; a letter is one of its own order."""
    names: dict[Lang, str] = {
        "zh": gettext("By pinyin"), "en": gettext("By English"),
    }  # fmt: skip
    return tuple(
        Link(
            name,
            terms_url(
                asked if sort == asked.sort else replace(asked, sort=sort, letter="")
            ),
            current=sort == asked.sort,
        )
        for sort, name in names.items()
    )


def _near(found: TermList) -> tuple[TermRow, ...]:
    """Offer the terms that are nearest to words that none has."""
    if found.total or not found.request.text:
        return ()
    return tuple(map(counted_row, get_snapshot().terms.near(found.request.text)))
