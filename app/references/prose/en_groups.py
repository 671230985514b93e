"""A counting word in an English text with its numbers: Articles 7(2) and 10 to 12."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace

from app.references.patterns import ASIDES
from app.references.prose import en_forms as forms
from app.references.prose.written import CLAUSE
from app.references.prose.written import ClauseKind
from app.references.prose.written import in_digits
from app.references.prose.written import Level


@dataclass(frozen=True, slots=True)
class Element:
    """One number of a group; *ranged* says that a range leads to it."""

    start: int
    end: int
    ranged: bool
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A counting word with all its numbers; *relative* if it has none: this Chapter."""

    elements: tuple[Element, ...]
    rank: int
    end: int
    relative: bool = False


def read_group(text: str, position: int) -> Group | None:
    """Read a counting word and its numbers where they must begin."""
    if match := forms.NUMBERED.match(text, position):
        return _numbered_group(text, match)
    if match := forms.NTH.match(text, position):
        return _nth_group(match)
    if match := forms.PRECEDING.match(text, position):
        count = match["many"] or match["count"]
        level = replace(_level(match["word"], ""), before=forms.COUNTS.get(count, 1))
        return _single(match, level)
    if match := forms.NEXT_ONE.match(text, position):
        return _single(match, replace(_level(match["word"], ""), before=-1))
    if match := forms.HERE.match(text, position):
        level = replace(_level(match["word"], ""), here=True)
        return _single(match, level)
    if match := forms.BARE.match(text, position):
        return _single(match, _level(match["word"], ""))
    return None


def _single(match: re.Match[str], level: Level) -> Group:
    """Make a group of one place without a number."""
    start, end = match.span()
    element = Element(start, end, False, (level,))
    return Group((element,), level.rank, end, relative=True)


def _numbered_group(text: str, match: re.Match[str]) -> Group | None:
    """Read the list of numbers behind a word."""
    word = forms.PLURALS.get(match["word"], match["word"])
    plural = word != match["word"]
    first = _levels(word, match["number"], match["inner"])
    if first is None:
        return None
    elements = list(_split_range(match, word, first, plural))
    bracketed = bool(match["inner"]) or match["number"].startswith("(")
    position = match.end()
    while joint := forms.JOINT.match(text, position):
        following = forms.NEXT.match(text, joint.end())
        if following is None:
            break
        if not plural and not _may_follow(match["number"], following["number"]):
            break
        levels = _continued(word, following, elements[-1].levels, bracketed)
        if levels is None:
            break
        elements.append(Element(*following.span(), bool(joint["range"]), levels))
        position = following.end()
    if plural and len(elements) == 1:
        return None  # taking measures 3 times
    return Group(tuple(elements), forms.WORDS[word][0], position)


def _may_follow(number: str, following: str) -> bool:
    """Say whether a number may go on behind a word in the singular: Annex I or II."""
    return following.startswith("(") or (number.isalpha() and following.isalpha())


def _split_range(
    match: re.Match[str], word: str, levels: tuple[Level, ...], plural: bool
) -> Iterator[Element]:
    """Take 12-15 behind a plural for a range; behind a singular it is one number."""
    first, _, last = match["number"].partition("-")
    if plural and first.isdigit() and last.isdigit() and int(first) < int(last):
        cut = match.start("number") + len(first)
        yield Element(match.start(), cut, False, (_level(word, first),))
        yield Element(cut + 1, match.end(), True, (_level(word, last), *levels[1:]))
    else:
        yield Element(*match.span(), False, levels)


def _continued(
    word: str,
    match: re.Match[str],
    before: tuple[Level, ...],
    bracketed: bool,
) -> tuple[Level, ...] | None:
    """Read a later number; in brackets behind 7(2) it is a paragraph of the same."""
    if bracketed and match["number"].startswith("(") and len(before) > 1:
        inner = _bracket_levels(match["number"] + match["inner"], before[-2].rank)
        return (*before[:-1], *inner) if inner else None
    return _levels(word, match["number"], match["inner"])


def _nth_group(match: re.Match[str]) -> Group:
    """Read the first, the second and third paragraph."""
    word = match["word"]
    start = match.start()
    elements = [
        Element(start + nth.start(), start + nth.end(), False, (_level(word, number),))
        for nth in re.finditer(forms.ORDINAL, match[0][: -len(word)])
        for number in [str(forms.ORDINALS.index(nth[0]) + 1)]
    ]
    elements[-1] = replace(elements[-1], end=match.end())
    return Group(tuple(elements), forms.WORDS[word][0], match.end())


def _level(word: str, number: str) -> Level:
    """Make the level of a counting word."""
    rank, kinds, clause = forms.WORDS[word]
    aside = kinds & ASIDES
    step = f"{next(iter(aside))}-{number}" if aside and number else number
    return Level(rank, kinds, step, clause)


def _levels(word: str, number: str, inner: str) -> tuple[Level, ...] | None:
    """Make the levels of a number and of the brackets behind it."""
    arabic = _arabic(number, clause=forms.WORDS[word][2])
    if arabic is None:
        return None
    level = replace(_level(word, arabic), bracketed=number.startswith("("))
    if not inner:
        return (level,)
    following = _bracket_levels(inner, level.rank)
    return (level, *following) if following else None


def _bracket_levels(inner: str, rank: int) -> tuple[Level, ...]:
    """Make the levels of brackets: (2)(a) is paragraph 2, point (a)."""
    levels: list[Level] = []
    for number in re.findall(r"\((\w+)\)", inner):
        is_paragraph = number.isdigit() and rank < CLAUSE
        word = "paragraph" if is_paragraph else "point" if rank < 7 else "subitem"
        level = _level(word, number)
        levels.append(replace(level, clause="bracket") if is_paragraph else level)
        rank = levels[-1].rank
    return tuple(levels)


def _arabic(number: str, clause: ClauseKind) -> str | None:
    """Write a number in Arabic digits; points keep their letters: (a), (iv)."""
    bare = number.strip("()")
    if bare in forms.WORDED:
        return str(forms.WORDED.index(bare) + 1)
    if clause and bare.isalpha():
        return bare  # (a), (iv)
    if bare[-1].isalpha() and bare[:-1].isdigit():
        return bare
    return in_digits(bare)
