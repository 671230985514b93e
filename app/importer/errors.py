"""What can be wrong with what an editor gives to import: one sentence each."""

from __future__ import annotations

from pathlib import Path

from app.errors import ReaderError


class ImportingError(ReaderError):
    """The base of everything that stops an import; nothing was written then."""


class SourceError(ImportingError):
    """Raised for a file that cannot be imported; *problem* says why and what to do."""

    def __init__(self, path: Path, problem: str) -> None:
        # A name may have signs that move what a terminal shows.
        name = "".join(sign if sign.isprintable() else "\ufffd" for sign in str(path))
        super().__init__(f"{name}: {problem}")
        self.path = path
        self.problem = problem
