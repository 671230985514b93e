"""Give out addresses: the one a sentence had, or one that was never used."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from app.model.ledger import Entry
from app.model.ledger import Ledger
from app.model.locator import Locator

_NUMBER = re.compile(r"\d+")


class Addresses:
    """All addresses of a document that were ever given out."""

    def __init__(self, ledger: Ledger) -> None:
        self._used: dict[Locator, set[str]] = defaultdict(set)
        self._former: dict[tuple[Locator, Locator], Locator] = {}
        for entry in ledger.entries:
            self._used[entry.locator.unit].add(entry.locator.segment)
            end = ledger.resolve(entry.locator)
            if entry.state == "moved" and end is not None:
                self._former[entry.locator.unit, end.locator] = entry.locator

    def assign(self, unit: Locator, matches: Sequence[Entry | None]) -> list[Locator]:
        """Address the sentences of one unit, in their order.

        *matches* has for each the entry it was published under, or None if it is new.
        A new sentence at the end gets the next number; one put in after s4 gets s4a,
        then s4b; one put in before all others s0a.
        """
        kept = [self._kept(unit, entry) for entry in matches]
        first = not self._used[unit]
        used = self._used[unit]
        given: list[str] = []
        for i, label in enumerate(kept):
            if label is None:
                at_end = not any(kept[i:])
                before = given[-1] if given else "0"
                label = _next(used) if first or at_end else _between(before, used)
            used.add(label)
            given.append(label)
        return [unit.at(label) for label in given]

    def _kept(self, unit: Locator, entry: Entry | None) -> str | None:
        """Find the address a known sentence already has in this unit."""
        if entry is None:
            return None
        if entry.locator.unit == unit:
            return entry.locator.segment
        former = self._former.get((unit, entry.locator))
        return former.segment if former else None


def _next(used: set[str]) -> str:
    """Give the number after the highest ever used."""
    return str(1 + max((_number(label) for label in used), default=0))


def _between(before: str, used: set[str]) -> str:
    """Give the first free letter after a number: 4a, 4b … 4z, 4za …."""
    number = str(_number(before))
    letters = ""
    while True:
        for letter in "abcdefghijklmnopqrstuvwxyz":
            if (label := number + letters + letter) not in used:
                return label
        letters += "z"


def _number(label: str) -> int:
    """Read the number of a label."""
    match = _NUMBER.match(label)
    return int(match[0]) if match else 0
