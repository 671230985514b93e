"""Lines cut into runs of words, and the phrases that several units have in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from itertools import groupby

from app.search.stopwords import STOP_WORDS
from app.search.stopwords import ZH_STOP_WORDS
from app.terms.pieces import english_pieces
from app.terms.pieces import JOINT
from app.text.normalize import fold_text
from app.text.normalize import has_han

Run = tuple[str, ...]
Phrase = tuple[str, ...]
Cut = Callable[[str], Sequence[str]]

MOST_WORDS = 6
"""How many words a phrase has at most."""

MOST_LINES = 40
"""In how many lines a phrase may stand: more common ones are not specific."""

LINKS = frozenset({"of", "and", "the", "for", "in", "on"})
"""Stop words that may stand inside an English phrase."""


def chinese_runs(text: str, cut: Cut) -> list[Run]:
    """Cut a Chinese line at its signs and at common words."""
    parts = groupby(
        cut(fold_text(text)), lambda word: has_han(word) and word not in ZH_STOP_WORDS
    )
    return [tuple(run) for belongs, run in parts if belongs]


def english_runs(text: str) -> list[Run]:
    """Cut an English line at its signs and at common words."""
    folded = fold_text(text)
    runs: list[list[str]] = [[]]
    end = 0
    for piece in english_pieces(folded):
        if not JOINT.fullmatch(folded[end : piece.start]):
            runs.append([])
        end = piece.end
        if piece.key in STOP_WORDS and piece.key not in LINKS:
            runs.append([])
        else:
            runs[-1].append(piece.key)
    return [tuple(run) for run in runs if run]


def shared_phrases(
    lines: Sequence[Sequence[Run]], owner: Sequence[int]
) -> dict[Phrase, frozenset[int]]:
    """Find the phrases of runs that several owners of lines have, with their lines.

    A longer phrase is only looked for where both shorter ones in it are shared.
    """
    found: dict[Phrase, frozenset[int]] = {}
    before: Collection[Phrase] = ()
    for length in range(1, MOST_WORDS + 1):
        places: dict[Phrase, set[int]] = defaultdict(set)
        for at, runs in enumerate(lines):
            for phrase in _phrases(runs, length):
                if length == 1 or (phrase[1:] in before and phrase[:-1] in before):
                    places[phrase].add(at)
        before = {
            phrase: frozenset(at)
            for phrase, at in places.items()
            if len({owner[line] for line in at}) > 1
        }
        found |= {phrase: at for phrase, at in before.items() if len(at) <= MOST_LINES}
    return found


def may_be_term(phrase: Phrase) -> bool:
    """Say whether English words may be a term: not ``of finance``, nor ``2025``."""
    ends = {phrase[0], phrase[-1]}
    return not ends & STOP_WORDS and not any(word.isdigit() for word in ends)


def _phrases(runs: Iterable[Run], length: int) -> Iterator[Phrase]:
    """Yield the phrases of so many words."""
    for run in runs:
        for start in range(len(run) - length + 1):
            yield run[start : start + length]
