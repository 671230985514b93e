"""How a Chinese text is read aloud: a syllable for every character, word by word.

pypinyin knows the words of a dictionary. What it does not know, or knows otherwise, is
said here and goes before it: words of law and policy, and the few characters whose
reading only their sentence decides. Its own dictionary is never changed, because the
search index is made with it.

一 and 不 have the tone of the dictionary, as GB/T 16159 writes them, not the one they
change to in speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass

from app.text.normalize import CJK
from app.text.normalize import has_han
from app.text.pinyin import toned
from app.text.reading_forms import FORMS
from app.text.reading_forms import RULES

READINGS_VERSION = 1
"""Raised whenever the same text would come to other readings."""

_HAN_RUN = re.compile(f"[{CJK}]+")
_FORMED = re.compile("|".join(sorted(FORMS, key=len, reverse=True)))
_ALWAYS = {"一": "yī", "不": "bù"}
_VOWEL = re.compile("[aāáǎàoōóǒòeēéěè]")


@dataclass(frozen=True, slots=True)
class Reading:
    """One word of a text: where it begins, and a syllable for each character."""

    start: int
    syllables: tuple[str, ...]

    @property
    def end(self) -> int:
        """Where the word ends."""
        return self.start + len(self.syllables)

    def __str__(self) -> str:
        """Write the word in one: quán'é, with a sign before a vowel."""
        first, *rest = self.syllables
        return first + "".join(f"’{one}" if _VOWEL.match(one) else one for one in rest)


def read(
    text: str,
    words: Iterable[str],
    written: Iterable[tuple[str, bool]],
) -> tuple[Reading, ...]:
    """Read a text in Simplified characters.

    *words* are what it is cut into to know how each character is read, and *written*
    what is written together, and whether it has a capital; both leave nothing out.
    """
    syllables = _by_words(text, words)
    for found in _FORMED.finditer(text):
        syllables[found.start() : found.end()] = FORMS[found[0]].split()
    for pattern, syllable in RULES:
        for found in pattern.finditer(text):
            syllables[found.start(1)] = syllable
    return tuple(_written(syllables, written))


def _by_words(text: str, words: Iterable[str]) -> list[str]:
    """Give each character what the dictionary has for it in its word."""
    syllables = [""] * len(text)
    start = 0
    for word in words:
        for run in _HAN_RUN.finditer(word):
            begin = start + run.start()
            syllables[begin : begin + len(run[0])] = toned(run[0])
        start += len(word)
    for at, char in enumerate(text):
        syllables[at] = _ALWAYS.get(char, syllables[at])
    return syllables


def _written(
    syllables: list[str], written: Iterable[tuple[str, bool]]
) -> Iterator[Reading]:
    """Put the syllables of each written word together; what has no reading is left."""
    start = 0
    for word, is_name in written:
        for run in _HAN_RUN.finditer(word):
            begin = start + run.start()
            own = syllables[begin : begin + len(run[0])]
            if has_han("".join(own)):
                continue
            if is_name:
                own[0] = own[0][:1].upper() + own[0][1:]
            yield Reading(begin, tuple(own))
        start += len(word)
