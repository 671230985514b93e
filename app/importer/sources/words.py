"""Lists of words, as text."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of a text, parted by space."""
    return frozenset(text.split())
