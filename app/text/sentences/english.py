"""English sentences, as printed and as machines translate them."""

from __future__ import annotations

import re

from app.text.normalize import CJK
from app.text.sentences.abbreviations import CLOSING
from app.text.sentences.abbreviations import COUNTERS
from app.text.sentences.abbreviations import SAYING
from app.text.sentences.abbreviations import STARTERS
from app.text.sentences.abbreviations import TITLES
from app.text.sentences.enclosed import CLOSERS
from app.text.sentences.enclosed import OPENERS
from app.text.sentences.enclosed import Span
from app.text.sentences.splitter import Splitter

_LONGEST = 1_500
_SHORT = 200
"""As for Chinese; English takes more room."""

_STOP = re.compile(
    rf"""
    (?P<sign> [.!?…。！？｡．]+ (?:\s\.(?=\s\.|\s|\Z))* )
    (?P<after> [{CLOSERS}]* (?:\[\^?\w{{1,6}}\] | ［\d{{1,3}}］)* )
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[A-Za-z](?:[A-Za-z'’-]|\.(?=[A-Za-z]))*\Z|[0-9][0-9.,]*\Z")
_NEXT = re.compile(rf"\s*(?:[{OPENERS}]\s?)*(?P<word>[^\s{OPENERS}{CLOSERS},;:.!?。]*)")
_DOTTED = re.compile(r"(?:[A-Za-z]{1,2}\.)+[A-Za-z]{1,2}")
_NUMBER = re.compile(r"\s*[(\[]?(?:[0-9０-９]|[IVXLC]+\b)")
_NUMBER_SIGN = re.compile(r"\s*Nos?\.\s*[0-9]")
_DIGIT = re.compile(r"\s*[(\[]?[0-9０-９]")
_LABEL = re.compile(
    rf"""\s* [{OPENERS}]*
    (?: (?: Section | Sec\. | Article | Art\. | Chapter | Part | Rule | Clause | Annex
          | Appendix | Schedule | Title | Box | Item | No\. | § )\s*
        (?: [0-9]+ (?:[.-][0-9]+)* [A-Z]? | [IVXLC]+ | [A-Z] )
      | [0-9０-９]{{1,3}} (?:\.[0-9]{{1,3}})* | [IVXLCivxlc]{{1,6}} | [A-Za-z] )""",
    re.VERBOSE | re.IGNORECASE,
)
_ITEM = re.compile(r"\s*\((?:[a-z]|[ivx]{1,4}|[0-9]{1,2})\)\s")
_LISTED = re.compile(r"[:;,—–]\s*[(]?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})\Z")
_LEADING = re.compile(rf"(?:\s|[{OPENERS}]|[0-9]{{1,3}}[.)]|[①-⑳])*")
_INTRODUCED = re.compile(r"[:,：，—–-]\s*\Z")
_TOUCHING = re.compile(r"[A-Z][a-z]+|[AI]\s")
_ADDRESS = re.compile(r"[/@\\_#=&]|www\.|\.[a-z]{2,4}\b.*\.[a-z]", re.IGNORECASE)
_HAN = re.compile(f"[{CJK}]")


def split_en(text: str) -> list[str]:
    """Part a text into its sentences; joined they are the text but for space."""
    return _English(text).pieces()


class _English(Splitter):
    """Knows the stops of English."""

    stop = _STOP
    longest = _LONGEST
    short = _SHORT
    leading = _LEADING
    introduced = _INTRODUCED

    def _is_stop(self, stop: re.Match[str]) -> bool:
        """Say whether the sign itself ends something."""
        sign, at = stop["sign"], stop.start()
        after = self._text[stop.end() : stop.end() + 60]
        if self._is_label(at):
            return False
        if not after.strip() or any(char in sign for char in "。！？｡"):
            return True
        if not after[0].isspace() and not _HAN.match(after):
            return self._touches(stop, after)
        word = _NEXT.match(after)
        following = word["word"] if word else ""
        if following[:1].islower() and not _ITEM.match(after):
            return self._before_small(stop, following)
        return (
            sign != "."
            or bool(stop["after"].strip(")"))
            or self._ends(at, after, following)
        )

    def _is_label(self, at: int) -> bool:
        """Say whether what stands before the stop numbers what follows."""
        if at - self._start < 24 and _LABEL.fullmatch(self._text, self._start, at):
            return True
        listed = _LISTED.search(self._text[max(self._start, at - 8) : at])
        return listed is not None and self._text[at : at + 2] == ". "

    def _touches(self, stop: re.Match[str], after: str) -> bool:
        """Say whether a sentence ends without a space, as in ``ends here.Next``."""
        at, text = stop.start(), self._text
        if not _TOUCHING.match(after) or not text[max(0, at - 2) : at].islower():
            return False
        begin = max(text.rfind(" ", max(0, at - 60), at), at - 60, self._start) + 1
        end = text.find(" ", at, at + 60)
        if _ADDRESS.search(text[begin : end if end > 0 else at + 60]):
            return False
        word = _NEXT.match(after)
        return self._ends(at, after, word["word"] if word else "")

    def _before_small(self, stop: re.Match[str], following: str) -> bool:
        """Say whether a sentence ends though the next begins with a small letter.

        As machines write it: behind a whole word that is no abbreviation.
        """
        word = self._word(stop.start())
        if stop["sign"] != "." or stop["after"] or len(following) < 2:
            return False
        if not word.isalpha() or not word.islower() or len(word) < 4:
            return False
        known = word in TITLES or word in COUNTERS or word in CLOSING
        return not known and any(vowel in word for vowel in "aeiouy")

    def _ends(self, at: int, after: str, following: str) -> bool:
        """Say whether a single stop before a capital or a number ends a sentence."""
        word = self._word(at)
        folded = word.lower()
        if folded in TITLES:
            return False
        if folded in COUNTERS:
            number = _NUMBER if word[0].isupper() and folded != "no" else _DIGIT
            if number.match(after):
                return False
        starts = following in STARTERS and not _NUMBER_SIGN.match(after)
        if len(word) == 1 and word.isalpha():
            return starts and (word != "I" or following not in ("A", "I"))
        if folded == "etc":
            return True
        if folded in CLOSING or _DOTTED.fullmatch(word):
            return starts
        return True

    def _word(self, at: int) -> str:
        """Give the word before the stop at *at*."""
        found = _WORD.search(self._text[max(self._start, at - 30) : at])
        return found[0] if found else ""

    def _ends_with(self, span: Span, stop: re.Match[str]) -> bool:
        """Say whether the sentence ends where a span in it does."""
        if self._leads(span) and not span.is_quote:
            return True
        after = self._text[span.end : span.end + 60]
        if span.is_quote:
            return not self._says(after)
        return stop["sign"] == "."

    @staticmethod
    def _says(after: str) -> bool:
        """Say whether what follows a quotation tells who speaks."""
        words = re.findall(r"[A-Za-z'’.]+|[,;:]", after)[:5]
        return any(word.rstrip(".") in SAYING for word in words[1:])
