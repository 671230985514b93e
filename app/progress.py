"""What a long command shows while it runs: nothing, or a bar on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from tqdm import tqdm

Piece = TypeVar("Piece")


class Silent:
    """Shows nothing."""

    def step(self, name: str) -> None:
        """Begin a step."""

    def track(self, pieces: Iterable[Piece], total: int) -> Iterator[Piece]:
        """Pass on the pieces of a step as they are done."""
        yield from pieces

    def close(self) -> None:
        """End."""


SILENT = Silent()


class Bar(Silent):
    """Shows a bar that names the step, and how far it has come."""

    def __init__(self) -> None:
        self._bar = tqdm(total=1, unit="unit", leave=False)

    def step(self, name: str) -> None:
        """Begin a step."""
        self._bar.set_description(name)

    def track(self, pieces: Iterable[Piece], total: int) -> Iterator[Piece]:
        """Move the bar with each piece."""
        self._bar.reset(total)
        for piece in pieces:
            self._bar.update()
            yield piece

    def close(self) -> None:
        """Take the bar away."""
        self._bar.close()


@contextmanager
def watched() -> Iterator[Silent]:
    """Show a bar if a terminal watches; it is gone at the end, whatever that was."""
    progress = Bar() if sys.stderr.isatty() else Silent()
    try:
        yield progress
    finally:
        progress.close()
