"""What a text says of a place, before anybody knows which place that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from typing import Literal

from app.references.patterns import Kinds
from app.text.numerals import parse_number

ClauseKind = Literal["", "paragraph", "item", "subitem", "bracket"]
"""A 款, a 项 and a 目 of a unit; nothing for a unit itself.

A *bracket* is the (1) of Article 7(1): a paragraph or an item.
"""


ARTICLE, CLAUSE = 5, 6
"""The ranks of an article, and of a 款: what lies below is mostly text of a unit."""

Antecedent = Literal["", "work", "place"]
"""What a place is said to be of that was named before: 该法第七条, 该条第二款."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a place as written: 第七条, 前款, this Chapter.

    *kinds* are the units it may be; *clause* says that it may also be, or is only, a
    stretch of the text of a unit. *rank* orders levels, the outer before the inner.
    *before* counts back from where the reference stands: 1 for 前款, 2 for 前两款,
    -1 for 后条. *bracketed* says that the number stands in brackets.
    *here* is true of 本章: the one that the reference stands in.
    """

    rank: int
    kinds: Kinds
    number: str = ""
    clause: ClauseKind = ""
    before: int = 0
    here: bool = False
    bracketed: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """One place as it is written, from *start* to *end* in code points of the text.

    *levels* lead to it, the outermost first; *to* leads to the end of a range.
    *certain* is false of words that may be no reference, 附件, 第一节车厢: they count
    if the other language names the place too.
    """

    start: int
    end: int
    levels: tuple[Level, ...]
    to: tuple[Level, ...] = ()
    certain: bool = True
    of: Antecedent = ""


def in_digits(number: str) -> str | None:
    """Write a number in Arabic digits, 十二-1 as 12-1; None if it is none."""
    first, sign, rest = number.partition("-")
    value = parse_number(first)
    return None if value is None else f"{value}{sign}{rest}"


def inside(outer: Sequence[Level], written: Written) -> Written:
    """Read a place as one inside the outer levels of another."""
    rank = written.levels[0].rank
    above = tuple(level for level in outer if level.rank < rank)
    to = (*above, *written.to) if written.to else ()
    return replace(written, levels=(*above, *written.levels), to=to)
