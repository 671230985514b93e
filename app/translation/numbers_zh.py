"""The numbers in a Chinese sentence: 百分之五, 第十一条, 三千万元, 2025年."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from app.text.numerals import parse_chinese
from app.translation.tokens import read_in_turn
from app.translation.tokens import Token
from app.translation.units import unit_after_zh

_HAN = "零〇一二两三四五六七八九十百千万亿"
_N = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|[{_HAN}]+(?:点[{_HAN}]+)?)"
_SCALE = r"(?:万亿|亿|万|千(?![瓦克米卡帕伏方])|百(?![货姓万亿分]))?"
_DIGIT = "[零〇一二三四五六七八九]"

#: Words that have a numeral in them and count nothing.
_IDIOMS = re.compile(
    "一带一路|(?<![一二三四五六七八九])十分(?!钟|之)|千方百计|百姓|二氧化|四川|三亚|九江"
    "|三角|五金|百货|万物|百科|千秋|三令五申|四通八达|八一建军|万众|千家万户"
)
_WEAK_AFTER = re.compile("方(?!面|案|法|式)|者|产业|资企业")
_ORDINAL_NAMES = "条款项章节编部目栏"
_COUNTED = re.compile(
    "年|个|日|天|人|倍|次|项|条|款|家|名|种|份|岁|周|小时|分钟|届|国|省|市|县|类|级|期"
    "|批|件|台|艘|座|所|套|位|元|美元|欧元|吨|公里|千米|米|亩|公顷|度|摄氏度|季度|代|大"
    "|中(?=全会|,|和)|票|处|步|点|只|头|成(?!都|员|立|渝)|平方|立方|月|方面|道|栏|卷|页|章|节"
)
_ONE_COUNTED = re.compile("年(?!度|会)|个月|日(?!常|期|益|前)|倍|小时|周岁|周年")
_VAGUE_BEFORE = "数几上成近逾"

_YEAR = re.compile(rf"(\d{{4}}|{_DIGIT}{{4}})(?=年|[-至到][\d{_HAN}]{{4}}年|/)")
_DECADE = re.compile(rf"({_N})世纪({_N})年代")
_MONTH = re.compile(rf"({_N})(?=月)(?<!个)")
_FRACTION = re.compile(rf"({_N})分之({_N})")
_PERCENT = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)(?:%|(?=个百分点))")
_PERCENT_RANGE = re.compile(r"(\d+(?:\.\d+)?)(?=(?:-|至|到|~)\d+(?:\.\d+)?%)")
_PERMILLE = re.compile(r"(\d+(?:\.\d+)?)‰")
_REF = re.compile(
    rf"第\(?({_N})\)?(?:-(\d+))?(?:[,.和或及至到-]+第?\(?{_N}\)?)*"
    rf"[{_ORDINAL_NAMES}](?:之([{_HAN}]))?"
)
_NAMED = re.compile(rf"(?:附件|附录|附表|专栏|表|图)\(?({_N})\)?(?:[,和及至到-]+{_N})*")
_PLAN = re.compile(r"(十[一二三四五])五(?=\"|'|规划|计划|时期|期间|末|以来)")
_HALF = re.compile("半")
_DOUBLE = re.compile("双|两|另一|翻一番|加倍|二者")
_LEADING = re.compile(rf"\s*(?:\(({_N})\)|({_N})[,.](?!\d))")
_NUMBER = re.compile(rf"(第?)\(?({_N})({_SCALE})")

_SCALES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "万亿": 10**12}


def value_of(text: str) -> Fraction | None:
    """Read digits or a Chinese numeral, with or without decimals."""
    plain = text.replace(",", "")
    if plain.replace(".", "", 1).isdigit():
        return Fraction(plain)
    whole, point, rest = plain.partition("点")
    value = parse_chinese(whole)
    if value is None:
        return None
    if not point:
        return Fraction(value)
    digits = "".join(str(parse_chinese(char) or 0) for char in rest)
    return Fraction(f"{value}.{digits}")


def chinese_numbers(text: str) -> list[Token]:
    """Read every number of a folded Chinese text."""
    text = _IDIOMS.sub(lambda match: " " * len(match[0]), text)
    return read_in_turn(text, _READERS, blank=" ")


def _leading(match: re.Match[str]) -> Iterator[Token]:
    if match.start() == 0:
        value = value_of(match[1] or match[2])
        if value is not None:
            yield Token(("number", value), match.start(), match.end(), firm=False)


def _year(match: re.Match[str]) -> Iterator[Token]:
    value = value_of(match[1])
    if value is not None:
        yield Token(("year", value), *match.span(1))


def _decade(match: re.Match[str]) -> Iterator[Token]:
    century, years = value_of(match[1]), value_of(match[2])
    if century is not None and years is not None:
        yield Token(("year", (century - 1) * 100 + years), *match.span())


def _month(match: re.Match[str]) -> Iterator[Token]:
    value = value_of(match[1])
    if value is not None and 1 <= value <= 12:
        yield Token(("month", value), *match.span(1))


def _fraction(match: re.Match[str]) -> Iterator[Token]:
    below, above = match[1], value_of(match[2])
    whole = {"百": Fraction(100), "千": Fraction(1000), "万": Fraction(10_000)}.get(
        below
    ) or value_of(below)
    if whole and above is not None:
        yield Token(("share", above / whole), *match.span())


def _percent(match: re.Match[str]) -> Iterator[Token]:
    yield Token(("share", Fraction(match[1].replace(",", "")) / 100), *match.span())


def _permille(match: re.Match[str]) -> Iterator[Token]:
    yield Token(("share", Fraction(match[1]) / 1000), *match.span())


def _ref(match: re.Match[str]) -> Iterator[Token]:
    for one in re.finditer(_N, match[0]):
        value = value_of(one[0])
        if value is not None:
            start = match.start() + one.start()
            yield Token(("ref", value), start, start + len(one[0]))


def _plan(match: re.Match[str]) -> Iterator[Token]:
    value = value_of(match[1])
    if value is not None:
        yield Token(("number", value), *match.span())
        yield Token(("number", Fraction(5)), *match.span(), firm=False)


def _half(match: re.Match[str]) -> Iterator[Token]:
    for value in (Fraction(1, 2), Fraction(6)):
        for kind in ("share", "number"):
            yield Token((kind, value), *match.span(), firm=False)


def _double(match: re.Match[str]) -> Iterator[Token]:
    followed = match[0] == "两" and _COUNTED.match(match.string, match.end())
    firm = bool(followed) and match.string[match.end()] in "年个次倍种项款条名"
    unit = unit_after_zh(match.string, match.end()) if firm else ""
    yield Token(("number", Fraction(2)), *match.span(), firm, unit)


def _number(match: re.Match[str]) -> Iterator[Token]:
    numeral, scale, text = match[2], match[3], match.string
    value = value_of(numeral)
    if value is None:
        yield from _digit_by_digit(match)
        return
    before = text[match.start() - 1 : match.start()]
    glued = (before.isascii() and before.isalpha()) or before == "-"
    firm = _is_firm(match) and before not in _VAGUE_BEFORE and not glued
    firm = firm or (bool(match[1]) and not _WEAK_AFTER.match(text, match.end()))
    unit = unit_after_zh(text, match.end())
    yield Token(("number", value * _SCALES[scale]), *match.span(), firm, unit)


def _is_firm(match: re.Match[str]) -> bool:
    """Say whether a numeral certainly counts something."""
    numeral, scale, text = match[2], match[3], match.string
    if numeral[0].isdigit() or scale or len(numeral) > 1:
        return True
    if numeral == "一":
        return _ONE_COUNTED.match(text, match.end()) is not None
    if numeral == "零":
        return text[match.end() : match.end() + 1] in ("至", "度")
    counted = _COUNTED.match(text, match.end()) is not None
    return counted and not _WEAK_AFTER.match(text, match.end())


def _digit_by_digit(match: re.Match[str]) -> Iterator[Token]:
    """Read 一二三, or 二三十, as what it may be."""
    for place, char in enumerate(match[2], match.start(2)):
        value = value_of(char)
        if value is not None:
            yield Token(("number", value), place, place + 1, firm=False)


_READERS = (
    (_LEADING, _leading),
    (_DECADE, _decade),
    (_YEAR, _year),
    (_FRACTION, _fraction),
    (_PERCENT_RANGE, _percent),
    (_PERCENT, _percent),
    (_PERMILLE, _permille),
    (_REF, _ref),
    (_NAMED, _ref),
    (_PLAN, _plan),
    (_MONTH, _month),
    (_DOUBLE, _double),
    (_NUMBER, _number),
    (_HALF, _half),
)
