"""Numbers are read and written in digits, in Chinese and in Roman numerals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.numerals import format_chinese
from app.text.numerals import format_digits
from app.text.numerals import format_roman
from app.text.numerals import parse_chinese
from app.text.numerals import parse_number
from app.text.numerals import parse_roman
from tests.helpers import read_cases


@given(st.integers(0, 10**12 - 1))
def test_a_chinese_numeral_is_read_back(number):
    assert parse_chinese(format_chinese(number)) == number


@given(st.integers(1, 89))
def test_a_roman_numeral_is_read_back(number):
    assert parse_roman(format_roman(number)) == number


@given(st.integers(1, 9999))
def test_a_year_is_read_as_it_is_read_out(number):
    assert parse_chinese(format_digits(number)) == number


@given(st.text(st.sampled_from("〇一二九十百千万亿廿XIV12"), max_size=20))
def test_any_text_is_a_number_or_none(text):
    number = parse_number(text)
    assert number is None or number >= 0


@pytest.mark.parametrize("case", read_cases("numerals"), ids=str)
def test_numerals(case):
    expected = None if case.expected == "none" else int(case.expected)
    assert [parse_number(line) for line in case.given.split()] == [expected] * len(
        case.given.split()
    )


def test_what_cannot_be_written_is_refused():
    with pytest.raises(ValueError, match="-1"):
        format_chinese(-1)
    with pytest.raises(ValueError, match="400"):
        format_roman(400)


@pytest.mark.parametrize("digit", ["9", "９", "一", "九百", "X"])
def test_what_is_longer_than_any_number_is_none(digit: str) -> None:
    assert parse_number(digit * 5_000) is None
