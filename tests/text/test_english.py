from __future__ import annotations

import pytest

from app.text.english import is_abbreviation
from app.text.english import singular


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("companies", "company"), ("exchanges", "exchange"), ("businesses", "business"),
        ("houses", "house"), ("taxes", "tax"), ("branches", "branch"),
        ("centres", "center"), ("basis", "basis"), ("status", "status"),
        ("access", "access"), ("finance", "finance"), ("financing", "financing"),
        ("insurers", "insurer"), ("insurance", "insurance"),
    ],
)  # fmt: skip
def test_the_singular_of_a_noun(word, expected):
    assert singular(word) == expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [("SAFE", True), ("M&A", True), ("safe", False), ("NRA account", False),
     ("NRA ACCOUNT", False)],
)  # fmt: skip
def test_an_abbreviation_is_one_word_in_capitals(form, expected):
    assert is_abbreviation(form) is expected
