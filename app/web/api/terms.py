"""The terms of the glossary in the API: their shapes, and what fills them."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel
from pydantic import Field

from app.errors import QueryError
from app.model.glossary import Term
from app.search.query import check_length
from app.snapshot.reader import Snapshot
from app.terms.listing import LETTERS
from app.terms.listing import SIZE
from app.terms.listing import TermRequest
from app.web.api import shapes
from app.web.api.problems import check_page
from app.web.urls import term_url

MOST = 500
"""How many terms, or pairs of one, may be asked for at once."""


class TermsParameters(BaseModel):
    """What the list of terms may be asked with."""

    q: str = Field(
        "",
        description="a part of any form, or the beginning of the pinyin of the main "
        "one; at most 1,000 characters",
    )
    kind: str = Field("", description="terms of this kind only")
    letter: str = Field(
        "",
        description="terms under this letter only: of the pinyin, or of the English, "
        "as they are sorted; # is for digits and signs",
    )
    sort: shapes.Lang = Field("zh", description="by pinyin, or by the English")
    page: int = Field(1, ge=1, le=1_000_000, description="which page, from 1")
    size: int = Field(SIZE, ge=1, le=MOST, description="how many terms a page has")


class TermFacts(BaseModel):
    """A term of the glossary."""

    id: str = Field(description="its name in addresses")
    url: str = Field(description="its page")
    zh: str = Field(description="the Chinese form that it is shown by")
    en: str = Field(description="the English form that it is shown by")
    kind: str = Field(description="what it is: institution, strategy and so on")
    zh_aliases: list[str] = Field(description="its other Chinese forms")
    en_aliases: list[str] = Field(description="its other English forms")
    note: str = Field(description="what the glossary says of it; may be empty")
    occurrences: int = Field(
        description="how often it stands in all texts; in a pair, as often as on the "
        "side that has it more often"
    )
    pairs: int = Field(description="in how many sentences and headings it stands")


class Tally(BaseModel):
    """A value to narrow by, and how many terms it has."""

    value: str = Field(description="what to ask with")
    count: int = Field(description="how many terms suit then")


class TermsAnswer(BaseModel):
    """One page of terms."""

    ok: Literal[True] = True
    total: int = Field(description="how many terms there are, on all pages")
    page: int = Field(description="this page, from 1")
    size: int = Field(description="how many terms a page has")
    terms: list[TermFacts] = Field(description="the terms, in order")
    kinds: list[Tally] = Field(description="the kinds there are")
    letters: list[Tally] = Field(description="the letters there are")


def answer_terms(snapshot: Snapshot, asked: TermsParameters) -> TermsAnswer:
    """List terms."""
    check_length(asked.q)
    letter = asked.letter.upper()
    _check_choice("letter", letter, set(LETTERS))
    _check_choice("kind", asked.kind, {one.kind for one in snapshot.glossary.terms})
    found = snapshot.terms.listing.select(
        TermRequest(
            " ".join(asked.q.split()),
            asked.kind,
            letter,
            asked.sort,
            asked.page,
            asked.size,
        )
    )
    check_page(asked.page, found.pages)
    return TermsAnswer(
        total=found.total,
        page=asked.page,
        size=asked.size,
        terms=[
            term_facts(one.term, one.occurrences, one.pairs) for one in found.entries
        ],
        kinds=[Tally(value=kind, count=n) for kind, n in found.kinds.items()],
        letters=[Tally(value=one, count=n) for one, n in found.letters.items()],
    )


def _check_choice(name: str, value: str, known: set[str]) -> None:
    """Refuse a value that there is not.

    :raise QueryError: naming the parameter.
    """
    if value and value not in known:
        raise QueryError(name, f"{name} must be one of {', '.join(sorted(known))}.")


def term_facts(term: Term, occurrences: int, pairs: int) -> TermFacts:
    """Describe a term."""
    return TermFacts(
        id=term.id,
        url=term_url(term.id),
        zh=term.zh,
        en=term.en,
        kind=term.kind,
        zh_aliases=list(term.zh_aliases),
        en_aliases=list(term.en_aliases),
        note=term.note,
        occurrences=occurrences,
        pairs=pairs,
    )
