"""The rows that were accepted as they are: ``content/<slug>.reviewed``, one a line.

Each has an address, the fingerprint of the pair and its first words, parted by tabs.
The fingerprint alone counts: a row that is changed is doubtful again. The address and
the words are for people, and are written anew each time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from app.content.source import read_source
from app.editor.files import UnreadableError
from app.editor.manuscript import Manuscript
from app.model.ledger import FINGERPRINT_DIGITS

HEADER = (
    "# Rows that an editor has read and accepted, so that they are not asked about "
    "again. Written by the editor's page."
)
_FINGERPRINT = re.compile(rf"[0-9a-f]{{{FINGERPRINT_DIGITS}}}")
_WORDS = 40


def read_reviewed(path: Path) -> frozenset[str]:
    """Read the fingerprints; lines without one are passed over.

    :raise UnreadableError: if it is there, and no file that can be read.
    """
    if not path.exists():
        return frozenset()
    source = read_source(path, path.name)
    if not source.readable:
        raise UnreadableError(source)
    fields = (line.split("\t") for line in source.lines)
    return frozenset(
        one[1] for one in fields if len(one) > 1 and _FINGERPRINT.fullmatch(one[1])
    )


def write_reviewed(text: Manuscript) -> str:
    """Write those that are in the text."""
    return "".join(f"{line}\n" for line in (HEADER, *_lines(text)))


def _lines(text: Manuscript) -> Iterator[str]:
    for place, row in text.walk():
        if row.fingerprint in text.accepted:
            address = f"{text.units[place.unit].address or '?'}.s{place.row + 1}"
            yield f"{address}\t{row.fingerprint}\t{row.zh[:_WORDS]}"
