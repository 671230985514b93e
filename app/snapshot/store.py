"""Where snapshots lie: ``index/<digest>/``; ``index/current`` names the one to serve.

A snapshot is made under a temporary name, flushed to the disk, renamed, and only then
named in ``current``, which is replaced in one step. A build that is killed at any
moment leaves the old snapshot serving; the next build removes what it left behind.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.errors import BuildLockedError
from app.errors import SnapshotError

_DIGEST = re.compile(r"[0-9a-f]{16}")
_TEMPORARY = ".building-"


@dataclass(frozen=True, slots=True)
class Store:
    """The index folder."""

    root: Path

    @property
    def _current(self) -> Path:
        return self.root / "current"

    def current(self) -> str | None:
        """Name the snapshot to serve; None before the first build."""
        try:
            name = self._current.read_text("ascii").strip()
        except (OSError, ValueError):
            return None
        return name if _DIGEST.fullmatch(name) else None

    def folder(self, digest: str) -> Path:
        """Give the folder of a snapshot."""
        return self.root / digest

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the index folder for one build.

        :raise BuildLockedError: if another build holds it.
        """
        self.root.mkdir(parents=True, exist_ok=True)
        with (self.root / ".lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise BuildLockedError(
                    f"Another build is at work in {self.root}; wait until it has ended."
                ) from error
            yield

    @contextmanager
    def new_folder(self) -> Iterator[Path]:
        """Give a folder to make a snapshot in; what is left of it goes at the end."""
        folder = Path(tempfile.mkdtemp(prefix=_TEMPORARY, dir=self.root))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def publish(self, folder: Path, digest: str) -> None:
        """Move a finished snapshot to its place; it is not served yet."""
        _flush(folder)
        place = self.folder(digest)
        if place.exists():  # damaged, or the build would have left it alone
            shutil.move(place, tempfile.mkdtemp(prefix=_TEMPORARY, dir=self.root))
        folder.chmod(0o755)
        folder.rename(place)
        _sync(self.root)

    def serve(self, digest: str) -> None:
        """Name the snapshot to serve, in one step."""
        if self.current() == digest:
            return
        handle, name = tempfile.mkstemp(prefix=_TEMPORARY, dir=self.root)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(digest + "\n")
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(self._current)
        _sync(self.root)

    def prune(self, keep: set[str]) -> None:
        """Remove other snapshots, and what builds that were killed have left."""
        for path in self.root.iterdir():
            if path.name.startswith(_TEMPORARY):
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
            elif _DIGEST.fullmatch(path.name) and path.name not in keep:
                shutil.rmtree(path, ignore_errors=True)

    def check_owner(self) -> None:
        """Refuse a folder that anyone may write to: an index can carry code.

        :raise SnapshotError: if the folder is open to all.
        """
        if self.root.stat().st_mode & 0o002:
            raise SnapshotError(
                f"Anyone on this machine may write to {self.root}, and an index that "
                f"others made is not safe to open. Run chmod o-w {self.root} first."
            )


def _flush(folder: Path) -> None:
    """Make sure that every file of a folder is on the disk, and the folders too."""
    for path in [*folder.rglob("*"), folder]:
        _sync(path)


def _sync(path: Path) -> None:
    """Flush one file or folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
