"""Which sentences may be quoted: those that share the rarest letters in a row.

The work does not grow with the library. At most ``LOOKED_UP`` tokens of the quotation
are looked up, of these at most ``READ`` postings are read, the rarest tokens first, and
the sentences of no more than ``UNITS`` units are looked at. Of a quotation in which a
fifth of the letters is wrong, enough stretches of two Chinese characters or three
English letters are left.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from functools import lru_cache
from random import Random

from whoosh.searching import Searcher

from app.model.document import Lang
from app.search import schema as fields
from app.search.analyzer import LETTERS_IN_A_ROW
from app.search.lookup import Lookup
from app.search.texts import UnitText
from app.text.letters import Letters
from app.text.letters import letters_of
from app.text.letters import runs

LOOKED_UP = 96
READ = 20_000
UNITS = 16
STRETCHES = 4
"""How many places are compared exactly; more, if the quotation is short."""

COMPARED = 1_000
"""How many letters of a short quotation are compared, over all places."""

NEAR = 0.5
"""How much of what the best sentence shares another must share to be compared too."""

REACH = 1.25
"""How far round a sentence is looked, in lengths of the quotation."""

PREPARED = 512
"""How many units are kept with their letters."""

_FIELD: dict[Lang, tuple[str, int]] = {
    "zh": (fields.GRAMS, 2),
    "en": (fields.EN_LETTERS, LETTERS_IN_A_ROW),
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One segment in one language, with its letters; *at* is its place in the unit."""

    at: int
    plain: str
    letters: Letters


@dataclass(frozen=True)
class Stretch:
    """Neighbouring sentences of one unit in which the quotation may stand."""

    doc: int
    sentences: tuple[Sentence, ...]

    @cached_property
    def letters(self) -> str:
        """The letters of all its sentences, one after the other."""
        return "".join(one.letters.text for one in self.sentences)

    @cached_property
    def joined(self) -> tuple[bool, ...]:
        """Whether each letter goes on the word of the letter before it."""
        return tuple(
            bool(i) and found.starts[i] == found.ends[i - 1]
            for found in (one.letters for one in self.sentences)
            for i in range(len(found.text))
        )


class Candidates:
    """Finds the places that are worth an exact look."""

    def __init__(self, lookup: Lookup, searcher: Searcher) -> None:
        self._lookup = lookup
        self._searcher = searcher
        self._sentences = lru_cache(maxsize=PREPARED)(self._prepare)

    def find(self, quoted: str, lang: Lang) -> list[Stretch]:
        """Find the stretches that share most with the letters of a quotation."""
        weights = self._weights(quoted, lang)
        scored = [
            (score, -doc, -sentence.at)
            for doc in self._units(weights, lang)
            for sentence in self._sentences(doc, lang)
            if (score := _shared(sentence, weights))
        ]
        best = sorted(scored, reverse=True)
        enough = NEAR * best[0][0] if best else 0.0
        most = max(STRETCHES, COMPARED // len(quoted))
        found: dict[tuple[int, int, int], Stretch] = {}
        for score, doc, at in best:
            if score < enough or len(found) == most:
                break
            stretch = self._round(-doc, -at, lang, REACH * len(quoted))
            ends = stretch.sentences[0].at, stretch.sentences[-1].at
            found.setdefault((stretch.doc, *ends), stretch)
        return list(found.values())

    def _weights(self, quoted: str, lang: Lang) -> dict[str, float]:
        """Weigh the tokens of a quotation that the texts have: rare ones weigh more."""
        name, size = _FIELD[lang]
        tokens = list(dict.fromkeys(runs(quoted, size)))
        if len(tokens) > LOOKED_UP:
            # Not every second or fifth one: the slips may stand as regularly.
            tokens = Random(len(tokens)).sample(tokens, LOOKED_UP)
        reader, count = self._searcher.reader(), len(self._lookup.units)
        frequencies = {token: reader.doc_frequency(name, token) for token in tokens}
        return {
            token: math.log(1 + count / frequency)
            for token, frequency in frequencies.items()
            if frequency
        }

    def _units(self, weights: dict[str, float], lang: Lang) -> list[int]:
        """Find the units that have the most of the tokens, the best first."""
        shares: Counter[int] = Counter()
        left, reader = READ, self._searcher.reader()
        for token, weight in sorted(weights.items(), key=lambda item: -item[1]):
            for doc in reader.postings(_FIELD[lang][0], token).all_ids():
                shares[doc] += weight  # type: ignore[assignment]
                left -= 1
            if left <= 0:
                break
        ranked = sorted(shares.items(), key=lambda item: (-item[1], item[0]))
        return [doc for doc, _ in ranked[:UNITS]]

    def _prepare(self, doc: int, lang: Lang) -> tuple[Sentence, ...]:
        """Take the letters of a unit's sentences; what is not translated has none."""
        text: UnitText = self._lookup.text(doc)
        sides = (pair.side(lang) for pair in text.segments)
        return tuple(
            Sentence(at, side.plain, letters_of(side.folded))
            for at, side in enumerate(sides)
        )

    def _round(self, doc: int, at: int, lang: Lang, reach: float) -> Stretch:
        """Take a sentence with as much round it as the quotation may cover."""
        sentences = self._sentences(doc, lang)
        first = at - _steps(sentences[:at][::-1], reach)
        last = at + 1 + _steps(sentences[at + 1 :], reach)
        return Stretch(doc, sentences[first:last])


def _shared(sentence: Sentence, weights: dict[str, float]) -> float:
    """Weigh what a sentence shares with the quotation."""
    text = sentence.letters.text
    return sum(weight for token, weight in weights.items() if token in text)


def _steps(sentences: Sequence[Sentence], reach: float) -> int:
    """Count the sentences within reach; one that is begun counts."""
    for count, sentence in enumerate(sentences):
        if reach <= 0:
            return count
        reach -= len(sentence.letters.text)
    return len(sentences)
