"""How English texts write places: the counting words and the patterns, and no logic.

All are matched on folded text, which is in lower case.
"""

from __future__ import annotations

import re

from app.references.patterns import Kinds
from app.references.patterns import WORD_KINDS
from app.references.prose.written import ClauseKind

NONE: Kinds = frozenset()

#: Every counting word: how deep it lies, what unit and what clause it may be.
WORDS: dict[str, tuple[int, Kinds, ClauseKind]] = {
    "part": (0, WORD_KINDS["part"], ""),
    "chapter": (2, WORD_KINDS["chapter"], ""),
    "section": (3, WORD_KINDS["section"], ""),
    "subsection": (4, WORD_KINDS["subsection"], ""),
    "article": (5, WORD_KINDS["article"], ""),
    "art": (5, WORD_KINDS["article"], ""),
    "clause": (5, WORD_KINDS["article"], ""),
    "paragraph": (6, NONE, "paragraph"),
    "para": (6, NONE, "paragraph"),
    "item": (7, WORD_KINDS["item"], "item"),
    "point": (7, NONE, "item"),
    "subparagraph": (7, NONE, "item"),
    "sub-paragraph": (7, NONE, "item"),
    "task": (7, WORD_KINDS["item"], "item"),
    "measure": (7, WORD_KINDS["measure"], ""),
    "subitem": (8, NONE, "subitem"),
    "annex": (0, WORD_KINDS["annex"], ""),
    "appendix": (0, WORD_KINDS["annex"], ""),
    "box": (0, WORD_KINDS["box"], ""),
}
PLURALS = {"annexes": "annex", "appendices": "appendix", "boxes": "box"} | {
    f"{word}s": word for word in WORDS
}
WORD = "|".join(sorted({*WORDS, *PLURALS}, key=len, reverse=True))

ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
    "ninth", "tenth",
)  # fmt: skip
ORDINAL = "|".join(ORDINALS)
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5}
COUNT = "|".join(COUNTS)

ROMAN = r"[ivxlc]{1,7}(?![a-z])"
PLAIN = rf"\d{{1,4}}(?:-\d{{1,3}}(?!\d))?[a-z]?(?![a-z0-9])|{ROMAN}"
WORDED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBER = rf"(?:{'|'.join(WORDED)})\b|\((?:\d{{1,3}}|[a-z]{{1,5}})\)|(?:{PLAIN})"
INNER = r"(?:\s?\((?:\d{1,3}|[a-z]{1,5})\))*"
"""What may follow an article directly: its paragraph, its point: 7(2)(a)."""

NUMBERED = re.compile(
    rf"(?<![a-z0-9-])(?P<word>{WORD})\.?\s*(?:no\.?\s*)?"
    rf"(?P<number>{NUMBER})(?P<inner>{INNER})"
)
NEXT = re.compile(rf"(?P<number>{NUMBER})(?P<inner>{INNER})(?![a-z0-9%])")
NTH = re.compile(
    rf"(?<![a-z-])(?P<first>{ORDINAL})(?P<more>(?:(?:,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+)"
    rf"(?:the\s+)?(?:{ORDINAL}))*)\s+(?P<word>paragraph|subparagraph|item|article|chapter|"
    rf"section|part)s?\b"
)
PRECEDING = re.compile(
    rf"(?<![a-z-])(?:(?P<many>{COUNT})\s+)?(?:preceding|previous|foregoing|above)\s+"
    rf"(?:(?P<count>{COUNT})\s+)?"
    rf"(?P<word>paragraph|article|item|subparagraph|section|chapter)s?\b"
)
NEXT_ONE = re.compile(r"(?<![a-z-])(?:following|next|succeeding)\s+(?P<word>article)\b")
HERE = re.compile(
    r"(?<![a-z-])this\s+(?P<word>part|chapter|section|article|paragraph|annex|appendix)\b"
)
BARE = re.compile(
    r"(?<![a-z-])(?:the|this|an)\s+(?P<word>annex|appendix)(?:es|\b)(?!\s*\()"
)
START = re.compile(
    rf"(?<![a-z0-9-])(?=(?:{WORD})\b|(?:{ORDINAL})\b|(?:{COUNT})\s+prec|preceding|"
    r"previous|foregoing|above\s|following\s|next\s|succeeding\s|this\s|the\s+a[np]|an\s+a[np])"
)
JOINT = re.compile(
    r"\s*(?:(?P<range>\bto\b|\bthrough\b|-)|,\s*(?:(?:and|or|as well as)\s+)?|"
    r"(?:and/or|and|or|as well as)\s+)\s*(?:the\s+)?"
)
OF = re.compile(r",?\s+(?:of|in|under)\s+(?:the\s+)?")
THAT = re.compile(
    r"\s+(?:of|in|under)\s+that\s+(?:article|paragraph|chapter|section|item)\b"
)
COMMA = re.compile(r",?\s+(?=[a-z])")
