from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from app.content.checker import check
from app.content.loader import load
from app.content.loader import make_document
from app.content.parser import parse
from app.content.source import decode
from app.model.document import Heading
from app.model.document import Span
from app.model.document import Text
from app.model.locator import Locator

FRONT = """---
title: {title}
short_title: {title}
lang: {lang}
issued: 2024-05-01
issuers: {issuers}
status: S
coverage: C
measures: 2
---

"""

ZH = """前言。

## 一、总则

### （一）目的

甲。
-

丙*丙*。[^n1]

## 第二部分 任务

#### 1. 公开
##### 1. 步骤

丁。

## 附件1：名单

[^n1]: 注。
"""

EN = """-

## I. General

### (1) Purpose

A.
B.

[C](#2.1).[^n1]

## II. Tasks

#### 1. -
##### 1. Steps

D.

## Annex 1: List

[^n1]: -
"""


@pytest.fixture
def content(tmp_path):
    for lang, body, title, issuers in (
        ("zh", ZH, "规划", "甲部；乙部"),
        ("en", EN, "Plan", "Ministry A; Ministry B"),
    ):
        (tmp_path / lang).mkdir()
        front = FRONT.format(lang=lang, title=title, issuers=issuers)
        (tmp_path / lang / "plan.md").write_text(front + body, "utf-8")
    return tmp_path


def test_two_files_become_one_document(content):
    library = load(content)
    (document,) = library.documents
    assert library.findings == ()
    assert document.slug == "plan"
    assert document.outline() == "\n".join(
        [
            "0 preamble [1]  | ",
            "  1 part [0] 一、总则 | I. General",
            "    1.1 section [3] （一）目的 | (1) Purpose",
            "  2 part [0] 第二部分 任务 | II. Tasks",
            "      2.1 measure [0] 1. 公开 | 1. ",
            "        2.1.1 item [1] 1. 步骤 | 1. Steps",
            "  annex-1 annex [0] 附件1：名单 | Annex 1: List",
        ]
    )


def test_segments_are_counted_through_the_paragraphs_of_a_unit(content):
    (document,) = load(content).documents
    purpose = document.by_locator[Locator.parse("1.1")]
    counted = [[str(s.locator) for s in row] for row in purpose.paragraphs]
    assert counted == [["1.1.s1", "1.1.s2"], ["1.1.s3"]]


def test_a_side_that_is_not_translated_is_none(content):
    (document,) = load(content).documents
    sentence = document.by_segment[Locator.parse("1.1.s2")]
    assert (sentence.zh, sentence.en) == (None, Text("B."))
    assert document.by_segment[Locator.parse("0.s1")].en is None


def test_text_has_its_spans(content):
    (document,) = load(content).documents
    sentence = document.by_segment[Locator.parse("1.1.s3")]
    assert sentence.zh == Text("丙丙。", (Span(1, 2, "em"), Span(3, 3, "note", "n1")))
    assert sentence.en == Text(
        "C.", (Span(0, 1, "link", "#2.1"), Span(2, 2, "note", "n1"))
    )


def test_a_heading_is_its_label_and_its_title(content):
    (document,) = load(content).documents
    part = document.by_locator[Locator.parse("2")]
    assert part.zh == Heading("第二部分 ", "任务")
    assert (part.number, part.level) == ("2", 2)
    annex = document.by_locator[Locator.parse("annex-1")]
    assert (annex.number, annex.en) == ("1", Heading("Annex 1: ", "List"))


def test_a_note_that_is_not_translated_is_empty(content):
    (document,) = load(content).documents
    assert document.by_note["n1"].zh == Text("注。")
    assert document.by_note["n1"].en == Text("")


def test_front_matter_is_read_in_both_languages(content):
    (document,) = load(content).documents
    assert document.zh.issuers == ("甲部", "乙部")
    assert document.en.issuers == ("Ministry A", "Ministry B")
    assert (document.zh.measures, document.zh.source) == ("2", "")


def test_every_address_has_the_line_it_has_in_both_files(content):
    library = load(content)
    (document,) = library.documents
    assert set(library.lines) == {
        ("plan", locator) for locator in (*document.by_locator, *document.by_segment)
    }
    for lang in ("zh", "en"):
        lines = (content / lang / "plan.md").read_text("utf-8").split("\n")
        for locator, unit in document.by_locator.items():
            if locator.path != ("0",):
                heading = lines[library.lines["plan", locator] - 1]
                assert heading.startswith(
                    f"{'#' * unit.level} {unit.heading(lang).label}"
                )
        assert lines[library.lines["plan", Locator.parse("1.1.s1")] - 1] in (
            "甲。",
            "A.",
        )


def test_there_is_a_preamble_only_if_there_is_text_before_the_first_heading(content):
    for lang in ("zh", "en"):
        path = content / lang / "plan.md"
        front, _, rest = path.read_text("utf-8").partition("\n## ")
        path.write_text(front.rsplit("\n", 2)[0] + "\n\n## " + rest, "utf-8")
    library = load(content)
    assert library.findings == ()
    assert "0" not in map(str, library.documents[0].by_locator)


def test_a_document_with_errors_is_left_out_and_the_others_are_not(content):
    for lang in ("zh", "en"):
        text = (content / lang / "plan.md").read_text("utf-8")
        (content / lang / "another.md").write_text(text, "utf-8")
        (content / lang / "broken.md").write_text(text, "utf-8")
    (content / "zh" / "broken.md").write_text("", "utf-8")
    library = load(content)
    assert [document.slug for document in library.documents] == ["another", "plan"]
    assert {found.path.split("/")[-1] for found in library.findings} == {"broken.md"}
    assert library.errors == library.findings


def test_a_document_with_warnings_stays(content):
    path = content / "zh" / "plan.md"
    path.write_text(path.read_text("utf-8").replace("甲。", "甲。 "), "utf-8")
    library = load(content)
    assert [found.code for found in library.findings] == ["F009"]
    assert library.errors == ()
    assert library.documents[0].by_segment[Locator.parse("1.1.s1")].zh == Text("甲。")


def test_a_missing_content_folder_is_a_finding(tmp_path):
    library = load(tmp_path / "nowhere")
    assert library.documents == ()
    assert [str(found) for found in library.findings] == [
        "nowhere: P004 The content folder does not exist; put texts into its zh and en "
        "folders, or name another folder."
    ]


def test_a_content_folder_that_is_a_file_is_a_finding(tmp_path):
    path = tmp_path / "content"
    path.write_text("x", "utf-8")
    assert [found.code for found in load(path).findings] == ["P004"]


PAIRS = st.lists(
    st.sampled_from(
        [("甲。", "A."), ("-", "A."), ("甲。[^n1]", "A.[^n1]"), ("", ""), ("", "")]
    )
    | st.sampled_from([("## 一、甲", "## I. A"), ("## 二、乙", "## II. B")])
    | st.sampled_from([("### （一）丙", "### (1) C"), ("#### 1. 丁", "#### 1. D")])
    | st.sampled_from([("#### 第三条", "#### Article 3"), ("## 附件", "## Annex 1")])
    | st.sampled_from([("[^n1]: 注", "[^n1]: Note"), ("甲。", ""), ("", "-")]),
    max_size=12,
)


@settings(max_examples=500)
@given(PAIRS)
def test_whatever_has_no_errors_is_a_document_with_an_address_for_every_line(pairs):
    halves = []
    for lang, body in zip(("zh", "en"), zip(*pairs, strict=True), strict=False):
        front = FRONT.format(lang=lang, title="T", issuers="A").replace(
            "measures: 2\n", ""
        )
        text = front + "".join(f"{line}\n" for line in body)
        halves.append(parse(decode(text.encode(), lang), lang))
    if not halves or any(found.level == "error" for found in check(halves)):
        return
    document = make_document("plan", *halves)
    headings = sum(line.startswith("#") for line, _ in pairs)
    sentences = sum(line[:1] in ("甲", "-") for line, _ in pairs)
    preamble = Locator.parse("0") in document.by_locator
    assert len(document.by_locator) == headings + preamble
    assert len(document.by_segment) == sentences
