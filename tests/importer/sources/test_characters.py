"""No block has a character that the checker of the content refuses."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from app.importer.sources.characters import clean
from app.importer.sources.characters import lines_of

REFUSED = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}


def test_nothing_unseen_is_left():
    every = map(chr, range(0x110000))
    refused = [char for char in every if unicodedata.category(char) in REFUSED]
    lines = lines_of("字".join(refused))
    assert {char for line in lines for char in clean(line)} == {"字", " "}


@given(st.text(max_size=60))
def test_what_is_clean_stays(text):
    once = clean(text)
    assert clean(once) == once
    assert "  " not in once


def test_letters_are_never_lost():
    text = "〇𠮷㐀é·“”‘’—…《》〔〕①⑴Ⅳ％，。"
    assert clean(text) == text
