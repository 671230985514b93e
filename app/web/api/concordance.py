"""Keyword in context: its shape in the API, and what fills it."""

from __future__ import annotations

from time import perf_counter
from typing import Literal

from pydantic import BaseModel
from pydantic import Field

from app.search.concordance import ConcordanceRequest
from app.search.concordance import Line
from app.search.concordance import LineSort
from app.snapshot.reader import Snapshot
from app.web.api import shapes
from app.web.api.problems import check_page
from app.web.urls import permanent_path


class ConcordanceParameters(BaseModel):
    """What a concordance may be asked with."""

    q: str = Field("", description="the query, at most 1,000 characters")
    within: str = Field(
        "", alias="in", description="a document, or a document, a colon and a unit"
    )
    lang: shapes.Lang | None = Field(
        None, description="the language that the keyword stands in"
    )
    sort: LineSort = Field(
        "document",
        description="in the order of the text, or by the words to the left, read from "
        "the keyword outwards, or to the right; Chinese by pinyin, before English",
    )
    page: int = Field(1, ge=1, le=1_000_000, description="which page, from 1")
    size: int = Field(50, ge=1, le=500, description="how many lines a page has")
    literal: bool = Field(False, description="search just what was typed")


class ConcordanceLine(BaseModel):
    """One occurrence; left, keyword and right together are the whole text."""

    doc: str = Field(description="the document")
    locator: str = Field(description="the segment; the unit, for a heading")
    url: str = Field(description="its permanent address")
    lang: shapes.Lang = Field(description="the language that the keyword stands in")
    left: str = Field(description="all that stands before the keyword")
    keyword: str = Field(description="the keyword as it stands in the text")
    right: str = Field(description="all that stands after the keyword")
    partner: shapes.MarkedText = Field(
        description="the same in the other language; empty if it is not translated"
    )


class LineCounts(BaseModel):
    """How many lines there are in each language, whichever was asked for."""

    zh: int = Field(description="lines whose keyword is in the Chinese text")
    en: int = Field(description="lines whose keyword is in the English text")


class ConcordanceAnswer(BaseModel):
    """One page of lines."""

    ok: Literal[True] = True
    query: str = Field(description="what was asked")
    total: int = Field(description="how many lines there are, on all pages")
    page: int = Field(description="this page, from 1")
    size: int = Field(description="how many lines a page has")
    counts: LineCounts = Field(description="how many lines each language has")
    relaxed: bool = Field(description="whether nothing had all the words")
    suggestion: str | None = Field(
        description="the corrected query that was used instead"
    )
    took_ms: float = Field(description="how long it took, in milliseconds")
    lines: list[ConcordanceLine] = Field(description="the lines, in order")


def answer_concordance(
    snapshot: Snapshot, asked: ConcordanceParameters
) -> ConcordanceAnswer:
    """Make one page of a concordance."""
    start = perf_counter()
    made = snapshot.concordance(
        ConcordanceRequest(
            asked.q,
            asked.within,
            asked.lang,
            asked.sort,
            asked.page,
            asked.size,
            asked.literal,
        )
    )
    took = 1000 * (perf_counter() - start)
    check_page(asked.page, made.pages)
    return ConcordanceAnswer(
        query=asked.q,
        total=len(made.lines),
        page=asked.page,
        size=asked.size,
        counts=LineCounts(zh=made.counts["zh"], en=made.counts["en"]),
        relaxed=made.found.relaxed,
        suggestion=made.found.suggestion,
        took_ms=round(took, 2),
        lines=[_line(line) for line in made.shown],
    )


def _line(line: Line) -> ConcordanceLine:
    """Describe a line."""
    return ConcordanceLine(
        doc=line.slug,
        locator=str(line.locator),
        url=permanent_path(line.slug, line.locator),
        lang=line.lang,
        left=line.left,
        keyword=line.keyword,
        right=line.right,
        partner=shapes.MarkedText(
            text=line.partner, marks=[(mark.start, mark.end) for mark in line.marks]
        ),
    )
