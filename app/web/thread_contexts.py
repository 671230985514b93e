"""What the sections about references, related units and cited works are made from."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from app.web.contexts import Link
from app.web.contexts import Pair
from app.web.contexts import Row


@dataclass(frozen=True, slots=True)
class Named:
    """A place that is named here, and where."""

    pair: Pair
    sources: tuple[Link, ...]
    """The sentences that name it, and the editor's notes to them."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A sentence, or the editor's note to one, that names this place."""

    row: Row
    """Its words, those that refer marked."""
    document: Link | None
    """The document it stands in, if that is another one."""
    by_editor: bool
    """Whether it is a note."""


@dataclass(frozen=True, slots=True)
class Related:
    """A unit that is worth reading beside this one, and why."""

    pair: Pair
    reason: Markup


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A work that is not in this library, and where it is cited."""

    id: str
    """Its anchor on the page about the texts."""
    pair: Pair
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ThreadSections:
    """All threads of a unit, or of a document as a whole."""

    out: tuple[Named, ...] = ()
    into: tuple[Naming, ...] = ()
    related: tuple[Related, ...] = ()
    works: tuple[CitedWork, ...] = ()
    tools: tuple[Link, ...] = ()
    """The sections there are, each with how much is in it."""
