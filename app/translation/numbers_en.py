"""The numbers in an English sentence: five percent, Article 11, 30 million yuan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from app.text.months import MONTHS
from app.text.numerals import parse_roman
from app.translation.tokens import read_in_turn
from app.translation.tokens import Token
from app.translation.units import unit_around_en
from app.translation.written_out import ANSWERS
from app.translation.written_out import ONES
from app.translation.written_out import PARTS
from app.translation.written_out import RUN
from app.translation.written_out import SCALES
from app.translation.written_out import word_value

_MONTHS = tuple(name.lower() for name in MONTHS)
_D = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"(?: ?(hundred|thousand|million|billion|trillion)\b)?"
_NAMES = (
    r"(?:articles?|art\.|chapters?|sections?|paragraphs?|sub-?paragraphs?|items?|parts?"
    r"|sub-?items?|annex(?:es)?|appendi(?:x|ces)|measures?|box(?:es)?|columns?|tables?"
    r"|rules?|points?|titles?|clauses?|figures?|tasks?|no\.|nos\.|number)"
)
_ONE = rf"\(?(?:\d+(?:-\d+)?|(?:[ivxl]+)|[a-h])\)?(?![a-z])|{RUN}"

_MONTH = re.compile(
    rf"\b(?:(?:{'|'.join(m for m in _MONTHS if m not in ('may', 'march'))})"
    rf"|(?:may|march)(?=,? \d)|(?<=\d )(?:may|march)(?=,? \d))\b"
)
_REF = re.compile(
    rf"\b{_NAMES} (?:{_ONE})(?:(?:,? (?:and|or|to|through) |, |-|\()(?:{_ONE})"
    rf"(?! (?:days?|years?|months?|yuan|percent))|\((?:\d+|[a-z]+)\))*"
)
_ORDINAL_REF = re.compile(
    rf"\b({RUN}|\d+(?:st|nd|rd|th))(?=(?:,? (?:and|or|to) (?:{RUN}))?"
    r" (?:sub-?)?(?:paragraph|item|article|chapter|section|clause|column|part"
    r"|annex)s?\b)"
)
_PERCENT = re.compile(
    rf"(?<![\w.,])({_D}|{RUN})(?: ?%|[ -]per ?cent(?:age)?\b|[ -]percentage points?)"
)
_PERCENT_RANGE = re.compile(
    r"(?<![\w.,])(\d+(?:\.\d+)?)(?=(?:-| to | and | or )\d+(?:\.\d+)? ?(?:%|per))"
)
_PERMILLE = re.compile(rf"({_D}|{RUN})(?:‰| per (?:thousand|mille?))")
_PART = "|".join(sorted(PARTS, key=len, reverse=True))
_FRACTION = re.compile(
    rf"\b({'|'.join(ONES[1:])}|a)[ -]({_PART})\b"
    r"(?! (?:party|parties|paragraph|item|article|country|plenary))"
)
_ORDINAL = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")
_DECADE = re.compile(r"\b(\d{3}0)'?s\b")
_DIGITS = re.compile(rf"(?<![\w.])({_D}){_SCALE}")
_RUNNING = re.compile(rf"\b({RUN})\b")
_LEADING = re.compile(r"\s*\(?([ivxl]+|\d+|[a-z])[.)](?!\d)")
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")
_FIRM_ONE = re.compile(
    r"[ -](?:years?|months?|days?|hours?|hundred|thousand|million|time\b)"
)


def value_of(text: str) -> Fraction | None:
    """Read digits, a number in words, a Roman numeral or a letter of a list."""
    plain = text.strip("()").replace(",", "")
    if re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return Fraction(plain)
    if re.fullmatch(RUN, plain):
        return word_value(plain)
    roman = parse_roman(plain)
    if roman is not None:
        return Fraction(roman)
    return Fraction(ord(plain) - 96) if len(plain) == 1 else None


def english_numbers(text: str) -> list[Token]:
    """Read every number of a folded English text."""
    return read_in_turn(text, _READERS, blank="_")


def _leading(match: re.Match[str]) -> Iterator[Token]:
    if match.start() == 0:
        value = value_of(match[1])
        if value is not None:
            yield Token(("number", value), match.start(), match.end(), firm=False)


def _month(match: re.Match[str]) -> Iterator[Token]:
    yield Token(("month", Fraction(_MONTHS.index(match[0]) + 1)), *match.span())


def _ref(match: re.Match[str]) -> Iterator[Token]:
    head = re.match(_NAMES, match[0])
    at = head.end() if head else 0
    for one in re.finditer(rf"\d+|\b(?:[ivxl]+|[a-h])\b|\b{RUN}\b", match[0][at:]):
        value = value_of(one[0])
        if value is not None:
            start = match.start() + at + one.start()
            firm = not (len(one[0]) == 1 and one[0] in "abcdefgh")
            yield Token(("ref", value), start, start + len(one[0]), firm)


def _ordinal_ref(match: re.Match[str]) -> Iterator[Token]:
    digits = re.match(r"\d+", match[1])
    value = Fraction(digits[0]) if digits else word_value(match[1])
    yield Token(("ref", value), *match.span())


def _percent(match: re.Match[str]) -> Iterator[Token]:
    value = value_of(match[1])
    if value is not None:
        yield Token(("share", value / 100), *match.span())


def _permille(match: re.Match[str]) -> Iterator[Token]:
    value = value_of(match[1])
    if value is not None:
        yield Token(("share", value / 1000), *match.span())


def _fraction(match: re.Match[str]) -> Iterator[Token]:
    above = Fraction(1) if match[1] == "a" else word_value(match[1])
    firm = match[1] != "a"
    yield Token(("share", above / PARTS[match[2]]), *match.span(), firm)


def _ordinal(match: re.Match[str]) -> Iterator[Token]:
    yield Token(("number", Fraction(match[1])), *match.span())


def _decade(match: re.Match[str]) -> Iterator[Token]:
    yield Token(("year", Fraction(match[1])), *match.span())


def _digits(match: re.Match[str]) -> Iterator[Token]:
    text, digits = match.string, match[1]
    value = Fraction(digits.replace(",", "")) * SCALES.get(match[2] or "", 1)
    unit = unit_around_en(text, match.start(), match.end())
    is_year = re.fullmatch(r"1[5-9]\d\d|20\d\d|21\d\d", digits) and not match[2]
    kind = "year" if is_year and not unit else "number"
    before = text[: match.start()]
    firm = not re.search(r"[a-z]-$", before) and not re.match(
        r"[a-z]", text[match.end() :]
    )
    inside = before.endswith("(") and text[match.end() : match.end() + 1] == ")"
    yield Token((kind, value), *match.span(), firm and not inside, unit)


def _running(match: re.Match[str]) -> Iterator[Token]:
    text, run = match.string, match[1]
    unit = unit_around_en(text, match.start(), match.end())
    firm = True
    if run in ("one", "first"):
        firm = run == "one" and bool(_FIRM_ONE.match(text, match.end()))
    elif run in SCALES:
        firm = False
    yield Token(("number", word_value(run)), *match.span(), firm, unit)


def _answer(match: re.Match[str]) -> Iterator[Token]:
    for value in ANSWERS.get(match[0], ()):
        for kind in ("number", "share"):
            yield Token((kind, value), *match.span(), firm=False)


_READERS = (
    (_LEADING, _leading),
    (_MONTH, _month),
    (_DECADE, _decade),
    (_PERCENT_RANGE, _percent),
    (_PERCENT, _percent),
    (_PERMILLE, _permille),
    (_ORDINAL_REF, _ordinal_ref),
    (_REF, _ref),
    (_FRACTION, _fraction),
    (_ORDINAL, _ordinal),
    (_DIGITS, _digits),
    (_RUNNING, _running),
    (_WORD, _answer),
)
