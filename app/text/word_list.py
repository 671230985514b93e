"""Lists of words, written as text."""

from __future__ import annotations


def word_list(text: str) -> frozenset[str]:
    """Return the words of a text, parted by space."""
    return frozenset(text.split())
