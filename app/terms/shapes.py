"""What phrases look like that may be terms, in both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from app.terms.lexicon import Lexicon
from app.terms.rows import content_words
from app.terms.rows import Row
from app.terms.rows import SIGN
from app.terms.rows import Words
from app.text.normalize import has_han

MOST_ZH = 6
MOST_EN = 7
"""How many words a phrase has at most."""

_LINKS = frozenset({"of", "and", "the", "for"})
"""Stop words that may stand inside an English term."""

_GOES_ON = frozenset({"and", "of"})
"""Stop words after which a term may well go on."""

_NO_PART = frozenset("cdefmpqrtuy")
"""Parts of speech, by their first letter, that are in no term: 更加, 以及, 通过."""

_AND_SO_ON = frozenset(
    {"等", "等等", "相关", "有关", "下列", "所称", "符合", "会同", "依法", "依规"}
)
"""Words that belong to the sentence, not to the term beside them."""

_BEGINS = 0.3
"""From which share on a word that begins sentences is taken for a verb: Support."""

_BEGINS_ZH = 0.5
"""The same for a Chinese verb that begins clauses, where it may be a noun too."""


class Shapes:
    """Tells phrases that may be terms from others, in the rows of one document."""

    def __init__(self, rows: Sequence[Row], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._stop_words = lexicon.stop_words
        self._verbs = _beginners([row.en for row in rows])
        self._verbs_zh = _clause_verbs([row.zh for row in rows], lexicon)

    def may_be_zh(self, phrase: Words) -> bool:
        """Say whether a Chinese phrase may be a term: 绿色项目, but not 支持企业."""
        if phrase[0] in self._verbs_zh or not all(map(self._may_be_part, phrase)):
            return False
        return any(map(has_han, phrase)) and self._lexicon.may_be_term(phrase)

    def may_be_en(self, phrase: Words) -> bool:
        """Say whether an English phrase may be: not ``of finance``, nor ``2025``."""
        ends = (phrase[0], phrase[-1])
        if SIGN in phrase or phrase[0] in self._verbs or phrase[-1].endswith("ed"):
            return False
        if any(
            word in self._stop_words or word.isdigit() or word.endswith("ly")
            for word in ends
        ):
            return False
        return all(word not in self._stop_words or word in _LINKS for word in phrase)

    def may_be_clause(self, phrase: Words) -> bool:
        """Say whether a Chinese phrase may be a clause: 服务高质量发展."""
        ends = (phrase[0], phrase[-1])
        return any(self._lexicon.kind(word).startswith("v") for word in ends)

    def is_cut(self, line: Words, start: int) -> bool:
        """Say whether a Chinese phrase begins within a word: 三板 in 新三板."""
        before = line[start - 1] if start else SIGN
        return len(before) == 1 and self._may_be_part(before)

    def is_whole(self, line: Words, start: int, end: int) -> tuple[bool, bool]:
        """Say whether English words begin and end where a phrase may.

        A phrase is cut in two if a word with a meaning, or *of* or *and*, is beside it.
        """
        before = line[start - 1] if start else SIGN
        after = line[end] if end < len(line) else SIGN
        begins = before == SIGN or before in self._stop_words or before in self._verbs
        ends = after == SIGN or (after in self._stop_words and after not in _GOES_ON)
        return begins, ends

    def fit(self, zh: Words, en: Words) -> float:
        """Say how well the lengths agree: an English word is two characters long."""
        own = sum(en[at].count("-") + 1 for at in content_words(en, self._stop_words))
        ratio = 2 * own / len("".join(zh))
        return min(ratio, 1 / ratio)

    def _may_be_part(self, word: str) -> bool:
        if word == SIGN or word in self._stop_words or word in _AND_SO_ON:
            return False
        kind = self._lexicon.kind(word)
        if word.isdigit() or (kind == "v" and len(word) == 1):
            return False
        return not kind or kind[0] not in _NO_PART


def _beginners(lines: Sequence[Words]) -> frozenset[str]:
    """List the words that stand at the beginning of lines rather than inside."""
    first = Counter(line[0] for line in lines if line)
    times = Counter(word for line in lines for word in line)
    return frozenset(
        word
        for word, count in first.items()
        if count > 1 and count >= _BEGINS * times[word]
    )


def _clause_verbs(lines: Sequence[Words], lexicon: Lexicon) -> frozenset[str]:
    """List the Chinese verbs that stand at the beginning of clauses: 研究, 服务."""
    times = Counter(word for line in lines for word in line)
    first = Counter(
        word
        for line in lines
        for before, word in pairwise((SIGN, *line))
        if before == SIGN and word != SIGN
    )
    return frozenset(
        word
        for word, count in first.items()
        if count >= _BEGINS_ZH * times[word] and lexicon.kind(word).startswith("v")
    )
