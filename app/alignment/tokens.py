"""What of a sentence a translation keeps: words, numbers, Latin strings and signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal
from typing import NamedTuple

from app.search.analyzer import plain_words
from app.search.analyzer import stem
from app.search.stopwords import STOP_WORDS
from app.text.months import MONTHS
from app.text.normalize import fold_text
from app.text.numerals import parse_chinese

TokenKind = Literal["word", "number", "latin", "sign"]


class Token(NamedTuple):
    """A token as both languages would write it, but for words."""

    kind: TokenKind
    value: str


_SIGNS = {
    "?": "?", "？": "?", "!": "!", "！": "!", '"': '"', "“": '"', "”": '"', "「": '"',
    "」": '"', "(": "(", "（": "(", ")": ")", "）": ")", ":": ":", "：": ":", ";": ";",
    "；": ";", "%": "%", "％": "%", "《": "<", "》": ">",
}  # fmt: skip

_ZH_NUMBER = re.compile(
    "\\d[\\d,]*(?:\\.\\d+)?[万亿]*"
    "|[零〇一二三四五六七八九十百千两]+[万亿]*[零〇一二三四五六七八九十百千]*"
)
_EN_NUMBER = re.compile(
    r"(\d[\d,]*(?:\.\d+)?)(?:\s*(thousand|million|billion|trillion)\b)?"
)
_TIMES = {"": 1.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_LATIN = re.compile(r"[a-z][a-z0-9.&-]*[a-z0-9]")
_EN_STRING = re.compile(r"[a-z][a-z.&-]*[a-z]|[a-z]")
_EN_WORD = re.compile("[a-z]{2,}")

_CARDINALS = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
]  # fmt: skip
_ORDINALS = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
    "ninth", "tenth",
]  # fmt: skip
_WRITTEN_OUT = {
    **{name.lower(): number for number, name in enumerate(MONTHS, 1)},
    **{word: number for number, word in enumerate(_CARDINALS, 2)},
    **{word: number for number, word in enumerate(_ORDINALS, 1)},
}


def zh_tokens(text: str) -> list[Token]:
    """Give the tokens of a Chinese sentence, in either script."""
    folded = fold_text(text)
    numbers = [_zh_value(match[0]) for match in _ZH_NUMBER.finditer(folded)]
    rest = _ZH_NUMBER.sub(" ", folded)
    return [
        *(_number(value) for value in numbers if value is not None),
        *(Token("latin", match[0]) for match in _LATIN.finditer(rest)),
        *_signs(text),
        *(Token("word", word) for word in plain_words().cut(folded) if _is_han(word)),
    ]


def en_tokens(text: str) -> list[Token]:
    """Give the tokens of an English sentence."""
    folded = fold_text(text)
    tokens = [
        _number(float(match[1].replace(",", "")) * _TIMES[match[2] or ""])
        for match in _EN_NUMBER.finditer(folded)
    ]
    tokens += _signs(text)
    for match in _EN_STRING.finditer(_EN_NUMBER.sub(" ", folded)):
        tokens += _en_string(match[0])
    return [token for token in tokens if token != _ONE]


def _en_string(string: str) -> Iterator[Token]:
    """Yield what one string of letters may be: a number, a Latin string, words."""
    if string in _WRITTEN_OUT:
        yield _number(float(_WRITTEN_OUT[string]))
    yield Token("latin", string)
    for word in _EN_WORD.findall(string):
        if word not in STOP_WORDS:
            yield Token("word", stem(word))


_LONGEST_NUMBER = 30
"""How many signs a number has at most; a longer run of them means nothing."""


def _zh_value(written: str) -> float | None:
    """Read a number in either kind of digits; None for 一, which is no number often."""
    if len(written) > _LONGEST_NUMBER:
        return None
    bare = written.rstrip("万亿")
    if bare[:1].isascii() and bare[:1].isdigit():
        times = 10.0 ** (4 * written.count("万") + 8 * written.count("亿"))
        return float(bare.replace(",", "")) * times
    value = parse_chinese(written)
    return None if value is None or value == 1 else float(value)


def _number(value: float) -> Token:
    return Token("number", f"{value:.12g}")


_ONE = _number(1)


def _signs(text: str) -> Iterator[Token]:
    return (Token("sign", _SIGNS[sign]) for sign in text if sign in _SIGNS)


def _is_han(word: str) -> bool:
    return "\u4e00" <= word[:1] <= "\u9fff"
