"""What the folders of tests/findings do not show: what is allowed, and what is told.

One cause is one finding, and all causes are found at once.
"""

from __future__ import annotations

import pytest

from app.content.checker import check
from app.content.parser import parse
from app.content.source import decode
from tests.helpers import CONTENT

FRONT = {
    lang: f"---\ntitle: T\nshort_title: T\nlang: {lang}\nissued: 2024-05-01\n"
    "issuers: A\nstatus: S\ncoverage: C\n---\n"
    for lang in ("zh", "en")
}

SHIPPED = {
    lang: (CONTENT / lang / "western-financial-center.md").read_text("utf-8")
    for lang in ("zh", "en")
}

MEASURE_11 = {
    "zh": "推进绿色金融改革创新",
    "en": "Promote the reform and innovation of green finance",
}

TEXT_LINES = [
    number
    for number, line in enumerate(SHIPPED["zh"].split("\n"), 1)
    if number > 11 and line and not line.startswith(("#", "[^"))
]


def findings(zh: str, en: str) -> list[str]:
    halves = [
        parse(decode(text.encode(), f"content/{lang}/x.md"), lang)
        for lang, text in (("zh", zh), ("en", en))
    ]
    return [str(found) for found in check(halves)]


def of_bodies(zh: str, en: str) -> list[str]:
    return findings(FRONT["zh"] + zh, FRONT["en"] + en)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("甲。\n", "A.\n"),
        ("甲。\n", "-\n"),
        ("-\n", "A.\n"),
        ("甲。\n\n\n", "A.\n"),
        ("## 一、甲\n", "## I. -\n"),
        ("## 第一章\n", "## Chapter 1\n"),
        ("## 第一章 甲\n", "## I. A\n"),
        ("## 一、甲\n### （一）甲\n### （二）乙\n", "## I. A\n### (1) A\n### (2) B\n"),
        ("## 附件 甲\n## 附件2 乙\n", "## Annex: A\n## Annex 2: B\n"),
        ("## 一、甲\n### 专栏1 乙\n## 二、丙\n### 专栏2 丁\n",
         "## I. A\n### Box 1 B\n## II. C\n### Box 2 D\n"),
        ("[甲](https://example.org)[乙](#1.2.s4-s6)[丙](b#annex-1)[丁](b)\n",
         "[A](/about) [B](#0) [C](b#3.12-1) [D](?view=en)\n"),
        ("甲[^n1]乙[^n2]。\n\n[^n1]: 甲\n[^n2]: 乙\n",
         "B[^n2] A[^n1].\n\n[^n1]: A\n[^n2]: -\n"),
        ("甲[^n1]。\n\n[^n1]: 甲\n", "-\n\n[^n1]: A\n"),
        ("甲[^n1]，乙[^n1]。\n\n[^n1]: 甲\n", "A[^n1], B[^n1].\n\n[^n1]: A\n"),
    ],
    ids=lambda text: text.split("\n")[0],
)  # fmt: skip
def test_this_is_allowed(zh, en):
    assert of_bodies(zh, en) == []


@pytest.mark.parametrize(
    "headings",
    [
        "## 第一章\n#### 第一条\n#### 第二条\n## 第二章\n#### 第三条\n#### 第三条之一\n"
        "#### 第三条之二\n#### 第四条",
        "## 第一编\n### 第一章\n#### 第一条\n### 第二章\n#### 第一节\n##### 第二条\n"
        "#### 第二节\n##### 第三条\n## 第二编\n### 第一章\n#### 第四条",
        "## 一、\n### （一）\n#### 1.\n#### 2.\n### （二）\n#### 3.\n"
        "## 二、\n### （一）\n#### 1.",
    ],
)
def test_numbers_may_run_on_or_begin_anew_below_a_new_heading(headings):
    assert of_bodies(headings + "\n", headings + "\n") == []


@pytest.mark.parametrize(
    ("headings", "lines"),
    [
        ("## 一、\n## 三、\n## 四、", [11]),
        ("## 二、\n## 三、", [10]),
        ("## 一、\n### （一）\n## 二、\n### （三）", [13]),
        ("## 一、\n## 三、\n## 二、", [11, 12]),
        ("## 第一条\n## 第三条\n## 第三条之二", [11, 12]),
    ],
)
def test_a_gap_in_the_numbers_is_a_warning_where_it_is(headings, lines):
    found = of_bodies(headings + "\n", headings + "\n")
    assert [int(one.split(":")[1]) for one in found] == lines
    assert all("N001" in one and "if the source has this gap" in one for one in found)


def test_a_heading_that_is_wrong_in_one_language_is_shown_as_the_promise_has_it():
    zh = SHIPPED["zh"].replace("#### 11. 推", "#### 十二、推")
    assert (
        "content/zh/x.md:149: A004 number 十二 (12), English line has 11."
        in findings(zh, SHIPPED["en"])
    )


def without(lang: str, first: int, last: int) -> list[str]:
    """Take lines out of one of the shipped files; give the codes of what is found."""
    lines = SHIPPED[lang].split("\n")
    text = "\n".join([*lines[: first - 1], *lines[last:]])
    found = findings(**(SHIPPED | {lang: text}))
    return [code for one in found if (code := one.split()[1]) != "M002"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_one_line_that_is_missing_is_one_finding(lang):
    for number in TEXT_LINES[::5]:
        assert without(lang, number, number) == ["A001"], number


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_unit_that_is_missing_is_one_finding(lang):
    heading = SHIPPED[lang].split("\n").index("#### 11. " + MEASURE_11[lang]) + 1
    assert without(lang, heading, heading + 15) == ["A006"]
    assert without(lang, heading, heading) == ["A006", "A001"]


def test_all_faults_are_told_at_once():
    zh = (
        FRONT["zh"].replace("2024", "2025")
        + "##一、\n\n甲。[^n1]\n## 二、乙\n## 二、丙 \n"
    )
    en = FRONT["en"].replace("en\n", "zh\n") + "## I.\n\n\n## II. [B](x:y)\n## II. C\n"
    codes = {found.split()[1] for found in findings(zh, en)}
    assert {"F009", "F014", "F015", "N001", "N004", "M001", "L001"} <= codes
