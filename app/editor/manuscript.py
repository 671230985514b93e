"""A document on the editor's desk: units of rows, as lines of its two files. Frozen."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from typing import NamedTuple

from app.content.grammar import UNTRANSLATED
from app.model.document import Lang
from app.model.ledger import fingerprint


class Place(NamedTuple):
    """Where a row stands: its unit and its number in the unit, both from 0."""

    unit: int
    row: int


@dataclass(frozen=True, slots=True)
class Row:
    """A line of each file; a side is a single ``-`` where there is no translation.

    The *key* tells rows apart that say the same. It is given by whoever keeps the
    manuscript, and is no part of what the row says.
    """

    zh: str
    en: str
    begins: bool = False
    """Whether a paragraph begins with it."""
    key: int = field(default=0, compare=False)

    def side(self, lang: Lang) -> str:
        """Give the line of one language."""
        return self.zh if lang == "zh" else self.en

    def with_side(self, lang: Lang, text: str) -> Row:
        """Give the row with another line in one language."""
        return replace(self, zh=text) if lang == "zh" else replace(self, en=text)

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing in either language."""
        return self.zh == self.en == UNTRANSLATED

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the pair, by which it is known to be accepted."""
        return fingerprint(self.zh, self.en)


@dataclass(frozen=True, slots=True)
class Unit:
    """A heading in both languages, as the files have it, and the rows below it.

    The preamble has no headings.
    """

    address: str
    zh: str
    en: str
    rows: tuple[Row, ...]

    def heading(self, lang: Lang) -> str:
        """Give the heading in one language."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Manuscript:
    """All the units, and the fingerprints of the rows that were accepted."""

    units: tuple[Unit, ...]
    accepted: frozenset[str] = frozenset()

    def walk(self) -> Iterator[tuple[Place, Row]]:
        """Yield every row with its place."""
        for u, unit in enumerate(self.units):
            for r, row in enumerate(unit.rows):
                yield Place(u, r), row

    def with_rows(self, unit: int, rows: Sequence[Row]) -> Manuscript:
        """Give the manuscript with other rows in one unit."""
        return self.with_unit(unit, replace(self.units[unit], rows=tuple(rows)))

    def with_unit(self, at: int, unit: Unit) -> Manuscript:
        """Give the manuscript with another unit in one place."""
        units = (*self.units[:at], unit, *self.units[at + 1 :])
        return replace(self, units=units)
