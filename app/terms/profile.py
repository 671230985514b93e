"""How one term is rendered throughout the texts: which form with which, how often.

A term may stand several times in one pair of sentences, and not as often on one side as
on the other. Every stretch of the one side goes with one of the other as long as there
are two; what is left over stands alone, and is counted as such. So the counts of a
profile always come to all occurrences of its term.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from app.model.document import Lang
from app.model.glossary import Term
from app.model.place import Place
from app.model.thread import Stretch
from app.model.usage import TermUse
from app.terms.forms import form_of

Read = Callable[[Place, Lang], str]
"""Gives the text of a sentence, or the title of a unit, in one language."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that a term stands in a pair; a side that does not have it is None.

    *zh_form* and *en_form* are the forms of the glossary that are read there, empty on
    the side that has none.
    """

    zh: Stretch | None
    en: Stretch | None
    zh_form: str = ""
    en_form: str = ""


@dataclass(frozen=True, slots=True)
class PairUse:
    """A pair of sentences, or a heading, with every time that the term stands in it."""

    place: Place
    use: TermUse
    occurrences: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class Rendering:
    """One form together with one of the other language, or with none that is known.

    *places* has every occurrence, so that one place may be there twice.
    """

    zh: str
    en: str
    places: tuple[Place, ...]

    @property
    def count(self) -> int:
        """How often they stand so."""
        return len(self.places)

    @property
    def is_pair(self) -> bool:
        """Whether both sides have a form of the term."""
        return bool(self.zh and self.en)


@dataclass(frozen=True)
class Profile:
    """All uses of a term, in the order of the texts."""

    term: Term
    pairs: tuple[PairUse, ...]

    @property
    def count(self) -> int:
        """How often the term stands in all texts."""
        return sum(len(pair.occurrences) for pair in self.pairs)

    @cached_property
    def renderings(self) -> tuple[Rendering, ...]:
        """Every way it is rendered, those of both sides first, the most usual first."""
        found: dict[tuple[str, str], list[Place]] = defaultdict(list)
        for pair in self.pairs:
            for one in pair.occurrences:
                found[one.zh_form, one.en_form].append(pair.place)
        all_ = [Rendering(zh, en, tuple(places)) for (zh, en), places in found.items()]
        return tuple(sorted(all_, key=lambda one: (not one.is_pair, -one.count)))


def times(use: TermUse) -> int:
    """Count how often a term stands in one pair: as often as on its fuller side."""
    return max(len(use.zh), len(use.en))


def profile_of(term: Term, uses: Iterable[tuple[str, TermUse]], read: Read) -> Profile:
    """Work out how a term is rendered, from its uses and the texts they are in."""
    pairs = []
    for slug, use in uses:
        place = Place(slug, use.place)
        pairs.append(PairUse(place, use, tuple(_occurrences(term, use, place, read))))
    return Profile(term, tuple(pairs))


def _occurrences(
    term: Term, use: TermUse, place: Place, read: Read
) -> Iterator[Occurrence]:
    """Put the stretches of both sides together, in the order of the text."""
    zh, en = (
        [
            (form_of(term, read(place, lang)[slice(*at)], lang), at)
            for at in use.side(lang)
        ]
        for lang in ("zh", "en")
    )
    both = list(_side_by_side(term, zh, en))
    both.sort(key=lambda one: (one.zh is None, one.zh or one.en))
    yield from both


_Formed = tuple[str, Stretch]


def _side_by_side(
    term: Term, zh: list[_Formed], en: list[_Formed]
) -> Iterator[Occurrence]:
    """Take the main forms of both languages together, the others as they come."""
    main_zh = [one for one in zh if one[0] == term.zh]
    main_en = [one for one in en if one[0] == term.en]
    mains = list(zip(main_zh, main_en, strict=False))
    rest_zh = [one for one in zh if one not in [first for first, _ in mains]]
    rest_en = [one for one in en if one not in [second for _, second in mains]]
    for first, second in [*mains, *zip_longest(rest_zh, rest_en)]:
        zh_form, zh_at = first or ("", None)
        en_form, en_at = second or ("", None)
        yield Occurrence(zh_at, en_at, zh_form, en_form)
