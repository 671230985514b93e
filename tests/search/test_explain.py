"""What is told of a query and of a hit is what was done."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from app.search.results import SearchRequest
from app.text.normalize import fold_text
from tests.helpers import read_cases

SLUG = "western-financial-center"
WORDS = [
    "绿色金融", "綠色金融", "央行", "PBOC", "green", "finance", "policies", "the",
    "lvse", "jinrong", "grean", "铁路", "Singapore", "新加坡", "2025年", "碳税",
    '"绿色金融"', "-保险", "OR", "zh:CCUS", "title:保险", "哪座城市", "ＣＣＵＳ",
]  # fmt: skip


def ask(snapshot, text, **options):
    return snapshot.search(SearchRequest(text, **{"size": 100, **options}))


def told(reading):
    return "\n".join(
        f"{one.word}: "
        + (
            "; ".join(
                " ".join((step.kind, " | ".join(step.forms))).strip()
                for step in one.steps
            )
            or "as written"
        )
        for one in reading
    )


@pytest.mark.parametrize("case", read_cases("readings"), ids=str)
def test_every_word_is_told_as_it_was_read(snapshot, case):
    assert told(ask(snapshot, case.given).reading) == case.expected


def test_a_heading_is_the_first_reason(snapshot):
    hits = ask(snapshot, "绿色金融").hits
    assert [(str(hit.locator), hit.why.together) for hit in hits] == [
        ("2.3.11", "heading"), ("1.3", "sentence"),
    ]  # fmt: skip
    (word,) = hits[0].why.words
    assert (word.heading, word.sentences) == (True, 4)
    assert [(form.kind, form.text) for form in word.forms] == [
        ("typed", "绿色金融"), ("other", "green finance"),
    ]  # fmt: skip


def test_words_in_several_sentences_are_told_to_be_apart(snapshot):
    (hit, *_) = ask(snapshot, "policy PBOC").hits
    assert (hit.why.together, hit.why.sentences) == ("unit", 2)


def test_what_a_partial_answer_lacks_is_told(snapshot):
    results = ask(snapshot, "绿色金融 新加坡 铁路")
    best = results.hits[0].why
    assert results.relaxed
    assert best.lacking == ("铁路",)
    assert [word.word for word in best.found] == ["绿色金融", "新加坡"]


def test_a_place_that_is_asked_for_needs_no_word(snapshot):
    why = ask(snapshot, "measure 11").hits[0].why
    assert (why.together, why.words) == ("named", ())


def test_words_that_name_a_term_are_told_as_one(snapshot):
    (word,) = ask(snapshot, "green finance").hits[0].why.words
    assert word.word == "green finance"


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join))
def test_every_reason_can_be_found_in_the_text(snapshot, query):
    results = ask(snapshot, query, size=5, places=False)
    document = snapshot.documents[SLUG]
    for hit in results.hits:
        unit = document.by_locator[hit.locator]
        for word in hit.why.found:
            assert word.heading or word.sentences
            for form in word.forms:
                title = unit.heading(form.lang).title
                texts = [title, *(one.plain(form.lang) for one in unit.segments)]
                assert any(form.text in text for text in texts), (query, form)
        if not results.relaxed and hit.why.together not in {"named", "quoted"}:
            assert not hit.why.lacking, query


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join))
def test_no_typed_word_is_passed_over(snapshot, query):
    told_words = " ".join(one.word for one in ask(snapshot, query, size=1).reading)
    for word in query.split():
        bare = word.removeprefix("-").strip('"')
        if word != "OR":
            assert fold_text(bare) in fold_text(told_words), (query, told_words)
