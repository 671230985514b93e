"""Text is folded the same way everywhere, and every fold leads back to the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.english import american
from app.text.english import words
from app.text.normalize import fold
from app.text.normalize import fold_text
from app.text.pinyin import cut_pinyin

mixed = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("債轉股ＡＢc（）“”‘’，。—－½ﬁŸ①㈱\u0301\u200d鬱乾后裏"),
    ),
    max_size=30,
)


@given(mixed)
def test_every_folded_character_leads_back_into_the_original(text):
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    for start, end in zip(folded.starts, folded.ends, strict=True):
        assert 0 <= start < end <= len(text)


@given(mixed)
def test_folding_twice_is_folding_once(text):
    assert fold_text(fold_text(text)) == fold_text(text)


@given(mixed)
def test_the_whole_leads_back_to_the_whole(text):
    folded = fold(text)
    if folded.text:
        assert folded.original(0, len(folded.text)) == (0, len(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("債轉股交易平臺", "债转股交易平台"),
        ("ＣＣＵＳ", "ccus"),
        ("“一带一路”", '"一带一路"'),
        ("「一带一路」", "“一带一路”"),
        ("（三）", "(3)".replace("3", "三")),
        ("sub–branch", "sub-branch"),
        ("circle’s", "circle's"),
        ("金融，贸易", "金融,贸易"),
        ("A\u00a0B", "a b"),
    ],
)
def test_written_differently_and_the_same(one, other):
    assert fold_text(one) == fold_text(other)


def test_english_words_stand_where_they_say():
    text = fold_text("The circle’s sub-branches, 1,000.5 and R&D.")
    found = [word.text for word in words(text)]
    assert found == ["the", "circle", "sub", "branches", "1,000.5", "and", "r", "d"]
    assert all(text[word.start : word.end] == word.text for word in words(text))


@pytest.mark.parametrize(
    ("british", "us"),
    [
        ("centre", "center"),
        ("programmes", "programs"),
        ("modernisation", "modernization"),
        ("utilising", "utilizing"),
        ("labour", "labor"),
    ],
)
def test_british_and_american_spellings_are_one(british, us):
    assert american(british) == american(us)


def test_a_long_word_that_is_no_pinyin_is_refused_at_once():
    assert cut_pinyin("an" * 29 + "t") == ()
    assert cut_pinyin("ai" * 29) != ()
