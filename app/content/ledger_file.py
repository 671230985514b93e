"""The ledger of a document as a file: ``content/<slug>.ids``, one address a line.

Six fields parted by tabs: address, state, fingerprint, target or ``-``, Chinese text,
English text. An untranslated side is empty. The file is kept in version control; one
that cannot be trusted is refused, since wrong addresses would be given out from it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import cast
from typing import get_args

from app.errors import LedgerError
from app.errors import LocatorError
from app.model.ledger import Entry
from app.model.ledger import Ledger
from app.model.ledger import State
from app.model.locator import Locator

HEADER = (
    "# Every address this document has published, and the sentence it means. "
    "Written by the build; keep it in version control, do not edit it by hand."
)

_FIELDS = ("locator", "state", "fingerprint", "target", "zh", "en")
_STATES = get_args(State)
_NO_TARGET = "-"

_ESCAPES = {"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"}
_UNESCAPES = {written: char for char, written in _ESCAPES.items()}
_ESCAPED = re.compile(r"[\\\t\n\r]")
_WRITTEN = re.compile(r"\\(?:.|\Z)")

_REMEDY = "Restore the file from version control."


def read_ledger(path: Path) -> Ledger:
    """Read a ledger; a document never published before has none, so it is empty.

    :raise LedgerError: if the file is there but cannot be trusted.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Ledger()
    except OSError as error:
        message = f"The ledger cannot be read: {error.strerror}. {_REMEDY}"
        raise LedgerError(0, message) from error
    try:
        return parse_ledger(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise LedgerError(line, f"The ledger is not UTF-8. {_REMEDY}") from error


def write_ledger(path: Path, ledger: Ledger) -> bool:
    """Write a ledger in one piece or not at all; say whether anything changed."""
    data = format_ledger(ledger).encode("utf-8")
    if path.is_file() and path.read_bytes() == data:
        return False
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return True


def format_ledger(ledger: Ledger) -> str:
    """Write a ledger as the text of its file."""
    lines = [HEADER, *map(_format_entry, ledger.entries)]
    return "".join(f"{line}\n" for line in lines)


def _format_entry(entry: Entry) -> str:
    fields = (
        str(entry.locator),
        entry.state,
        entry.fingerprint,
        str(entry.target) if entry.target else _NO_TARGET,
        _escape(entry.zh),
        _escape(entry.en),
    )
    return "\t".join(fields)


def parse_ledger(text: str) -> Ledger:
    """Read the text of a ledger's file.

    :raise LedgerError: if a line is not as it was written.
    """
    lines = text.split("\n")
    if not lines[0].startswith("#"):
        message = f"The ledger does not begin with its first line, # …. {_REMEDY}"
        raise LedgerError(1, message)
    if lines.pop():
        message = f"The ledger breaks off in the last line. {_REMEDY}"
        raise LedgerError(len(lines) + 1, message)
    entries: list[Entry] = []
    lines_of: dict[Locator, int] = {}
    for number, line in enumerate(lines[1:], 2):
        entry = _parse_entry(number, line)
        if entry.locator in lines_of:
            message = (
                f"Address {entry.locator} stands on line {lines_of[entry.locator]} "
                f"already. {_REMEDY}"
            )
            raise LedgerError(number, message)
        lines_of[entry.locator] = number
        entries.append(entry)
    ledger = Ledger(tuple(entries))
    _check_targets(ledger, lines_of)
    return ledger


def _parse_entry(number: int, line: str) -> Entry:
    """Read one line."""
    fields = line.split("\t")
    if len(fields) != len(_FIELDS):
        message = f"{len(fields)} fields, {len(_FIELDS)} are needed. {_REMEDY}"
        raise LedgerError(number, message)
    address, state, digest, target, zh, en = fields
    if state not in _STATES:
        message = f"State {state!r} is none of {', '.join(_STATES)}. {_REMEDY}"
        raise LedgerError(number, message)
    if (state == "moved") == (target == _NO_TARGET):
        message = f"A {state} address with target {target!r}. {_REMEDY}"
        raise LedgerError(number, message)
    entry = Entry(
        _parse_address(number, address),
        cast(State, state),
        _unescape(number, zh),
        _unescape(number, en),
        None if target == _NO_TARGET else _parse_address(number, target),
    )
    if digest != entry.fingerprint:
        message = (
            f"The text of {address} does not agree with its fingerprint {digest}; "
            f"it was changed by hand. {_REMEDY}"
        )
        raise LedgerError(number, message)
    return entry


def _parse_address(number: int, text: str) -> Locator:
    """Read the address of one segment."""
    try:
        locator = Locator.parse(text)
    except LocatorError as error:
        raise LedgerError(number, f"{error} {_REMEDY}") from error
    if not locator.segment or locator.last:
        message = f"{text} is not the address of one sentence. {_REMEDY}"
        raise LedgerError(number, message)
    return locator


def _check_targets(ledger: Ledger, lines_of: dict[Locator, int]) -> None:
    """Check that a moved address leads to where a sentence stands or stood."""
    for entry in ledger.entries:
        if entry.state == "moved" and ledger.resolve(entry.locator) is None:
            message = (
                f"{entry.locator} has moved to {entry.target}, which leads nowhere. "
                f"{_REMEDY}"
            )
            raise LedgerError(lines_of[entry.locator], message)


def _escape(text: str) -> str:
    """Write a text so that it stays in its field."""
    return _ESCAPED.sub(lambda match: _ESCAPES[match[0]], text)


def _unescape(number: int, text: str) -> str:
    """Read a text that was written by ``_escape``."""

    def unescape(match: re.Match[str]) -> str:
        if match[0] not in _UNESCAPES:
            raise LedgerError(number, f"{match[0]!r} means nothing here. {_REMEDY}")
        return _UNESCAPES[match[0]]

    return _WRITTEN.sub(unescape, text)
