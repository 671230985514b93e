"""The bytes of a file, within bounds, or one sentence that says what is wrong."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from app.importer.errors import SourceError

MOST_BYTES = 100_000_000
"""Of a file with pictures and fonts in it: PDF and Word."""

MOST_TEXT = 24_000_000
"""Of a file that is all text; the Civil Code has not half a million characters."""


def load(path: Path) -> bytes:
    """Read a whole file that is a file, not empty and not beyond bounds."""
    try:
        # A pipe with nobody at its other end would wait for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        raise SourceError(path, "there is no such file.") from None
    except (OSError, ValueError) as error:
        raise SourceError(path, f"the file cannot be opened: {_why(error)}.") from None
    try:
        _check(path, os.fstat(handle))
        with open(handle, "rb", closefd=False) as file:
            data = file.read(MOST_BYTES)
    except OSError as error:
        raise SourceError(path, f"the file cannot be read: {_why(error)}.") from None
    finally:
        os.close(handle)
    if not data.strip(b"\0 \t\r\n"):
        raise SourceError(path, "the file is empty.")
    return data


def _check(path: Path, about: os.stat_result) -> None:
    """Look at what is open before it is read."""
    if stat.S_ISDIR(about.st_mode):
        raise SourceError(path, "this is a folder; name the file in it.")
    if not stat.S_ISREG(about.st_mode):
        raise SourceError(path, "this is not a file that can be read to its end.")
    if about.st_size > MOST_BYTES:
        raise SourceError(
            path,
            f"the file has {about.st_size // 1_000_000} MB, and at most "
            f"{MOST_BYTES // 1_000_000} MB are read; give the text alone.",
        )


def _why(error: OSError | ValueError) -> str:
    """Say why in the words of the system."""
    words = error.strerror if isinstance(error, OSError) else str(error)
    return (words or "it is refused").rstrip(".").lower()
