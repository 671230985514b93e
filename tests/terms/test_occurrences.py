from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.document import Lang
from app.model.document import LANGS
from app.model.glossary import Term
from app.terms.occurrences import Occurrence
from app.terms.occurrences import TermFinder
from app.text.english import singular
from app.text.normalize import fold_text

FINANCE = Term("finance", "绿色金融", "green finance", "concept")
STANDARD = Term("standard", "中欧绿色金融标准", "China-EU green finance standards", "x")
CENTER = Term("center", "金融中心", "financial center", "x", ("金融中心地位",))
SAFE = Term("safe", "外汇局", "State Administration", "x", ("SAFE",), ("SAFE",))
ESG = Term("esg", "ESG", "social and governance, ESG", "x", (), ("ESG",))
TERMS = (FINANCE, STANDARD, CENTER, SAFE, ESG)


def found(plain: str, lang: Lang, terms: tuple[Term, ...] = TERMS) -> list[str]:
    """List what is found, as it stands in the text."""
    occurrences = TermFinder(terms).find(plain, lang)
    return [plain[one.start : one.end] for one in occurrences]


@pytest.mark.parametrize(
    ("plain", "lang", "expected"),
    [
        ("推进绿色金融，与绿色金融", "zh", ["绿色金融", "绿色金融"]),
        ("中欧绿色金融标准认定", "zh", ["中欧绿色金融标准"]),
        ("綠色金融", "zh", ["綠色金融"]),
        ("巩固金融中心地位", "zh", ["金融中心地位"]),
        ("ＥＳＧ和ESG", "zh", ["ＥＳＧ", "ESG"]),
        ("ESGX与XESG", "zh", []),
        ("esg", "zh", []),
        ("Green finance and green finances", "en", ["Green finance", "green finances"]),
        ("a financial centre, financial centers", "en",
         ["financial centre", "financial centers"]),
        ("China-EU green finance standard", "en", ["China-EU green finance standard"]),
        ("It is green. Finance it", "en", []),
        ("green, finance", "en", []),
        ("social and governance, ESG", "en", ["social and governance, ESG"]),
        ("safe, Safe and SAFE", "en", ["SAFE"]),
        ("green financing", "en", []),
        ("greens of finance", "en", []),
        ("", "en", []),
    ],
)  # fmt: skip
def test_what_is_found(plain, lang, expected):
    assert found(plain, lang) == expected


@pytest.mark.parametrize(
    ("term", "plain", "lang", "doubted"),
    [
        (Term("n", "中和", "neutrality", "x"), "其中和平共处", "zh", [True]),
        (Term("l", "人民法", "people's law", "x"), "人民法院", "zh", [True]),
        (Term("b", "银行", "bank", "x"), "商业银行的银行卡", "zh", [False, True]),
        (Term("a", "章程", "Articles", "x"), "the Articles, Article 5", "en",
         [False, True]),
        (Term("p", "方案", "Plans", "x"), "PLANS", "en", [False]),
    ],
)  # fmt: skip
def test_a_part_of_another_word_is_doubtful(term, plain, lang, doubted):
    words = {
        "其中和平共处": ["其中", "和平", "共处"],
        "人民法院": ["人民法院"],
        "商业银行的银行卡": ["商业", "银行", "的", "银行卡"],
    }
    finder = TermFinder([term], words.get)
    assert [bool(one.doubtful) for one in finder.find(plain, lang)] == doubted


def test_all_gives_those_inside_too_but_none_across():
    finder = TermFinder((*TERMS, Term("x", "标准认定", "recognition", "x")))
    plain = "中欧绿色金融标准认定"
    occurrences = finder.find_all(plain, "zh")
    assert [(one.start, one.end) for one in occurrences] == [(0, 8), (2, 6)]
    assert occurrences[1].within(occurrences[0])
    assert not occurrences[0].within(occurrences[0])


def test_a_form_of_several_terms_names_them_all_the_main_one_first():
    market = Term("z-market", "新三板", "New Third Board", "market")
    system = Term("a-system", "股转系统", "NEEQ", "institution", ("新三板",))
    (one,) = TermFinder((system, market)).find("在新三板挂牌", "zh")
    assert one.terms == (market, system)


@pytest.mark.parametrize(
    ("form", "plain", "expected"),
    [("m", "㎡", []), ("m", "m", ["m"]), ("株式", "㍿", []), ("会社", "㍿", []),
     ("株式会社", "某㍿", ["㍿"])],
)  # fmt: skip
def test_a_stretch_has_whole_characters(form, plain, expected):
    assert found(plain, "zh", (Term("t", form, "form", "x"),)) == expected


def doubtful(plain: str, lang: Lang, *terms: Term) -> list[bool]:
    """Say of everything found whether it is a term only if the other side has it."""
    return [bool(one.doubtful) for one in TermFinder(terms).find(plain, lang)]


BROKER = Term("broker", "证券公司", "securities company", "x", (), ("brokerage",))
SWAP = Term(
    "swap", "债转股交易平台", "debt swap platform", "x",
    ("债转股", "交易平台"), ("debt swap", "swap platform"),
)  # fmt: skip
CITY = Term("city", "成都", "Chengdu", "place")


def test_one_english_word_may_mean_something_else_but_not_a_name():
    assert doubtful("a brokerage, a securities company", "en", BROKER) == [True, False]
    assert doubtful("in Chengdu", "en", CITY) == [False]
    assert doubtful("SAFE", "en", SAFE) == [True]
    assert doubtful("在成都", "zh", CITY) == [False]


def test_a_name_cut_short_of_what_the_thing_is_may_mean_something_else():
    assert doubtful("债转股；交易平台；债转股交易平台", "zh", SWAP) == [
        True,
        False,
        False,
    ]
    assert doubtful("debt swap, a swap platform", "en", SWAP) == [True, False]


@pytest.mark.parametrize(
    "plain", ["Chengdu-Chongqing", "Chongqing–Chengdu", "a Chongqing‑Chengdu line"]
)
def test_what_a_hyphen_joins_to_more_may_mean_something_else(plain):
    assert doubtful(plain, "en", CITY) == [True]


def test_a_bracket_that_is_opened_in_a_form_is_closed_in_it():
    assert found("social and governance (ESG), and", "en") == [
        "social and governance (ESG)"
    ]
    assert found("(ESG)", "en") == ["ESG"]


ZH = st.text("金融绿色中心标准，ＥSGe", max_size=14)
EN = st.lists(
    st.sampled_from(["green", "Greens", "finance", "center", "SAFE", "safe", ",", "."]),
    max_size=12,
).map(" ".join)  # fmt: skip
FORMS_ZH = st.text("金融绿色中心标准", min_size=1, max_size=4)
FORMS_EN = st.sampled_from(
    ["green", "green finance", "finance center", "SAFE", "finances", "center a green"]
)


@st.composite
def glossaries(draw: st.DrawFn) -> tuple[Term, ...]:
    count = draw(st.integers(1, 6))
    return tuple(
        Term(f"t{at}", draw(FORMS_ZH), draw(FORMS_EN), "x", (draw(FORMS_ZH),))
        for at in range(count)
    )


@given(glossaries(), ZH, EN, st.randoms(use_true_random=False))
def test_occurrences_are_exact_apart_longest_and_the_same_in_any_order(
    terms: tuple[Term, ...], zh: str, en: str, order: random.Random
) -> None:
    shuffled = list(terms)
    order.shuffle(shuffled)
    for lang, plain in (("zh", zh), ("en", en)):
        occurrences = TermFinder(terms).find(plain, lang)
        everything = TermFinder(terms).find_all(plain, lang)
        assert occurrences == TermFinder(shuffled).find(plain, lang)
        assert everything == TermFinder(shuffled).find_all(plain, lang)
        for one in occurrences:
            assert_exact(plain, lang, one)
            assert not any(one.within(other) for other in everything)
        for one, other in pairwise(occurrences):
            assert one.end <= other.start
        for one in everything:
            assert one in occurrences or any(map(one.within, occurrences))


def assert_exact(plain: str, lang: Lang, one: Occurrence) -> None:
    """The stretch, read alone, is a form of each of its terms."""
    stretch = plain[one.start : one.end]
    assert stretch == stretch.strip()
    for term in one.terms:
        if lang == "zh":
            assert fold_text(stretch) in map(fold_text, term.forms("zh"))
        else:
            key = [singular(word) for word in stretch.lower().split()]
            forms = [form.lower().split() for form in term.forms("en")]
            assert key in [[singular(word) for word in form] for form in forms]


@given(FORMS_ZH, ZH)
def test_no_occurrence_of_a_lone_term_is_missed(form: str, plain: str) -> None:
    term = Term("t", form, "form", "x")
    hits = len(TermFinder((term,)).find(plain, "zh"))
    assert hits == fold_text(plain).count(fold_text(form))


def test_every_form_of_a_term_is_found_in_itself():
    finder = TermFinder(TERMS)
    for term in TERMS:
        for lang in LANGS:
            for form in term.forms(lang):
                (one,) = finder.find(form, lang)
                assert (one.start, one.end) == (0, len(form))
                assert term in one.terms
