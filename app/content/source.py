"""One file to its lines: encoding, line ends and characters nobody can see."""

from __future__ import annotations

import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from app.content.codes import finding
from app.model.finding import Finding

BYTE_ORDER_MARK = "\ufeff"
NEWLINE = "\n"

LONGEST_LINE = 4_000
"""Longer than any sentence; reading the markup of a longer line could take minutes."""

_UNSEEN = {"Cc", "Cf", "Co", "Zl", "Zp"}
_JOINERS = {"\u200c", "\u200d"}  # they change how letters look


@dataclass(frozen=True, slots=True)
class Source:
    """The lines of a file without their ends, and what was wrong with them."""

    path: str
    lines: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    readable: bool = True


def read_source(path: Path, display: str) -> Source:
    """Read a file as UTF-8; what is wrong is reported and mended for the reading."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would never end
            raise IsADirectoryError
        data = path.read_bytes()
    except IsADirectoryError:
        message = "This is a folder; a text file is needed here."
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
    else:
        return decode(data, display)
    found = (finding("F005", display, 0, message),)
    return Source(display, (), found, readable=False)


def decode(data: bytes, display: str) -> Source:
    """Turn the bytes of a file into lines."""
    found: list[Finding] = []
    text = _decode(data, display, found)
    if text.startswith(BYTE_ORDER_MARK):
        text = text.removeprefix(BYTE_ORDER_MARK)
        message = "The file begins with a byte order mark; save it as UTF-8 without."
        found.append(finding("F002", display, 1, message))
    if "\r" in text:
        first = text[: text.index("\r")].count(NEWLINE) + 1
        message = (
            f"{text.count(chr(13))} carriage returns, the first here; "
            "save the file with plain line ends (LF)."
        )
        found.append(finding("F003", display, first, message))
        text = text.replace("\r\n", NEWLINE).replace("\r", NEWLINE)
    lines = text.split(NEWLINE)
    if lines[-1]:
        message = "The last line has no line end; add one."
        found.append(finding("F008", display, len(lines), message))
    else:
        lines.pop()
    for number, line in enumerate(lines, 1):
        found += _unseen(line, display, number)
        if len(line) > LONGEST_LINE:
            message = (
                f"The line has {len(line):,} characters; {LONGEST_LINE:,} are the "
                "most. Put one sentence on a line."
            )
            found.append(finding("F017", display, number, message))
            lines[number - 1] = line[:LONGEST_LINE]
    return Source(display, tuple(lines), tuple(found))


def _decode(data: bytes, display: str, found: list[Finding]) -> str:
    """Decode UTF-8; where it is not, say so and go on with a sign in its place."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(NEWLINE.encode()) + 1
        message = (
            f"Byte 0x{data[error.start]:02X} is not UTF-8; save the file as UTF-8."
        )
        found.append(finding("F001", display, line, message))
        return data.decode("utf-8", errors="replace")


def _unseen(line: str, display: str, number: int) -> list[Finding]:
    """Report each kind of unseen character in a line once."""
    if line.isascii() and line.isprintable():
        return []
    unseen = dict.fromkeys(
        char
        for char in line
        if unicodedata.category(char) in _UNSEEN and char not in _JOINERS
    )
    return [
        finding(
            "F004",
            display,
            number,
            f"{_name(char)} cannot be seen; delete it.",
        )
        for char in unseen
    ]


def _name(char: str) -> str:
    """Name a character by its code point, and in words where it has some."""
    words = {"\t": "tab"}.get(char) or unicodedata.name(char, "").lower()
    return f"Character U+{ord(char):04X}" + (f" ({words})" if words else "")
