"""The one class that owns addresses inside a document: parse, print, climb, order.

An address is the dotted path of the numbers printed in the headings, and after it
the segment: ``2.3.11`` is part II, section (3), measure 11; ``2.3.11.s4`` its fourth
sentence; ``2.3.11.s4-s6`` three of them. It is the same in both languages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import replace

from app.errors import LocatorError

_STEP = r"(?:\d{1,6}(?:-\d{1,4})*|(?:annex|box)-\d{1,4})"
_SEGMENT = r"\d{1,6}[a-z]{0,64}"  # 4z is followed by 4za, 4zz by 4zza

_LOCATOR = re.compile(
    rf"""
    (?P<path>{_STEP}(?:\.{_STEP})*)        # 2.3.11 · 3.12-1 · annex-1
    (?:\.s(?P<segment>{_SEGMENT})          # .s4 · .s4a
        (?:-s(?P<last>{_SEGMENT}))?        # -s6, the end of a range
    )?
    """,
    re.VERBOSE | re.ASCII,
)

_NUMBERS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Locator:
    """The address of a unit, a segment or a range of segments.

    >>> place = Locator.parse("2.3.11.s4-s6")
    >>> place.path, place.segment, place.last
    (('2', '3', '11'), '4', '6')
    >>> str(place.unit), str(place.start), str(place.unit.parent)
    ('2.3.11', '2.3.11.s4', '2.3')
    """

    path: tuple[str, ...]
    """The numbers of the headings from the top, as printed: ``("2", "3", "11")``."""

    segment: str = ""
    """The segment inside the unit's own body, ``"4"`` or ``"4a"``; empty for a unit."""

    last: str = ""
    """The last segment of a range; empty for anything else."""

    @classmethod
    def parse(cls, text: str) -> Locator:
        """Read the canonical form; the lenient forms are read by ``app.references``.

        :raise LocatorError: if *text* is not an address.
        """
        match = _LOCATOR.fullmatch(text)
        if match is None:
            raise LocatorError(text)
        path = tuple(match["path"].split("."))
        return cls(path, match["segment"] or "", match["last"] or "")

    def __str__(self) -> str:
        """Print the canonical form."""
        text = ".".join(self.path)
        if self.segment:
            text += f".s{self.segment}"
        if self.last:
            text += f"-s{self.last}"
        return text

    @property
    def unit(self) -> Locator:
        """The unit this place lies in; a unit is its own."""
        return Locator(self.path)

    @property
    def start(self) -> Locator:
        """The first segment of a range; anything else is its own."""
        return replace(self, last="")

    @property
    def parent(self) -> Locator | None:
        """One step up: a segment's unit, a unit's unit, or None at the top."""
        if self.segment:
            return self.unit
        return Locator(self.path[:-1]) if len(self.path) > 1 else None

    @property
    def fragment(self) -> str:
        """What follows ``#`` on the unit's own page: ``s4``, ``s4-s6`` or nothing."""
        end = f"-s{self.last}" if self.last else ""
        return f"s{self.segment}{end}" if self.segment else ""

    def at(self, segment: str) -> Locator:
        """Give the address of a segment of this unit."""
        return Locator(self.path, segment)

    def child(self, step: str) -> Locator:
        """Give the address of a unit directly below this one."""
        return Locator((*self.path, step))

    def contains(self, other: Locator) -> bool:
        """Say whether *other* is this unit or lies anywhere below it."""
        return not self.segment and other.path[: len(self.path)] == self.path

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Order as a reader counts: 2 before 11, s4 before s4a, annexes last."""
        steps = tuple(
            (step[0].isalpha(), tuple(int(n) for n in _NUMBERS.findall(step)))
            for step in self.path
        )
        return steps, _segment_key(self.segment), _segment_key(self.last)


def _segment_key(segment: str) -> tuple[int, int, str]:
    """Order segments: none first, then by number, then by the letter that follows."""
    number = segment.rstrip("abcdefghijklmnopqrstuvwxyz")
    letters = segment[len(number) :]
    return (int(number) if number else -1, len(letters), letters)
