"""Whose language a text is in, and in which script."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.model.document import Lang
from app.text.normalize import CJK
from app.text.script import in_script
from app.text.word_list import word_list

_HAN = re.compile(f"[{CJK}]")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_OTHER = re.compile("[\u0370-\u1fff\u0900-\u0dff]")
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:['’][A-Za-z]+)?")
_ENGLISH = word_list(
    "the of and to in for or by is be shall with on as that are this which any from "
    "it not at an article all will has have may their its under other such"
)
_SAMPLE = 400_000
_FEW = 40
"""Words; in fewer, the small words of English may be missing."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of each writing a text has; Latin in words, the others in signs."""

    han: int
    words: int
    kana: int
    hangul: int
    other: int
    english: int

    @property
    def zh(self) -> bool:
        """Whether it has more Chinese than English; a word counts as two signs."""
        return self.han > 2 * self.words


def count(texts: Iterable[str]) -> Counts:
    """Count the writings in the beginning of a text."""
    sample = "\n".join(texts)[:_SAMPLE]
    words = _WORD.findall(sample)
    return Counts(
        len(_HAN.findall(sample)),
        len(words),
        len(_KANA.findall(sample)),
        len(_HANGUL.findall(sample)),
        len(_OTHER.findall(sample)),
        sum(word.lower() in _ENGLISH for word in words),
    )


def language(counts: Counts) -> Lang | str:
    """Return the language, or a sentence about one that is not read here."""
    signs = counts.han + counts.kana + counts.hangul
    if counts.kana * 10 > signs and counts.kana > counts.words:
        return "the text looks Japanese; Chinese or English is needed."
    if counts.hangul * 10 > signs and counts.hangul > counts.words:
        return "the text looks Korean; Chinese or English is needed."
    if not counts.han and not counts.words:
        return "there are no Chinese or English words in it."
    if counts.zh:
        return "zh"
    if counts.other > 5 * counts.words or (
        counts.words > _FEW and counts.english * 10 < counts.words
    ):
        return "the text looks neither Chinese nor English."
    return "en"


def tag(lang: Lang, texts: Iterable[str]) -> str:
    """Return the language with its script: ``zh-Hant``, if more is written so."""
    if lang == "en":
        return "en"
    han = "".join(_HAN.findall("\n".join(texts)[:_SAMPLE]))[:40_000]
    simple = sum(a != b for a, b in zip(han, in_script(han, "hant"), strict=True))
    traditional = sum(a != b for a, b in zip(han, in_script(han, "hans"), strict=True))
    return "zh-Hant" if traditional > simple else "zh-Hans"
