"""Texts as they are compared while one types: normalised, with a map to the original.

Each way of typing has its own key: Chinese characters, English words, their stems,
pinyin, and the initials of pinyin. What was typed is normalised in the same way and
is looked for at the start of a key, or wherever a match may begin inside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass

from app.search.analyzer import stem
from app.search.needle import Span
from app.search.stopwords import STOP_WORDS
from app.text.english import Word
from app.text.english import words
from app.text.letters import letters
from app.text.normalize import fold
from app.text.normalize import Folded
from app.text.normalize import has_han
from app.text.pinyin import syllables
from app.text.pinyin import toneless

END = "\n"
"""Follows every key and stands in none: a query that ends in it means the whole key."""


@dataclass(frozen=True, slots=True)
class Key:
    """A normalised text; character *i* came from original[starts[i]:ends[i]]."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    begins: tuple[int, ...]
    """Where a match may begin: at a word, at a Chinese character, at a syllable."""

    def spans(self, query: str) -> Iterator[Span]:
        """Yield where a query stands in the original, from left to right."""
        text, length, free = self.text + END, len(query.rstrip(f" {END}")), 0
        for start in self.begins:
            if start >= free and text.startswith(query, start):
                free = start + length
                yield self.starts[start], self.ends[free - 1]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Letters of a key, and the stretch of the original they came from."""

    letters: str
    start: int
    end: int
    may_begin: bool = False


def zh_keys(text: str) -> Iterator[Key]:
    """Give letters, digits and characters alone: a match begins at any character."""
    yield _key(_characters(text))


def en_keys(text: str) -> Iterator[Key]:
    """Give the words, also with those that hyphens join as one, and their stems.

    No match begins inside at a word that is too common to be searched for.
    """
    folded = fold(text)
    apart: list[_Piece] = []
    joined: list[_Piece] = []
    stems: list[_Piece] = []
    hyphen = False
    for word in words(folded.text):
        start, end = folded.original(word.start, word.end)
        gap = [_Piece(" ", start, start)] if apart else []
        may_begin = not apart or word.text not in STOP_WORDS
        own = list(_letters(word, folded, may_begin))
        apart += gap + own
        joined += list(_letters(word, folded, False)) if hyphen else gap + own
        stems += [*gap, _Piece(stem(word.text), start, end, may_begin)]
        hyphen = word.hyphen
    keys: dict[str, Key] = {}
    for key in map(_key, (apart, joined, stems)):
        keys.setdefault(key.text, key)
    yield from keys.values()


def pinyin_keys(text: str) -> Iterator[Key]:
    """Give the syllables of the characters, without tones, and ``ü`` as ``u``."""
    if has_han(text):
        yield _key(_spelt(text))


def initials_keys(text: str) -> Iterator[Key]:
    """Give the first letter of each syllable."""
    if has_han(text):
        yield _key(_spelt(text, most=1))


def _letters(word: Word, folded: Folded, may_begin: bool) -> Iterator[_Piece]:
    """Yield the letters of a word; a match may begin at the first, or nowhere."""
    for i, letter in enumerate(word.text, word.start):
        yield _Piece(letter, *folded.original(i, i + 1), may_begin and i == word.start)


def _characters(text: str) -> Iterator[_Piece]:
    """Yield what is no sign; a match may begin at a character or a Latin word."""
    found, before = letters(text), -1
    for letter, start, end in zip(found.text, found.starts, found.ends, strict=True):
        latin = not has_han(letter)
        yield _Piece(letter, start, end, not latin or start != before)
        before = end if latin else -1


def _spelt(text: str, most: int | None = None) -> Iterator[_Piece]:
    """Yield a syllable for each Chinese character, or its first letters only."""
    pieces = list(_characters(text))
    spelt = syllables("".join(one.letters for one in pieces))
    for syllable, one in zip(spelt, pieces, strict=True):
        typed = syllable[:most].replace("v", "u")
        yield _Piece(typed, one.start, one.end, one.may_begin)


def _key(pieces: Iterable[_Piece]) -> Key:
    """Put a key together."""
    text = ""
    starts: list[int] = []
    ends: list[int] = []
    begins: list[int] = []
    for one in pieces:
        if one.may_begin:
            begins.append(len(text))
        text += one.letters
        starts += [one.start] * len(one.letters)
        ends += [one.end] * len(one.letters)
    return Key(text, tuple(starts), tuple(ends), tuple(begins))


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, normalised as the keys are."""

    tight: str
    """Letters, digits and characters alone."""
    words: tuple[str, ...]
    """The English words; none if there is a Chinese character."""

    @classmethod
    def read(cls, text: str) -> Typed:
        """Normalise what was typed."""
        folded = fold(text).text
        found = () if has_han(folded) else tuple(w.text for w in words(folded))
        return cls(letters(text).text, found)

    @property
    def as_words(self) -> tuple[str, ...]:
        """What to look for among characters, words and stems.

        The last word may be unfinished, or an inflection of one that is there.
        """
        queries = [self.tight]
        if self.words:
            stems = [stem(word) for word in self.words]
            queries.append(" ".join(self.words))
            queries.append(" ".join((*stems[:-1], self.words[-1])))
            queries += [" ".join(stems) + end for end in (" ", END)]
        return tuple(dict.fromkeys(filter(None, queries)))

    @property
    def as_pinyin(self) -> tuple[str, ...]:
        """What to look for among syllables and initials: two letters at least."""
        spelt = toneless(self.tight) if self.words else ""
        return (spelt,) if len(spelt) > 1 and spelt.isalpha() else ()
