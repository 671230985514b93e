"""Other programs read the files as they were meant, and nothing hostile breaks one."""

from __future__ import annotations

import json
from datetime import date

import rispy
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from app.citation.files import bibtex
from app.citation.files import csl_json
from app.citation.files import ris
from app.citation.source import Source

#: What no reader would tell from a space is written as one.
WORDS = st.text().map(lambda text: " ".join(text.split())).filter(bool)


def source(**changes) -> Source:
    facts = {
        "key": "plan-1.s1-en", "lang": "en", "title": "A Plan", "issuers": ("A", "B"),
        "issued": date(2021, 12, 24), "pinpoint": "Part I, sentence 1",
        "url": "https://example.org/a_plan/1.s1", "accessed": date(2026, 1, 2),
        "status": "Official text.",
    }  # fmt: skip
    return Source(**{**facts, **changes})


BOTH = (
    source(key="plan-1.s1-zh", lang="zh-Hans", title="规划", issuers=("甲", "乙")),
    source(),
)


def test_bibtex_is_read_back():
    zh, en = parse_string(bibtex(BOTH), "bibtex").entries.values()
    assert [str(one) for one in zh.persons["author"]] == ["{甲}", "{乙}"]
    assert zh.fields["langid"] == "chinese"
    assert en.type == "misc"
    assert en.key == "plan-1.s1-en"
    assert en.fields["title"] == "{A Plan}"
    assert en.fields["date"] == "2021-12-24"
    assert en.fields["urldate"] == "2026-01-02"
    assert en.fields["url"] == "https://example.org/a_plan/1.s1"
    assert en.fields["pages"] == "Part I, sentence 1"
    assert en.fields["note"] == "Official text."


def test_ris_is_read_back():
    zh, en = rispy.loads(ris(BOTH))
    assert zh["authors"] == ["甲", "乙"]
    assert zh["title"] == "规划"
    assert en["type_of_reference"] == "GOVDOC"
    assert en["year"] == "2021"
    assert en["date"] == "2021/12/24"
    assert en["urls"] == ["https://example.org/a_plan/1.s1"]
    assert en["start_page"] == "Part I, sentence 1"
    assert en["notes"] == ["Official text."]


def test_csl_json_is_read_back():
    zh, en = json.loads(csl_json(BOTH))
    assert zh["author"] == [{"literal": "甲"}, {"literal": "乙"}]
    assert en["type"] == "webpage"
    assert en["container-title"] == "Policy Reader"
    assert en["issued"] == {"date-parts": [[2021, 12, 24]]}
    assert en["section"] == "Part I, sentence 1"


def test_what_is_gone_says_so_in_every_file():
    gone = (source(gone=True),)
    for write in (bibtex, ris, csl_json):
        assert "Part I, sentence 1, since deleted" in write(gone)


@given(title=WORDS, issuers=st.lists(WORDS, min_size=1, max_size=4), status=WORDS)
def test_no_words_break_a_file(title, issuers, status):
    hostile = source(title=title, issuers=tuple(issuers), status=status)
    files = [hostile, source(key="after")]
    entries = parse_string(bibtex(files), "bibtex").entries
    assert list(entries) == ["plan-1.s1-en", "after"]
    assert len(entries["plan-1.s1-en"].persons["author"]) == len(issuers)
    records = rispy.loads(ris(files))
    assert [record["id"] for record in records] == ["plan-1.s1-en", "after"]
    assert records[0]["title"] == title
    first, last = json.loads(csl_json(files))
    assert first["title"] == title
    assert [one["literal"] for one in first["author"]] == issuers
    assert last["id"] == "after"
