"""What is looked for in a side of a segment, and where it is found, exactly.

A needle finds its occurrences in the text itself, not in tokens of the index: the index
only says which units are worth looking at. So a mark is what was searched for, to the
code point, and nothing is lost at the edges of jieba's words.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from app.model.document import Lang
from app.search.analyzer import stem
from app.text.english import joined
from app.text.english import words
from app.text.normalize import fold
from app.text.normalize import Folded
from app.text.normalize import has_han
from app.text.pinyin import syllables

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Token:
    """An English word of a text, with its stem and where it stands in the original."""

    word: str
    stem: str
    start: int
    end: int


@dataclass(frozen=True)
class SideText:
    """One side of a segment or a heading, prepared for finding when first needed."""

    plain: str

    @cached_property
    def folded(self) -> Folded:
        """The folded text with its map."""
        return fold(self.plain)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The English words."""
        return tuple(
            Token(
                word.text,
                stem(word.text),
                *self.folded.original(word.start, word.end),
            )
            for word in words(self.folded.text)
        )

    @cached_property
    def syllables(self) -> tuple[str, ...]:
        """The pinyin of each character of the folded text."""
        return tuple(syllables(self.folded.text))

    @cached_property
    def _words(self) -> dict[str, list[int]]:
        return _positions(token.word for token in self.tokens)

    @cached_property
    def _stems(self) -> dict[str, list[int]]:
        return _positions(token.stem for token in self.tokens)

    @cached_property
    def _joined(self) -> tuple[tuple[str, Span], ...]:
        """The words that hyphens make, with where they stand in the original."""
        found = joined(list(words(self.folded.text)))
        return tuple(
            (word.text, self.folded.original(word.start, word.end)) for word in found
        )

    @cached_property
    def _compounds(self) -> tuple[dict[str, list[Span]], dict[str, list[Span]]]:
        exact: dict[str, list[Span]] = {}
        stems: dict[str, list[Span]] = {}
        for word, span in self._joined:
            exact.setdefault(word, []).append(span)
            stems.setdefault(stem(word), []).append(span)
        return exact, stems

    def compounds(self, exact: bool) -> dict[str, list[Span]]:
        """Give where each word, or each stem, stands that hyphens make."""
        return self._compounds[0 if exact else 1]

    def positions(self, exact: bool) -> dict[str, list[int]]:
        """Give the positions of each word, or of each stem, among the tokens."""
        return self._words if exact else self._stems


def _positions(words: Iterable[str]) -> dict[str, list[int]]:
    """List where each word stands."""
    found: dict[str, list[int]] = {}
    for position, word in enumerate(words):
        found.setdefault(word, []).append(position)
    return found


@dataclass(frozen=True, slots=True)
class Substring:
    """A stretch of Chinese text, found anywhere; letters and digits only as a whole."""

    text: str
    lang: Lang = "zh"

    def find(self, side: SideText) -> Iterator[Span]:
        """Yield where it stands in the original, from left to right."""
        folded = side.folded
        whole = not has_han(self.text)
        start = folded.text.find(self.text)
        while start >= 0:
            end = start + len(self.text)
            if not whole or _stands_alone(folded.text, start, end):
                yield folded.original(start, end)
            start = folded.text.find(self.text, end)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Say whether no letter or digit of the same kind touches a stretch of text."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (_latin(before) or _latin(after))


def _latin(char: str) -> bool:
    """Say whether this is a letter or a digit of the Latin script."""
    return char.isascii() and char.isalnum()


@dataclass(frozen=True, slots=True)
class Phrase:
    """English words in a row: stems, or exact; in capitals where that matters."""

    words: tuple[str, ...]
    exact: bool = False
    capitals: bool = False
    lang: Lang = "en"

    def find(self, side: SideText) -> Iterator[Span]:
        """Yield where it stands in the original, from left to right."""
        if len(self.words) == 1:
            yield from side.compounds(self.exact).get(self.words[0], ())
        at, count, free = side.positions(self.exact), len(self.words), 0
        for start in at.get(self.words[0], ()):
            agrees = all(
                start + n in at.get(word, ())
                for n, word in enumerate(self.words[1:], 1)
            )
            if agrees and start >= free:
                run = side.tokens[start : start + count]
                span = run[0].start, run[-1].end
                if self._cased(side.plain[slice(*span)]):
                    yield span
                    free = start + count

    def _cased(self, text: str) -> bool:
        """Say whether an abbreviation stands in capitals where it must."""
        return not self.capitals or text.isupper()


@dataclass(frozen=True, slots=True)
class Spelling:
    """Chinese characters that are spelt with these syllables of pinyin."""

    syllables: tuple[str, ...]
    lang: Lang = "zh"

    def find(self, side: SideText) -> Iterator[Span]:
        """Yield where it stands in the original, from left to right."""
        spelt, count, free = side.syllables, len(self.syllables), 0
        for start in range(len(spelt) - count + 1):
            if start >= free and spelt[start : start + count] == self.syllables:
                yield side.folded.original(start, start + count)
                free = start + count


Needle = Substring | Phrase | Spelling


def phrase(text: str, *, exact: bool = False, capitals: bool = False) -> Phrase | None:
    """Make a phrase of a text; None if there is no English word in it."""
    found = tuple(word.text for word in words(fold(text).text))
    if not found:
        return None
    return Phrase(found if exact else tuple(map(stem, found)), exact, capitals)
