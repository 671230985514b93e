"""Which words of a sentence render one another.

What may render a word is known from the dictionary and from the document: words that
always come together belong together. Each word then gets at most
one partner, the likeliest pairs first (I. Dan Melamed, Models of Translational
Equivalence among Words, Computational Linguistics 26, 2000: competitive linking).
"""

from __future__ import annotations

import re
from collections import Counter
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from functools import lru_cache
from typing import NamedTuple

from app.lexicon.cedict import dictionary_words
from app.lexicon.cedict import glosses
from app.search.analyzer import stem
from app.search.stopwords import STOP_WORDS
from app.translation.pair import Pair

TOGETHER = 0.5
"""From which Dice coefficient on two words of a document render one another."""

OFTEN = 3
"""In how many sentences they must come together at least."""

_FAR = 6.0
"""What it costs a link to join the start of one side with the end of the other."""

_SINGLE = 2.0
"""What it costs a link to rest on one character."""

_GUESSED = 1.0
"""What it costs a link to be known from the document alone."""

_MOST = 3
"""From how many characters on a longer word is no better."""

_EN_WORD = re.compile(r"[a-z]{3,}")
_HAN = re.compile("[\u4e00-\u9fff]+")

Span = tuple[int, int]
Rendering = tuple[Span, frozenset[str], bool]
Knowledge = Mapping[str, frozenset[str]]


class EnWord(NamedTuple):
    """An English word with a meaning of its own, and where it stands in a text."""

    stem: str
    start: int
    end: int


@dataclass(frozen=True)
class Links:
    """The words of a sentence and their partners, in code points of the plain texts."""

    en: list[EnWord]
    partner: dict[int, Span]
    """The Chinese stretch that each English word renders, by its place in *en*."""
    covered: frozenset[int]
    """The Chinese characters that have a partner."""
    may: tuple[tuple[Span, frozenset[str]], ...] = ()
    """What each Chinese word may be in English by the dictionary."""


def learn(pairs: Iterable[Pair]) -> Knowledge:
    """Learn from a document which words come together."""
    zh_rows: dict[str, list[int]] = defaultdict(list)
    en_rows: Counter[str] = Counter()
    en: list[set[str]] = []
    for row, pair in enumerate(pairs):
        en.append({word.stem for word in en_words(pair.en_folded.text)})
        en_rows.update(en[-1])
        for piece in {piece for piece, _, _ in _pieces(pair.zh_folded.text)}:
            zh_rows[piece].append(row)

    @cache
    def partners(rows: tuple[int, ...]) -> frozenset[str]:
        together = Counter(word for row in rows for word in en[row])
        return frozenset(
            word
            for word, times in together.items()
            if times >= OFTEN and 2 * times >= TOGETHER * (en_rows[word] + len(rows))
        )

    known = {
        piece: partners(tuple(rows))
        for piece, rows in zh_rows.items()
        if len(rows) >= OFTEN
    }
    return {piece: words for piece, words in known.items() if words}


def link(pair: Pair, learned: Knowledge) -> Links:
    """Link the words of a pair one to one, the likeliest first."""
    zh, en = pair.zh_folded.text, pair.en_folded.text
    words = en_words(en)
    renderings = list(_renderings(zh, learned))
    partner: dict[int, Span] = {}
    owner: dict[int, Span] = {}
    of: dict[Span, set[str]] = defaultdict(set)
    for _, span, at in sorted(_candidates(zh, en, words, renderings)):
        taken = {owner[sign] for sign in range(*span) if sign in owner}
        if at in partner or words[at].stem in of[span] or not taken <= {span}:
            continue
        partner[at] = span
        of[span].add(words[at].stem)
        owner.update(dict.fromkeys(range(*span), span))
    return _in_plain(pair, words, partner, renderings)


def _in_plain(
    pair: Pair,
    words: list[EnWord],
    partner: dict[int, Span],
    renderings: list[Rendering],
) -> Links:
    """Carry links from the folded texts back to the texts as they stand."""
    zh, en = pair.zh_folded.original, pair.en_folded.original
    spans = {at: zh(*span) for at, span in partner.items()}
    return Links(
        [EnWord(word.stem, *en(word.start, word.end)) for word in words],
        spans,
        frozenset(sign for span in spans.values() for sign in range(*span)),
        tuple((zh(*span), stems) for span, stems, sure in renderings if stems and sure),
    )


def en_words(folded: str) -> list[EnWord]:
    """List the English words that mean something by themselves."""
    return [
        EnWord(stem(match[0]), *match.span())
        for match in _EN_WORD.finditer(folded)
        if match[0] not in STOP_WORDS
    ]


def _candidates(
    zh: str, en: str, words: list[EnWord], renderings: list[Rendering]
) -> Iterator[tuple[float, Span, int]]:
    """Yield every link there may be, and how unlikely it is."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        places[word.stem].append(at)
    for span, stems, sure in renderings:
        size = span[1] - span[0]
        cost = (_SINGLE if size == 1 else 0.0) + (0.0 if sure else _GUESSED)
        middle = (span[0] + span[1]) / 2 / len(zh)
        for one in stems & places.keys():
            for at in places[one]:
                away = abs(middle - (words[at].start + words[at].end) / 2 / len(en))
                yield cost - min(size, _MOST) + _FAR * away, span, at


def _renderings(zh: str, learned: Knowledge) -> Iterator[Rendering]:
    """Yield what each stretch may be in English, and whether the dictionary says so."""
    for start, end in dictionary_words(zh):
        yield (start, end), _gloss_stems(zh[start:end]), True
    for piece, start, end in _pieces(zh):
        if piece in learned:
            yield (start, end), learned[piece], False


@lru_cache(maxsize=50_000)
def _gloss_stems(word: str) -> frozenset[str]:
    return frozenset(stem(one) for one in glosses(word) if one not in STOP_WORDS)


def _pieces(zh: str) -> Iterator[tuple[str, int, int]]:
    """Yield every two to four Chinese characters that touch."""
    for run in _HAN.finditer(zh):
        for start in range(run.start(), run.end()):
            for end in range(start + 2, min(start + 4, run.end()) + 1):
                yield zh[start:end], start, end
