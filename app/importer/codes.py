"""Every code the importer may report: what it read, and what an editor should look at.

I001 is the ledger's among the codes of the content; the importer's begin with I101.
"""

from __future__ import annotations

from pathlib import Path

from app.model.finding import Finding
from app.model.finding import Level

CODES: dict[str, tuple[Level, str]] = {
    # I1: the structure of a raw text, read from its numbers.
    "I101": ("warning", "a number is skipped in a raw text"),
    "I102": ("warning", "a number is repeated in a raw text and was taken for text"),
    "I103": ("warning", "a heading without a number was taken for text"),
    "I104": ("warning", "a table of contents was left out"),
    "I105": ("warning", "a line only looks like a heading and was taken for text"),
    "I106": ("warning", "the number of a heading was written in another form"),
    "I107": ("warning", "a heading is too deep or has no place and was taken for text"),
    "I108": ("warning", "no numbered heading was found in a raw text"),
    # I2: the two outlines put together.
    "I201": ("warning", "a unit stands in one language only"),
    "I202": (
        "warning",
        "a heading with a wrong number was paired by its words",
    ),
    "I203": ("warning", "the two texts look like different versions"),
    "I204": ("warning", "units with one number have other words in each language"),
    "I205": ("warning", "a unit without a heading in one language got its text back"),
    # I3: what had to be done to write both texts as one document.
    "I301": ("warning", "a heading could have no address of its own and is now text"),
    "I302": ("warning", "an English heading took the number of the Chinese one"),
}
"""The single source of the importer's codes; a test demands each in the handbook."""


def finding(code: str, path: Path, place: int, message: str) -> Finding:
    """Make a finding of the level its code has."""
    return Finding(code, CODES[code][0], str(path), place, message)
