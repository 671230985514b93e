"""Why an editor should look at a row, in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from statistics import median

from app.importer.draft import Draft
from app.importer.draft import DraftRow
from app.importer.draft import DraftUnit
from app.model.locator import Locator
from app.translation.check import Habits
from app.translation.length import ENOUGH
from app.translation.length import length_fault
from app.translation.length import LengthFault
from app.translation.links import link
from app.translation.numbers import check_numbers
from app.translation.pair import Pair

SURE = 0.9
"""From which confidence on a row is sure."""

_WORDS = 5
"""How many English words a row must have for their partners to be counted."""

_FEW = 0.5
"""Below which part of what is usual in the text the words have few partners.

In three texts with all rows right none was below; of rows shifted by one, two thirds.
"""

_COMMON = 0.75
"""The part of the English words that has a partner, before a text says for itself."""

_LENGTHS: Mapping[LengthFault, str] = {
    "short": "the English is much shorter than the Chinese",
    "long": "the English is much longer than the Chinese",
    "zh breaks off": "the Chinese breaks off",
    "en breaks off": "the English breaks off",
}

_NOWHERE = Locator(("0",))


@dataclass(frozen=True, slots=True)
class _Usual:
    """What is usual in a text: lengths, words that go together, and how many do."""

    habits: Habits
    common: float
    counts: Mapping[Pair, tuple[int, int]]
    """How many English words of each pair have a partner, and how many there are."""

    @classmethod
    def of(cls, pairs: Sequence[Pair]) -> _Usual:
        """Learn it from all rows that have both sides."""
        habits = Habits.of(pairs)
        counts = {pair: _common(pair, habits) for pair in pairs}
        shares = [of_both / n for of_both, n in counts.values() if n >= _WORDS]
        usual = median(shares) if len(shares) >= ENOUGH else _COMMON
        return cls(habits, usual, counts)


def with_reasons(draft: Draft) -> Draft:
    """Give every doubtful row its reasons."""
    rows = [row for unit in draft.units for row in _rows(unit)]
    usual = _Usual.of([_pair(row) for row in rows if row.zh and row.en])
    return Draft(
        [unit if _is_one_sided(unit) else _judged(unit, usual) for unit in draft.units]
    )


def _rows(unit: DraftUnit) -> Iterator[DraftRow]:
    for paragraph in unit.paragraphs:
        yield from paragraph


def _is_one_sided(unit: DraftUnit) -> bool:
    """Say whether all of a unit lacks a side: then that is said of the unit."""
    rows = list(_rows(unit))
    return not any(row.zh for row in rows) or not any(row.en for row in rows)


def _judged(unit: DraftUnit, usual: _Usual) -> DraftUnit:
    paragraphs = [
        [replace(row, reasons=tuple(_reasons(row, usual))) for row in paragraph]
        for paragraph in unit.paragraphs
    ]
    return replace(unit, paragraphs=paragraphs)


def _pair(row: DraftRow) -> Pair:
    return Pair(_NOWHERE, row.zh, row.en)


def _reasons(row: DraftRow, usual: _Usual) -> Iterable[str]:
    """Say what speaks against a row."""
    if not row.en:
        return ["the English has no sentence for it"]
    if not row.zh:
        return ["the Chinese has no sentence for it"]
    pair = _pair(row)
    found = [*_numbers(pair), *_words(pair, usual)]
    if row.confidence < SURE:
        fault = length_fault(pair, usual.habits.scale)
        found += [_LENGTHS[fault]] if fault else []
        found = found or ["another cut is as likely"]
    return found


def _numbers(pair: Pair) -> Iterator[str]:
    """Say which numbers differ."""
    zh: list[str] = []
    en: list[str] = []
    for alarm in check_numbers(pair):
        zh += alarm.zh_words
        en += alarm.en_words
    if zh or en:
        yield f"numbers differ: {_listed(zh)} / {_listed(en)}"


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words[:4]) or "none"


def _words(pair: Pair, usual: _Usual) -> Iterator[str]:
    """Say whether few words have a partner, for this text."""
    of_both, words = usual.counts[pair]
    if words >= _WORDS and of_both < _FEW * usual.common * words:
        yield (
            f"few words in common ({of_both} of {words})"
            if of_both
            else "no word in common"
        )


def _common(pair: Pair, habits: Habits) -> tuple[int, int]:
    """Count the English words with a partner, and all of them."""
    links = link(pair, habits.learned)
    return len(links.partner), len(links.en)
