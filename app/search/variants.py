"""The other way of writing the numbers in a word: 第12条 and 第十二条."""

from __future__ import annotations

import re

from app.text.numerals import CHINESE_NUMERAL
from app.text.numerals import format_chinese
from app.text.numerals import format_digits
from app.text.numerals import parse_chinese

_DIGITS = re.compile(r"\d{1,8}")
_CHINESE = re.compile(CHINESE_NUMERAL)


def numeral_variants(text: str) -> tuple[str, ...]:
    """Write the numbers in a folded word in the other script, each way it is done.

    A lone numeral below ten is left alone: 三 is mostly a word, and 3 is everywhere.
    """
    chinese = _DIGITS.sub(lambda match: format_chinese(int(match[0])), text)
    read_out = _DIGITS.sub(lambda match: format_digits(int(match[0])), text)
    arabic = _CHINESE.sub(_to_digits, text)
    variants = dict.fromkeys((chinese, read_out, arabic))
    return tuple(v for v in variants if v != text and len(v) > 1 and len(text) > 1)


def _to_digits(match: re.Match[str]) -> str:
    """Write one Chinese numeral in Arabic digits, if it is one number."""
    value = parse_chinese(match[0])
    return match[0] if value is None else str(value)
