"""What the browser is told of Chinese: its words, other characters, and its pinyin.

A browser has no dictionary of Chinese, no table of Traditional characters and none of
pinyin. It needs them only as far as they lead to the texts that are searched.
"""

from __future__ import annotations

import math
from collections import Counter
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from functools import cache

from app.search.analyzer import ChineseWords
from app.search.stopwords import ZH_STOP_WORDS
from app.text.normalize import fold_text
from app.text.normalize import has_han
from app.text.pinyin import syllables

ENOUGH = 20
"""How common a word of the language is that is taken for no slip of another."""

COMMON_CHARACTERS = 5_000
"""Of how many characters the sound is told, beside those of the texts."""

SHORTEST_ALIKE, LONGEST_ALIKE = 2, 4
"""How many characters a word has that is told apart from one that sounds so."""

_BLOCKS = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00))


def common_words(chinese: ChineseWords) -> Mapping[str, int]:
    """Give the common words of the language, with how common each is."""
    common = (
        (word, count)
        for word, count, _ in chinese.dictionary()
        if count >= ENOUGH and has_han(word)
    )
    return dict(sorted(common))


def words_by_weight(texts: Iterable[str], chinese: ChineseWords) -> Mapping[int, str]:
    """List the words inside the texts, by the logarithm of how common each is.

    So the browser cuts a text, and a query, as jieba does: what is not in the texts
    need not be known to be looked for.
    """
    found = {word for word in ZH_STOP_WORDS if len(word) > 1}
    for text in texts:
        for word, _, _ in chinese.cut_for_search(text):
            if len(word) > 1 and has_han(word):
                found.add(word)
    return _joined((weight(chinese.frequency(word)), word) for word in sorted(found))


def characters_by_weight(
    texts: Iterable[str], chinese: ChineseWords
) -> Mapping[int, str]:
    """List the characters of the texts in the same way; each is a word by itself."""
    found = {char for text in texts for char in text if has_han(char)}
    by_weight = _joined(
        (weight(chinese.frequency(char)), char) for char in sorted(found)
    )
    return {key: value.replace(" ", "") for key, value in by_weight.items()}


def weight(frequency: int) -> int:
    """Weigh a word by how common it is; one that no dictionary has is rare."""
    return round(math.log(max(frequency, 3)))


def traditional(characters: Iterable[str]) -> tuple[str, str]:
    """Give other ways of writing some characters, and what each stands for."""
    wanted = set(characters)
    pairs = [
        (char, simple) for char, simple in _simplified().items() if simple in wanted
    ]
    return "".join(char for char, _ in pairs), "".join(simple for _, simple in pairs)


def sounds(texts: Sequence[str], dictionary: Mapping[str, int]) -> Mapping[str, str]:
    """List the characters that each syllable may stand for, of the texts and common."""
    heard: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for char, syllable in zip(text, syllables(text), strict=True):
            if has_han(char):
                heard[char][syllable] += 1
    for char in _common(dictionary):
        heard.setdefault(char, Counter(syllables(char)))
    by_syllable: dict[str, str] = defaultdict(str)
    for char in sorted(heard):
        by_syllable[heard[char].most_common(1)[0][0]] += char
    return dict(sorted(by_syllable.items()))


def sounds_here(text: str, usual: Mapping[str, str]) -> list[tuple[int, str]]:
    """List where a character of a text has another sound than it mostly has."""
    return [
        (i, syllable)
        for i, (char, syllable) in enumerate(zip(text, syllables(text), strict=True))
        if has_han(char) and usual.get(char) != syllable
    ]


def no_slips(
    texts: Sequence[str],
    vocabulary: Mapping[int, str],
    usual: Mapping[str, str],
    dictionary: Iterable[str],
) -> Iterator[str]:
    """Yield words the texts do not have that sound as something they have.

    Who types one of these means it: 权利 is not 全力 mistyped. Of two characters only
    words of the *vocabulary* could be meant.
    """
    whole = "\n".join(texts)
    here = {
        _said(word, usual)
        for line in vocabulary.values()
        for word in line.split()
        if len(word) == SHORTEST_ALIKE
    }
    for text in texts:
        spelt = syllables(text)
        for size in range(SHORTEST_ALIKE + 1, LONGEST_ALIKE + 1):
            here |= {" ".join(run) for run in _runs(spelt, size)}
    for word in dictionary:
        alike = SHORTEST_ALIKE <= len(word) <= LONGEST_ALIKE
        if alike and _said(word, usual) in here and word not in whole:
            yield word


def _said(word: str, usual: Mapping[str, str]) -> str:
    """Spell a word as the browser does, a character at a time."""
    return " ".join(usual.get(char, char) for char in word)


def _runs(spelt: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Yield every *size* syllables that stand in a row."""
    return (spelt[i : i + size] for i in range(len(spelt) - size + 1))


def _joined(weighed: Iterable[tuple[int, str]]) -> Mapping[int, str]:
    """Put the words of one weight into one line."""
    lines: dict[int, list[str]] = defaultdict(list)
    for value, word in weighed:
        lines[value].append(word)
    return {value: " ".join(words) for value, words in sorted(lines.items())}


@cache
def _simplified() -> Mapping[str, str]:
    """Write every character that is written otherwise in Simplified."""
    chars = (chr(code) for first, last in _BLOCKS for code in range(first, last))
    return {
        char: simple
        for char in chars
        if (simple := fold_text(char)) != char and len(simple) == 1
    }


def _common(dictionary: Mapping[str, int]) -> list[str]:
    """List the characters that are used most in words of the language."""
    found: Counter[str] = Counter()
    for word, count in dictionary.items():
        for char in word:
            found[char] += count
    most = (char for char, _ in found.most_common(COMMON_CHARACTERS))
    return list(filter(has_han, most))
