"""A text of which nobody knows yet when it was issued, and by whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.content.loader import load
from app.export.extract import Extract
from app.export.formats import FORMATS
from tests.export.books import components
from tests.helpers import TESTS
from tests.test_findings import content_of

PLACEHOLDERS = ("1000-01-01", "待填", "fill in")


@pytest.fixture(scope="module")
def undated(plan: Extract) -> Extract:
    sources = [replace(one, issued="", issuers=((), ())) for one in plan.sources]
    return replace(plan, sources=tuple(sources))


@pytest.mark.parametrize("kind", FORMATS)
def test_every_kind_of_file_can_do_without(undated: Extract, kind: str) -> None:
    assert FORMATS[kind].write(undated)


def test_akoma_ntoso_needs_a_date_and_gets_the_first_there_is(undated: Extract) -> None:
    written = FORMATS["akn"].write(undated)
    assert b"0001-01-01" in written
    assert components(written)  # each one valid


def test_what_is_to_be_filled_in_is_not_told_to_readers(tmp_path) -> None:
    folder = TESTS / "findings" / "F018-to-fill-in"
    (document,) = load(content_of(folder, tmp_path)).documents
    for front in (document.zh, document.en):
        told = f"{front.issued} {front.issuers}"
        assert not any(words in told for words in PLACEHOLDERS)
