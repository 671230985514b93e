"""The ledger of a document: every address ever published, and what became of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from app.model.locator import Locator

State = Literal["live", "moved", "gone"]

FINGERPRINT_DIGITS = 12


def fingerprint(zh: str, en: str) -> str:
    """Give the fingerprint of a pair: the first digits of the SHA-256 of its text."""
    digest = hashlib.sha256(f"{zh}\x1f{en}".encode())
    return digest.hexdigest()[:FINGERPRINT_DIGITS]


@dataclass(frozen=True, slots=True)
class Entry:
    """One published address and the sentence it means.

    A *live* address stands in the text. A *moved* one leads to *target*, where its
    sentence stands now. A *gone* one is a tombstone and keeps the last words.
    """

    locator: Locator
    state: State
    zh: str = ""
    en: str = ""
    target: Locator | None = None

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the pair."""
        return fingerprint(self.zh, self.en)


@dataclass(frozen=True)
class Ledger:
    """All entries of a document: live ones in the order of the text, then the rest."""

    entries: tuple[Entry, ...] = ()

    @cached_property
    def by_locator(self) -> dict[Locator, Entry]:
        """Every entry by its address."""
        return {entry.locator: entry for entry in self.entries}

    def resolve(self, locator: Locator) -> Entry | None:
        """Follow a moved address to where its sentence stands; None if unpublished."""
        seen: set[Locator] = set()
        entry = self.by_locator.get(locator)
        while entry is not None and entry.state == "moved":
            if entry.target is None or entry.locator in seen:
                return None
            seen.add(entry.locator)
            entry = self.by_locator.get(entry.target)
        return entry
