"""A place in the library: a document and an address in it."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.locator import Locator

WHOLE = Locator(())
"""The address of a document as a whole."""


@dataclass(frozen=True, slots=True)
class Place:
    """One address, complete: which document, and where in it."""

    slug: str
    locator: Locator

    def __str__(self) -> str:
        """Print the place as it is written in queries: ``plan:2.3.11``."""
        return f"{self.slug}:{self.locator}"
