"""Accepted exceptions to the checks of a translation: ``content/<slug>.exceptions``.

One a line: the address of the sentence, the code of the check, and the reason, parted
by spaces. Lines that begin with ``#`` are remarks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.content.codes import CODES
from app.content.codes import finding
from app.content.source import Source
from app.errors import LocatorError
from app.model.finding import Finding
from app.model.locator import Locator

_FIELDS = 3
_ACCEPTABLE = frozenset(
    code for code in CODES if code.startswith("T") and code < "T010"
)
_REMEDY = "write an address, a code and a reason: 2.3.11.s4 T007 why it is right."


@dataclass(frozen=True, slots=True)
class Accepted:
    """An alarm that is no error, and why."""

    locator: Locator
    code: str
    reason: str
    line: int


def read_exceptions(source: Source) -> tuple[tuple[Accepted, ...], tuple[Finding, ...]]:
    """Read and check a file of exceptions; lines that cannot be read are left out."""
    found = list(source.findings)
    accepted: dict[tuple[Locator, str], Accepted] = {}
    for one in _lines(source):
        if isinstance(one, Finding):
            found.append(one)
        elif (one.locator, one.code) in accepted:
            message = f"{one.code} at {one.locator} stands here twice; keep one."
            found.append(finding("T010", source.path, one.line, message))
        else:
            accepted[one.locator, one.code] = one
    return tuple(accepted.values()), tuple(found)


def _lines(source: Source) -> Iterator[Accepted | Finding]:
    for line, text in enumerate(source.lines, 1):
        words = text.split(maxsplit=_FIELDS - 1)
        if not words or text.startswith("#"):
            continue
        message = _fault(words)
        if message:
            yield finding("T010", source.path, line, f"{message}; {_REMEDY}")
        else:
            address, code, reason = words
            yield Accepted(Locator.parse(address), code, reason.strip(), line)


def _fault(words: list[str]) -> str:
    """Say what is wrong with a line, if anything is."""
    if len(words) < _FIELDS:
        return "An exception needs three things"
    address, code, _ = words
    try:
        locator = Locator.parse(address)
    except LocatorError:
        return f"{address!r} is no address"
    if not locator.segment or locator.last:
        return f"{address} is no single sentence"
    if code not in _ACCEPTABLE:
        return f"{code!r} is no check of the translation"
    return ""
