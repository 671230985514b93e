"""How close units and their sentences come to a query in meaning.

Two measures, both from 0 to about 1, that add up well with what words say:

- *sentences*: the cosine of the query and the best row of a unit, in either language,
  and of the query and the unit as a whole, half and half;
- *words*: every word of the query counts for as much as the closest word in a row is
  like it, weighed by its rarity (a soft form of the coverage by words; after Zhelezniak
  et al. 2019, "Don't Settle for Average, Go for the Max: Fuzzy Sets and Max-Pooled Word
  Vectors"). A query of a few words may be like one term as a whole instead: *crop
  insurance* is not like any word, but like *agricultural insurance*.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from app.search.meaning.encoder import DIMENSIONS
from app.search.meaning.encoder import encode
from app.search.meaning.table import Half
from app.search.meaning.table import Numbers
from app.search.meaning.table import Table
from app.text.normalize import has_han

Floats = NDArray[np.float32]

UNLIKE = 0.5
"""The cosine up to which two words are not like each other at all."""

MOST_WORDS = 32
"""How many words of a query are compared."""

REMEMBERED = 64
"""How many queries are kept as they were compared: one search does it several times."""

NEW = 2.0
"""How much more a word counts that the texts do not have: no other measure knows it."""

SAME = 0.6
"""From which likeness on a term is the query in other words: it counts twice."""

LONG = 4
"""From how many characters on a Chinese word is an expression of several."""

FEW_WORDS = 4
"""Up to how many words a query is compared with terms as a whole."""


@dataclass(frozen=True, slots=True)
class Closeness:
    """How close one unit is; *rows* are its heading and its segments, in order."""

    sentences: float
    words: float
    rows: tuple[float, ...]

    @property
    def score(self) -> float:
        """Both measures together."""
        return self.sentences + self.words


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query, compared with the vocabulary.

    *likeness* has a row for each word of the query and a column for each word of the
    vocabulary; *weights* say what each word counts. *whole* is the likeness of the
    query as a whole, of zeros if it has too many words for that.
    """

    vector: Floats
    likeness: Floats
    weights: Floats
    whole: Floats


class Meaning:
    """Compares queries with the texts of one library."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._numbers = {word: i for i, word in enumerate(table.vocabulary)}
        self._expressions = np.array(
            [
                " " in form or (has_han(form) and len(form) >= LONG)
                for form in table.vocabulary
            ],
            np.float32,
        )
        """1 for what is more than a word, 0 for the others."""
        self._asked = lru_cache(maxsize=REMEMBERED)(self._ask)

    def compare(
        self, text: str, words: Mapping[str, bool], units: Sequence[int]
    ) -> dict[int, Closeness]:
        """Compare a query, as a *text* and by its *words*, with some units.

        Of each word is told whether the texts have it, in any form.
        The time goes with the size of the vocabulary and of the given units.
        """
        if not units:
            return {}
        table = self._table
        asked = self._asked(text, tuple(words.items())[:MOST_WORDS])
        bounds = [(int(table.first[i]), int(table.first[i + 1])) for i in units]
        rows = np.concatenate([np.arange(start, end) for start, end in bounds])
        first = np.cumsum([0, *(end - start for start, end in bounds[:-1])])
        close = np.maximum(
            _cosines(table.zh, rows, asked), _cosines(table.en, rows, asked)
        )
        soft = self._soft(asked, rows)
        chosen = np.array(units)
        whole = np.maximum(
            _cosines(table.whole_zh, chosen, asked),
            _cosines(table.whole_en, chosen, asked),
        )
        sentences = (np.maximum.reduceat(close, first) + whole) / 2
        most = np.maximum.reduceat(soft, first)
        each = np.split(close + soft, first[1:])
        return {
            unit: Closeness(
                float(sentences[i]), float(most[i]), tuple(each[i].tolist())
            )
            for i, unit in enumerate(units)
        }

    def _ask(self, text: str, known: tuple[tuple[str, bool], ...]) -> _Asked:
        """Compare a query with the vocabulary; only what is not in it is encoded."""
        words = [word for word, _ in known]
        whole = " ".join(words) if 1 < len(words) <= FEW_WORDS else ""
        new = [one for one in words if one not in self._numbers]
        encoded = encode([text, whole, *new])
        vectors = dict(zip(new, encoded[2:], strict=True))
        for one in words:
            if one not in vectors:
                vectors[one] = self._table.words[self._numbers[one]]
        asked = np.array([vectors[one] for one in words]).reshape(-1, DIMENSIONS)
        weights = np.array([self._rarity(one) for one in words], np.float32)
        weights /= max(float(weights.sum()), 1e-9)
        weights *= [1.0 if has else NEW for _, has in known]
        return _Asked(
            encoded[0],
            _likeness(asked @ self._table.words.T),
            weights,
            _likeness(self._table.words @ encoded[1]) * self._expressions,
        )

    def _rarity(self, word: str) -> float:
        """Weigh a word by how few units have it: inverse document frequency."""
        count = len(self._table.first) - 1
        number = self._numbers.get(word)
        known = 0 if number is None else int(self._table.spread[number])
        return math.log(1 + (count - known + 0.5) / (known + 0.5))

    def _soft(self, asked: _Asked, rows: Numbers) -> Floats:
        """Say of each row how much of the query's words it has in meaning."""
        found = np.zeros(len(rows), dtype=np.float32)
        starts, ends = self._table.start[rows], self._table.start[rows + 1]
        worded = np.flatnonzero(ends > starts)
        if not len(asked.weights) or not len(worded):
            return found
        lengths = (ends - starts)[worded]
        ids = np.concatenate(
            [self._table.ids[starts[row] : ends[row]] for row in worded]
        )
        first = np.cumsum([0, *lengths[:-1]])
        best = np.maximum.reduceat(asked.likeness[:, ids], first, axis=1)
        whole = np.maximum.reduceat(asked.whole[ids], first)
        same = np.where(whole >= SAME, whole, 0)
        found[worded] = np.maximum(asked.weights @ best, whole) + same
        return found


def _likeness(cosines: Floats) -> Floats:
    """Make cosines of words into how like the words are, from 0 to 1."""
    return np.asarray(np.clip((cosines - UNLIKE) / (1 - UNLIKE), 0, 1))


def _cosines(vectors: Half, rows: Numbers, asked: _Asked) -> Floats:
    """Give the cosines of some rows and a query."""
    return vectors[rows].astype(np.float32) @ asked.vector
