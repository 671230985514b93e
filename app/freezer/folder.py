"""The folder of a frozen site: made beside its place, and put there whole."""

from __future__ import annotations

import gzip
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path

import brotli

from app.errors import ReaderError

LIST = "files.json"
"""The list of all files; it also says that a folder is a frozen site."""

_TEMPORARY = ".freezing-"
_PACKED = frozenset(
    {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".tbx", ".md",
     ".tmx", ".xlf", ".bib", ".ris"}
)  # fmt: skip
_WORTH_PACKING = 1024
"""From how many bytes a file is packed."""


class NotOursError(ReaderError):
    """Raised for a folder that has files in it which are no frozen site."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} has files that are no frozen site; choose a new or empty folder."
        )
        self.folder = folder


@dataclass
class Folder:
    """A folder that is being filled."""

    root: Path
    compress: bool = False
    sizes: dict[str, int] = field(default_factory=dict)

    def write(self, name: str, data: bytes) -> None:
        """Write a file, and beside it the packed ones that some servers send."""
        self._put(name, data)
        self.sizes[name] = len(data)
        if self.compress and len(data) >= _WORTH_PACKING and _is_text(name):
            self._put(f"{name}.br", brotli.compress(data))
            self._put(f"{name}.gz", gzip.compress(data, mtime=0))

    def close(self, digest: str) -> None:
        """Write the list of all files."""
        files = dict(sorted(self.sizes.items()))
        listed = {"program": "Policy Reader", "snapshot": digest, "files": files}
        text = json.dumps(listed, ensure_ascii=False, indent=0)
        self._put(LIST, f"{text}\n".encode())

    def _put(self, name: str, data: bytes) -> None:
        """Write one file."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def check(place: Path) -> None:
    """Make sure that nothing is lost if a site is put there.

    :raise NotOursError: if something else is there.
    """
    if place.exists() and not place.is_dir():
        raise NotOursError(place)
    if place.is_dir() and any(place.iterdir()) and not (place / LIST).is_file():
        raise NotOursError(place)


@contextmanager
def replacing(place: Path) -> Iterator[Path]:
    """Give a folder to fill; it takes its place when all is done, or goes."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=_TEMPORARY, dir=place.parent) as room:
        made, old = Path(room, "made"), Path(room, "old")
        made.mkdir()
        yield made
        check(place)  # it may have been filled meanwhile
        if place.exists():
            place.rename(old)
        made.rename(place)


def _is_text(name: str) -> bool:
    """Say whether packing makes a file much smaller."""
    return Path(name).suffix in _PACKED
