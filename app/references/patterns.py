"""The forms in which people write a place, in both languages: patterns and no logic.

All are matched on folded text (NFKC, lower case): （三） is ``(三)``, and Ⅲ ``iii``.
Chinese and Roman numerals are still as written; ``app.text.numerals`` reads them.
"""

from __future__ import annotations

import re

from app.model.document import UnitKind
from app.text.numerals import CHINESE_NUMERAL

Kinds = frozenset[UnitKind]

ANY: Kinds = frozenset()
"""No word was given: any kind of unit will do."""

_PART: Kinds = frozenset({"part"})
_CHAPTER: Kinds = frozenset({"chapter", "part"})
_SECTION: Kinds = frozenset({"section"})
_SUBSECTION: Kinds = frozenset({"subsection"})
_ARTICLE: Kinds = frozenset({"article", "item", "measure"})
_ITEM: Kinds = frozenset({"item", "measure"})
_MEASURE: Kinds = frozenset({"measure"})
_ANNEX: Kinds = frozenset({"annex"})
_BOX: Kinds = frozenset({"box"})

ASIDES: Kinds = frozenset({"annex", "box"})
"""What is counted apart from the body, each kind by itself: ``annex-1``."""

#: What a Chinese counting word after a number may mean: 第二部分, 第三节, 第十一条措施.
ZH_KINDS: dict[str, Kinds] = {
    "部分": _PART,
    "编": _PART,
    "篇": _PART,
    "章": _CHAPTER,
    "节": _SECTION,
    "目": _SUBSECTION,
    "项措施": _MEASURE,
    "条措施": _MEASURE,
    "个措施": _MEASURE,
    "措施": _MEASURE,
    "条": _ARTICLE,
    "项": _ITEM,
}

#: What a word before a number may mean: Part II, section (3), measure 11, 附件一.
WORD_KINDS: dict[str, Kinds] = {
    "part": _PART,
    "pt": _PART,
    "chapter": _CHAPTER,
    "ch": _CHAPTER,
    "section": _SECTION,
    "sec": _SECTION,
    "§": _SECTION,
    "subsection": _SUBSECTION,
    "article": _ARTICLE,
    "art": _ARTICLE,
    "clause": _ARTICLE,
    "item": _ITEM,
    "measure": _MEASURE,
    "措施": _MEASURE,
    "annex": _ANNEX,
    "appendix": _ANNEX,
    "附件": _ANNEX,
    "附录": _ANNEX,
    "box": _BOX,
    "专栏": _BOX,
}


def _either(words: dict[str, Kinds]) -> str:
    """Build a pattern of the words, longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_ROMAN = r"[ivxlc]+(?![a-z])"
_NUMBER = rf"(?:\d{{1,6}}|{CHINESE_NUMERAL}|{_ROMAN})"
_SUFFIX = r"(?:-\d{1,4})*"  # 12-1, an article put in after article 12
_TO = r"\s*[-–—~至到]\s*"

#: The forms of one step, tried in this order where the last one ended.
FORMS = tuple(
    re.compile(pattern, re.VERBOSE)
    for pattern in (
        # 序言 · preamble
        r"(?P<preamble>序言|前言|引言|preamble)",
        # 第4句 · 第四至六句
        rf"第?(?P<segment>{_NUMBER})句?(?:{_TO}第?(?P<last>{_NUMBER}))?句",
        # s4 · s4-s6 · s4a
        rf"s(?P<segment>\d{{1,6}}[a-z]{{0,64}})(?:{_TO}s?(?P<last>\d{{1,6}}[a-z]{{0,64}}))?"
        r"(?![a-z0-9])",
        # sentence 4 · sentences 4-6
        rf"(?:sentence|segment)s?\s*(?P<segment>\d{{1,6}})(?:{_TO}(?P<last>\d{{1,6}}))?",
        # Part II · section (3) · measure 11 · art. 12-1 · 附件一 · annex-1
        rf"(?P<word>{_either(WORD_KINDS)})\.?[\s/-]*(?:no\.?\s*|\#)?"
        rf"\(?(?P<number>{_NUMBER})\)?(?P<suffix>{_SUFFIX})",
        # 第(三)节 · 11项 · 第十二条之一
        rf"第?\s*\(?(?P<number>{_NUMBER})\)?\s*(?P<unit>{_either(ZH_KINDS)})"
        rf"(?:之(?P<after>{_NUMBER}))?",
        # 第11 · (三) · 二 · 2 · ii · 12-1
        rf"(?P<ordinal>第)\s*\(?(?P<number>{_NUMBER})\)?",
        rf"(?P<bracket>\()(?P<number>{_NUMBER})\)",
        rf"(?P<number>{_NUMBER})(?P<suffix>{_SUFFIX})",
    )
)

#: What may stand between two steps, before the first and after the last.
SEPARATOR = re.compile(r"[\s.,;:·、，。/\\#的]*")

#: Turns the order round: sentence 4 of measure 11.
OF = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?")
