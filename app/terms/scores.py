"""How good each pair of phrases is that the links between words suggest."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass

from app.terms.lexicon import Lexicon
from app.terms.links import link
from app.terms.links import Links
from app.terms.rows import content_words
from app.terms.rows import Row
from app.terms.rows import SIGN
from app.terms.rows import Words
from app.terms.shapes import MOST_EN
from app.terms.shapes import MOST_ZH
from app.terms.shapes import Shapes

_WIDER = 3
"""How many words an English phrase may have on each side of those that are linked."""

_GENERAL = 0.5
"""What a phrase counts whose words are the commonest in texts of all kinds."""

_SHORT = 0.6
"""What a phrase counts that is short: it is seldom a term."""

_CROSSED = 0.3
"""What a pair counts in a row where its English is linked to other Chinese words."""

_CUT = (0.5, 0.85, 0.55)
"""What a pair counts that is cut off: its Chinese, its English at either end."""

_ALWAYS = 0.6
"""What a Chinese phrase counts that always has the same word before it."""

_TURNED = 0.8
"""What a pair counts whose English has *of*: it may be a clause made a noun."""

_CLAUSE = 0.75
"""What a pair counts that may be a clause, if it stands in one row only."""

_ONCE = 0.6
_OFTEN = 0.4
"""What a pair counts that stands in one row only, and how fast that grows with more."""

_MANY = 9
"""From so many rows on, more say nothing new: the words of a text's subject."""

Key = tuple[Words, Words]


@dataclass(frozen=True, slots=True)
class Scored:
    """A Chinese and an English phrase with the rows that have both."""

    zh: Words
    en: Words
    worth: float
    at: tuple[int, ...]

    @property
    def order(self) -> tuple[float, Words, Words]:
        """The best first; of equal ones, always the same."""
        return -self.worth, self.zh, self.en


class Scorer:
    """Pairs the phrases of rows and says what each pair is worth."""

    def __init__(self, rows: Sequence[Row], lexicon: Lexicon) -> None:
        self._rows = rows
        self._lexicon = lexicon
        self._shapes = Shapes(rows, lexicon)
        self._linked = link(rows, lexicon.stop_words)
        self._zh = _places([row.zh for row in rows], MOST_ZH)
        self._en = _places([row.en for row in rows], MOST_EN)
        self._parts = {
            longer[1:]
            for longer, at in self._zh.items()
            if len(at) > 1
            and self._shapes.may_be_zh(longer)
            and at == self._zh.get(longer[1:])
        }

    def scored(self) -> list[Scored]:
        """List all pairs."""
        clean: dict[Key, set[int]] = defaultdict(set)
        whole: dict[Key, float] = defaultdict(float)
        pairs: dict[Key, set[int]] = defaultdict(set)
        for at, (row, links) in enumerate(
            zip(self._rows, self._linked.rows, strict=True)
        ):
            for key, crossed, uncut in self._pairs(row, links):
                pairs[key].add(at)
                whole[key] = max(whole[key], uncut)
                if not crossed:
                    clean[key].add(at)
        return [self._score(key, len(clean[key]), whole[key]) for key in pairs]

    def _pairs(self, row: Row, links: Links) -> Iterator[tuple[Key, bool, float]]:
        """Yield the pairs of a row.

        With each goes whether links of other words cross it, and what it counts if a
        side of it is cut off.
        """
        to_en, to_zh = dict(links), {other: one for one, other in links}
        for first, last in _spans(row.zh, MOST_ZH):
            zh = row.zh[first:last]
            linked = [to_en[at] for at in range(first, last) if at in to_en]
            if linked and self._shapes.may_be_zh(zh):
                for start, end in _around(linked, row.en):
                    if self._shapes.may_be_en(row.en[start:end]):
                        crossed = any(
                            not first <= to_zh.get(at, first) < last
                            for at in range(start, end)
                        )
                        yield (
                            (zh, row.en[start:end]),
                            crossed,
                            self._uncut(row, first, start, end),
                        )

    def _uncut(self, row: Row, zh: int, start: int, end: int) -> float:
        """Say what a pair counts if one of its sides is cut off."""
        whole = (
            not self._shapes.is_cut(row.zh, zh),
            *self._shapes.is_whole(row.en, start, end),
        )
        return math.prod(
            1.0 if one else less for one, less in zip(whole, _CUT, strict=True)
        )

    def _score(self, key: Key, clean: int, whole: float) -> Scored:
        """Say what a pair is worth."""
        zh, en = key
        ours, theirs = self._zh[zh], self._en[en]
        both = ours & theirs
        dice = 2 * len(both) / (len(ours) + len(theirs))
        known = self._lexicon.rarity(zh)
        worth = math.prod(
            (
                dice,
                whole,
                _ALWAYS if zh in self._parts else 1.0,
                _CLAUSE if len(both) < 2 and self._shapes.may_be_clause(zh) else 1.0,
                _TURNED if "of" in en else 1.0,
                _ONCE * min(len(both), _MANY) ** _OFTEN,
                self._held(zh, en),
                self._shapes.fit(zh, en),
                _CROSSED + (1 - _CROSSED) * min(1.0, clean / len(both)),
                _GENERAL + (1 - _GENERAL) * known,
                _SHORT if len("".join(zh)) < 3 or len(en) < 2 else 1.0,
                min(1.0, len("".join(zh)) / 4),
            )
        )
        return Scored(zh, en, round(worth, 6), tuple(sorted(both)))

    def _held(self, zh: Words, en: Words) -> float:
        """Say how much the words of both phrases are linked to each other elsewhere."""
        content = [en[at] for at in content_words(en, self._lexicon.stop_words)]
        shares = [[self._linked.shares(one, other) for other in content] for one in zh]
        ours = [max(share for share, _ in row) for row in shares]
        theirs = [max(row[at][1] for row in shares) for at in range(len(content))]
        return sum(ours + theirs) / len(ours + theirs)


def _spans(words: Words, most: int) -> Iterator[tuple[int, int]]:
    """Yield every stretch of so many words at most, without a sign."""
    for first in range(len(words)):
        for last in range(first + 1, min(first + most, len(words)) + 1):
            if words[last - 1] == SIGN:
                break
            yield first, last


def _places(lines: Sequence[Words], most: int) -> dict[Words, frozenset[int]]:
    """List the lines that have each phrase."""
    found: dict[Words, set[int]] = defaultdict(set)
    for at, words in enumerate(lines):
        for first, last in _spans(words, most):
            found[words[first:last]].add(at)
    return {phrase: frozenset(at) for phrase, at in found.items()}


def _around(linked: Sequence[int], words: Words) -> Iterator[tuple[int, int]]:
    """Yield the stretches that hold all linked words, and a few words beside them."""
    first, last = min(linked), max(linked) + 1
    for start in range(max(0, first - _WIDER), first + 1):
        for end in range(last, min(len(words), last + _WIDER) + 1):
            if end - start <= MOST_EN:
                yield start, end
