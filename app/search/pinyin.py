"""Pinyin in a query → concepts: words that are no English but spell out Chinese."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from itertools import product

from app.search.chinese import ChineseReading
from app.search.concept import Concept
from app.search.concept import Correction
from app.search.lookup import Lookup
from app.search.needle import Spelling
from app.search.query import Word
from app.search.spelling import correct
from app.search.stopwords import STOP_WORDS
from app.text.english import words
from app.text.normalize import fold_text
from app.text.pinyin import cut_pinyin
from app.text.pinyin import MAX_READINGS
from app.text.pinyin import toneless

LEAST_SYLLABLES = 2
"""One syllable stands for too many characters to be looked for."""

LEAST_LETTERS = 5
"""Shorter words are not mended: too many are near."""

MOST_WORDS = 8
"""How many words in a row are read as one Chinese expression at most."""

Stretch = list[Word] | Concept
"""Words that stay English, or a concept that was spelt in pinyin."""


@dataclass(frozen=True)
class PinyinReading:
    """Reads the words of a query that the texts do not have as English."""

    lookup: Lookup
    chinese: ChineseReading

    def stretches(
        self, run: Sequence[Word], corrected: list[Correction]
    ) -> Iterator[Stretch]:
        """Part a run of Latin words into English ones and pinyin, longest match.

        Pinyin that was mistyped is noted in *corrected*.
        """
        english: list[Word] = []
        start = 0
        while start < len(run):
            end, concept = self._longest(run, start)
            if concept is None and (better := self._respelt(run[start])):
                corrected.append(Correction(run[start], better.text))
                end, concept = start + 1, self._concept([better])
                if concept is not None:
                    concept = replace(concept, text=fold_text(run[start].text))
            if concept is None:
                english.append(run[start])
                start += 1
                continue
            if english:
                yield english
            yield concept
            english, start = [], end
        if english:
            yield english

    def _longest(self, run: Sequence[Word], start: int) -> tuple[int, Concept | None]:
        """Read as many words from here as spell out something that occurs."""
        end = start
        while end < min(len(run), start + MOST_WORDS) and cut_pinyin(run[end].text):
            end += 1
        for stop in range(end, start, -1):
            if all(map(self._is_english, run[start:stop])):
                continue
            concept = self._concept(run[start:stop])
            if concept is not None:
                return stop, concept
        return start, None

    def _is_english(self, word: Word) -> bool:
        """Say whether a word is an English word of the texts."""
        folded = [found.text for found in words(fold_text(word.text))]
        return all(one in STOP_WORDS or self.lookup.knows(one) for one in folded)

    def _respelt(self, word: Word) -> Word | None:
        """Mend one slip in a word that is nearer to pinyin than to English."""
        typed = toneless(word.text)
        if len(typed) < LEAST_LETTERS or self._is_english(word):
            return None
        if correct(typed, self.lookup.vocabulary):
            return None
        better = correct(typed, self.lookup.spellings)
        return Word(better, word.field) if better else None

    def _concept(self, typed: Sequence[Word]) -> Concept | None:
        """Make the concept of words that together spell out Chinese of the texts."""
        readings = product(*(cut_pinyin(word.text) for word in typed))
        for _, reading in zip(range(MAX_READINGS), readings, strict=False):
            spelt = tuple(syllable for word in reading for syllable in word)
            if len(spelt) < LEAST_SYLLABLES:
                continue
            meant = self.lookup.surfaces(Spelling(spelt), typed[0].field)
            if len(spelt) == LEAST_SYLLABLES:  # 创新|驱动 does not have 新驱
                meant = [one for one in meant if self.chinese.words.is_word(one)]
            if meant:
                text = fold_text(" ".join(word.text for word in typed))
                return self._spelt(text, meant, typed[0])
        return None

    def _spelt(self, text: str, meant: Sequence[str], word: Word) -> Concept:
        """Make the concept of the Chinese that was spelt, frequent words first."""
        words = [self.chinese.whole(one, word.field) for one in meant]
        return Concept(
            text,
            tuple(dict.fromkeys(n for one in words for n in one.needles)),
            renderings=tuple(dict.fromkeys(n for one in words for n in one.renderings)),
            echoes=tuple(dict.fromkeys(n for one in words for n in one.echoes)),
            field=word.field,
            terms=tuple(dict.fromkeys(term for one in words for term in one.terms)),
        )
