"""Citations say who, what, when and where, as each style wants it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.citation.source import Source
from app.citation.source import source_of
from app.citation.styles import apa
from app.citation.styles import chicago
from app.citation.styles import gbt
from app.model.document import FrontMatter
from tests.helpers import Case
from tests.helpers import read_cases

STYLES = {"GB/T 7714": gbt, "APA": apa, "Chicago": chicago}


def source(**fields: str) -> Source:
    """Make a source of what a case says."""
    front = FrontMatter(
        title=fields["title"], short_title="", lang=fields.get("lang", "en"),
        issued=fields.get("issued", ""), status=fields.get("status", ""), coverage="",
        issuers=tuple(filter(None, fields.get("issuers", "").split("; "))),
    )  # fmt: skip
    return source_of(
        front, "key", fields.get("place", ""),
        fields.get("url", "https://example.org/plan/2.3.11.s4"),
        date.fromisoformat(fields.get("accessed", "2026-11-24")),
        gone="gone" in fields,
    )  # fmt: skip


@pytest.mark.parametrize("case", read_cases("citations"), ids=str)
def test_golden_citations(case: Case) -> None:
    style, *lines = case.given.splitlines()
    fields = dict(line.split(": ", 1) for line in lines)
    assert STYLES[style](source(**fields)) == case.expected


@pytest.mark.parametrize("cite", STYLES.values(), ids=STYLES)
def test_the_status_is_cited_whole_whatever_it_says(cite):
    status = "Translated by a friend, for now"
    assert status in cite(source(title="A Plan", status=status))


@pytest.mark.parametrize("written", ["2021", "2021-12", "spring 2021"])
def test_what_is_no_whole_date_is_cited_as_undated(written):
    assert "(n.d.)" in apa(source(title="A Plan", issued=written))


@given(
    issuers=st.lists(st.sampled_from(["Bank", "Office of A and B"]), max_size=25),
    issued=st.dates() | st.none(),
    place=st.sampled_from(["", "Part I"]),
    gone=st.booleans(),
)
def test_every_citation_names_title_place_and_address(issuers, issued, place, gone):
    cited = Source(
        "key", "en", "A Plan", tuple(issuers), issued, place, "https://e.org/1",
        date(2026, 1, 2), "", gone,
    )  # fmt: skip
    for cite in STYLES.values():
        text = cite(cited)
        assert all(part in text for part in ("A Plan", place, "https://e.org/1"))
        assert ("deleted" in text) is bool(gone and place)
        assert not [wrong for wrong in ("  ", ", ,", ",,", "..", " .") if wrong in text]
