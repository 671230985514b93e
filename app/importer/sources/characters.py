"""Characters that are typed for looks or cannot be seen, made plain."""

from __future__ import annotations

import re

from app.text.normalize import CJK

_ONE = f"[{CJK}]"

_WIDE = re.compile("(?<=[。；：！？])[\u3000\u2003\u00a0]{2,}(?=\\S)")

#: Ways to break a line: Windows, old Mac, form feed, Unicode.
LINE_END = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")

#: Characters set apart to fill a line: 总　则, 目　录.
_SPREAD = re.compile(f"(?<![^ ]){_ONE}(?: {_ONE}){{1,3}}(?![^ ])")

_SPACES = re.compile("[\\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u3164]+")

#: Controls, soft hyphens, joiners, directions, byte order marks, private use, halves
#: of pairs: nothing of these is text.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff0-\ufffb\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff"
    "\U000f0000-\U0010ffff\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a]"
)

#: Radicals that stand for the characters they look like, as PDF files have them.
_RADICALS = str.maketrans(
    {
        **{chr(0x2F00 + at): form for at, form in enumerate(
            "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀"
            "寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比"
            "毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊"
            "羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里"
            "金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠"
            "鼻齊齒龍龜龠"
        )},
        **dict(zip(
            "⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻩⻬⻮⻰⺟⺠⻑⻨⻳",
            "虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟黄齐齿龙母民长麦龟", strict=True
        )),
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    }
)  # fmt: skip


def clean(text: str) -> str:
    r"""Make one line of plain text: single spaces, none at the ends, nothing unseen.

    >>> clean("\u3000\u3000第一条\u200b\u3000为了\xa0 规范")
    '第一条 为了 规范'
    """
    text = _UNSEEN.sub("", text).translate(_RADICALS)
    text = _SPACES.sub(" ", text).strip()
    return _SPREAD.sub(lambda found: found[0].replace(" ", ""), text)


def paragraphs_of(line: str) -> list[str]:
    """Part a line where old texts begin a paragraph with wide spaces alone."""
    return _WIDE.split(line)


def lines_of(text: str) -> list[str]:
    """Part a text at whatever ends its lines."""
    return LINE_END.split(text)
