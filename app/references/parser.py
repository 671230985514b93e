"""Written words → a reference: which numbers of which kinds, not yet a place."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from app.errors import NotAReferenceError
from app.model.locator import Locator
from app.references.patterns import ANY
from app.references.patterns import ASIDES
from app.references.patterns import FORMS
from app.references.patterns import Kinds
from app.references.patterns import OF
from app.references.patterns import SEPARATOR
from app.references.patterns import WORD_KINDS
from app.references.patterns import ZH_KINDS
from app.text.numerals import parse_number

MAX_LENGTH = 120
"""Longer than any written place; a longer text is prose and is not tried."""

PREAMBLE = "0"


@dataclass(frozen=True, slots=True)
class Step:
    """One level of a reference: the number, and the kinds of unit it may be."""

    number: str
    kinds: Kinds = ANY
    bracketed: bool = False
    """Whether it stands in brackets, as the numbers of some headings do."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A place as written: some levels of the path, outermost first, and a segment."""

    steps: tuple[Step, ...]
    segment: str = ""
    last: str = ""

    @property
    def dotted(self) -> Locator | None:
        """The address it spells out, if it is a plain path of numbers."""
        if not self.steps or any(step.kinds for step in self.steps):
            return None
        return Locator(tuple(step.number for step in self.steps))


def parse_reference(text: str) -> Reference:
    """Read a written place in either language.

    ``2.3.11``, ``第二部分第（三）节第11条``, ``二（三）11``, ``Part II (3) 11``,
    ``II.3.11``, ``measure 11``, ``第11项``, ``sentence 4 of measure 11``: all are read.

    :raise NotAReferenceError: if the whole of *text* is not one reference.
    """
    folded = unicodedata.normalize("NFKC", text).casefold().strip()
    if not folded or len(folded) > MAX_LENGTH:
        raise NotAReferenceError(text)
    folded = " ".join(reversed(OF.split(folded)))
    matches = list(_matches(folded, text))
    steps: list[Step] = []
    segment = last = ""
    for match in matches:
        found = match.groupdict()
        if segment:
            raise NotAReferenceError(text)  # nothing may follow a sentence
        if found.get("segment"):
            segment = _segment(found["segment"], text)
            last = _segment(found["last"], text) if found["last"] else ""
        else:
            steps.append(_step(found, text))
    if not steps:
        raise NotAReferenceError(text)
    if len(matches) == 1 and not _may_stand_alone(matches[0]):
        raise NotAReferenceError(text)
    return Reference(tuple(steps), segment, last)


def _matches(folded: str, text: str) -> list[re.Match[str]]:
    """Cut the text into steps from left to right, leaving nothing over."""
    matches = []
    position = SEPARATOR.match(folded).end()  # type: ignore[union-attr]
    while position < len(folded):
        found = (form.match(folded, position) for form in FORMS)
        match = next((match for match in found if match), None)
        if match is None:
            raise NotAReferenceError(text)
        matches.append(match)
        position = SEPARATOR.match(folded, match.end()).end()  # type: ignore[union-attr]
    return matches


def _may_stand_alone(match: re.Match[str]) -> bool:
    """Say whether a form is a reference by itself: 十一 and xi are mostly words."""
    is_bare = set(match.groupdict()) == {"number", "suffix"}
    return not is_bare or match["number"].isdigit()


def _step(found: dict[str, str | None], text: str) -> Step:
    """Make one level out of what a form caught."""
    if found.get("preamble"):
        return Step(PREAMBLE, frozenset({"preamble"}))
    number = _arabic(found["number"] or "", text) + (found.get("suffix") or "")
    if found.get("after"):
        number += f"-{_arabic(found['after'] or '', text)}"
    word, unit = found.get("word"), found.get("unit")
    kinds = WORD_KINDS[word] if word else ZH_KINDS[unit] if unit else ANY
    aside = kinds & ASIDES
    if aside:
        number = f"{next(iter(aside))}-{number}"
    return Step(number, kinds, bracketed=bool(found.get("bracket")))


def _arabic(numeral: str, text: str) -> str:
    """Write any numeral in Arabic digits."""
    value = parse_number(numeral)
    if value is None:
        raise NotAReferenceError(text)
    return str(value)


def _segment(numeral: str, text: str) -> str:
    """Read a segment's number; one like 4a is kept as it is."""
    return (
        numeral
        if numeral[-1].isascii() and numeral[-1].isalpha()
        else _arabic(numeral, text)
    )
