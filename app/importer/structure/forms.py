"""The forms of a number at the start of a line, as 第三章, Article 5, （一）, A."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.content.grammar import ANY_WORDED
from app.content.grammar import ORDINALS
from app.content.grammar import WORDED
from app.content.grammar import WORDS_AFTER
from app.text.numerals import CHINESE_NUMERAL
from app.text.numerals import parse_number

Number = tuple[int, ...]

NAMED = (
    "book", "part", "title", "subpart", "chapter", "section", "clause", "subsection",
    "article",
)  # fmt: skip
"""The styles that name what they number, the highest first."""

APART = ("annex", "box")
"""The styles that stand outside the others' order."""

ALWAYS_BODY = frozenset({"circled", "half", "letter", "small-roman", "bare-letter"})
"""The styles of lists only: ① · 1) · (a) · (i) · a)"""

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_HAN = rf"(?P<n>{CHINESE_NUMERAL}(?:\s{CHINESE_NUMERAL})*|\d{{1,4}})"
_LATIN = rf"""
    (?P<n>\d{{1,4}}|[IVXLC]+|(?i:{ANY_WORDED}))
    (?:-(?P<sub>\d{{1,3}})|\s?(?P<ordinal>(?i:{"|".join(ORDINALS)}))|(?P<letter>[A-Za-z]))?
    (?![\w])
"""

_FORMS = tuple(
    (style, re.compile(form, re.VERBOSE))
    for style, form in (
        ("book", rf"第\s*{_HAN}\s*卷"),
        ("part", rf"第\s*{_HAN}\s*(?:[编編篇]|部分|部(?=\s|[:—–-]|\Z))"),
        ("subpart", rf"第\s*{_HAN}\s*(?:分[编編]|分部(?=\s|[:—–-]|\Z))"),
        ("chapter", rf"第\s*{_HAN}\s*章"),
        ("section", rf"第\s*{_HAN}\s*[节節]"),
        ("clause", rf"第\s*{_HAN}\s*款(?=\s)"),
        ("subsection", rf"第\s*{_HAN}\s*目(?=\s)"),
        (
            "article",
            rf"""第\s*{_HAN}(?:-(?P<sub>\d{{1,3}})|(?P<letter>[A-Z]))?\s*[条條]
            (?:之\s*(?P<after>{CHINESE_NUMERAL}|\d{{1,3}}))?""",
        ),
        ("annex", r"附[件录錄表]\s*(?P<capital>[A-Z])(?![A-Za-z])"),
        ("annex", rf"附[件录錄表]\s*{_HAN}(?![\d年月日]|[条條]之)"),
        ("annex", r"附[件录錄表](?P<n>)(?=\s*\Z|\s*:|\s)"),
        ("box", rf"[专專][栏欄]\s*{_HAN}"),
        ("book", rf"(?i:book)\s+{_LATIN}"),
        ("part", rf"(?i:part)\s+{_LATIN}"),
        ("part", r"(?i:part)\s+(?P<capital>[A-Z])(?!\w)"),
        ("title", rf"(?i:title)\s+{_LATIN}"),
        ("subpart", rf"(?i:(?:sub)?division|sub-?part)\s+{_LATIN}"),
        ("chapter", rf"(?i:chapter)\s+{_LATIN}"),
        ("section", rf"(?:(?i:section|sec\.)\s+|§+\s*){_LATIN}"),
        ("subsection", rf"(?i:sub-?section)\s+{_LATIN}"),
        ("article", rf"(?i:article|art\.)\s+{_LATIN}"),
        ("annex", rf"(?i:annex|appendix|schedule)\s+{_LATIN}"),
        ("annex", r"(?i:annex|appendix|schedule)\s+(?P<capital>[A-Z])(?!\w)"),
        ("annex", r"(?i:annex|appendix|schedule)(?P<n>)(?=\s*\Z|\s*:)"),
        ("box", rf"(?i:box)\s+{_LATIN}"),
        ("han", rf"(?P<n>{CHINESE_NUMERAL})\s*[、.](?!\d)"),
        ("han-bracket", rf"\((?P<n>{CHINESE_NUMERAL})\)"),
        ("bracket", r"\((?P<n>\d{1,3})\)"),
        ("comma", r"(?P<n>\d{1,3})\s*、"),
        ("stop", r"(?P<n>\d{1,3})\s*。"),
        ("roman-bracket", r"\((?P<n>[IVXLC]{1,6})\)"),
        ("decimal", rf"\d{{1,3}}\.(?P<n>\d{{1,3}}){WORDS_AFTER}"),
        ("decimal-3", rf"(?:\d{{1,3}}\.){{2}}(?P<n>\d{{1,3}}){WORDS_AFTER}"),
        ("half", r"(?P<n>\d{1,3})\)"),
        (
            "dot",
            r"(?P<n>\d{1,3})(?P<letter>[A-Z])?\.(?!\d)(?!\s+\d[\d,.]*(?:[\s%]|\Z))",
        ),
        ("number", r"(?P<n>\d{1,3})(?P<letter>[A-Z])?(?=\s+[A-Z][a-z])"),
        ("roman", r"(?P<n>[IVXLC]+)\s?[.、](?=\s|\Z|[^\x00-\x7f])"),
        ("capital", r"(?P<capital>[A-Z])\.(?=\s+[A-Z\"“(]|\Z)"),
        ("small-roman", r"\((?P<n>[ivx]+)\)"),
        ("letter", r"\((?P<small>[a-z])\)"),
        ("bare-letter", r"(?P<small>[a-z])\)"),
        ("circled", r"(?P<circled>[①-⑳])"),
    )
)
_NO_ALPHANUMERIC = re.compile(r"[\s:.,—–-]*")


@dataclass(frozen=True, slots=True)
class Mark:
    """What looks like the number of a heading at the start of a line."""

    style: str
    """The kind and form of it, shared with all that are numbered alike."""
    number: Number
    """``(12, 1)`` for 第十二条之一."""
    end: int
    """Where the rest of the line begins: behind the number, its point and space."""
    tail: str
    """The rest of the line."""
    gap: str
    """What stands between the number and the rest."""

    @property
    def is_named(self) -> bool:
        """Whether the number itself tells the kind."""
        return self.style in NAMED or self.style in APART

    @property
    def shown(self) -> str:
        """The number for a message: 12-1."""
        return "-".join(map(str, self.number))


def half_width(text: str) -> str:
    """Give full-width signs as half-width ones, sign for sign."""
    return text.translate(_WIDE)


def read_mark(text: str) -> Mark | None:
    """Read the number a line begins with; None if it begins with none."""
    plain = half_width(text)
    for style, form in _FORMS:
        match = form.match(plain)
        if match is None:
            continue
        number = _number(match)
        if number is None:
            continue
        rest = _NO_ALPHANUMERIC.match(plain, match.end())
        end = rest.end() if rest else match.end()
        return Mark(style, number, end, text[end:], plain[match.end() : end])
    return None


def _number(match: re.Match[str]) -> Number | None:
    found = match.groupdict()
    for name in ("capital", "small"):
        if letter := found.get(name):
            return (ord(letter.lower()) - ord("a") + 1,)
    if circled := found.get("circled"):
        return (ord(circled) - ord("①") + 1,)
    printed = found["n"]
    if printed == "":
        return (1,)
    printed = "".join(printed.split())
    worded = printed.lower()
    number = WORDED.index(worded) + 1 if worded in WORDED else parse_number(printed)
    if number is None:
        return None
    sub = _sub(found)
    return (number, sub) if sub else (number,)


def _sub(found: dict[str, str | None]) -> int | None:
    if printed := found.get("sub") or found.get("after"):
        return parse_number(printed)
    if ordinal := found.get("ordinal"):
        return ORDINALS.index(ordinal.lower()) + 2
    if letter := found.get("letter"):
        return ord(letter.lower()) - ord("a") + 1
    return None
