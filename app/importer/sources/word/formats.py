"""Numbers as Word writes them, by the name that it has for each way."""

from __future__ import annotations

import re

from app.text.numerals import format_chinese
from app.text.numerals import format_roman
from app.text.word_list import word_list

_DIGITS = "〇一二三四五六七八九"
_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_LEGAL_OLD = str.maketrans("零一二三四五六七八九十百千", "零壹貳參肆伍陸柒捌玖拾佰仟")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
_WORDS = re.findall(
    r"\w+",
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty",
)
_ORDINALS = re.findall(
    r"\w+",
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
    "twentieth",
)
_CHINESE = word_list(
    "chineseCounting chineseCountingThousand japaneseCounting taiwaneseCounting "
    "taiwaneseCountingThousand ideographDigital taiwaneseDigital "
    "japaneseDigitalTenThousand koreanDigital2"
)
#: First of a row of signs, and how many there are.
_SIGNS = {
    "decimalEnclosedCircle": ("①", 20),
    "decimalEnclosedCircleChinese": ("①", 20),
    "decimalEnclosedParen": ("⑴", 20),
    "decimalEnclosedFullstop": ("⒈", 20),
    "ideographEnclosedCircle": ("㊀", 10),
}


def written(number: int, kind: str) -> str:
    """Write a number in one of Word's ways; a way not known here is plain digits.

    >>> written(12, "chineseCountingThousand"), written(3, "lowerLetter")
    ('十二', 'c')
    """
    if kind == "none":
        return ""
    if number < 1:
        return str(number)
    if kind in _CHINESE:
        return _chinese(number, kind)
    if kind in _SIGNS and number <= _SIGNS[kind][1]:
        return chr(ord(_SIGNS[kind][0]) + number - 1)
    return _latin(number, kind) or _eastern(number, kind) or str(number)


def _chinese(number: int, kind: str) -> str:
    """Write a Chinese number; from a hundred on some ways name the digits alone."""
    if ("Digital" in kind and number > 9) or (
        kind == "chineseCounting" and number > 99
    ):
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    return format_chinese(number)


def _latin(number: int, kind: str) -> str:
    """Write a number in letters or English words; empty if the way is another."""
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 20)
        return letter if kind == "lowerLetter" else letter.upper()
    if kind in ("lowerRoman", "upperRoman") and number < 1_000:
        roman = format_roman(number)
        return roman.lower() if kind == "lowerRoman" else roman
    if kind == "ordinal":
        ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"
    if kind == "cardinalText" and number <= len(_WORDS):
        return str(_WORDS[number - 1]).capitalize()
    if kind == "ordinalText" and number <= len(_ORDINALS):
        return str(_ORDINALS[number - 1]).capitalize()
    return f"{number:02}" if kind == "decimalZero" else ""


def _eastern(number: int, kind: str) -> str:
    """Write a number as on cheques, by stems and branches, or in wide digits."""
    if kind in ("chineseLegalSimplified", "ideographLegalTraditional"):
        old = kind == "ideographLegalTraditional"
        return format_chinese(number).translate(_LEGAL_OLD if old else _LEGAL)
    if kind == "ideographTraditional" and number <= len(_STEMS):
        return _STEMS[number - 1]
    if kind == "ideographZodiac" and number <= len(_BRANCHES):
        return _BRANCHES[number - 1]
    wide = kind in ("decimalFullWidth", "decimalFullWidth2")
    return str(number).translate(_FULL) if wide else ""
