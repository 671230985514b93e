"""Texts that were made up, the worst that a file must hold."""

from __future__ import annotations

from hypothesis import strategies as st

from app.export.extract import Extract
from app.export.extract import ExtractUnit
from app.export.extract import Pair
from app.export.extract import Provenance
from app.export.extract import Words
from app.model.document import Span

NASTY = (
    "]]>",
    "<script>alert(1)</script>",
    "&amp;&#0;",
    '=HYPERLINK("x")',
    "@SUM(1)",
    "a\u0001b\u000bc\ufffe",
    "\u202eright to left\u202c",
    "\u200f\u061c",
    "😀𠮷",
    "*x* _y_ `z` # [a](b) > 1. - +",
    "--- <!-- --> <?x?>",
    "1. one",
    "- two",
    "\\",
    "'''=1",
    "中" * 3000,
    " ",
    "",
)

texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
)


def extract_of(zh: str | None, en: str | None, query: str | None = None) -> Extract:
    """Make a document, or a result set, of one pair; all else says what *zh* says."""
    said = Words(zh or "", en or "")
    pair = Pair("plan", "1.s1", "https://example.org/plan/1.s1", zh, en)
    unit = ExtractUnit(
        slug="plan",
        locator="1",
        address="https://example.org/plan/1",
        kind="part",
        number="1",
        depth=1,
        heading=said,
        paragraphs=((pair,),),
        score=None if query is None else 1.5,
    )
    source = Provenance(
        slug="plan",
        address="https://example.org/plan/",
        title=said,
        short_title=said,
        issued="2024-05-01",
        issuers=((said.zh,), (said.en,)),
        source=said,
        status=said,
        coverage=said,
        edition=said.zh,
        licence=said,
    )
    return Extract(
        slug="plan" if query is None else None,
        locator="",
        query=query,
        title=said,
        place=Words(),
        address="https://example.org/plan/",
        zh_tag="zh-Hans",
        en_tag="en",
        digest="0123456789abcdef",
        sources=(source,),
        units=(unit,),
    )


def stressed(text: str, *spans: Span) -> Pair:
    """Make a pair with emphasis."""
    return Pair(
        "plan", "1.s1", "https://example.org/plan/1.s1", text, text, spans, spans
    )
