from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from app.content.loader import load
from app.model.document import Document
from app.model.glossary import Glossary
from app.model.glossary import Term
from app.search.analyzer import ChineseWords
from app.search.stopwords import STOP_WORDS
from app.search.stopwords import ZH_STOP_WORDS
from app.terms.candidates import Candidate
from app.terms.candidates import candidates_of
from app.terms.lexicon import Lexicon
from app.terms.links import log_likelihood
from app.terms.occurrences import TermFinder
from app.text.english import words
from app.text.normalize import fold_text
from tests.helpers import CONTENT
from tests.relations.helpers import document
from tests.relations.helpers import Pair
from tests.relations.helpers import unit

GOLDEN = Path(__file__).parent / "candidates.txt"
NOTHING = Glossary()

LINES = (
    ("推广绿色金融产品。", "Promote green finance products."),
    ("发展绿色金融。", "Develop green finance."),
    ("绿色金融的标准。", "The standards of green finance."),
    ("支持企业。", "Support enterprises."),
)


@cache
def lexicon() -> Lexicon:
    found = ChineseWords(NOTHING)
    return Lexicon(found.cut, found.dictionary(), STOP_WORDS | ZH_STOP_WORDS)


@cache
def plan() -> Document:
    return load(CONTENT).documents[0]


@cache
def of_plan() -> tuple[Candidate, ...]:
    return candidates_of(plan(), NOTHING, lexicon())


def of(lines: Sequence[Pair], glossary: Glossary = NOTHING) -> list[str]:
    text = document(
        *(unit(f"1.{at}", ("", ""), one) for at, one in enumerate(lines, 1))
    )
    found = candidates_of(text, glossary, lexicon())
    return [f"{one.zh} = {one.en}" for one in found]


def test_the_first_fifty_of_the_plan(golden: Callable[[Path, str], None]):
    """The plan with an empty glossary: a person can judge each line of the file."""
    rows = [f"{one.zh} = {one.en}\n" for one in of_plan()[:50]]
    golden(GOLDEN, "".join(rows))


def test_the_best_comes_first():
    worths = [one.worth for one in of_plan()]
    assert worths == sorted(worths, reverse=True)
    assert worths[-1] > 0


def test_nothing_is_proposed_twice():
    found = of_plan()
    assert len({fold_text(one.zh) for one in found}) == len(found)
    assert len({fold_text(one.en) for one in found}) == len(found)


def test_every_pair_stands_in_the_rows_it_names():
    for one in of_plan():
        finder = TermFinder([Term("t", one.zh, one.en, "")])
        assert one.places
        for place in one.places:
            if place in plan().by_segment:
                segment = plan().by_segment[place]
                zh, en = segment.plain("zh"), segment.plain("en")
            else:
                zh, en = (
                    plan().by_locator[place].heading(x).title for x in ("zh", "en")
                )
            assert finder.find_all(zh, "zh"), one
            assert finder.find_all(en, "en"), one


def test_no_phrase_begins_or_ends_with_a_stop_word():
    for one in of_plan():
        found = [word.text for word in words(fold_text(one.en))]
        assert not {found[0], found[-1]} & STOP_WORDS
        assert not set(lexicon().cut(fold_text(one.zh))) & ZH_STOP_WORDS


def test_a_phrase_of_several_rows_is_found_with_its_rendering():
    assert "绿色金融 = green finance" in of(LINES)
    assert not any("企业" in one for one in of(LINES))


def test_plurals_count_as_one():
    lines = [("设立证券公司。", "Establish a securities company."),
             ("引导证券公司。", "Guide securities companies."),
             ("监管证券公司。", "Regulate securities companies."),
             ("支持乡村振兴。", "Support rural revitalization.")]  # fmt: skip
    assert any(one == "证券公司 = securities companies" for one in of(lines))


def test_traditional_characters_are_found_as_they_are_written():
    lines = [(zh.replace("绿", "綠").replace("发", "發"), en) for zh, en in LINES]
    assert "綠色金融 = green finance" in of(lines)


def test_names_in_quotation_marks_belong_together():
    lines = [
        ("推广“农贷通”和“单一窗口”。", "Use “Nongdaitong” and a “single window”."),
        ("支持企业。", "Support enterprises."),
    ]
    assert {"农贷通 = Nongdaitong", "单一窗口 = single window"} <= set(of(lines))


@pytest.mark.parametrize(
    "line",
    [
        ("推广“农贷通”和“信易贷”。", "Roll out “Nongdaitong” and that."),
        ("他说：“支持企业，发展经济。”", "“Support enterprises, develop,” he said."),
        ("见“附件”。", "See “the annex that follows below the text as a whole”."),
    ],
    ids=["one side has more", "a sentence", "too long"],
)
def test_what_is_quoted_and_no_name(line):
    assert of([line]) == []


@pytest.mark.parametrize(
    "term",
    [
        Term("green", "绿色金融", "green financing", ""),
        Term("green", "环保金融", "Green Finance", ""),
        Term("green", "环保金融", "ecology", "", ("绿色金融",), ("greens",)),
    ],
    ids=["its Chinese", "its English", "an alias"],
)
def test_what_the_glossary_has_is_left_out(term):
    assert "绿色金融 = green finance" not in of(LINES, Glossary((term,)))


def test_a_part_of_a_term_is_left_out_where_it_stands_only_inside_it():
    whole = Term("funds", "私募股权投资基金", "private equity investment fund", "")
    lines = [
        ("设立私募股权投资基金。", "Set up private equity investment funds."),
        ("支持私募股权投资基金。", "Support private equity investment funds."),
    ]
    assert of(lines, Glossary((whole,))) == []


def test_a_side_that_is_missing_proposes_nothing():
    assert of([("绿色金融。", ""), ("", "Green finance.")]) == []
    assert of([]) == []


@settings(max_examples=40)
@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=30)), max_size=5))
def test_any_text_can_be_read(lines):
    assert of(lines) == of(lines)


@settings(max_examples=10)
@given(st.permutations(LINES))
def test_the_order_of_rows_makes_no_difference_to_what_is_best(lines):
    assert of(lines)[0] == of(LINES)[0]


def test_association_grows_with_what_is_shared():
    assert log_likelihood(5, 5, 5, 100) > log_likelihood(4, 5, 5, 100) > 0
    assert log_likelihood(5, 10, 50, 100) == pytest.approx(0)
