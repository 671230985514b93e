"""Numbers as policy texts print them: 十二, 第（三）, Ⅳ, XII; parsed and printed."""

from __future__ import annotations

import re
import unicodedata

DIGITS = "零一二三四五六七八九"
_VALUES = {char: value for value, char in enumerate(DIGITS)} | {
    "〇": 0, "○": 0, "两": 2, "廿": 20, "卅": 30,
}  # fmt: skip
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}

LIMIT = 10**12
"""Numbers from here on are not read and not written: nothing is numbered so high."""

CHINESE_NUMERAL = "[零〇○一二两三四五六七八九十百千万亿廿卅]+"
"""A pattern for a run of Chinese numerals."""

ROMAN_NUMERAL = "(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
"""A pattern for a Roman numeral up to 89, upper case."""

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_STEPS = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


_LONGEST = 60
"""Longer than any numeral; Python reads no number of thousands of digits."""


def parse_chinese(text: str) -> int | None:
    """Read a Chinese numeral: 十二 is 12, 二〇二五 is 2025, 一百零三 is 103.

    Give None for anything that is not one well-formed number.
    """
    if not 0 < len(text) <= _LONGEST or any(
        char not in _VALUES and char not in _UNITS and char not in _MYRIADS
        for char in text
    ):
        return None
    if all(char in _VALUES and _VALUES[char] < 10 for char in text):
        return int("".join(str(_VALUES[char]) for char in text))
    total = section = digit = 0
    for char in text:
        if char in _MYRIADS:
            total += (section + digit) * _MYRIADS[char]
            section = digit = 0
        elif char in _UNITS:
            section += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            digit = _VALUES[char]
            if digit >= 10:
                section, digit = section + digit, 0
    value = total + section + digit
    if not 0 < value < LIMIT:
        return None
    return value if format_chinese(value) == _plain(text) else None


def _plain(text: str) -> str:
    """Write the variants of a numeral in its usual characters."""
    text = text.replace("〇", "零").replace("○", "零").replace("廿", "二十")
    text = text.replace("卅", "三十").replace("两", "二")
    return text.removeprefix("一") if text.startswith("一十") else text


def format_chinese(number: int) -> str:
    """Write 12 as 十二, 103 as 一百零三, 20000 as 二万.

    :raise ValueError: if *number* is negative, or too large.
    """
    if not 0 <= number < LIMIT:
        raise ValueError(f"{number} is out of range for a Chinese numeral")
    if number == 0:
        return "零"
    words = ""
    for power, name in ((100_000_000, "亿"), (10_000, "万"), (1, "")):
        section, number = divmod(number, power) if power > 1 else (number, 0)
        if not section:
            continue
        if words and section < 1000:
            words += "零"
        words += _format_section(section) + name
    return words.removeprefix("一") if words.startswith("一十") else words


def _format_section(section: int) -> str:
    """Write a number below 10000."""
    words, gap = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, section = divmod(section, power)
        if digit:
            words += ("零" if gap and words else "") + DIGITS[digit] + name
            gap = False
        else:
            gap = True
    return words


def format_digits(number: int) -> str:
    """Write a year as it is read out: 2025 is 二〇二五."""
    return "".join(DIGITS[int(digit)] for digit in str(number)).replace("零", "〇")


def parse_roman(text: str) -> int | None:
    """Read a Roman numeral up to 89, in either case; None for anything else."""
    text = unicodedata.normalize("NFKC", text).upper()
    if not text or not re.fullmatch(ROMAN_NUMERAL, text):
        return None
    values = [_ROMAN[char] for char in text]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value
        for value, after in zip(values, following, strict=True)
    )


def format_roman(number: int) -> str:
    """Write 4 as IV.

    :raise ValueError: if *number* is not from 1 to 399.
    """
    if not 0 < number < 400:
        raise ValueError(f"{number} is out of range for a Roman numeral")
    words = ""
    for value, name in _ROMAN_STEPS:
        count, number = divmod(number, value)
        words += name * count
    return words


def parse_number(text: str) -> int | None:
    """Read digits of any width, a Chinese or a Roman numeral; None for others."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if len(plain) > _LONGEST:
        return None
    if plain.isascii() and plain.isdigit():
        return int(plain)
    chinese = parse_chinese(plain)
    return chinese if chinese is not None else parse_roman(plain)
