"""The two texts as the aligner sees them: tokens, lengths and meaning of sentences."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import accumulate
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from app.alignment.tokens import en_tokens
from app.alignment.tokens import Token
from app.alignment.tokens import zh_tokens
from app.search.meaning.encoder import encode
from app.search.meaning.encoder import is_available

_TELLS_ENOUGH = 1_000
"""So many signs of a sentence tell its meaning; what has no end costs no more."""

Floats = NDArray[np.float64]
Matrix = NDArray[np.float32]


@dataclass(frozen=True)
class Side:
    """One text, or its sentences in groups."""

    tokens: list[list[Token]]
    """Of each sentence."""
    lengths: Floats
    """Bytes of Chinese, or letters of English, in each sentence; at least 1."""
    meaning: Matrix | None
    """The vector of each sentence, as long as the root of its length; or None."""
    breaks: Floats
    """1 before each sentence that begins a paragraph, and after the last; else 0."""

    def __len__(self) -> int:
        """How many sentences, or groups, there are."""
        return len(self.tokens)

    def grouped(self, size: int) -> Side:
        """Take each *size* sentences for one."""
        starts = list(range(0, len(self), size))
        tokens = [
            list(chain.from_iterable(self.tokens[at : at + size])) for at in starts
        ]
        lengths = np.add.reduceat(self.lengths, starts)
        meaning = self.meaning
        if meaning is not None:
            meaning = np.add.reduceat(meaning, starts, axis=0)
        return Side(tokens, lengths, meaning, np.zeros(len(starts) + 1))

    def part(self, stretch: range) -> Side:
        """Take some of the sentences."""
        cut = slice(stretch.start, stretch.stop)
        meaning = None if self.meaning is None else self.meaning[cut]
        breaks = self.breaks[stretch.start : stretch.stop + 1]
        return Side(self.tokens[cut], self.lengths[cut], meaning, breaks)


Paragraphs = Sequence[Sequence[str]]
"""Sentences by paragraph."""


def read_sides(zh: Paragraphs, en: Paragraphs) -> tuple[Side, Side]:
    """Read both texts at once: vectors are made outside Python's lock."""
    with ThreadPoolExecutor() as pool:
        ours, theirs = pool.submit(zh_side, zh), pool.submit(en_side, en)
        return ours.result(), theirs.result()


def zh_side(paragraphs: Paragraphs) -> Side:
    """Read Chinese sentences."""
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph]
    sizes = [len(sentence.encode()) for sentence in sentences]
    return _side(sentences, sizes, zh_tokens, _breaks(paragraphs))


def en_side(paragraphs: Paragraphs) -> Side:
    """Read English sentences."""
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph]
    sizes = [len(sentence) for sentence in sentences]
    return _side(sentences, sizes, en_tokens, _breaks(paragraphs))


def _breaks(paragraphs: Paragraphs) -> Floats:
    ends = list(accumulate(len(paragraph) for paragraph in paragraphs))
    breaks = np.zeros((ends[-1] if ends else 0) + 1)
    breaks[[0, *ends]] = 1
    return breaks


def _side(
    sentences: Sequence[str],
    sizes: list[int],
    read: Callable[[str], list[Token]],
    breaks: Floats,
) -> Side:
    lengths = np.maximum(np.array(sizes, dtype=np.float64), 1.0)
    meaning = None
    if is_available():
        roots = np.sqrt(lengths)[:, np.newaxis]
        heads = [sentence[:_TELLS_ENOUGH] for sentence in sentences]
        meaning = (encode(heads) * roots).astype(np.float32)
    tokens = [read(sentence) for sentence in sentences]
    return Side(tokens, lengths, meaning, breaks)


def sums(values: Floats) -> Floats:
    """Sum up from the start: the length of a block is the difference of two."""
    return np.concatenate(([0.0], np.cumsum(values)))


def blocks(rows: Matrix, size: int, count: int) -> Matrix:
    """Add to each of the first *count* rows the *size* - 1 rows after it."""
    total = rows[:count].copy()
    for step in range(1, size):
        total += rows[step : step + count]
    return total
