"""Chains of levels in a Chinese text: 第七条第二款第（三）项, 前款第一项, 附件1."""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import replace

from app.references.patterns import Kinds
from app.references.patterns import WORD_KINDS
from app.references.patterns import ZH_KINDS
from app.references.prose import zh_forms as forms
from app.references.prose.written import ARTICLE
from app.references.prose.written import in_digits
from app.references.prose.written import Level
from app.text.numerals import parse_number


@dataclass(frozen=True, slots=True)
class Element:
    """One level as it stands; it may still want its *level*: the 第七 of 第七、八条."""

    start: int
    end: int
    level: Level | None
    number: str = ""
    bracketed: bool = False


def read_chain(
    text: str, position: int, shared: bool, lettered: bool = False
) -> tuple[list[Element], int]:
    """Read levels that follow one another: 第七条第二款第(三)项."""
    chain: list[Element] = []
    first = forms.SHARED if shared else None
    while element := _read_element(text, position, first, lettered or bool(chain)):
        chain.append(element)
        position, first = element.end, None
        if element.level is None:
            break
        if glue := forms.GLUE.match(text, position):
            following = forms.ORDINAL.match(text, glue.end())
            inner = following and following["unit"]
            if glue[0] and not (inner and forms.UNITS[inner][0] > element.level.rank):
                break
            position = glue.end()
    return chain, chain[-1].end if chain else position


def below(chain: list[Element]) -> list[Element]:
    """Take the last of 第三部分（一） for what lies below, whatever it is called.

    Without brackets it is none: the second column of annex 1 is no place.
    """
    last, before = chain[-1], chain[-2].level
    if before is None or not last.bracketed or before.rank >= ARTICLE:
        return []
    return [replace(last, level=Level(before.rank + 1, frozenset(), last.number))]


def _read_element(
    text: str, position: int, pattern: re.Pattern[str] | None, inner: bool
) -> Element | None:
    """Read one level where it must begin."""
    if match := (pattern or forms.ORDINAL).match(text, position):
        return _numbered(match)
    if inner and (match := forms.LETTERED.match(text, position)):
        return _numbered(match)
    if match := forms.BEFORE.match(text, position):
        many = parse_number(match["many"]) if match["many"] else 1
        level = _level(match["unit"], "")
        return Element(*match.span(), replace(level, before=many or 1))
    if match := forms.AFTER.match(text, position):
        return Element(*match.span(), replace(_level(match["unit"], ""), before=-1))
    if match := forms.HERE.match(text, position):
        level = _level(match["unit"], "")
        return Element(*match.span(), replace(level, here=True))
    if match := forms.ASIDE.match(text, position):
        return make_aside(match, WORD_KINDS[match["word"]])
    return None


def _numbered(match: re.Match[str]) -> Element | None:
    """Make a level out of a number and its counting word, if it has one."""
    number = _arabic(match["number"])
    if number is None:
        return None
    if match["after"]:
        number += f"-{parse_number(match['after'])}"
    bracketed = ")" in match[0]
    level = None
    if match["unit"]:
        level = replace(_level(match["unit"], number), bracketed=bracketed)
    return Element(match.start(), match.end(), level, number, bracketed)


def _arabic(written: str) -> str | None:
    """Write a number in Arabic digits; points keep their letters: 第1款(b)项."""
    if written.isascii() and written.isalpha():
        return written
    return in_digits(written)


def _level(unit: str, number: str) -> Level:
    """Make the level of a counting word."""
    kinds: Kinds = ZH_KINDS.get(forms.SAME.get(unit, unit), frozenset())
    rank, clause = forms.UNITS[unit][0], forms.CLAUSES.get(unit, "")
    return Level(rank, frozenset() if clause == "paragraph" else kinds, number, clause)


def make_aside(match: re.Match[str], kinds: Kinds) -> Element:
    """Make the level of an annex or a box."""
    number = _arabic(match["number"]) if match["number"] else ""
    step = f"{next(iter(kinds))}-{number}" if number else ""
    return Element(match.start(), match.end(), Level(0, kinds, step), number or "")
