"""Which tokens of one text may render which of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Mapping
from functools import lru_cache

from app.alignment.tokens import Token
from app.lexicon.cedict import glosses
from app.search.analyzer import stem
from app.search.stopwords import STOP_WORDS

Partners = Mapping[Token, frozenset[Token]]
"""What each token may be in the other language."""


def zh_partners(
    zh: Iterable[Token], en: frozenset[Token]
) -> dict[Token, frozenset[Token]]:
    """Give what each Chinese token may be among the English tokens of a text.

    Words by the dictionary; all else is the same in both.
    """
    found = {}
    for token in set(zh):
        if token.kind == "word":
            partners = _glossed(token.value) & en
        else:
            partners = frozenset({token}) & en
        if partners:
            found[token] = partners
    return found


def with_learned(partners: Partners, learned: Partners) -> Partners:
    """Add the words that the text itself has taught."""
    none: frozenset[Token] = frozenset()
    return {
        token: partners.get(token, none) | learned.get(token, none)
        for token in (*partners, *learned)
    }


def turned(partners: Partners) -> dict[Token, frozenset[Token]]:
    """Turn partners round: what each English token may be in Chinese."""
    back: dict[Token, set[Token]] = defaultdict(set)
    for token, others in partners.items():
        for other in others:
            back[other].add(token)
    return {token: frozenset(others) for token, others in back.items()}


@lru_cache(maxsize=50_000)
def _glossed(word: str) -> frozenset[Token]:
    return frozenset(
        Token("word", stem(gloss))
        for gloss in glosses(word)
        if gloss not in STOP_WORDS and len(gloss) > 1
    )
