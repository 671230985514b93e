"""A glossary in order, and as much of it as is asked for.

Chinese is ordered by pinyin and English by its letters; a term that begins with neither
stands under ``#``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from app.model.document import Lang
from app.model.document import LANGS
from app.model.glossary import Glossary
from app.model.glossary import Term
from app.model.usage import Usages
from app.terms.profile import times
from app.text.normalize import fold_text
from app.text.normalize import has_han
from app.text.pinyin import syllables
from app.text.pinyin import toneless

LETTERS = (*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "#")
"""What a term may begin with; the last is for digits and signs."""

SIZE = 100
"""How many terms a page has."""


@dataclass(frozen=True, slots=True)
class TermRequest:
    """Which terms are wanted, in which order."""

    text: str = ""
    """A part of any of their forms, or of the pinyin of the Chinese one."""
    kind: str = ""
    letter: str = ""
    """What they begin with, in the language they are ordered by."""
    sort: Lang = "zh"
    page: int = 1
    size: int = SIZE


@dataclass(frozen=True, slots=True)
class Entry:
    """A term as it is listed."""

    term: Term
    letter: str
    """What it stands under, in the language that is ordered by."""
    occurrences: int
    """How often it stands in the texts."""
    pairs: int
    """In how many pairs of sentences and headings."""


@dataclass(frozen=True, slots=True)
class TermList:
    """The terms that were asked for, and what else there is to ask for."""

    request: TermRequest
    total: int
    """How many terms there are, on all pages."""
    entries: tuple[Entry, ...]
    """Those of this page, in order."""
    kinds: dict[str, int]
    """How many terms each kind has, of those that suit otherwise."""
    letters: dict[str, int]
    """How many terms each letter has, of those that suit otherwise."""

    @property
    def pages(self) -> int:
        """How many pages there are; one even if there is no term."""
        return max(1, -(-self.total // self.request.size))


_SortKey = tuple[bool, tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class _Card:
    """A term with what it is looked up by."""

    term: Term
    keys: dict[Lang, _SortKey]
    letters: dict[Lang, str]
    text: str
    """All forms, folded, each on a line."""
    pinyin: str
    occurrences: int
    pairs: int


class Listing:
    """The terms of a glossary with their order; laid out when they are first asked."""

    def __init__(self, glossary: Glossary, usages: Usages) -> None:
        self._glossary = glossary
        self._usages = usages

    def select(self, asked: TermRequest) -> TermList:
        """List one page of the terms that suit."""
        cards = [card for card in self._cards if _has(card, asked.text)]
        of_kind = _of_kind(cards, asked.kind)
        chosen = _of_letter(of_kind, asked)
        chosen.sort(key=lambda card: card.keys[asked.sort])
        start = (asked.page - 1) * asked.size
        return TermList(
            request=asked,
            total=len(chosen),
            entries=tuple(
                Entry(card.term, card.letters[asked.sort], card.occurrences, card.pairs)
                for card in chosen[start : start + asked.size]
            ),
            kinds=_count(card.term.kind for card in _of_letter(cards, asked)),
            letters=_count(card.letters[asked.sort] for card in of_kind),
        )

    def count(self, term: Term) -> int:
        """Count how often a term stands in all texts."""
        return sum(times(use) for _, use in self._usages.of(term.id))

    def around(self, term: Term, sort: Lang, size: int) -> tuple[int, Sequence[Term]]:
        """Count the terms of a kind, and give as many as are wanted around one."""
        same = self.select(
            TermRequest(kind=term.kind, sort=sort, size=len(self._cards))
        )
        terms = [entry.term for entry in same.entries]
        start = max(0, min(terms.index(term) - size // 2, len(terms) - size))
        return len(terms), terms[start : start + size]

    @cached_property
    def _cards(self) -> tuple[_Card, ...]:
        return tuple(map(self._card, self._glossary.terms))

    def _card(self, term: Term) -> _Card:
        """Work out where a term stands in either order."""
        zh, en = fold_text(term.zh), fold_text(term.en)
        spelt = _pinyin(zh)
        english = "".join(char for char in en if char.isalnum() or char == " ")
        return _Card(
            term=term,
            keys={"zh": _key(spelt, zh), "en": _key((english.strip(),), term.id)},
            letters={"zh": _letter("".join(spelt)), "en": _letter(english.strip())},
            text="\n".join(
                fold_text(form) for lang in LANGS for form in term.forms(lang)
            ),
            pinyin="".join(spelt),
            occurrences=self.count(term),
            pairs=len(self._usages.of(term.id)),
        )


def _pinyin(folded: str) -> tuple[str, ...]:
    """Spell the letters of a Chinese form; signs are left out."""
    return tuple(one for one in syllables(folded) if one[:1].isalnum())


def _key(spelt: tuple[str, ...], then: str) -> _SortKey:
    """Order by letters; what begins with none comes last."""
    return _letter("".join(spelt)) == LETTERS[-1], spelt, then


def _letter(spelt: str) -> str:
    """Give the letter that something stands under."""
    first = spelt[:1].upper()
    return first if first in LETTERS else LETTERS[-1]


def _has(card: _Card, text: str) -> bool:
    """Say whether a text is a part of a form, or spells the beginning of one."""
    folded = fold_text(text).strip()
    if folded in card.text:
        return True
    letters = toneless(folded).replace(" ", "").replace("'", "")
    return len(letters) > 1 and not has_han(letters) and card.pinyin.startswith(letters)


def _of_kind(cards: Iterable[_Card], kind: str) -> list[_Card]:
    """Keep the terms of a kind."""
    return [card for card in cards if kind in {"", card.term.kind}]


def _of_letter(cards: Iterable[_Card], asked: TermRequest) -> list[_Card]:
    """Keep the terms that begin as is asked for."""
    return [card for card in cards if asked.letter in {"", card.letters[asked.sort]}]


def _count(values: Iterable[str]) -> dict[str, int]:
    """Count values, in alphabetical order."""
    return dict(sorted(Counter(values).items()))
