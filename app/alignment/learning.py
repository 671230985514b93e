"""What a first alignment teaches about its own text: pairs of words, and habits."""

from __future__ import annotations

from collections import Counter
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Mapping
from itertools import chain
from math import log

from app.alignment.beads import Bead
from app.alignment.partners import Partners
from app.alignment.sides import Side
from app.alignment.tokens import Token
from app.alignment.tokens import TokenKind

KEPT: Mapping[TokenKind, float] = {
    "word": 0.3, "number": 0.75, "latin": 0.75, "sign": 0.35,
}  # fmt: skip
"""How often a token of each kind has a partner in the other language, to begin with."""

_SMALL = 4
"""Larger beads say too little about which word renders which."""

_SURE = 10.0
"""From which log-likelihood ratio on two words are taken for a pair."""

_TOGETHER = 0.4
"""From which Dice coefficient on."""

_WEIGHT = 4.0
"""How many times a word must be seen to count as much as what all words do."""

Seen = list[tuple[set[Token], set[Token]]]


def seen_in(beads: Iterable[Bead], zh: Side, en: Side) -> Seen:
    """Give the tokens of both sides of every small bead."""
    return [
        (
            set(chain.from_iterable(zh.tokens[at] for at in bead.zh)),
            set(chain.from_iterable(en.tokens[at] for at in bead.en)),
        )
        for bead in beads
        if not bead.is_null and sum(bead.kind) <= _SMALL
    ]


def learn_pairs(seen: Seen) -> dict[Token, frozenset[Token]]:
    """Find words that come together more often than by chance.

    Ted Dunning, Accurate Methods for the Statistics of Surprise and Coincidence,
    Computational Linguistics 19, 1993.
    """
    zh_count: Counter[Token] = Counter()
    en_count: Counter[Token] = Counter()
    both: Counter[tuple[Token, Token]] = Counter()
    for zh, en in seen:
        zh_words = [token for token in zh if token.kind == "word"]
        en_words = [token for token in en if token.kind == "word"]
        zh_count.update(zh_words)
        en_count.update(en_words)
        both.update((one, other) for one in zh_words for other in en_words)
    found: dict[Token, set[Token]] = defaultdict(set)
    for (one, other), times in both.items():
        a, b = zh_count[one], en_count[other]
        often = times > 1 and 2 * times > _TOGETHER * (a + b)
        if often and _ratio(times, a, b, len(seen)) > _SURE:
            found[one].add(other)
    return {token: frozenset(others) for token, others in found.items()}


def learn_kept(seen: Seen, partners: Partners) -> dict[Token, float]:
    """Count how often each Chinese token has a partner."""
    times: Counter[Token] = Counter()
    kept: Counter[Token] = Counter()
    for zh, en in seen:
        for token in zh & partners.keys():
            times[token] += 1
            kept[token] += not partners[token].isdisjoint(en)
    return {
        token: min(
            0.95, max(0.05, (kept[token] + _WEIGHT * KEPT[token.kind]) / (n + _WEIGHT))
        )
        for token, n in times.items()
    }


def _ratio(both: int, a: int, b: int, n: int) -> float:
    """Give twice the log of how much likelier what was seen is if the words belong."""
    rest = b - both
    if a == n or both / a <= rest / (n - a):
        return 0.0
    likely = _log_likelihood(both, a, both / a) + _log_likelihood(
        rest, n - a, rest / (n - a)
    )
    chance = _log_likelihood(both, a, b / n) + _log_likelihood(rest, n - a, b / n)
    return 2 * (likely - chance)


def _log_likelihood(k: int, n: int, p: float) -> float:
    """Give the log of p^k (1-p)^(n-k), with 0 log 0 = 0."""
    return (k * log(p) if k else 0.0) + ((n - k) * log(1 - p) if n > k else 0.0)
