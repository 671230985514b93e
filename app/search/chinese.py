"""A Chinese word of a query → concepts: whole if it occurs, or cut into what does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from functools import reduce
from itertools import islice

from app.model.glossary import Term
from app.search.analyzer import ChineseWords
from app.search.concept import Concept
from app.search.concept import Correction
from app.search.concept import MOST_CLAUSES
from app.search.english import EnglishReading
from app.search.lookup import Lookup
from app.search.needle import Needle
from app.search.needle import Spelling
from app.search.needle import Substring
from app.search.query import Field
from app.search.query import Word
from app.search.stopwords import ZH_STOP_WORDS
from app.search.terms import needles
from app.search.terms import TermIndex
from app.search.variants import numeral_variants
from app.text.normalize import CJK
from app.text.normalize import fold_text
from app.text.normalize import has_han
from app.text.pinyin import syllables

_SPACE_BESIDE_HAN = re.compile(rf"(?<=[{CJK}])\s+|\s+(?=[{CJK}])")

_ONLY_HAN = re.compile(f"[{CJK}]+")

SOUNDED = range(2, 9)
"""How many characters a word has that may have been typed with others that sound so."""

LONGEST_CLOSEST = 80  # how much of a query is tried when looking for its longest part


@dataclass(frozen=True)
class ChineseReading:
    """Reads Chinese words; letters inside them are read as English."""

    lookup: Lookup
    terms: TermIndex
    words: ChineseWords
    english: EnglishReading

    def concepts(self, word: Word, corrected: list[Correction]) -> list[Concept]:
        """Make the concepts of one typed word, all of them required.

        What was typed with other characters of the same sound goes into *corrected*.
        """
        text = tight(word.text)
        whole = self.whole(text, word.field)
        if self.lookup.occurs(whole):
            return [whole]
        written: dict[str, str] = {}
        parts = islice(self._parts(text, word.field, written), MOST_CLAUSES)
        found = self._homophone(text, word.field, written) or list(parts)
        if written:
            better = reduce(
                lambda so_far, one: so_far.replace(*one), written.items(), text
            )
            corrected.append(Correction(word, better))
        return found or [whole]

    def whole(self, text: str, field: Field) -> Concept:
        """Make the concept of a word as it stands, with numerals and glossary."""
        named = self.terms.named_zh(text)
        typed: list[Needle] = [Substring(text)]
        typed += [Substring(variant) for variant in numeral_variants(text)]
        typed += [needle for term in named for needle in needles(term, "zh")]
        inside = () if named else self.terms.inside_zh(text)
        return Concept(
            text,
            tuple(dict.fromkeys(typed)),
            renderings=_english_forms(named),
            echoes=_english_forms(inside),
            field=field,
            terms=named,
        )

    def longest_part(self, text: str) -> str:
        """Find the longest stretch of a text that does occur; empty if none does.

        What is inside a stretch that occurs does too, so one pass over the text with
        two ends that only move on is enough.
        """
        text = tight(text)[:LONGEST_CLOSEST]
        best, start = "", 0
        for end in range(1, len(text) + 1):
            while start < end and not self._stands(text[start:end]):
                start += 1
            if end - start > len(best):
                best = text[start:end]
        return best if has_han(best) and best != text else ""

    def _stands(self, text: str) -> bool:
        """Say whether a stretch of text stands anywhere."""
        return self.lookup.occurs(Concept(text, (Substring(text),)))

    def _homophone(
        self, text: str, field: Field, written: dict[str, str]
    ) -> list[Concept]:
        """Read a word as one of the texts that sounds the same: 金榕 as 金融.

        A word of the language is no slip, even if the texts do not have it. What is
        read otherwise is noted in *written*.
        """
        if not (_ONLY_HAN.fullmatch(text) and len(text) in SOUNDED):
            return []
        if self.words.is_word(text):
            return []
        alike = self.lookup.surfaces(Spelling(tuple(syllables(text))), field)
        if len(text) == min(SOUNDED):  # 创新|驱动 does not have 新驱
            alike = [one for one in alike if self.words.is_word(one)]
        if not alike:
            return []
        written[text] = alike[0]
        return [replace(self.whole(alike[0], field), text=text)]

    def _parts(
        self, text: str, field: Field, written: dict[str, str]
    ) -> Iterator[Concept]:
        """Cut a text into words; single characters and stop words ask for nothing."""
        for piece in self.words.cut(text):
            if piece in ZH_STOP_WORDS or piece == text or len(piece) < 2:
                continue
            if has_han(piece):
                yield from self._part(piece, field, written)
            else:
                pieces = self.english.pieces([Word(piece, field)])
                yield from self.english.concepts(pieces)

    def _part(
        self, piece: str, field: Field, written: dict[str, str]
    ) -> Iterator[Concept]:
        """Take a word, or the shorter words inside it where it occurs nowhere."""
        concept = self.whole(piece, field)
        smaller = []
        if not self.lookup.occurs(concept):
            inside = self.words.cut_for_search(piece)
            smaller = [
                inner
                for text, _, _ in inside
                if 1 < len(text) < len(piece)
                and self.lookup.occurs(inner := self.whole(text, field))
            ]
            smaller = smaller or self._homophone(piece, field, written)
        yield from smaller or [concept]


def tight(text: str) -> str:
    """Fold a text and close the gaps beside its Chinese characters."""
    return _SPACE_BESIDE_HAN.sub("", fold_text(text).strip())


def _english_forms(terms: Iterable[Term]) -> tuple[Needle, ...]:
    """Give the English needles of several terms, each once."""
    found = [needle for term in terms for needle in needles(term, "en")]
    return tuple(dict.fromkeys(found))
