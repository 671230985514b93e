"""Every unit gets both headings, one number and an address of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content.grammar import parse_heading
from app.importer.headings import facing
from app.importer.headings import written
from app.importer.outline import Paragraph
from app.importer.outline import RawUnit
from app.importer.outline import UnitPair
from app.importer.units import settle


def unit(level: int, words: str, *body: str) -> RawUnit:
    heading = parse_heading(level, words) if words else None
    return RawUnit(heading, [Paragraph(text, 2) for text in body], 1)


def settled(*pairs: UnitPair):
    return settle(pairs, Path("a.zh"), Path("a.en"))


def headings(*pairs: UnitPair) -> list[tuple[str, str]]:
    return [
        (written(body.zh), written(body.en))
        for body in settled(*pairs).bodies
        if body.zh and body.en
    ]


@pytest.mark.parametrize(
    ("level", "zh", "en"),
    [
        (2, "第三编 总则", "Part 3 -"),
        (2, "第三章 总则", "Chapter 3 -"),
        (3, "第二节 目的", "Section 2 -"),
        (4, "第十二条之一", "Article 12-1"),
        (2, "附件2：清单", "Annex 2 -"),
        (2, "三、任务", "III. -"),
        (3, "（三）任务", "(3) -"),
        (4, "3. 任务", "3. -"),
    ],
)
def test_the_heading_a_language_lacks(level, zh, en):
    ours = parse_heading(level, zh)
    made = facing(ours, "en")
    assert written(made) == f"{'#' * level} {en}"
    read = parse_heading(level, en)
    assert (read.number, read.step) == (ours.number, ours.step)
    back = parse_heading(level, written(facing(read, "zh")).split(" ", 1)[1])
    assert (back.number, back.step) == (ours.number, ours.step)


def test_a_unit_of_one_language_has_a_heading_in_both():
    pair = UnitPair(None, unit(3, "Article 7 Costs", "Text."), 2)
    assert headings(pair) == [("## 第七条 -", "## Article 7 Costs")]
    (body,) = settled(pair).bodies
    assert (body.address, body.lacks) == ("7", "zh")


def test_words_that_one_heading_lacks():
    pair = UnitPair(unit(2, "第七条", "文。"), unit(2, "Article 7 Costs", "Text."), 2)
    assert headings(pair) == [("## 第七条 -", "## Article 7 Costs")]


def test_a_hyphen_is_no_title():
    pair = UnitPair(unit(2, "第七条 -"), unit(2, "Article 7 -"), 2)
    assert headings(pair) == [("## 第七条", "## Article 7")]


def test_a_title_that_was_spread_is_closed_up():
    pair = UnitPair(unit(2, "第一章　总　则"), unit(2, "Chapter I Rules"), 2)
    assert headings(pair)[0][0] == "## 第一章 总则"


def test_an_address_is_given_once():
    first = UnitPair(unit(2, "第一条", "甲。"), unit(2, "Article 1", "A."), 2)
    second = UnitPair(unit(2, "第一条", "乙。"), unit(2, "Article 1", "B."), 2)
    made = settled(first, second)
    (body,) = made.bodies
    assert [one.text for one in body.zh_paragraphs] == ["甲。", "第一条", "乙。"]
    assert [one.text for one in body.en_paragraphs] == ["A.", "Article 1", "B."]
    assert [one.code for one in made.findings] == ["I301"]


def test_what_became_text_is_above_nothing():
    pairs = [
        UnitPair(unit(2, "第一章"), unit(2, "Chapter 1"), 2),
        UnitPair(unit(3, "第一条"), unit(3, "Article 1"), 3),
        UnitPair(unit(2, "第一章"), unit(2, "Chapter 1"), 2),
        UnitPair(unit(3, "第二条"), unit(3, "Article 2"), 3),
    ]
    addresses = [body.address for body in settled(*pairs).bodies]
    assert addresses == ["1", "1.1", "1.2"]


def test_the_same_number_in_another_chapter_is_another_address():
    pairs = [
        UnitPair(unit(2, "第一章"), unit(2, "Chapter 1"), 2),
        UnitPair(unit(3, "第一节"), unit(3, "Section 1"), 3),
        UnitPair(unit(2, "第二章"), unit(2, "Chapter 2"), 2),
        UnitPair(unit(3, "第一节"), unit(3, "Section 1"), 3),
    ]
    assert [body.address for body in settled(*pairs).bodies] == ["1", "1.1", "2", "2.1"]


def test_the_chinese_number_is_the_number_of_both():
    pair = UnitPair(unit(2, "第二条"), unit(2, "Article 3 Costs"), 2)
    assert headings(pair) == [("## 第二条 -", "## Article 2 Costs")]
    assert [one.code for one in settled(pair).findings] == ["I302"]
