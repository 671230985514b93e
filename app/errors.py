"""What can go wrong, as types: errors carry their data and say what to do next."""

from __future__ import annotations

from collections.abc import Sequence


class ReaderError(Exception):
    """The base of every error this program raises on purpose."""


class LocatorError(ReaderError):
    """Raised by ``Locator.parse`` for a string that is no address."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"{text!r} is not an address; write one like 2.3.11, 2.3.11.s4, "
            "2.3.11.s4-s6 or annex-1."
        )
        self.text = text


class LedgerError(ReaderError):
    """Raised while reading a ``.ids`` ledger that cannot be trusted."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


class SnapshotError(ReaderError):
    """Raised when a snapshot is missing, damaged or of another format."""

    def __init__(self, message: str) -> None:
        super().__init__(f"{message} Run python build_index.py to build it anew.")


class ContentChangedError(ReaderError):
    """Raised when the content was edited while a build was reading it."""

    def __init__(self, content: object) -> None:
        super().__init__(f"{content} was edited during the build; build once more.")


class BuildLockedError(ReaderError):
    """Raised when another build holds the index folder."""


class QueryError(ReaderError):
    """Raised for a query that cannot be run; *parameter* is the one at fault."""

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(message)
        self.parameter = parameter


class PlaceError(ReaderError):
    """The base of a written reference that reaches no single place."""


class NotAReferenceError(PlaceError):
    """Raised for words that do not name a place."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"{text!r} does not name a place; write it like 2.3.11, measure 11, "
            "第十一条 or Part II (3) 11."
        )
        self.text = text


class UnknownPlaceError(PlaceError):
    """Raised when a well-formed reference reaches nothing."""

    def __init__(self, text: str, nearest: Sequence[str]) -> None:
        near = f" The nearest are {', '.join(nearest)}." if nearest else ""
        super().__init__(f"No place is called {text!r}.{near}")
        self.text = text
        self.nearest = tuple(nearest)


class AmbiguousReferenceError(PlaceError):
    """Raised when a reference reaches several places; *candidates* lists them."""

    def __init__(self, text: str, candidates: Sequence[str]) -> None:
        super().__init__(
            f"{text!r} could be any of {', '.join(candidates)}; write one of these."
        )
        self.text = text
        self.candidates = tuple(candidates)
