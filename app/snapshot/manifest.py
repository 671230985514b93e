"""What a snapshot says of itself: its format, digest, files and their hashes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from app.errors import SnapshotError
from app.search.analyzer import ANALYZER_VERSION
from app.search.meaning.encoder import is_available
from app.search.meaning.encoder import PACKAGE
from app.text.readings import READINGS_VERSION

FORMAT_VERSION = 5
"""Raised whenever the files of a snapshot change their shape."""

THREADS_VERSION = 1
"""Raised whenever the same texts would come to other references or relations."""

DOUBTS_VERSION = 1
"""Raised whenever the same texts would come to other alarms of the translation."""

DIGEST_DIGITS = 16

NAME = "manifest.json"

#: Libraries whose versions decide what the same content comes to.
_LIBRARIES = ("whoosh3", "jieba", "opencc", "breame", "pypinyin", "Markdown")


@dataclass(frozen=True, slots=True)
class Manifest:
    """The first file a reader looks at, and the last one written."""

    format: int
    digest: str
    sources: Mapping[str, str]
    """The SHA-256 of every content file, by its path below the content folder."""
    files: Mapping[str, str]
    """The SHA-256 of every file of the snapshot, by its path below the snapshot."""
    counts: Mapping[str, int]
    """Documents, units, segments, notes and terms."""

    def write(self, folder: Path) -> None:
        """Write the manifest into a snapshot."""
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True)
        (folder / NAME).write_text(text + "\n", encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """Read the manifest of a snapshot and hold every file against it.

        :raise SnapshotError: if it is missing, of another format, or does not agree.
        """
        try:
            found = cls(**json.loads((folder / NAME).read_text("utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise SnapshotError(
                f"The snapshot {folder.name} has no manifest."
            ) from error
        if found.format != FORMAT_VERSION:
            raise SnapshotError(
                f"The snapshot {folder.name} has format {found.format}; "
                f"this program reads {FORMAT_VERSION}."
            )
        for name, digest in found.files.items():
            path = folder / name
            if not path.is_file() or hash_file(path) != digest:
                raise SnapshotError(
                    f"The file {name} of the snapshot {folder.name} is damaged."
                )
        return found


def hash_file(path: Path) -> str:
    """Give the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def hash_folder(folder: Path) -> dict[str, str]:
    """Give the SHA-256 of every file below a folder but the manifest, by its path."""
    return {
        path.relative_to(folder).as_posix(): hash_file(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != NAME
    }


def content_digest(sources: Mapping[str, str]) -> str:
    """Name what these sources come to under this program: same content, same digest."""
    parts = [f"format {FORMAT_VERSION}", f"analyzer {ANALYZER_VERSION}"]
    parts.append(f"threads {THREADS_VERSION}")
    parts.append(f"doubts {DOUBTS_VERSION}")
    parts.append(f"readings {READINGS_VERSION}")
    parts += [f"{name} {version(name)}" for name in _LIBRARIES]
    parts += [f"{PACKAGE} {version(PACKAGE)}"] if is_available() else []
    parts += [f"{path} {digest}" for path, digest in sorted(sources.items())]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:DIGEST_DIGITS]
