"""The letters of a text, without its spaces and signs, with a map back.

Two quotations of one sentence agree in these, whatever became of line breaks, hyphens,
quotation marks and full-width forms on the way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.text.normalize import fold
from app.text.normalize import Folded


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a text; the *i*-th was original[starts[i]:ends[i]]."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Carry a span back to the original, from its first letter to its last."""
        return self.starts[start], self.ends[end - 1]


def letters_of(folded: Folded) -> Letters:
    """Take the letters of a folded text."""
    kept = [i for i, char in enumerate(folded.text) if char.isalnum()]
    return Letters(
        "".join(folded.text[i] for i in kept),
        tuple(folded.starts[i] for i in kept),
        tuple(folded.ends[i] for i in kept),
    )


def letters(text: str) -> Letters:
    """Fold a text and take its letters."""
    return letters_of(fold(text))


def runs(text: str, size: int) -> Iterator[str]:
    """Yield every *size* letters that stand in a row."""
    for i in range(len(text) - size + 1):
        yield text[i : i + size]
