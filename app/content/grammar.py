"""The line grammar: one raw line to what it is, and back to the same line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.content.inline import NOTE_ID
from app.model.document import UnitKind
from app.text.numerals import CHINESE_NUMERAL
from app.text.numerals import parse_number

FENCE = "---"
"""The line above and below the front matter."""

UNTRANSLATED = "-"

LEVELS = range(2, 7)
"""The levels a heading may have: from ``##`` to ``######``."""

ORDINALS = (
    "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies",
    "decies",
)  # fmt: skip
"""What stands behind the number of an article put in later: bis is 12-2, ter 12-3."""

_ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
)  # fmt: skip
_TENS = (
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
WORDED = (
    *_ONES,
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
    "seventeen", "eighteen", "nineteen",
    *(word for ten in _TENS for word in (ten, *(f"{ten}-{one}" for one in _ONES))),
)  # fmt: skip
"""Numbers in words, as in Chapter One; ``WORDED[0]`` is 1."""

ANY_WORDED = "|".join(sorted(WORDED, key=len, reverse=True))
"""A pattern for them, the longest first: Twenty-One is not Twenty."""

_NUMERAL = rf"(?P<numeral>{CHINESE_NUMERAL}|[0-9０-９]+)"
_LATIN_NUMERAL = rf"""
    (?P<numeral>[0-9]+ | [IVXLC]+ | (?i:{ANY_WORDED}))
    (?: -(?P<sub>[0-9]+) | \s? (?P<ordinal>(?i:{"|".join(ORDINALS)}))
    | (?P<letter>[A-Za-z]) )?
    \b
"""
_HAN_SUB = rf"""
    (?: -(?P<sub_before>[0-9]+) | (?P<letter>[A-Z]) )? \s* [条條]
    (?: 之 \s* (?P<sub>{CHINESE_NUMERAL}|[0-9]+) )?
"""
_AFTER = r"(?:[：:.] | \s*[–—])? \s*"

_UNITS = "亿万億萬千百元倍个個年月日％℃"
WORDS_AFTER = rf"(?:\.(?=\s+[a-z]) | \.?(?=\s+[A-Z] | \s*[^\x00-\x7f\s{_UNITS}]))"
"""What follows a decimal number that is one of a heading, from its last point on."""

_FORMS: tuple[tuple[UnitKind | None, str], ...] = (
    # By name, in Chinese: 第一编 · 第一部分 · 第三章 · 第二节 · 第十二条之一.
    # In Hong Kong also 第1部 · 第1分部, in Taiwan 第 12-1 條.
    (
        "part",
        rf"""第 \s* {_NUMERAL} \s*
        (?:分?[编編]|部分|[篇卷]|分?部(?=[\s：:—–]|\Z)) {_AFTER}""",
    ),
    ("chapter", rf"第 \s* {_NUMERAL} \s* 章 {_AFTER}"),
    ("section", rf"第 \s* {_NUMERAL} \s* [节節] {_AFTER}"),
    ("subsection", rf"第 \s* {_NUMERAL} \s* [款目] {_AFTER}"),
    ("article", rf"第 \s* {_NUMERAL} {_HAN_SUB} {_AFTER}"),
    # 附件一 · 附件2： · 附表1 · 附件, where there is only one · 专栏5
    ("annex", rf"附[件录錄表] \s* {_NUMERAL} {_AFTER}"),
    ("annex", rf"附[件录錄表] \s* (?P<letter_only>[A-Z]) (?![A-Za-z]) {_AFTER}"),
    ("annex", r"附[件录錄表] (?P<numeral>) (?:[：:] \s* | \s+ | \Z)"),
    ("box", rf"[专專][栏欄] \s* {_NUMERAL} {_AFTER}"),
    # By name, in English: Part I · Chapter 3 · Article 12-1 · Annex I: · Box 5.
    (
        "part",
        rf"""(?i:(?:sub-?)?part|title|book|(?:sub)?division) \s+
        {_LATIN_NUMERAL} {_AFTER}""",
    ),
    ("part", rf"(?i:part) \s+ (?P<letter_only>[A-Z]) \b {_AFTER}"),
    ("chapter", rf"(?i:chapter) \s+ {_LATIN_NUMERAL} {_AFTER}"),
    ("section", rf"(?i:section) \s+ {_LATIN_NUMERAL} {_AFTER}"),
    ("subsection", rf"(?i:sub-?section) \s+ {_LATIN_NUMERAL} {_AFTER}"),
    ("article", rf"(?i:article) \s+ {_LATIN_NUMERAL} {_AFTER}"),
    ("annex", rf"(?i:annex|appendix|schedule) \s+ {_LATIN_NUMERAL} {_AFTER}"),
    (
        "annex",
        rf"(?i:annex|appendix|schedule) \s+ (?P<letter_only>[A-Z]) \b {_AFTER}",
    ),
    ("annex", r"(?i:annex|appendix|schedule) (?P<numeral>) (?:[:.] \s* | \Z)"),
    ("box", rf"(?i:box) \s+ {_LATIN_NUMERAL} {_AFTER}"),
    # Bare, where the level tells the kind: 一、 · （一） · (1) · 1. · 1． · I.
    (None, rf"{_NUMERAL} 、 \s*"),
    (None, rf"(?P<numeral>{CHINESE_NUMERAL}) [.．] \s*"),
    (None, rf"[（(] {_NUMERAL} [）)] \s*"),
    (None, r"(?P<numeral>[0-9０-９]+) (?P<letter>[A-Z])? (?: \.(?![0-9]) | ．) \s*"),
    (None, r"(?P<numeral>[IVXLC]+) \. (?=\s|\Z) \s*"),
    (None, r"(?P<letter_only>[A-Z]) \. (?=\s+[A-Z]|\Z) \s*"),
    (None, r"[（(] (?P<numeral>[IVXLC]+) [）)] \s*"),
    (None, r"\( (?P<numeral>[ivx]+) \) \s*"),
    # 1.1 · 2.3.4: what is above stands before the last number; not 1.5 million.
    (None, rf"(?:[0-9]{{1,3}}\.)+ (?P<numeral>[0-9]{{1,3}}) {WORDS_AFTER} \s*"),
    (None, r"\( (?P<letter_only>[a-z]) \) \s*"),
)
"""Every form a heading's number may have, first match wins. Without a kind: bare."""

_NUMBERED = tuple(
    (kind, re.compile(rf"\s* {form}", re.VERBOSE)) for kind, form in _FORMS
)

_KIND_BY_LEVEL: dict[int, UnitKind] = {2: "part", 3: "section", 4: "item"}

_MOST = {"annex": 9_999, "box": 9_999}  # as many digits as an address may have
_MOST_OF_OTHERS = 999_999


@dataclass(frozen=True, slots=True)
class Field:
    """A line of the front matter: ``issued: 2021-12-24``."""

    name: str
    value: str

    def __str__(self) -> str:
        """Write the line."""
        return f"{self.name}: {self.value}"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: ``#### 11. 推进绿色金融改革创新``.

    *label* is the number as printed, with what follows it up to the *title*;
    *numeral* its digits as printed and *number* the same in Arabic digits. A heading
    whose number cannot be read has neither. *named* is true where the number itself
    tells the kind (第三章), false where the level does (三、).
    """

    level: int
    kind: UnitKind
    number: str
    label: str
    title: str
    numeral: str = ""
    named: bool = False

    @property
    def step(self) -> str:
        """What the heading adds to an address: ``11``, ``12-1``, ``annex-1``."""
        if self.kind in ("annex", "box"):
            return f"{self.kind}-{self.number}"
        return self.number

    def __str__(self) -> str:
        """Write the line."""
        return f"{'#' * self.level} {self.label}{self.title}"


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text: one segment in one language."""

    text: str

    def __str__(self) -> str:
        """Write the line."""
        return self.text


@dataclass(frozen=True, slots=True)
class Untranslated:
    """A single ``-`` for a sentence that this language does not have."""

    def __str__(self) -> str:
        """Write the line."""
        return UNTRANSLATED


@dataclass(frozen=True, slots=True)
class Blank:
    """An empty line: the end of a paragraph."""

    def __str__(self) -> str:
        """Write the line."""
        return ""


@dataclass(frozen=True, slots=True)
class NoteDefinition:
    """The text of a note: ``[^n1]: The press copy reads …``."""

    id: str
    text: str
    gap: str = " "

    def __str__(self) -> str:
        """Write the line."""
        return f"[^{self.id}]:{self.gap}{self.text}"


Line = Heading | TextLine | Untranslated | Blank | NoteDefinition

_FIELD = re.compile(r"(?P<name>[a-z_]+): (?P<value>.+)")
_HEADING = re.compile(r"(?P<signs>\#{1,6})\ (?P<rest>.*)", re.VERBOSE)
_NOTE_DEFINITION = re.compile(
    rf"\[\^(?P<id>{NOTE_ID})\]:(?P<gap>\ *)(?P<text>.*)", re.VERBOSE
)


def parse_field(raw: str) -> Field | None:
    """Read a line of the front matter; None if it is not ``name: value``."""
    match = _FIELD.fullmatch(raw)
    return Field(match["name"], match["value"]) if match else None


def parse_line(raw: str) -> Line:
    """Read a line below the front matter; ``str`` of the result is the line again."""
    if not raw:
        return Blank()
    if raw == UNTRANSLATED:
        return Untranslated()
    if match := _HEADING.fullmatch(raw):
        return parse_heading(len(match["signs"]), match["rest"])
    if match := _NOTE_DEFINITION.fullmatch(raw):
        return NoteDefinition(match["id"], match["text"], match["gap"])
    return TextLine(raw)


def parse_heading(level: int, words: str) -> Heading:
    """Read the words of a heading, ``（一）指导思想``: its number, then its title."""
    by_level = _KIND_BY_LEVEL.get(level, "item")
    for kind, pattern in _NUMBERED:
        match = pattern.match(words)
        if match is None:
            continue
        number = _number(match, _MOST.get(kind or by_level, _MOST_OF_OTHERS))
        if not number:
            continue
        return Heading(
            level,
            kind or by_level,
            number,
            label=match[0],
            title=words[match.end() :],
            numeral=_numeral(match, number),
            named=kind is not None,
        )
    return Heading(level, by_level, "", "", words)


def _number(match: re.Match[str], most: int) -> str:
    """Give the number in Arabic digits, ``12-1``; empty if it is none from 1 up."""
    found = match.groupdict()
    if letter := found.get("letter_only"):
        return str(_place_in_alphabet(letter))
    if not match["numeral"]:
        return "1"  # 附件 without a number is the only one
    number = _read_numeral(match["numeral"])
    sub = _sub(found)
    if not number or number > most or (sub is not None and not 0 < sub < 10_000):
        return ""
    return str(number) if sub is None else f"{number}-{sub}"


def _read_numeral(printed: str) -> int | None:
    worded = printed.lower()
    return WORDED.index(worded) + 1 if worded in WORDED else parse_number(printed)


def _sub(found: dict[str, str | None]) -> int | None:
    """Read what follows the number of an article that was put in later."""
    if printed := found.get("sub") or found.get("sub_before"):
        return parse_number(printed) or 0
    if ordinal := found.get("ordinal"):
        return ORDINALS.index(ordinal.lower()) + 2
    if letter := found.get("letter"):
        return _place_in_alphabet(letter)
    return None


def _place_in_alphabet(letter: str) -> int:
    return ord(letter.lower()) - ord("a") + 1


def _numeral(match: re.Match[str], number: str) -> str:
    """Give the digits as printed: 十二, 十二之一, XII."""
    found = match.groupdict()
    printed: str = found.get("letter_only") or match["numeral"] or number
    sub = found.get("sub")
    if sub and not sub.isascii():
        return f"{printed}之{sub}"
    if latin := found.get("sub_before") or sub:
        return f"{printed}-{latin}"
    if ordinal := found.get("ordinal"):
        return f"{printed} {ordinal}"
    return printed + (found.get("letter") or "")
