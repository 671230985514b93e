"""Compare the two languages of every sentence of a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field

from app.model.document import Document
from app.model.document import LANGS
from app.model.doubt import Doubt
from app.model.doubt import Examined
from app.model.glossary import Glossary
from app.terms.occurrences import TermFinder
from app.translation.amounts import check_amounts
from app.translation.bounds import check_bounds
from app.translation.length import check_length
from app.translation.length import LENGTH
from app.translation.length import Scale
from app.translation.links import Knowledge
from app.translation.links import learn
from app.translation.links import link
from app.translation.lists import check_lists
from app.translation.lists import chinese_lists
from app.translation.lists import LISTS
from app.translation.modals import check_modals
from app.translation.modals import forces_of
from app.translation.modals import MODALS
from app.translation.negation import check_negation
from app.translation.negation import NEGATION
from app.translation.negation import zh_negatives
from app.translation.numbers import AMOUNTS
from app.translation.numbers import check_numbers
from app.translation.numbers import code_of
from app.translation.numbers import DATES
from app.translation.numbers import NUMBERS
from app.translation.numbers import numbers_of
from app.translation.numbers import SHARES
from app.translation.pair import Alarm
from app.translation.pair import Pair
from app.translation.terms import check_terms
from app.translation.terms import TERMS

CHECKS = (
    NUMBERS, DATES, SHARES, AMOUNTS, NEGATION, MODALS, TERMS, LISTS, LENGTH,
)  # fmt: skip
"""The codes of all checks, in the order in which a reader is told of them."""


@dataclass(frozen=True, slots=True)
class Found:
    """An alarm at a sentence, and what an editor is told of it."""

    doubt: Doubt
    message: str


@dataclass(frozen=True, slots=True)
class Habits:
    """What a document says of its translation: how long it is, and which words go."""

    scale: Scale = field(default_factory=Scale)
    learned: Knowledge = field(default_factory=dict)

    @classmethod
    def of(cls, pairs: Sequence[Pair]) -> Habits:
        """Learn the habits of a document."""
        return cls(Scale.of(pairs), learn(pairs))


class Checker:
    """Checks translations with one glossary."""

    def __init__(self, glossary: Glossary) -> None:
        self._finder = TermFinder(glossary.terms)

    def check(self, document: Document) -> Iterator[Found]:
        """Yield every alarm of a document, in the order of its text."""
        pairs = pairs_of(document)
        habits = Habits.of(pairs)
        for pair in pairs:
            for code, alarms in _by_code(self.alarms(pair, habits)).items():
                yield _found(document.slug, pair, code, alarms)

    def alarms(self, pair: Pair, habits: Habits) -> Iterator[Alarm]:
        """Yield every alarm of one pair."""
        for check in _EACH:
            yield from check(pair)
        yield from check_terms(pair, self._finder)
        yield from check_lists(pair, link(pair, habits.learned))
        yield from check_length(pair, habits.scale)

    def examined(self, document: Document) -> Iterator[Examined]:
        """Yield how much each check has compared."""
        pairs = pairs_of(document)
        things: Counter[str] = Counter()
        for pair in pairs:
            things.update(code_of(one) for one in numbers_of(pair)[0] if one.firm)
            things[NEGATION] += len(zh_negatives(pair.zh_folded.text)[0])
            forces = forces_of(pair.zh_folded.text, "zh")
            things[MODALS] += sum(one.firm for one in forces)
            things[TERMS] += len(self._finder.find(pair.zh, "zh"))
            things[LISTS] += len(chinese_lists(pair.zh))
        things[LENGTH] = len(pairs)
        for code in CHECKS:
            yield Examined(code, document.slug, len(pairs), things[code])


_EACH: tuple[Callable[[Pair], Iterator[Alarm]], ...] = (
    check_numbers, check_amounts, check_negation, check_bounds, check_modals,
)  # fmt: skip


def pairs_of(document: Document) -> list[Pair]:
    """List the sentences of a document that have both languages."""
    return [
        Pair.of(segment)
        for segment in document.by_segment.values()
        if all(segment.plain(lang) for lang in LANGS)
    ]


def _by_code(alarms: Iterable[Alarm]) -> dict[str, list[Alarm]]:
    """Put the alarms of one code together: a sentence has each code once."""
    found: dict[str, list[Alarm]] = {}
    for alarm in alarms:
        found.setdefault(alarm.code, []).append(alarm)
    return found


def _found(slug: str, pair: Pair, code: str, alarms: list[Alarm]) -> Found:
    doubt = Doubt(
        code,
        slug,
        pair.locator,
        zh=tuple(sorted({span for one in alarms for span in one.zh})),
        en=tuple(sorted({span for one in alarms for span in one.en})),
        zh_words=tuple(word for one in alarms for word in one.zh_words),
        en_words=tuple(word for one in alarms for word in one.en_words),
    )
    return Found(doubt, " ".join(alarm.message for alarm in alarms))
