"""What Chinese words are in general, outside the document they stand in."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from collections.abc import Container
from collections.abc import Iterable
from collections.abc import Sequence

_NAMES = ("n", "nz", "nt", "vn", "an", "j", "l", "i", "")
"""Parts of speech of words that name something; a word in no dictionary does so too."""

_PLACE = "ns"

_COMMONEST = 5.0
"""The common logarithm of how often the commonest words were counted."""

_NO_TERM = re.compile(r"[由该其此各本]|前[款条项述]|所[列称述]")
"""What no term begins with: words that point at another."""

_COMMON = 0.5
"""What a word adds to the rarity of a phrase that is common in the text at hand."""


class Lexicon:
    """Cuts Chinese into words, and knows their parts of speech and how common they are.

    *entries* are the words of a dictionary: the word, how often it was counted in texts
    of all kinds, and its part of speech as jieba writes it. *stop_words*, of both
    languages, mean nothing by themselves.
    """

    def __init__(
        self,
        cut: Callable[[str], Sequence[str]],
        entries: Iterable[tuple[str, int, str]] = (),
        stop_words: Container[str] = frozenset(),
    ) -> None:
        self.cut = cut
        self.stop_words = stop_words
        self._entries = {word: (count, kind) for word, count, kind in entries}

    def may_be_term(self, phrase: Sequence[str]) -> bool:
        """Say whether a phrase is the name of something.

        It ends with a noun (绿色项目), or is a noun with its verb (信息共享), and does
        not begin with a verb or an adverb (支持企业, 稳步发展).
        """
        if len(phrase[0]) == 1 or _NO_TERM.match(phrase[0]):
            return False
        first, last = self.kind(phrase[0]), self.kind(phrase[-1])
        if len(phrase) == 1:
            return first in _NAMES or first == _PLACE
        begins = first in _NAMES or first in ("a", "b")
        return begins and (last in _NAMES or last[0] == "v")

    def is_place(self, phrase: Sequence[str]) -> bool:
        """Say whether a phrase is the name of a place: 新加坡."""
        return len(phrase) == 1 and self.kind(phrase[0]) == _PLACE

    def rarity(self, phrase: Sequence[str], common: Container[str] = ()) -> float:
        """Say how rare a phrase is in texts of all kinds, from 0 to 1.

        Words that are *common* in the text at hand add little to it. A place is named
        for its own sake, however well it is known.
        """
        if self.is_place(phrase):
            return 1.0
        each = (
            self._rarity(word) * (_COMMON if word in common else 1.0) for word in phrase
        )
        return min(1.0, sum(each))

    def kind(self, word: str) -> str:
        """Give the part of speech of a word, empty if no dictionary has it."""
        return self._entries.get(word, (0, ""))[1]

    def _rarity(self, word: str) -> float:
        count, _ = self._entries.get(word, (0, ""))
        return max(0.0, 1 - math.log10(count + 1) / _COMMONEST)
