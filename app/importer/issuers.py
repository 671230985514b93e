"""Who issued a text, where its head or its tail plainly says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.importer.plain import tidy
from app.model.document import Lang

_CONGRESS = "National People’s Congress"

_BODIES = {
    "全国人民代表大会常务委员会": f"Standing Committee of the {_CONGRESS}",
    "全国人民代表大会": _CONGRESS,
    "国务院": "State Council",
    "国务院办公厅": "General Office of the State Council",
    "中共中央": "Central Committee of the Communist Party of China",
    "最高人民法院": "Supreme People’s Court",
    "最高人民检察院": "Supreme People’s Procuratorate",
    "国家发展和改革委员会": "National Development and Reform Commission",
    "国家发展改革委": "National Development and Reform Commission",
    "财政部": "Ministry of Finance",
    "商务部": "Ministry of Commerce",
    "教育部": "Ministry of Education",
    "科技部": "Ministry of Science and Technology",
    "科学技术部": "Ministry of Science and Technology",
    "工业和信息化部": "Ministry of Industry and Information Technology",
    "公安部": "Ministry of Public Security",
    "民政部": "Ministry of Civil Affairs",
    "司法部": "Ministry of Justice",
    "人力资源和社会保障部": "Ministry of Human Resources and Social Security",
    "自然资源部": "Ministry of Natural Resources",
    "生态环境部": "Ministry of Ecology and Environment",
    "交通运输部": "Ministry of Transport",
    "农业农村部": "Ministry of Agriculture and Rural Affairs",
    "中国人民银行": "People’s Bank of China",
    "国家外汇管理局": "State Administration of Foreign Exchange",
    "国家市场监督管理总局": "State Administration for Market Regulation",
    "国家税务总局": "State Taxation Administration",
    "国家互联网信息办公室": "Cyberspace Administration of China",
    "中国证券监督管理委员会": "China Securities Regulatory Commission",
    "联合国大会": "United Nations General Assembly",
}
"""The names that some bodies go by in English; others are left to the editor."""

_BETWEEN = re.compile(r"[\s、，,;；]+")
_DATE = re.compile(r"[（(]?[0-9〇○一二三四五六七八九十 ]{1,5}年.{1,12}日[）)]?$")

_ZH_ADOPTED = re.compile(
    "(?P<where>[一-龥]{0,12}?)(?:第[〇一二三四五六七八九十]+届)?(?P<all>全国)?"
    "(?P<body>人民代表大会(?:常务委员会)?)第[〇一二三四五六七八九十]+次会议.{0,20}通过"
)
_EN_ADOPTED = re.compile(
    r"[Aa]dopted (?:at|by) the .{1,60}?(?:[Mm]eeting|[Ss]ession) of (?:the )?"
    r"(?P<body>.{5,120}?) (?:on|in) [A-Z0-9]"
)
_ORDINAL = re.compile(
    r"(?:\b(?:\w+-)?[A-Z]?\w*(?:first|second|third|th)\s)(?=(?:National )?People)",
    re.IGNORECASE,
)


def find_issuers(zh: Sequence[str], en: Sequence[str]) -> dict[Lang, list[str]]:
    """Find who issued a text, the same bodies in both languages; none if not said."""
    ours = _adopted_zh(zh) or _listed(zh)
    if not ours:
        return {"zh": [], "en": []}
    theirs = _adopted_en(en) if len(ours) == 1 else []
    known = [_BODIES.get(name, "") for name in ours]
    if all(known) or not theirs:
        theirs = [
            name or f"[fill in] {one}" for name, one in zip(known, ours, strict=True)
        ]
    return {"zh": ours, "en": theirs}


def _adopted_zh(texts: Sequence[str]) -> list[str]:
    """Find the congress that adopted a text: （…第五次会议通过）."""
    for text in texts:
        if match := _ZH_ADOPTED.search(tidy(text)[:500]):
            where = re.sub("^.*[年月日]", "", match["where"])
            return [f"{where}{match['all'] or ''}{match['body']}"]
    return []


def _adopted_en(texts: Sequence[str]) -> list[str]:
    """Find the same in English: Adopted at the Fifth Meeting of the … on May 1."""
    for text in texts:
        if match := _EN_ADOPTED.search(tidy(text)[:500]):
            return [_ORDINAL.sub("", match["body"])]
    return []


def _listed(texts: Sequence[str]) -> list[str]:
    """Find a paragraph that has nothing but the names of bodies."""
    for text in reversed(texts):
        names = _BETWEEN.split(_DATE.sub("", tidy(text)[:500]).strip("。 "))
        if all(name in _BODIES for name in names):
            return names
    return []
