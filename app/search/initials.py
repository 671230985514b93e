"""Abbreviations that the texts write out: IoT where they have Internet of Things."""

from __future__ import annotations

from functools import cached_property

from app.search.lookup import Lookup
from app.search.needle import Phrase
from app.search.needle import SideText
from app.search.needle import Token
from app.search.stopwords import STOP_WORDS

LEAST, MOST = 2, 6
"""How many letters an abbreviation has."""

MOST_UNITS = 2_000
"""In larger libraries nothing is looked for: every English text must be read once."""


_Run = tuple[str, tuple[int, ...], tuple[Token, ...]]


class Initials:
    """Finds the words that an abbreviation may be made of."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    def phrases(self, typed: str) -> tuple[Phrase, ...]:
        """Give the phrases whose first letters these are, the most frequent first.

        Capitals make an abbreviation: *car* is none. A plural s is no letter of it.
        It begins and ends with a word that counts: not with *influence of the*.
        """
        letters = typed.removesuffix("s")
        if not (letters.isascii() and letters.isalpha()):
            return ()
        if not LEAST <= len(letters) <= MOST or sum(map(str.isupper, letters)) < LEAST:
            return ()
        letters = letters.casefold()
        found: dict[Phrase, int] = {}
        for initials, places, tokens in self._runs:
            start = initials.find(letters)
            while start >= 0:
                first, last = places[start], places[start + len(letters) - 1]
                run = tokens[first : last + 1]
                if STOP_WORDS.isdisjoint((run[0].word, run[-1].word)):
                    phrase = Phrase(tuple(one.stem for one in run))
                    found[phrase] = found.get(phrase, 0) + 1
                start = initials.find(letters, start + 1)
        return tuple(sorted(found, key=lambda phrase: -found[phrase]))

    @cached_property
    def _runs(self) -> list[_Run]:
        """The first letters of the words of every text, in each way they may count."""
        count = len(self._lookup.units)
        if count > MOST_UNITS:
            return []
        return [
            _run(pair.en, small)
            for doc in range(count)
            for pair in self._lookup.text(doc).pairs()
            for small in (True, False)
        ]


def _run(side: SideText, small: bool) -> _Run:
    """Give the first letters that count, where they stand among the words, and these.

    Of words that a hyphen joins only the first counts; *small* words may count or not.
    """
    places, tokens = [], side.tokens
    for i, token in enumerate(tokens):
        joined = i and side.plain[tokens[i - 1].end : token.start] == "-"
        if not joined and (small or token.word not in STOP_WORDS):
            places.append(i)
    return "".join(tokens[i].word[0] for i in places), tuple(places), tokens
