"""Chinese characters in pinyin, as it is typed and as it is read; pypinyin's door."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from app.text.normalize import has_han

_SYLLABLE = re.compile(
    r"""
    (?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?           # the initial
    (?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|
       ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|[aoeiu])  # the final
    """,
    re.VERBOSE,
)
_TONE_NUMBER = re.compile(r"(?<=[a-z])[1-5]")

MAX_LETTERS = 60
"""Longer than anything typed in one go; a longer word is not tried."""

MAX_READINGS = 16
"""In how many ways one word is cut up at most: xian is xi'an and xian."""


def syllables(text: str) -> list[str]:
    """Give a syllable for each character; one that is not Chinese stands for itself.

    The reading follows the word: 银行 is yin hang, 行长 hang zhang. ``ü`` is ``u``,
    as it is typed: 绿 is lu.
    """
    # It takes a tenth of a second to load, and few searches need it.
    from pypinyin import lazy_pinyin

    spelt = lazy_pinyin(text, errors=list)  # type: ignore[arg-type]
    return [one.replace("v", "u") if len(one) > 1 else one for one in spelt]


@lru_cache(maxsize=16_384)
def toned(word: str) -> tuple[str, ...]:
    """Give a syllable with its tone for each character of a word, all Chinese.

    One that has no reading stands for itself.
    """
    from pypinyin import pinyin
    from pypinyin import Style

    spelt = [one[0] for one in pinyin(word, style=Style.TONE)]
    if len(spelt) == len(word):
        return tuple(spelt)
    return tuple(pinyin(char, style=Style.TONE)[0][0] for char in word)


@lru_cache(maxsize=4_096)
def cut_pinyin(word: str) -> tuple[tuple[str, ...], ...]:
    """Cut a typed word into syllables, in each way it can be; tones are dropped.

    Give nothing for a word that is not pinyin.
    """
    if has_han(word) or len(word) > MAX_LETTERS:
        return ()
    return _cuts(toneless(word))


def toneless(word: str) -> str:
    """Drop the tones of lǜsè and lv4se4, and write ü and v as u; in small letters."""
    decomposed = unicodedata.normalize("NFD", word.casefold())
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _TONE_NUMBER.sub("", bare).replace("’", "'").replace("v", "u")


@lru_cache(maxsize=16_384)
def _cuts(word: str) -> tuple[tuple[str, ...], ...]:
    """Cut what is left of a word, longest syllable first.

    Each rest is cut once and then remembered: without that, a long word that is no
    pinyin at its very end would take a time that doubles with every syllable.
    """
    if not word:
        return ((),)
    if word[0] == "'":
        return _cuts(word[1:])
    found: list[tuple[str, ...]] = []
    for end in range(min(len(word), 6), 0, -1):
        if _SYLLABLE.fullmatch(word[:end]):
            found += [(word[:end], *rest) for rest in _cuts(word[end:])]
        if len(found) >= MAX_READINGS:
            break
    return tuple(found[:MAX_READINGS])
