"""What is near to a query that finds too little: its parts, its spelling, terms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.glossary import Glossary
from app.model.glossary import Term
from app.search.near_terms import MOST_TERMS
from app.search.near_terms import near_terms
from app.search.near_terms import TermFeatures
from app.search.results import SearchRequest
from tests.helpers import read_cases

GREEN = Term("green-finance", "绿色金融", "green finance", "concept")
BOND = Term("bond", "债券", "bond", "concept", en_aliases=("bonds",))
SMALL = TermFeatures(Glossary((GREEN, BOND)))


def ask(snapshot, text, **options):
    return snapshot.search(SearchRequest(text, size=100, **options))


@pytest.mark.parametrize("case", read_cases("near_terms"), ids=str)
def test_cases(snapshot, case):
    near = [term.zh for term in ask(snapshot, case.given).near_terms]
    expected = case.expected.split("\n")
    assert near[: len(expected)] == ([] if expected == ["nothing"] else expected)


@pytest.mark.parametrize(
    "query", ["綠色", "grean", "lvse jinrng", "FINANCES", "绿  色", "金融的"]
)
def test_a_term_is_near_by_characters_stems_spelling_and_pinyin(query):
    assert near_terms(query, SMALL) == (GREEN,)


@pytest.mark.parametrize("query", ["", "的", "the", "xyzzy", "。", "保险"])
def test_what_shares_nothing_is_not_near(query):
    assert near_terms(query, SMALL) == ()


def test_only_terms_that_suit_are_given():
    assert near_terms("绿色债券", SMALL, lambda term: term is BOND) == (BOND,)


@given(st.text(max_size=300))
def test_any_text_has_a_few_terms_at_most_each_once(snapshot, text):
    near = near_terms(text, TermFeatures(snapshot.glossary))
    assert len(near) == len(set(near)) <= MOST_TERMS


def test_every_near_term_finds_something(snapshot):
    for query in ("碳税", "carbon tax", "grean-finence tax", '"bank of green"'):
        for term in ask(snapshot, query).near_terms:
            assert ask(snapshot, term.zh).total, term
            assert ask(snapshot, term.en).total, term


@pytest.mark.parametrize(
    ("query", "closest"),
    [
        ('"green finance of Mars"', '"green finance"'),
        ('"Mars in green"', "green"),
        ('"the of the"', ""),
        ("碳税", "碳"),
    ],
)
def test_the_longest_part_is_told_in_either_language(snapshot, query, closest):
    results = ask(snapshot, query)
    assert results.closest == closest
    if closest:
        assert ask(snapshot, closest).total


def test_words_that_occur_only_apart_are_told(snapshot):
    results = ask(snapshot, '"green institutions tax"')
    assert results.apart == ("green", "institutions")


def test_the_nearest_spelling_is_told_where_nothing_is_corrected(snapshot):
    assert ask(snapshot, '"grean finence"').respelt == '"green finance"'
    assert ask(snapshot, "grean finence", literal=True).respelt == "green finance"
    assert ask(snapshot, '"green tax"').respelt == ""
