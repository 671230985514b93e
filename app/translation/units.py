"""What is counted: years, yuan, tons; one name in both languages."""

from __future__ import annotations

import re

_NAMES: tuple[tuple[str, str, str], ...] = (
    # The name, the Chinese after a number, the English after a number.
    ("working day", "个?工作日", r"(?:working|business|work) days?"),
    ("year", "周?年|周?岁|个年度", r"(?:full |calendar |consecutive )?years?"),
    ("month", "个月|月(?=以[上下内])", r"(?:full |calendar |consecutive )?months?"),
    ("day", "日|天", r"(?:calendar |consecutive |natural )?days?"),
    ("week", "周(?!年|岁)|个?星期", r"weeks?"),
    ("hour", "个?小时", r"hours?"),
    ("minute", "分钟", r"minutes?"),
    ("dollar", "美元", r"(?:us|u\.s\.|united states) dollars?|dollars?|usd"),
    ("euro", "欧元", r"euros?"),
    ("Hong Kong dollar", "港元|港币", r"hong kong dollars?|hkd"),
    ("yen", "日元", r"(?:japanese )?yen"),
    ("yuan", "元", r"(?:chinese )?yuan|renminbi|rmb"),
    ("square kilometer", "平方公里|平方千米", r"(?:sq(?:uare|\.)? ?(?:km|kilomet\w+))"),
    ("square meter", "平方米", r"(?:sq(?:uare|\.)? ?met\w+|sq\.? ?m\b)"),
    ("cubic meter", "立方米", r"cubic met\w+"),
    ("kilometer", "公里|千米", r"kilomet(?:er|re)s?|km\b"),
    ("meter", "米", r"met(?:er|re)s?\b"),
    ("mile", "英里", r"miles?"),
    ("kilowatt-hour", "千瓦时|度电", r"kilowatt[- ]hours?|kwh"),
    ("kilowatt", "千瓦", r"kilowatts?|kw\b"),
    ("ton", "吨", r"(?:metric )?ton(?:ne)?s?\b"),
    ("kilogram", "公斤|千克", r"kilogram(?:me)?s?|kg\b"),
    ("mu", "亩", r"mu\b"),
    ("hectare", "公顷", r"hectares?"),
    ("degree", "摄氏度", r"degrees?"),
    ("times", "倍", r"times|fold"),
)

_ZH = [(name, re.compile(zh)) for name, zh, _ in _NAMES]
_EN = [(name, re.compile(rf"[ -]*(?:{en})(?![a-z])")) for name, _, en in _NAMES]
_SIGNS = (
    ("yuan", re.compile(r"(?:rmb|cny|¥|yuan) ?$")),
    ("dollar", re.compile(r"(?:us\$|usd|us dollars|\$) ?$")),
    ("euro", re.compile(r"(?:€|eur) ?$")),
)


def unit_after_zh(text: str, end: int) -> str:
    """Name what is counted by the Chinese that follows a number."""
    while end < len(text) and text[end] in "多余几":
        end += 1
    return next((name for name, form in _ZH if form.match(text, end)), "")


def unit_around_en(text: str, start: int, end: int) -> str:
    """Name what is counted by the English around a number."""
    signed = (
        name for name, form in _SIGNS if form.search(text[max(0, start - 12) : start])
    )
    named = (name for name, form in _EN if form.match(text, end))
    return next(signed, "") or next(named, "")
