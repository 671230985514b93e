"""The snapshot that is being served; a new one is taken up by itself."""

from __future__ import annotations

import gc
import logging
from pathlib import Path
from threading import Lock
from time import monotonic

from app.errors import SnapshotError
from app.snapshot.reader import open_snapshot
from app.snapshot.reader import Snapshot
from app.snapshot.store import Store

_log = logging.getLogger(__name__)

LOOK_EVERY = 0.5
"""How often to look for a new snapshot, in seconds."""


class CurrentSnapshot:
    """Keeps one snapshot open for all threads.

    The old snapshot is not closed when a new one comes: requests may still be reading
    it, and it goes with the last of them.
    """

    def __init__(self, index: Path) -> None:
        self._store = Store(index)
        self._lock = Lock()
        self._snapshot: Snapshot | None = None
        self._looked = -LOOK_EVERY

    def get(self) -> Snapshot:
        """Give the snapshot to serve.

        A new one that cannot be opened leaves the old one serving.

        :raise SnapshotError: if there is none, or none that can be opened.
        """
        with self._lock:
            snapshot = self._snapshot
            if snapshot is not None and monotonic() - self._looked < LOOK_EVERY:
                return snapshot
            self._looked = monotonic()
            digest = self._store.current()
            if snapshot is not None and digest in {None, snapshot.digest}:
                return snapshot
            return self._open(digest)

    def _open(self, digest: str | None) -> Snapshot:
        """Open the snapshot that ``current`` names."""
        try:
            if digest is None:
                raise SnapshotError("There is no snapshot yet.")
            self._snapshot = open_snapshot(self._store, digest)
        except SnapshotError as error:
            if self._snapshot is None:
                raise
            _log.warning("The old snapshot goes on serving. %s", error)
        else:
            gc.collect()  # what is left of the old one is large, and full of circles
        return self._snapshot
