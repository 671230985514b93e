"""Bounds that were turned round: not less than, for 以下."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping

from app.translation.negation import NEGATION
from app.translation.pair import Alarm
from app.translation.pair import Pair
from app.translation.tokens import blanked
from app.translation.tokens import one_sided
from app.translation.tokens import Token
from app.translation.tokens import unanswered

_LEVEL = re.compile(
    r"级(?:及其?)?以[上下]|\bat or (?:above|below)\b|\b(?:above"
    r"|below) the (?:county|prov)"
)
_ZH_FIRM = {
    "up": re.compile(
        "不(?:得)?(?:少于|低于|小于)|(?<=[元年月日天倍人名%钟时岁次吨件])以上|至少"
    ),
    "down": re.compile(
        "不(?:得)?(?:超过|高于|多于|大于|超出|迟于|晚于)|(?<=[元年月日天倍人名%钟时岁次吨件])以下|至多"
    ),
}
_ZH_FREE = {
    "up": re.compile(
        "以上|最低|最少|超过|高于|多于|大于|逾|超出|满|起|余|达到?|不下|以外|更[多大高]|多|几[种个项名人]|若干|以后"
        "|之后|过半|多[年次]|多数|大部"
    ),
    "down": re.compile(
        "以下|以内|之内|(?<=[日年月时])[内前]|最多|最高|不满|不足|未满|未达|少于|低于|小于|为限"
        "|以前|之前|不到|限"
    ),
}
_EN_FIRM = {
    "up": re.compile(
        r"\b(?:not|no|nor)(?: be)? (?:less|fewer|lower|smaller|shorter) than\b"
        r"|\bat least\b"
        r"|\bor (?:more|above)\b|(?<!not )(?<!no )(?<!be )\b(?:more|higher|greater"
        r"|larger) than\b"
    ),
    "down": re.compile(
        r"\b(?:not|no|nor)(?: be)? (?:more|higher|greater|larger|later"
        r"|longer) than\b|\bat most\b"
        r"|\bor (?:less|fewer|below)\b|\bnot (?:to |be )?exceed\w*"
        r"|(?<!not )(?<!no )(?<!be )\b(?:less|fewer|lower|smaller) than\b"
    ),
}
_EN_FREE = {
    "up": re.compile(
        r"\babove\b|\bover\b|\bexceed\w*|\bminimum\b|\bolder\b|\d to (?=\d)"
        r"|\bbetween\b|\d-\d"
        r"|\bbeyond\b|\bexcess\b|\bfrom\b|\bupwards?\b|\bplus\b|\bafter\b|\blongest"
    ),
    "down": re.compile(
        r"\bbelow\b|\bunder\b|\bup to\b|\bwithin\b|\bmaximum\b|\d to (?=\d)"
        r"|\bbetween\b|\d-\d"
        r"|\bbefore\b|\bby\b|\byounger\b|\buntil\b|\bceiling\b|\blimit"
    ),
}


def check_bounds(pair: Pair) -> Iterator[Alarm]:
    """Yield an alarm where an English bound has no Chinese one of its kind."""
    zh = _bounds(pair.zh_folded.text, _ZH_FIRM, _ZH_FREE)
    en = _bounds(pair.en_folded.text, _EN_FIRM, _EN_FREE)
    left_zh, left_en = unanswered(zh, en)
    if left_zh or left_en:
        yield one_sided(pair, NEGATION, "Bounds differ", left_zh, left_en)


Patterns = Mapping[str, re.Pattern[str]]


def _bounds(text: str, firm: Patterns, free: Patterns) -> list[Token]:
    """Find what bounds in a text; 不少于 is no 少于."""
    text = blanked(_LEVEL, text)
    found = [
        Token(way, *match.span())
        for way, pattern in firm.items()
        for match in pattern.finditer(text)
    ]
    for pattern in firm.values():
        text = blanked(pattern, text)
    return found + [
        Token(way, *match.span(), firm=False)
        for way, pattern in free.items()
        for match in pattern.finditer(text)
    ]
