"""What a killed import or a killed editor left beside the files it was writing."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_PART = re.compile(r"\.(?P<name>.+)\.(?P<process>[0-9]{1,9})\.part")


def part_of(path: Path) -> Path:
    """Give the file that this process writes before it takes the place of *path*."""
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def leftovers(path: Path) -> Iterator[Path]:
    """Yield the parts of a file whose processes are gone."""
    if not path.parent.is_dir():
        return
    for entry in path.parent.iterdir():
        match = _PART.fullmatch(entry.name)
        if match and match["name"] == path.name and not _runs(int(match["process"])):
            yield entry


def clear_leftovers(path: Path) -> None:
    """Take the parts away that nobody will finish."""
    for part in list(leftovers(path)):
        with suppress(OSError):
            part.unlink()


def _runs(process: int) -> bool:
    """Say whether a process is there, whoever it belongs to."""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
