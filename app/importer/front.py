"""The front matter of a new document: what the sources say, or what to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.content.front_matter import FILL_IN
from app.content.front_matter import is_to_fill_in
from app.content.front_matter import NO_DATE
from app.importer.issuers import find_issuers
from app.importer.outline import Outline
from app.importer.plain import shortened
from app.importer.plain import tidy
from app.importer.raw import RawText
from app.model.document import Lang
from app.model.document import LANGS
from app.text.months import MONTHS
from app.text.numerals import CHINESE_NUMERAL
from app.text.numerals import parse_number

LONGEST_VALUE = 200
_NAMED_AT_MOST = 6

_NUMBER = rf"(?:[0-9０-９]+|{CHINESE_NUMERAL})"
_DATES = (
    re.compile(
        rf"(?P<year>[0-9０-９]{{4}}|[〇○零一二三四五六七八九]{{4}})\s*年"
        rf"\s*(?P<month>{_NUMBER})\s*月\s*(?P<day>{_NUMBER})\s*日"
    ),
    re.compile(
        rf"(?P<month>{'|'.join(MONTHS)})\s+(?P<day>[0-9]{{1,2}}),?\s+(?P<year>[0-9]{{4}})"
    ),
    re.compile(
        rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{'|'.join(MONTHS)}),?"
        r"\s+(?P<year>[0-9]{4})"
    ),
)
_HEAD, _TAIL = 8, 4
"""How many paragraphs at the head and at the tail may have the date, or who issued."""

_LONGEST_DATELINE = 40
"""How long a paragraph may be that has a date and hardly more."""

_IN_FORCE = re.compile(r"施行|实施|實施|生效|\b(?:force|effect|effective)\b")

_EDGES = {
    "zh": re.compile("^中华人民共和国|[《》]|（.*?）$"),
    "en": re.compile(
        r"^the\s+|^Law of the People[’']s Republic of China on\s+(?:the\s+)?"
        r"|\s+of the People[’']s Republic of China",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True)
class Side:
    """What is known of one language."""

    raw: RawText
    outline: Outline

    @property
    def margins(self) -> list[str]:
        """The paragraphs at the head and the tail of the text."""
        blocks = [block.text for block in self.raw.blocks]
        return blocks[:_HEAD] + blocks[_HEAD:][-_TAIL:]


def make_fronts(
    zh: Side, en: Side, lacking: Mapping[Lang, Sequence[str]]
) -> dict[Lang, dict[str, str]]:
    """Fill in the fields of both files; *lacking* are addresses a language has not."""
    issued = _issued(zh, en)
    issuers = find_issuers(zh.margins, en.margins)
    fronts: dict[Lang, dict[str, str]] = {}
    for lang, side in zip(LANGS, (zh, en), strict=True):
        title = _title(side, lang)
        fronts[lang] = {
            "title": title,
            "short_title": _short(title, lang),
            "lang": side.raw.tag,
            "issued": issued,
            "issuers": "; ".join(issuers[lang]) or FILL_IN[lang],
            "status": _status(side.raw, lang),
            "coverage": _coverage(lang, lacking),
            "source": _value(side.raw.address or side.raw.path.name, lang),
        }
    return fronts


def to_fill_in(fronts: Mapping[Lang, Mapping[str, str]]) -> Iterator[tuple[Lang, str]]:
    """Yield the fields that nothing was found for."""
    for lang, front in fronts.items():
        for name, value in front.items():
            if is_to_fill_in(name, value):
                yield lang, name


def _value(text: str, lang: Lang) -> str:
    """Make a text the value of a field."""
    return shortened(tidy(text), LONGEST_VALUE) or FILL_IN[lang]


def _title(side: Side, lang: Lang) -> str:
    """Take the title above the text, or the one among the properties of the file."""
    return _value(side.outline.title or side.raw.title, lang)


def _short(title: str, lang: Lang) -> str:
    """Leave out of a title what every law has; a law keeps its kind."""
    short = _EDGES[lang].sub("", title).strip()
    if not short:
        return title
    return short[0].upper() + short[1:]


def _status(raw: RawText, lang: Lang) -> str:
    name = tidy(raw.path.name)
    if lang == "zh":
        return f"由“{name}”导入，尚未核对。"
    return f"Imported from “{name}”, not yet reviewed."


def _coverage(lang: Lang, lacking: Mapping[Lang, Sequence[str]]) -> str:
    """Say that the text is whole, or which units a language lacks."""
    parts = ["全文" if lang == "zh" else "Full text"]
    names = {"zh": ("中文", "Chinese"), "en": ("英文", "English")}
    for other, addresses in lacking.items():
        if not addresses:
            continue
        some = list(addresses[:_NAMED_AT_MOST])
        rest = len(addresses) - len(some)
        if lang == "zh":
            more = f"等{len(addresses)}处" if rest else ""
            parts.append(f"{names[other][0]}缺{'、'.join(some)}{more}")
        else:
            more = f" and {rest} more" if rest else ""
            parts.append(f"the {names[other][1]} lacks {', '.join(some)}{more}")
    return "；".join(parts) + "。" if lang == "zh" else "; ".join(parts) + "."


def _issued(zh: Side, en: Side) -> str:
    """Take the date that the text says, or the files."""
    found = [next(dates_in(_remarks(side.margins)), "") for side in (zh, en)]
    said = [one.raw.issued for one in (zh, en)]
    return next((day for day in (*found, *said) if day), NO_DATE)


def _remarks(texts: Sequence[str]) -> list[str]:
    """Keep what stands in brackets below a title, and a date that stands alone.

    Not the day on which the text comes into force, which is another one.
    """
    return [
        text
        for text in texts
        if text[:1] in "(（〔["
        or (len(text) <= _LONGEST_DATELINE and not _IN_FORCE.search(text))
    ]


def dates_in(texts: Sequence[str]) -> Iterator[str]:
    """Yield the days that are named in texts, ``2021-12-24``."""
    for text in texts:
        for pattern in _DATES:
            for match in pattern.finditer(text[:2_000]):
                if day := _day(match):
                    yield day


def _day(match: re.Match[str]) -> str:
    """Give the day; nothing if there is no such day."""
    month = match["month"]
    number = MONTHS.index(month) + 1 if month in MONTHS else parse_number(month) or 0
    try:
        found = date(
            parse_number(match["year"]) or 0, number, parse_number(match["day"]) or 0
        )
    except ValueError:
        return ""
    return found.isoformat()
