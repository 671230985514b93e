"""Simplified Chinese written in Traditional characters, and back; one for one.

Characters change, words do not: a text of record says 软件 in either script, so the
tables of OpenCC with the vocabulary of Taiwan (s2twp) are not used. Of those that only
change characters, ``s2t`` has forms that nobody prints today (羣, 裏, 爲); ``s2tw`` has
those that a page in ``zh-Hant`` is read with by default. Where it leaves a choice, the
table of characters for laws of the Legislative Yuan (法律統一用字表) decides: 公布,
占有, 帳戶, 抵觸.

What comes out has as many characters as went in, so that every offset into a text stays
true in the other script.
"""

from __future__ import annotations

import re
from functools import cache
from functools import lru_cache
from typing import get_args
from typing import Literal

from opencc import OpenCC

from app.text.normalize import CJK

Script = Literal["hans", "hant"]
SCRIPTS: tuple[Script, ...] = get_args(Script)

_CONFIGS: dict[Script, str] = {"hans": "tw2s", "hant": "s2tw"}

_HAN_RUN = re.compile(f"[{CJK}]+")

#: What is written otherwise than OpenCC would have it.
_HANT = {
    # As in laws: 法律統一用字表.
    "公布": "公布", "发布": "發布", "分布": "分布", "颁布": "頒布", "宣布": "宣布",
    "占": "占", "账": "帳", "抵触": "抵觸", "复核": "覆核", "污": "污",
    # 复 of doing again: 行政復議, not of being double.
    "复议": "復議", "复审": "復審", "复查": "復查",
    # Words that begin with the last character of another: 基金|发展, 按照|准入.
    "金发": "金發", "照准": "照准", "用并": "用並", "结合并": "結合並",
    "合并决": "合併決",
    "定制定": "定制定", "定制订": "定制訂",
}  # fmt: skip

#: What is written otherwise: 帳 is a tent and an account, 帐 and 账.
_HANS = {
    "帳戶": "账户", "帳款": "账款", "帳簿": "账簿", "帳號": "账号", "帳目": "账目",
    "記帳": "记账", "臺帳": "台账", "壞帳": "坏账",
    # 著 of writing and of being plain to see; the other is 着.
    "显著": "显著", "著称": "著称", "著名": "著名", "著作": "著作", "专著": "专著",
    "原著": "原著", "名著": "名著", "论著": "论著", "编著": "编著", "土著": "土著",
}  # fmt: skip

_FORMS: dict[Script, dict[str, str]] = {"hans": _HANS, "hant": _HANT}
_FORMED = {
    script: re.compile("|".join(sorted(forms, key=len, reverse=True)))
    for script, forms in _FORMS.items()
}


def in_script(text: str, script: Script) -> str:
    """Write a text in one script; it keeps its length."""
    return _HAN_RUN.sub(lambda run: _convert(run[0], script), text)


@lru_cache(maxsize=8_192)
def _convert(run: str, script: Script) -> str:
    """Convert a run of Chinese characters as a whole: 头发 and 发展 differ in 发."""
    converted = _one_for_one(run, script)
    forms = _FORMS[script]
    for found in _FORMED[script].finditer(run):
        start, end = found.span()
        converted = converted[:start] + forms[found[0]] + converted[end:]
    return converted


def _one_for_one(run: str, script: Script) -> str:
    """Convert in context; should that change the length, each character by itself."""
    convert = _converter(script).convert
    whole = str(convert(run))
    if len(whole) == len(run):
        return whole
    singly = (str(convert(char)) for char in run)
    return "".join(
        new if len(new) == 1 else old for old, new in zip(run, singly, strict=True)
    )


@cache
def _converter(script: Script) -> OpenCC:
    """Load the tables of one direction when they are first wanted."""
    return OpenCC(_CONFIGS[script])
