"""Sentences become rows, paragraph by paragraph, and rows their doubts."""

from __future__ import annotations

import pytest

from app.importer.doubts import with_reasons
from app.importer.draft import Draft
from app.importer.draft import DraftRow
from app.importer.draft import DraftUnit
from app.importer.outline import Paragraph
from app.importer.plain import LONGEST_PIECE
from app.importer.rows import align_bodies
from app.importer.units import Body


def rows_of(zh: list[str], en: list[str]):
    """Align two bodies; a paragraph that begins with | is a row of a table."""

    def paragraphs(texts: list[str]) -> list[Paragraph]:
        return [
            Paragraph(text.lstrip("|"), place, text.startswith("|"))
            for place, text in enumerate(texts, 1)
        ]

    (unit,) = align_bodies([Body(None, None, paragraphs(zh), paragraphs(en))])
    return [[(row.zh, row.en) for row in paragraph] for paragraph in unit.paragraphs]


def test_sentences_of_a_paragraph_are_rows_of_one():
    made = rows_of(
        ["企业应当在30日内报告。主管部门应当公布。", "本法适用于外国企业。"],
        [
            "Enterprises shall report within 30 days. The authority shall publish it.",
            "This Law applies to foreign enterprises.",
        ],
    )
    assert made == [
        [
            ("企业应当在30日内报告。", "Enterprises shall report within 30 days."),
            ("主管部门应当公布。", "The authority shall publish it."),
        ],
        [("本法适用于外国企业。", "This Law applies to foreign enterprises.")],
    ]


def test_two_sentences_for_one_stand_on_one_line():
    made = rows_of(
        ["申请人应当提交申请书、身份证明和2份照片，主管部门在15日内决定是否受理。"],
        [
            "Applicants shall submit an application, proof of identity and 2 "
            "photographs. The authority shall decide within 15 days whether to accept."
        ],
    )
    ((row,),) = made
    assert "photographs. The authority" in row[1]


def test_rows_of_tables_are_never_parted():
    table = ["|项目 | 数量。单位", "|学校。 | 12", "|医院 | 30"]
    made = rows_of(
        ["目标如下。", *table],
        ["The targets are as follows.", "|Item | Number. Unit", "|School. | 12",
         "|Hospital | 30"],
    )  # fmt: skip
    assert [row for paragraph in made for row in paragraph] == [
        ("目标如下。", "The targets are as follows."),
        ("项目 | 数量。单位", "Item | Number. Unit"),
        ("学校。 | 12", "School. | 12"),
        ("医院 | 30", "Hospital | 30"),
    ]


def test_a_body_that_one_language_lacks():
    assert rows_of(["甲。乙。", "丙。"], []) == [
        [("甲。", ""), ("乙。", "")],
        [("丙。", "")],
    ]
    assert rows_of([], ["One. Two.", "Three."]) == [
        [("", "One."), ("", "Two.")],
        [("", "Three.")],
    ]
    assert rows_of([], []) == []


def test_no_line_is_longer_than_the_content_allows():
    zh, en = "甲乙丙丁，" * 1_000 + "。", "One two three, " * 1_000 + "."
    made = rows_of([zh], [en])
    for side, text in enumerate((zh, en)):
        parts = [row[side] for paragraph in made for row in paragraph]
        assert all(len(part) <= LONGEST_PIECE for part in parts)
        assert "".join("".join(parts).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("zh", "en", "confidence", "reasons"),
    [
        ("一共30所学校。", "There are 30 schools in all.", 1.0, ()),
        ("一共30所学校。", "There are 13 schools.", 1.0, ("numbers differ: 30 / 13",)),
        ("一共30所学校。", "", 1.0, ("the English has no sentence for it",)),
        ("", "There are 30.", 1.0, ("the Chinese has no sentence for it",)),
        (
            "学校应当开放。",
            "Schools shall be open.",
            0.4,
            ("another cut is as likely",),
        ),
        (
            "学校应当开放图书馆。",
            "Fishing boats carry yellow lanterns.",
            1.0,
            ("no word in common",),
        ),
        (
            "学校应当开放图书馆，并且每年公布借阅规则。",
            "Schools.",
            0.1,
            ("the English is much shorter than the Chinese",),
        ),
    ],
)
def test_a_doubt_has_its_reason(zh, en, confidence, reasons):
    both = DraftRow("甲地的学校。", "Schools of that place.", 1.0)
    unit = DraftUnit(None, None, [[DraftRow(zh, en, confidence), both]])
    (judged,) = with_reasons(Draft([unit])).units
    assert tuple(judged.paragraphs[0][0].reasons) == reasons
