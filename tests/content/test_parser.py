from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content import grammar
from app.content.checker import check
from app.content.parser import Half
from app.content.parser import parse
from app.content.source import decode

TEXT = """---
title: 试行规划
measures: 2
---

制定本规划。[^n1]

## 一、总则

### （一）目的

第一句。
第二句。

第三句。

## 二、任务

#### 1. 公开
-

[^n1]: 注。
"""

PIECES = st.lists(
    st.sampled_from(["---", "title: a", "measures: 1", "", "甲。", "-", "\x00", " x "])
    | st.sampled_from(["## 一、甲", "### （一）乙", "#### 1. 丙", "## I. A", "# x"])
    | st.sampled_from(["[^n1]: 注", "a[^n1]", "[a](b:c)"])
)


def half(text: str) -> Half:
    return parse(decode(text.encode(), "content/zh/x.md"), "zh")


def test_the_front_matter_is_read_with_its_lines():
    front = half(TEXT).front
    assert front.fields == {"title": (2, "试行规划"), "measures": (3, "2")}
    assert front.end == 4


def test_units_have_their_addresses_and_lines():
    units = [(str(unit.locator), unit.number) for unit in half(TEXT).units]
    assert units == [("0", 5), ("1", 8), ("1.1", 10), ("2", 17), ("2.1", 19)]


def test_paragraphs_are_parted_by_blank_lines():
    purpose = half(TEXT).units[2]
    numbers = [[line.number for line in lines] for lines in purpose.paragraphs]
    assert numbers == [[12, 13], [15]]


def test_an_untranslated_line_is_a_sentence_without_text():
    (paragraph,) = half(TEXT).units[4].paragraphs
    assert [line.text for line in paragraph] == [None]


def test_notes_are_read_apart_from_the_text():
    parsed = half(TEXT)
    assert [line.text.plain for line in parsed.notes.values()] == ["注。"]
    assert [line.number for line in parsed.tail] == [22]
    assert parsed.units[0].lines[1].text.notes == ("n1",)


@pytest.mark.parametrize(
    ("headings", "addresses"),
    [
        ("## 一、\n### （二）\n#### 3.\n##### 4.", "1 1.2 1.2.3 1.2.3.4"),
        ("## 一、\n#### 3.\n### （二）\n#### 4.", "1 1.3 1.2 1.2.4"),
        ("## 第三章\n#### 第十二条之一", "3 3.12-1"),
        ("## 一、\n## 附件一\n### （一）", "1 annex-1 annex-1.1"),
        ("## 一、\n### 专栏5", "1 1.box-5"),
        ("### （一）\n## 二、\n### （一）", "1 2 2.1"),
    ],
)
def test_an_address_is_the_path_of_the_printed_numbers(headings, addresses):
    units = half(f"---\n---\n{headings}\n").units[1:]
    assert " ".join(unit.address for unit in units) == addresses


def test_below_a_number_that_cannot_be_read_there_is_no_address():
    units = half("---\n---\n## 总则\n### （一）甲\n## 二、乙\n").units[1:]
    assert [unit.address for unit in units] == ["", "", "2"]


@given(PIECES)
def test_no_line_is_lost_and_none_moves(pieces):
    text = "".join(f"{piece}\n" for piece in pieces)
    parsed = half(text)
    lines = text.split("\n")[:-1]
    below = [(line.number, str(line.line)) for line in parsed.walk()]
    assert below == [
        (number, raw.strip())
        for number, raw in enumerate(lines, 1)
        if number > parsed.front.end
    ]
    assert parsed.front.end <= len(lines)


@given(PIECES, PIECES)
def test_whatever_two_files_hold_they_can_be_checked(zh, en):
    halves = [
        parse(decode("\n".join(pieces).encode(), lang), lang)
        for pieces, lang in ((zh, "zh"), (en, "en"))
    ]
    for found in check(halves):
        assert 0 <= found.line <= 1 + max(len(zh), len(en))


@given(st.text() | st.binary())
def test_whatever_a_file_holds_it_can_be_parsed_and_checked(content):
    data = content.encode(errors="replace") if isinstance(content, str) else content
    parsed = parse(decode(data, "content/zh/x.md"), "zh")
    assert any(found.level == "error" for found in check([parsed]))


def test_a_line_of_the_front_matter_is_no_field_below_it():
    parsed = half("---\ntitle: a\n---\nstatus: b\n")
    (line,) = parsed.units[0].lines
    assert isinstance(line.line, grammar.TextLine)
