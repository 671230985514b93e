"""Bytes to characters, whatever encoding they are in.

Byte order marks come first, then UTF-8, which no other encoding looks like, then what
the file declares, then what reads best. General detectors (charset-normalizer, chardet)
choose among a hundred encodings and often take a short Chinese text for Korean; here
only those count that Chinese and English are published in, and Chinese tells by its
commonest characters which of them is right.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as the mark of UTF-16 does
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_NAMES = {
    "utf-8-sig": "UTF-8", "utf-8": "UTF-8", "utf-16": "UTF-16", "utf-32": "UTF-32",
    "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "gb18030": "GB 18030",
    "big5hkscs": "Big5", "cp950": "Big5", "cp1252": "Windows-1252",
}  # fmt: skip

#: What pages declare, and what browsers read it as.
_DECLARED = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "x-gbk": "gb18030",
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "cp950": "cp950",
    "iso-8859-1": "cp1252", "windows-1252": "cp1252", "ascii": "cp1252",
    "us-ascii": "cp1252", "latin1": "cp1252", "utf-8": "utf-8", "utf8": "utf-8",
}  # fmt: skip

_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)

_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能"
    "下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加"
    "量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与"
    "关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者"
    "最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少"
    "图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处理款项章节"
    "規範據應當條例辦單實國務會議關於對這個們時來說發經過種產業權責監督機構與標準違處罰"
    "府員長報請進體開學後為從動麼點現見電將無間題總統計數質選舉"
)
_MARKS_OF_CHINESE = frozenset("，。、；：（）《》“”‘’—…·？！\u3000〔〕【】％")
_BEYOND = re.compile("[^\x00-\x9f]")
_SAMPLE = 200_000
_LEAST = 0.3
"""Of what is beyond ASCII must be common: not one in three means another encoding."""


def decode(data: bytes, *, declares: bool = False) -> tuple[str, str] | None:
    """Return the text with the name of its encoding; None if it is no text at all.

    *declares* says that the file is of a kind that names its encoding at its beginning.
    """
    for codec in _candidates(data, declares):
        text = _decoded(data, codec)
        if text is not None and not _is_noise(text):
            return text, _NAMES[codec]
    return None


def _candidates(data: bytes, declares: bool) -> list[str]:
    """Name what the bytes may be in, the likeliest first."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return [codec]
    wide = _wide(data)
    if wide:
        return [wide]
    found = _CHARSET.search(data, 0, 4_096) if declares else None
    declared = _DECLARED.get(found[1].decode("ascii").lower(), "") if found else ""
    eastern = sorted(
        ("gb18030", "big5hkscs", "cp950"), key=lambda c: _reads(data, c), reverse=True
    )
    if _reads(data, eastern[0]) < _LEAST:
        eastern = ["cp1252"]
    # What is declared stands, unless it reads as no Chinese would.
    if declared in eastern and _reads(data, declared) >= _LEAST:
        eastern.insert(0, declared)
    return ["utf-8", *eastern]


def _decoded(data: bytes, codec: str) -> str | None:
    """Decode; a few broken bytes in a long text are left out, not the text."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
    broken = text.count("\ufffd")
    return text.replace("\ufffd", "") if broken * 500 <= len(text) + 499 else None


def _wide(data: bytes) -> str:
    """Recognise UTF-16 without a mark: one of two bytes is nearly always a page's."""
    sample = data[: _SAMPLE // 10 * 2]
    if len(sample) < 4 or len(data) % 2:
        return ""
    for codec, high, low in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        pages = Counter(high)
        zeros = pages[0] + pages[0x30] + pages[0xFF] + pages[0x20]
        han = sum(count for page, count in pages.items() if 0x4E <= page <= 0x9F)
        is_text = _reads(sample, codec) >= _LEAST and 0 in sample
        if (pages[0] > 0.5 * len(high) and low.count(0) < 0.05 * len(low)) or (
            zeros + han > 0.9 * len(high) and is_text and pages[0]
        ):
            return codec
    return ""


def _reads(data: bytes, codec: str) -> float:
    """Return how much of what is beyond ASCII is common Chinese if it is *codec*."""
    sample = data[:_SAMPLE].decode(codec, "replace")
    beyond = _BEYOND.findall(sample)
    if not beyond:
        return 0.0
    # A broken end is no sign: the sample may end inside a character.
    strange = sample[:-2].count("\ufffd")
    common = sum(char in _COMMON or char in _MARKS_OF_CHINESE for char in beyond)
    return (common - 5 * strange) / len(beyond)


def _is_noise(text: str) -> bool:
    """Say whether it has more than a few signs that no text has, as pictures do."""
    sample = text[:_SAMPLE]
    strange = sum(
        (char < " " and char not in "\t\n\r\v\f\x1a") or "\x7f" <= char < "\xa0"
        for char in sample
    )
    return strange * 200 > len(sample)
