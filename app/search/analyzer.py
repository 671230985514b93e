"""Text → tokens, for the index and the query alike; the one door of jieba.

Six analyzers, each a Whoosh tokenizer over text that is folded here first:

- ``grams``: every Chinese character and every neighbouring two, for substrings;
- ``pinyin``: the syllables of the characters in the same way;
- ``zh_words``: jieba's words in search mode, at sequential positions, for ranking;
- ``en_words``: English words as written, for exact phrases;
- ``en_stems``: their stems in one spelling, for everything else;
- ``en_letters``: every few letters in a row, across words, for quotations.

jieba's own ChineseAnalyzer is not used: it gives character offsets as positions, so
that no phrase is found, and it reads a cache that any user of the machine can plant.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from functools import cache
from functools import lru_cache
from itertools import pairwise
from typing import Any

import jieba
from whoosh.analysis import Token
from whoosh.analysis import Tokenizer
from whoosh.lang.snowball.english import EnglishStemmer

from app.model.glossary import Glossary
from app.text.english import american
from app.text.english import joined
from app.text.english import words
from app.text.letters import letters
from app.text.letters import runs
from app.text.normalize import CJK
from app.text.normalize import fold_text
from app.text.normalize import has_han
from app.text.pinyin import syllables

ANALYZER_VERSION = 3
"""Raised whenever the same text would give other tokens; it enters the digest."""

BOUNDARY = "\n"
"""Parts segments in one field: no token and no phrase reaches across it."""

LETTERS_IN_A_ROW = 3
"""How long the tokens are by which an inexact English quotation is found."""

_GAP = 100  # how far apart the words on both sides of a boundary are

_RUN = re.compile(f"[{CJK}a-z0-9]+")
_HAN_RUN = re.compile(f"[{CJK}]+")

jieba.setLogLevel(logging.WARNING)


class ChineseWords:
    """jieba with the glossary as its user dictionary.

    The dictionary is read from jieba's own package; its cache file is never used.
    """

    def __init__(self, glossary: Glossary) -> None:
        self._forms = {
            fold_text(form) for t in glossary.terms for form in t.forms("zh")
        }
        self._jieba: jieba.Tokenizer | None = None

    def __getstate__(self) -> dict[str, object]:
        """Leave the dictionary out: Whoosh pickles its schema, which nobody reads."""
        return {"_forms": set(), "_jieba": None}

    def cut(self, folded: str) -> list[str]:
        """Cut a folded text into words that do not overlap and leave nothing out."""
        return list(self._tokenizer().cut(folded))

    def cut_for_search(self, folded: str) -> list[tuple[str, int, int]]:
        """Cut into words, long ones also into the words inside, with their offsets."""
        return list(self._tokenizer().tokenize(folded, mode="search"))

    def is_word(self, folded: str) -> bool:
        """Say whether the dictionary or the glossary has this as a word."""
        return bool(self._tokenizer().FREQ.get(folded))

    def frequency(self, folded: str) -> int:
        """Say how common a word is; a term of the glossary enough to be kept whole."""
        return self._tokenizer().FREQ.get(folded) or 0

    def dictionary(self) -> Iterator[tuple[str, int, str]]:
        """Yield jieba's own words, how common each is, and its part of speech."""
        with self._tokenizer().get_dict_file() as file:
            for line in file:
                word, count, *kind = line.decode().split()
                yield word, int(count), "".join(kind)

    def breaks(self, text: str) -> tuple[int, ...]:
        """Give the offsets in a heading at which a line may end: between words."""
        cuts, position = [], 0
        for word in self._tokenizer().cut(text):
            if position and has_han(word):
                cuts.append(position)
            position += len(word)
        return tuple(cuts)

    def _tokenizer(self) -> jieba.Tokenizer:
        """Load the dictionary when the first text comes: it takes half a second."""
        if self._jieba is None:
            tokenizer = jieba.Tokenizer()
            tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(
                tokenizer.get_dict_file()
            )
            tokenizer.initialized = True
            for form in sorted(self._forms):
                if has_han(form):
                    tokenizer.add_word(form)
            self._jieba = tokenizer
        return self._jieba


@cache
def plain_words() -> ChineseWords:
    """Give the dictionary by itself, without a glossary; it is loaded once."""
    return ChineseWords(Glossary())


_STEMMER = EnglishStemmer()


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Give the stem of a folded English word, in American spelling (Porter2)."""
    return str(_STEMMER.stem(american(word)))


def grams(folded: str) -> Iterator[str]:
    """Yield every character of a folded text and every two that touch, as tokens."""
    for run in _RUN.finditer(folded):
        text = run[0]
        for i, char in enumerate(text):
            yield char
            if i + 1 < len(text):
                yield text[i : i + 2]


def pairs_of_characters(text: str) -> Iterator[str]:
    """Yield every two Chinese characters of a text that touch, as tokens."""
    for run in _HAN_RUN.finditer(fold_text(text)):
        yield from runs(run[0], 2)


def spelling_grams(spelt: Sequence[str]) -> Iterator[str]:
    """Yield every syllable and every two that touch, as tokens."""
    for i, syllable in enumerate(spelt):
        yield syllable
        if i + 1 < len(spelt):
            yield f"{syllable} {spelt[i + 1]}"


def needed_spelling(spelt: Sequence[str]) -> set[str]:
    """Give the tokens that any text with these syllables in a row must have."""
    return {f"{one} {other}" for one, other in pairwise(spelt)} or set(spelt)


def needed_grams(folded: str) -> set[str]:
    """Give the tokens that any text with this substring must have."""
    needed: set[str] = set()
    for run in _RUN.finditer(folded):
        text = run[0]
        pairs = {text[i : i + 2] for i in range(len(text) - 1)}
        needed |= pairs or {text}
    return needed


class _Pieces(Tokenizer):
    """A Whoosh tokenizer over pieces: subclasses say what the tokens of a piece are."""

    def tokens(self, folded: str) -> Iterable[str]:
        """Give the tokens of one segment, in order."""
        raise TypeError(f"{type(self).__name__} must say what its tokens are")

    def __call__(
        self, value: str, *, start_pos: int = 0, mode: str = "", **options: Any
    ) -> Iterator[Token]:
        """Yield the tokens with sequential positions and a gap between segments."""
        token = Token(positions=True, mode=mode)
        position = start_pos
        for piece in value.split(BOUNDARY):
            for text in self.tokens(fold_text(piece)):
                token.text = text
                token.boost = 1.0
                token.stopped = False
                token.pos = position
                position += 1
                yield token
            position += _GAP


class GramTokenizer(_Pieces):
    """Characters and pairs of characters."""

    def tokens(self, folded: str) -> Iterable[str]:
        """Give the grams."""
        return grams(folded)


class PinyinTokenizer(_Pieces):
    """Syllables and pairs of syllables."""

    def tokens(self, folded: str) -> Iterable[str]:
        """Give the syllables of the Chinese characters."""
        spelt = syllables(folded) if has_han(folded) else []
        return spelling_grams(spelt)


class ChineseTokenizer(_Pieces):
    """jieba's words, one after the other."""

    def __init__(self, chinese: ChineseWords) -> None:
        self._chinese = chinese

    def tokens(self, folded: str) -> Iterable[str]:
        """Give the words that hold a Chinese character, a letter or a digit."""
        found = self._chinese.cut_for_search(folded)
        return (word for word, _, _ in found if _RUN.search(word))


class EnglishTokenizer(_Pieces):
    """English words, as written or stemmed."""

    def __init__(self, *, stemmed: bool) -> None:
        self._stemmed = stemmed

    def tokens(self, folded: str) -> Iterable[str]:
        """Give the words."""
        cut = list(words(folded))
        found = (word.text for word in (*cut, *joined(cut)))
        return map(stem, found) if self._stemmed else found


class LetterTokenizer(_Pieces):
    """Every few English letters in a row, whether or not a space parts them."""

    def tokens(self, folded: str) -> Iterable[str]:
        """Give the letters in a row, each once."""
        return dict.fromkeys(runs(letters(folded).text, LETTERS_IN_A_ROW))
