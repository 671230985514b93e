"""A term of the glossary on one side, and none of its forms on the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator

from app.model.document import Lang
from app.model.glossary import Term
from app.terms.occurrences import Occurrence
from app.terms.occurrences import TermFinder
from app.text.english import singular
from app.text.english import words
from app.text.normalize import fold_text
from app.translation.pair import Alarm
from app.translation.pair import only_on_one_side
from app.translation.pair import Pair

TERMS = "T007"

ENOUGH_WORDS = 0.7
"""The share of the words of a form that make it a loose rendering of the term."""

ENOUGH_SIGNS = 0.7
"""The same for the characters of a Chinese form."""

_SMALL = frozenset({"of", "and", "the", "for", "in", "to", "a", "an", "on", "by", "or"})
_SIGNS = re.compile(r"[\"'()<>《》,.\s-]")


def check_terms(pair: Pair, finder: TermFinder) -> Iterator[Alarm]:
    """Yield an alarm with every term that has no rendering."""
    zh = _missing(pair, finder, "zh")
    en = _missing(pair, finder, "en")
    if not zh and not en:
        return
    zh_words = tuple(dict.fromkeys(pair.zh[one.start : one.end] for one in zh))
    en_words = tuple(dict.fromkeys(pair.en[one.start : one.end] for one in en))
    yield Alarm(
        TERMS,
        only_on_one_side(zh_words, en_words, "Terms differ"),
        tuple((one.start, one.end) for one in zh),
        tuple((one.start, one.end) for one in en),
        zh_words,
        en_words,
    )


def _missing(pair: Pair, finder: TermFinder, lang: Lang) -> list[Occurrence]:
    """Give the longest terms of one side that the other does not render."""
    here, there = (pair.zh, pair.en) if lang == "zh" else (pair.en, pair.zh)
    other: Lang = "en" if lang == "zh" else "zh"
    known = {term.id for one in finder.find_all(there, other) for term in one.terms}
    has = _Loose(there, other)
    return [
        one
        for one in finder.find(here, lang)
        if all(any(term.forms(other)) for term in one.terms)
        and _demands(here[one.start : one.end], one.terms, lang)
        and not any(term.id in known or has.renders(term) for term in one.terms)
    ]


def _demands(stretch: str, terms: Iterable[Term], lang: Lang) -> bool:
    """Say whether a form must be rendered: a short alias is a common word as well."""
    folded = fold_text(stretch)
    if any(fold_text(term.forms(lang)[0]) == folded for term in terms):
        return True
    return len(folded) > 2 if lang == "zh" else " " in folded


class _Loose:
    """Whether a text renders a term loosely: in its words, if not in their order."""

    def __init__(self, text: str, lang: Lang) -> None:
        self._lang = lang
        self._text = fold_text(text)
        self._stems = {_stem(word.text) for word in words(self._text)}

    def renders(self, term: Term) -> bool:
        """Say whether most of any form is there."""
        return any(self._has(fold_text(form)) for form in term.forms(self._lang))

    def _has(self, form: str) -> bool:
        if self._lang == "en":
            stems = {_stem(w.text) for w in words(form) if w.text not in _SMALL}
            return bool(stems) and len(stems & self._stems) >= ENOUGH_WORDS * len(stems)
        plain = _SIGNS.sub("", form)
        pieces = [plain[at : at + 2] for at in range(len(plain) - 1)]
        there = sum(piece in self._text for piece in pieces)
        return bool(pieces) and there >= ENOUGH_SIGNS * len(pieces)


def _stem(word: str) -> str:
    """Cut a word to what its forms share: finance and financial, invest, investment."""
    return singular(word)[:5]
