"""Chinese sentences, in either script."""

from __future__ import annotations

import re

from app.text.normalize import CJK
from app.text.sentences.enclosed import CLOSERS
from app.text.sentences.enclosed import OPENERS
from app.text.sentences.enclosed import Span
from app.text.sentences.splitter import Splitter

_LONGEST = 600
_SHORT = 80
"""In characters, as the splitter says."""

_STOP = re.compile(
    rf"""
    (?P<sign> [。！？!?｡．.…⋯]+ )
    (?P<after> [{CLOSERS}]* (?:\[\^?\w{{1,6}}\] | ［\d{{1,3}}］ | 〔\d{{1,3}}〕)* )
    """,
    re.VERBOSE,
)
_STRONG = re.compile("[。！？!?｡]")
_LABEL = re.compile(
    rf"""\s* [{OPENERS}]*
    (?: [0-9０-９]{{1,3}} | [一二三四五六七八九十百]{{1,4}}
      | [a-zA-Z] | [ivxIVX]{{1,5}} )
    [）)]? \s*""",
    re.VERBOSE,
)
_LEADING = re.compile(rf"(?:\s|[{OPENERS}]|[0-9０-９]{{1,3}}[.．、)）]|[①-⑳])*")
_INTRODUCED = re.compile(r"[：:，,—－-]\s*\Z")
_SAYS = re.compile(
    r"""\s* [^\s，。！？：；“「"]{0,12}?
    (?: 说 | 說 | 道 | 问 | 問 | 答 | 喊 | 叫 | 写 | 寫 | 指出 | 强调 | 強調 | 表示
      | 告诉 | 告訴 | 解释 | 解釋 | 补充 | 補充 | 认为 | 認為 | 曰 )
    (?: 道 | 着 | 著 | 了 )? (?= [，。！？：；,.] | \Z )""",
    re.VERBOSE,
)
_GOES_ON = re.compile(
    r"""\s* (?: [，、；：,;:。！？]
    | 的 | 地 | 之 | 是 | 和 | 与 | 與 | 及 | 或 | 等 | 而 | 并 | 並 | 也 | 就 | 都
    | 为 | 為 | 一[词詞句语語] | 这[一句话样] | 這[一句話樣] | 字样 | 字樣
    | 然后 | 然後 | 随后 | 隨後 | 修改 | 改为 | 改為 )""",
    re.VERBOSE,
)
_PLAIN_STOP = re.compile(rf"(?<=[{CJK}{CLOSERS}])[.．]\Z")
_AFTER_LATIN = re.compile(r"(?:[A-Za-z]{2,}|[%％)])\.\Z")
_AFTER_NAME = re.compile(r"[a-z]{4}\.\Z")
_BEFORE_HAN = re.compile(rf"\s*[{OPENERS}]*[{CJK}]")
_BEFORE_ASCII = re.compile(r"[A-Za-z0-9_=&/.-]")


def split_zh(text: str) -> list[str]:
    """Part a text into its sentences; joined they are the text but for space."""
    return _Chinese(text).pieces()


class _Chinese(Splitter):
    """Knows the stops of Chinese."""

    stop = _STOP
    longest = _LONGEST
    short = _SHORT
    leading = _LEADING
    introduced = _INTRODUCED

    def _is_stop(self, stop: re.Match[str]) -> bool:
        """Say whether the sign itself ends something: no decimal point, no label."""
        sign, before, text = stop["sign"], stop.start(), self._text
        after = text[stop.end() : stop.end() + 24]
        if before - self._start < 12 and _LABEL.fullmatch(text, self._start, before):
            return "！" in sign or "？" in sign
        if _STRONG.search(sign):
            ascii_before = before and text[before - 1].isascii()
            return not (sign.isascii() and ascii_before and _BEFORE_ASCII.match(after))
        if len(sign) > 1 or sign in "…⋯":
            return before - self._start >= 8 and not _GOES_ON.match(after)
        if not (_BEFORE_HAN.match(after) or not after.strip()):
            return False
        word = text[max(self._start, before - 12) : before + 1]
        if _PLAIN_STOP.search(word):
            return True
        spaced = after[:1].isspace()
        return bool((_AFTER_LATIN if spaced else _AFTER_NAME).search(word))

    def _ends_with(self, span: Span, stop: re.Match[str]) -> bool:
        """Say whether the sentence ends where a span in it does."""
        after = self._text[span.end : span.end + 24]
        if not after.strip():
            return True
        if not span.is_quote:
            return self._leads(span)
        if _GOES_ON.match(after) or _SAYS.match(after):
            return False
        if self._leads(span) or self._is_introduced(span):
            return True
        return "。" in stop["sign"] and span.end - span.start > 16
