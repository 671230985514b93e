"""Correct a misspelt English word to one that the texts have; the door of rapidfuzz."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

MIN_LENGTH = 4
"""Shorter words have too many neighbours to guess."""


def correct(word: str, vocabulary: Mapping[str, int]) -> str | None:
    """Give the nearest word of the vocabulary, or None if none is near.

    One slip is forgiven (a letter left out, put in, changed, or two swapped: optimal
    string alignment), two from eight letters on. Of equally near words the first letter
    decides, then how often each occurs: *vocabulary* has the counts.
    """
    if len(word) < MIN_LENGTH or not word.isalpha():
        return None
    slips = 1 if len(word) < 8 else 2
    near = process.extract(
        word, vocabulary.keys(), scorer=OSA.distance, score_cutoff=slips, limit=20
    )
    ranked = sorted(
        (distance, found[0] != word[0], -vocabulary[found], found)
        for found, distance, _ in near
        if len(found) >= MIN_LENGTH
    )
    return ranked[0][-1] if ranked else None
