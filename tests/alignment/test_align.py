"""The aligner: which sentences render one another, and how sure that is."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from app.alignment.align import align
from app.alignment.align import align_units
from app.alignment.align import UnitText
from app.alignment.judging import judge
from app.content.loader import load
from benchmarks.alignment import ours
from benchmarks.gold import changed
from benchmarks.gold import from_folder
from benchmarks.gold import rows
from tests.helpers import CONTENT
from tests.helpers import read_cases

PLAN = "western-financial-center"

zh_texts = st.lists(
    st.sampled_from(["应当", "银行。", "第三条", "2021年", "？", ""]), max_size=9
)
en_texts = st.lists(
    st.sampled_from(["shall", "Banks.", "3", "2021", "?", ""]), max_size=9
)
paragraphs = st.tuples(st.lists(zh_texts, max_size=3), st.lists(en_texts, max_size=3))


@pytest.fixture(scope="module")
def plan():
    return rows(PLAN, CONTENT)


def f1(gold):
    found = {bead for bead in ours(gold.zh, gold.en) if all(bead)}
    wanted = {bead for bead in gold.beads if all(bead)}
    return 2 * len(found & wanted) / (len(found) + len(wanted))


@pytest.mark.parametrize("case", read_cases("alignment"), ids=str)
def test_sentences_are_put_together(case):
    zh, _, en = case.given.partition("\n|\n")
    beads = align(zh.split("\n"), en.split("\n"))
    assert "\n".join(map(written, beads)) == case.expected


def written(bead):
    sides = (" ".join(str(at + 1) for at in side) or "-" for side in bead)
    return " = ".join(sides)


def test_the_plan_comes_back_from_its_sentences(plan):
    assert f1(changed(PLAN, plan, touched=0, dropped=0)) == 1.0


@pytest.mark.parametrize("seed", [1, 2])
def test_rows_parted_and_joined_are_found(plan, seed):
    assert f1(changed(PLAN, plan, touched=0.3, dropped=0, seed=seed)) >= 0.97


def test_missing_sentences_do_not_lead_astray(plan):
    assert f1(changed(PLAN, plan, touched=0.3, dropped=0.05, seed=3)) >= 0.95


@settings(max_examples=40, deadline=None)
@given(st.lists(paragraphs, max_size=4))
def test_every_sentence_is_in_one_bead_in_order(units):
    for unit, judged in zip(
        units, align_units([UnitText(*u) for u in units]), strict=True
    ):
        for side in (0, 1):
            count = sum(map(len, unit[side]))
            places = chain.from_iterable(bead[side] for bead, _ in judged)
            assert list(places) == list(range(count))
        assert all(0 <= confidence <= 1 for _, confidence in judged)
        assert all(bead.zh or bead.en for bead, _ in judged)


def test_units_teach_each_other_but_never_mix(plan):
    units = [UnitText([[zh]], [[en]]) for zh, en in plan]
    assert all(len(judged) == 1 for judged in align_units(units))


def test_paragraphs_hold_together_what_lengths_would_part():
    zh = [["条件如下：", "（一）合法。"], ["程序如下。"]]
    en = [["The conditions are:", "(1) legality."], ["The procedure is as follows."]]
    (judged,) = align_units([UnitText(zh, en)])
    assert [tuple(bead.zh) for bead, _ in judged] == [(0,), (1,), (2,)]


def test_the_confidence_falls_where_a_row_is_wrong(plan):
    good = [([zh], [en]) for zh, en in plan[:60]]
    assert min(judge(good)) > 0.5
    wrong = list(good)
    wrong[30], wrong[31] = (wrong[30][0], wrong[31][1]), (wrong[31][0], wrong[30][1])
    judged = judge(wrong)
    assert max(judged[30:32]) < 0.1
    assert min(judged[:28] + judged[34:]) > 0.5


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(zh_texts, en_texts), max_size=8))
def test_any_rows_can_be_judged(given_rows):
    judged = judge(given_rows)
    assert len(judged) == len(given_rows)
    assert all(0 <= confidence <= 1 for confidence in judged)


def test_a_large_text_is_aligned_from_coarse_to_fine(plan, monkeypatch):
    most = 60
    monkeypatch.setattr("app.alignment.align._LARGE", most)
    gold = changed(PLAN, plan, touched=0.3, dropped=0.02)
    assert len(gold.zh) > 2 * most  # so groups of three lead the way
    assert f1(gold) >= 0.95


def test_gold_is_read_from_a_folder(tmp_path):
    (tmp_path / "a.zh.txt").write_text("一。\n二。\n", "utf-8")
    (tmp_path / "a.en.txt").write_text("One, two.\n", "utf-8")
    (tmp_path / "a.align").write_text("[0, 1]:[0]\n", "utf-8")
    (gold,) = from_folder(tmp_path)["a"]
    assert gold.beads == [((0, 1), (0,))]
    (tmp_path / "a.align").write_text("0-0\n", "utf-8")
    with pytest.raises(SystemExit, match=r"a\.align:1"):
        from_folder(tmp_path)


def test_the_shipped_document_is_gold():
    assert [document.slug for document in load(CONTENT).documents] == [PLAN]
