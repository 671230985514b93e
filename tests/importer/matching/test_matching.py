"""Two outlines become one: the cases, and what holds whatever is missing."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from app.content.grammar import Heading
from app.importer.matching import match
from app.importer.matching.renumbering import renumbered
from app.importer.outline import Matching
from app.importer.outline import Outline
from app.importer.outline import RawUnit
from app.importer.outline import UnitPair
from tests.helpers import Case
from tests.helpers import CONTENT
from tests.helpers import read_cases
from tests.importer.matching.outlines import outline


def shown(matching: Matching) -> str:
    """Write a matching as the cases have it."""
    lines = [_shown(pair) for pair in matching.pairs]
    codes = " ".join(finding.code for finding in matching.findings)
    lines += [codes] if codes else []
    lines += ["versions differ"] if matching.versions_differ else []
    return "\n".join(lines)


def _shown(pair: UnitPair) -> str:
    labels = [
        "-"
        if unit is None
        else unit.heading.label.strip()
        if unit.heading
        else "preamble"
        for unit in (pair.zh, pair.en)
    ]
    signs = "#" * pair.level + " " if pair.level > 1 else ""
    return f"{signs}{labels[0]} = {labels[1]}"


@pytest.mark.parametrize("case", read_cases("matching"), ids=str)
def test_outlines_are_put_together(case: Case):
    zh, _, en = case.given.partition("\n---\n")
    matching = match(outline("zh", zh.split("\n")), outline("en", en.split("\n")))
    assert shown(matching) == case.expected


def plan(lang: str) -> Outline:
    text = (CONTENT / lang / "western-financial-center.md").read_text("utf-8")
    body = text.split("\n---\n", 1)[1].split("\n[^n1]:")[0]
    return outline(lang, body.split("\n"))


@pytest.fixture(scope="module")
def both() -> tuple[Outline, Outline]:
    return plan("zh"), plan("en")


def test_identical_outlines_are_matched_exactly(both):
    matching = match(*both)
    assert [(pair.zh, pair.en) for pair in matching.pairs] == list(
        zip(both[0].units, both[1].units, strict=True)
    )
    assert not matching.findings
    assert not matching.versions_differ


def without_level(units: list[RawUnit], level: int) -> list[RawUnit]:
    """Take out a level, and move those below it up."""
    kept = []
    for unit in units:
        own = unit.heading.level if unit.heading else 1
        if own == level:
            continue
        if unit.heading and own > level:
            unit = replace(unit, heading=replace(unit.heading, level=own - 1))
        kept.append(unit)
    return kept


def damaged(units: list[RawUnit], chance: random.Random) -> list[RawUnit]:
    """Take out a level, a few units, or change a number."""
    way = chance.choice(["level", "units", "number"])
    if way == "level":
        return without_level(units, chance.choice([2, 3]))
    units = list(units)
    at = chance.randrange(1, len(units) - 4)
    if way == "units":
        del units[at : at + chance.randrange(1, 4)]
    elif heading := units[at].heading:
        units[at] = replace(units[at], heading=replace(heading, number="77"))
    return units


@pytest.mark.parametrize("seed", range(30))
def test_no_units_are_paired_wrongly_whatever_is_missing(both, seed):
    chance = random.Random(seed)
    sides = [list(side.units) for side in both]
    side = chance.randrange(2)
    sides[side] = damaged(sides[side], chance)
    if chance.random() < 0.5:
        del sides[1 - side][chance.randrange(5, 30)]
    zh, en = (replace(o, units=tuple(u)) for o, u in zip(both, sides, strict=True))
    matching = match(zh, en)
    places = [{unit.place: n for n, unit in enumerate(o.units)} for o in both]
    for pair in matching.pairs:
        if pair.zh and pair.en:
            assert places[0][pair.zh.place] == places[1][pair.en.place]
    assert [p.zh.place for p in matching.pairs if p.zh] == [u.place for u in zh.units]
    assert [p.en.place for p in matching.pairs if p.en] == [u.place for u in en.units]
    assert all(2 <= pair.level <= 6 for pair in matching.pairs[1:])


ZH_HEADINGS = [
    "## 第一编", "## 第二编", "### 第一章", "### 第三章", "#### 第一条", "#### 第二条",
    "#### 第十条之一", "## 一、", "## 二、", "### （一）", "### （二）", "#### 1. ",
    "#### 7. ", "## 附件1 ", "### 专栏1 ", "序言", "加强监管。",
]  # fmt: skip
EN_HEADINGS = [
    "## Part I", "## Part II", "### Chapter 1", "### Chapter 3", "#### Article 1",
    "#### Section 2", "#### Article 10-1", "## I. A", "## II. B", "### (1) A",
    "### (2) B", "#### 1. A", "#### 7. B", "## Annex 1", "### Box 1", "Preamble",
    "Strengthen supervision.",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(ZH_HEADINGS), max_size=25),
    st.lists(st.sampled_from(EN_HEADINGS), max_size=25),
)
@settings(max_examples=60, deadline=None)
def test_each_unit_is_there_once_and_in_order_whatever_the_outlines(zh, en):
    both = outline("zh", zh), outline("en", en)
    matching = match(*both)
    added = sum(finding.code == "I205" for finding in matching.findings)
    for side, units in (("zh", both[0].units), ("en", both[1].units)):
        found = [getattr(pair, side) for pair in matching.pairs]
        places = [unit.place for unit in found if unit]
        wanted = [unit.place for unit in units]
        assert len(places) <= len(wanted) + added
        assert [place for place in places if place in wanted] == wanted or added
    assert all(pair.zh or pair.en for pair in matching.pairs)


@pytest.mark.parametrize(
    ("label", "numeral", "number", "expected"),
    [
        ("Article 7 ", "7", "5", "Article 5 "),
        ("VII. ", "VII", "4", "IV. "),
        ("(3) ", "3", "12", "(12) "),
        ("Article 7-1 ", "7-1", "8-2", "Article 8-2 "),
        ("Part II: ", "II", "3", "Part III: "),
        ("SECTION I ", "I", "2", "SECTION II "),
        ("第七条 ", "七", "12", "第十二条 "),
    ],
)
def test_a_heading_takes_a_number_in_its_own_form(label, numeral, number, expected):
    heading = Heading(2, "article", "7", label, "Title", numeral, named=True)
    made = renumbered(heading, number)
    assert (made.label, made.number, made.title) == (expected, number, "Title")
