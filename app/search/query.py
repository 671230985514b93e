"""The query language: what was typed → words, groups and operators. Never fails.

Words are all required. ``OR`` joins two neighbours, ``-`` rules a word out, quotation
marks ask for the exact phrase, ``zh:`` ``en:`` ``title:`` name a side or the headings,
``in:`` a document or a unit. What cannot be read as an operator is read as a word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from app.errors import QueryError

MAX_LENGTH = 1_000
"""The longest query that is read, in characters."""

Field = Literal["", "zh", "en", "title"]

_TYPED = str.maketrans("“”„‟＂：－　\x00", '""""":-  ')
"""What input methods type for the signs of the query language."""

_PIECE = re.compile(
    r"""
    (?P<minus>-)?                          # rules out what follows
    (?:(?P<field>(?i:zh|en|title|in)):)?        # a side, the headings, a place
    (?:"(?P<quoted>[^"]*)"                 # an exact phrase
     | (?P<word>[^\s"]+))                  # or anything up to a space
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """One thing asked for, as typed; *field* says where, *quoted* that it is exact."""

    text: str
    field: Field = ""
    quoted: bool = False

    @property
    def written(self) -> str:
        """The word as it is typed, with its field and its quotation marks."""
        text = f'"{self.text}"' if self.quoted else self.text
        return f"{self.field}:{text}" if self.field else text


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """What was asked: every group must be met, by any of its words."""

    groups: tuple[tuple[Word, ...], ...]
    excluded: tuple[Word, ...] = ()
    within: str = ""
    outside: str = ""


def parse_query(text: str) -> ParsedQuery:
    """Read a query.

    :raise QueryError: if it is longer than 1,000 characters.
    """
    check_length(text)
    reading = _Reading()
    for match in _PIECE.finditer(_balanced(text.translate(_TYPED))):
        reading.take(match)
    return ParsedQuery(
        tuple(map(tuple, reading.groups)),
        tuple(reading.excluded),
        reading.within,
        reading.outside,
    )


def check_length(text: str) -> None:
    """Refuse what is longer than any query.

    :raise QueryError: if it is longer than 1,000 characters.
    """
    if len(text) > MAX_LENGTH:
        raise QueryError(
            "q",
            f"The query has {len(text)} characters; {MAX_LENGTH:,} are the most. "
            "Search for the words that matter.",
        )


class _Reading:
    """What has been read of a query so far."""

    def __init__(self) -> None:
        self.groups: list[list[Word]] = []
        self.excluded: list[Word] = []
        self.within = self.outside = ""
        self._joined = False

    def take(self, match: re.Match[str]) -> None:
        """Take in the next piece."""
        if match[0] in {"OR", "|"}:
            self._joined = bool(self.groups)
        elif (match["field"] or "").lower() == "in":
            place = match["quoted"] or match["word"] or ""
            if match["minus"]:
                self.outside = place
            else:
                self.within = place
        elif match[0] != "AND" and (word := _word(match)):
            self._put(word, ruled_out=match["minus"] is not None)
            self._joined = False

    def _put(self, word: Word, *, ruled_out: bool) -> None:
        """Put a word where it belongs."""
        if ruled_out:
            self.excluded.append(word)
        elif self._joined:
            self.groups[-1].append(word)
        else:
            self.groups.append([word])


def _balanced(typed: str) -> str:
    """Drop a quotation mark that has no partner: it is no operator."""
    if typed.count('"') % 2 == 0:
        return typed
    last = typed.rindex('"')
    return f"{typed[:last]} {typed[last + 1 :]}"


def _word(match: re.Match[str]) -> Word | None:
    """Make a word of a piece, unless nothing in it can be searched for."""
    quoted = match["quoted"] is not None
    text = (match["quoted"] if quoted else match["word"]).strip()
    if not re.search(r"\w", text):
        return None
    field = (match["field"] or "").lower()
    return Word(text, field, quoted)  # type: ignore[arg-type]
