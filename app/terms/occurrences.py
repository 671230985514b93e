"""Where the terms of a glossary stand in a text, exactly.

Both languages are compared folded (width, case, Traditional characters, signs), English
words in any number and spelling: *centres* is *center*. An abbreviation must stand in
capitals, as ``SAFE``. Every span is in code points of the plain text.

Some words are a term only where the other language has it too, and are told apart:
*brokerage* is a company or a trade, *yuan* a currency or a number of them. So are
Chinese characters that begin or end within another word: 中和 in 其中和平.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from app.model.document import Lang
from app.model.document import LANGS
from app.model.glossary import Term
from app.terms.forms import key_of
from app.text.english import is_abbreviation
from app.text.english import singular
from app.text.english import words
from app.text.normalize import fold
from app.text.normalize import Folded

_STOP = re.compile(r"[;:!?]|\.\s")
_LATIN = re.compile(r"[a-z0-9]")
_BEFORE = re.compile(r"[A-Za-z][-‐‑–]$")
_AFTER = re.compile(r"[-‐‑–][A-Za-z]")

Key = tuple[str, ...]
Cut = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A stretch of a text, from *start* to *end*, that is a form of *terms*.

    They are several if terms share the form; the one it is the main form of is first.
    """

    start: int
    end: int
    terms: tuple[Term, ...]
    doubtful: frozenset[Term] = frozenset()
    """Those of them that are meant only if the other language has them beside this."""

    def within(self, other: Occurrence) -> bool:
        """Say whether this is a part of a longer occurrence."""
        inside = other.start <= self.start and self.end <= other.end
        return inside and (self.start, self.end) != (other.start, other.end)


@dataclass(frozen=True, slots=True)
class _Form:
    """One form of a term; *rank* is 0 for the form that the term is shown by."""

    term: Term
    rank: int
    text: str
    vague: bool
    """Whether it may well mean something else than the term."""

    def suits(self, stretch: str) -> bool:
        """Say whether a stretch of a text with the same words is this form."""
        if "," in stretch and "," not in self.text:
            return False
        return not is_abbreviation(self.text) or stretch.removesuffix("s").isupper()

    def is_clear(self, stretch: str) -> bool:
        """Say whether a stretch that suits means the term, whatever stands beside it.

        A name of one word does in its own number only: *Article 5* is no *Articles*.
        """
        if self.vague or " " in self.text or not self.text[:1].isupper():
            return not self.vague
        return is_abbreviation(self.text) or stretch.casefold() == self.text.casefold()


class _Pieces:
    """A text cut into what forms are made of: Chinese characters, English words."""

    def __init__(self, plain: str, lang: Lang, cut: Cut | None = None) -> None:
        self._lang = lang
        self._cut = cut
        self._folded = fold(plain)
        text = self._folded.text
        if lang == "zh":
            self.keys: Key = tuple(text)
            self._spans: Sequence[tuple[int, int]] = ()
        else:
            found = list(words(text))
            self.keys = tuple(singular(word.text) for word in found)
            self._spans = [(word.start, word.end) for word in found]

    @cached_property
    def _inner(self) -> frozenset[int]:
        """Where a Chinese word goes on: no term begins or ends there for sure."""
        if self._cut is None or self._lang != "zh":
            return frozenset()
        inner, start = set[int](), 0
        for word in self._cut(self._folded.text):
            inner.update(range(start + 1, start + len(word)))
            start += len(word)
        return frozenset(inner)

    def cuts_word(self, first: int, last: int) -> bool:
        """Say whether pieces *first* to *last* begin or end within a word."""
        return first in self._inner or last in self._inner

    def stretch(self, first: int, last: int) -> tuple[int, int] | None:
        """Give where pieces *first* to *last* stand, None if they are no whole."""
        folded = self._folded
        if self._lang == "zh":
            whole = _whole(folded, first, last) and not _cuts_word(folded, first, last)
            return folded.original(first, last) if whole else None
        spans = self._spans[first:last]
        between = (folded.text[one[1] : two[0]] for one, two in pairwise(spans))
        if any(map(_STOP.search, between)):
            return None
        start, end = spans[0][0], spans[-1][1]
        within = folded.text[start:end]
        if within.count("(") > within.count(")") and folded.text[end : end + 1] == ")":
            end += 1
        return folded.original(start, end)


class TermFinder:
    """Finds the terms of a glossary in texts; their order in the file is indifferent.

    Forms are kept by what they begin with, so that the time a text takes hardly grows
    with the glossary. *cut* gives the words of a folded Chinese text; without it, no
    term is thought to be a part of another word.
    """

    def __init__(self, terms: Iterable[Term], cut: Cut | None = None) -> None:
        self._cut = cut
        self._forms: dict[Lang, dict[Key, list[_Form]]] = {
            lang: defaultdict(list) for lang in LANGS
        }
        for term in terms:
            for lang in LANGS:
                for rank, text in enumerate(term.forms(lang)):
                    if key := key_of(text, lang):
                        vague = _is_vague(term, rank, lang)
                        self._forms[lang][key].append(_Form(term, rank, text, vague))
        for forms in self._forms.values():
            for same in forms.values():
                same.sort(key=lambda form: (form.rank > 0, form.term.id, form.term.zh))
        self._lengths = {lang: _lengths(self._forms[lang]) for lang in LANGS}

    def find(self, plain: str, lang: Lang) -> tuple[Occurrence, ...]:
        """Give the longest occurrences from left to right; none overlaps another."""
        return tuple(_longest(self._all(plain, lang)))

    def find_all(self, plain: str, lang: Lang) -> tuple[Occurrence, ...]:
        """Give the longest occurrences, and those inside them after the longer one."""
        found = tuple(self._all(plain, lang))
        longest = list(_longest(found))
        starts = [one.start for one in longest]
        return tuple(
            one
            for one in found
            if one.end <= longest[bisect_right(starts, one.start) - 1].end
        )

    def _all(self, plain: str, lang: Lang) -> Iterator[Occurrence]:
        """Yield every occurrence by its start, the longer first."""
        forms, lengths = self._forms[lang], self._lengths[lang]
        pieces = _Pieces(plain, lang, self._cut)
        for first, head in enumerate(pieces.keys):
            for length in lengths.get(head, ()):
                last = first + length
                same = forms.get(pieces.keys[first:last])
                if (
                    same
                    and last <= len(pieces.keys)
                    and (span := pieces.stretch(first, last))
                ):
                    stretch = plain[slice(*span)]
                    if suit := [form for form in same if form.suits(stretch)]:
                        within = pieces.cuts_word(first, last)
                        joined = within or _is_joined(plain, *span)
                        yield _occurrence(span, stretch, suit, joined)


def _occurrence(
    span: tuple[int, int], stretch: str, forms: list[_Form], joined: bool
) -> Occurrence:
    """Make an occurrence of all terms that have one of the forms."""
    clear = {form.term for form in forms if form.is_clear(stretch) and not joined}
    terms = tuple(dict.fromkeys(form.term for form in forms))
    return Occurrence(*span, terms, frozenset(terms) - clear)


def _is_vague(term: Term, rank: int, lang: Lang) -> bool:
    """Say whether a form may mean something else.

    So may one English word, if it is not the name of the thing; and another name that
    is the main form cut short of what it ends with, which says what the thing is:
    *debt-to-equity swap* of *debt-to-equity swap platform*.
    """
    text, main = term.forms(lang)[rank], term.forms(lang)[0]
    if lang == "en" and " " not in text and not (rank == 0 and text[:1].isupper()):
        return "-" not in text
    key, whole = _Pieces(text, lang).keys, _Pieces(main, lang).keys
    return len(key) < len(whole) and whole[: len(key)] == key


def _is_joined(plain: str, start: int, end: int) -> bool:
    """Say whether a hyphen makes it a part of a longer word: Chengdu-Chongqing."""
    before, after = plain[max(0, start - 2) : start], plain[end : end + 2]
    return bool(_BEFORE.search(before) or _AFTER.match(after))


def _longest(found: Iterable[Occurrence]) -> Iterator[Occurrence]:
    """Take occurrences, the longer first at each place, that do not overlap."""
    end = 0
    for one in found:
        if one.start >= end:
            yield one
            end = one.end


def _lengths(forms: Iterable[Key]) -> dict[str, tuple[int, ...]]:
    """Give the lengths of the forms with the same beginning, the longest first."""
    found: dict[str, set[int]] = defaultdict(set)
    for key in forms:
        found[key[0]].add(len(key))
    return {head: tuple(sorted(each, reverse=True)) for head, each in found.items()}


def _whole(folded: Folded, first: int, last: int) -> bool:
    """Say whether a stretch has whole characters: ``m`` is no part of ``㎡``."""
    starts, after = folded.starts, len(folded.text)
    begins = first == 0 or starts[first] != starts[first - 1]
    return begins and (last == after or starts[last] != starts[last - 1])


def _cuts_word(folded: Folded, first: int, last: int) -> bool:
    """Say whether Latin letters go on before or after a stretch: BRI in BRICS."""
    text = folded.text
    return any(
        0 < edge < len(text)
        and _LATIN.match(text[edge]) is not None
        and _LATIN.match(text[edge - 1]) is not None
        for edge in (first, last)
    )
