"""English cut into pieces, and phrases as the lines that have them write them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass

from app.text.english import singular
from app.text.english import Word
from app.text.english import words
from app.text.normalize import fold

JOINT = re.compile(r"\s*|'s\s+|'\s+")
"""What may stand between two words of a phrase."""


@dataclass(frozen=True, slots=True)
class Piece:
    """An English word, or several that hyphens join; *key* is in the singular."""

    key: str
    start: int
    end: int


def english_pieces(folded: str) -> Iterator[Piece]:
    """Cut a folded English text; what hyphens join is never parted."""
    joined: list[Word] = []
    for word in words(folded):
        joined.append(word)
        if not word.hyphen:
            key = "-".join(singular(one.text) for one in joined)
            yield Piece(key, joined[0].start, word.end)
            joined = []


def written_zh(phrase: Sequence[str], lines: Iterable[str]) -> str:
    """Give a Chinese phrase as the first line that has it writes it."""
    text = "".join(phrase)
    for line in lines:
        folded = fold(line)
        if (start := folded.text.find(text)) >= 0:
            return line[slice(*folded.original(start, start + len(text)))]
    return text


def written_en(phrase: Sequence[str], lines: Iterable[str]) -> str:
    """Give an English phrase as most of the lines write it, in small letters rather."""
    forms = Counter(form for line in lines for form in _forms(phrase, line))
    return min(forms, key=lambda form: (-forms[form], form[0].isupper(), form))


def _forms(phrase: Sequence[str], plain: str) -> Iterator[str]:
    """Yield each form of an English phrase in a line."""
    folded = fold(plain)
    cut = list(english_pieces(folded.text))
    for start in range(len(cut) - len(phrase) + 1):
        stretch = cut[start : start + len(phrase)]
        if tuple(piece.key for piece in stretch) == tuple(phrase):
            yield plain[slice(*folded.original(stretch[0].start, stretch[-1].end))]
