"""An editor's work on one document: its states, and which of them is saved."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import replace
from itertools import count
from threading import RLock
from typing import NamedTuple

from app.content.layout import Layout
from app.editor import files
from app.editor.judging import Judge
from app.editor.judging import Judgement
from app.editor.manuscript import Manuscript
from app.editor.manuscript import Place
from app.editor.reviewed import read_reviewed
from app.editor.saving import FaultyError
from app.editor.saving import save
from app.editor.saving import Saved
from app.errors import ReaderError
from app.model.finding import Finding


class Deed(NamedTuple):
    """What was done, and with which row; it tells who undoes it where to look."""

    order: str = ""
    key: int = 0
    address: str = ""


class StaleError(ReaderError):
    """Raised when an order was given on a page that shows a former state."""


class Session:
    """The states of a manuscript. Undo and redo go as far as the work does."""

    def __init__(self, layout: Layout, slug: str) -> None:
        self.lock = RLock()
        self.layout, self.slug = layout, slug
        self.version = 0
        self._keys = count(1)
        self.said = ""
        """What the next page has to say."""
        self.open()

    def open(self) -> None:
        """Read the files anew; what was not saved is lost.

        :raise UnreadableError: if one cannot be read; the work stays as it is then.
        :raise MendFirstError: if they cannot be edited; the work stays as it is too.
        """
        frame, text = files.read(self.layout, self.slug)
        reviewed = read_reviewed(self.layout.reviewed_path(self.slug))
        self.frame = frame
        self.text = self._numbered(replace(text, accepted=reviewed))
        self.past: list[tuple[Manuscript, Deed]] = []
        self.future: list[tuple[Manuscript, Deed]] = []
        self.saved = self.text
        self.faults: list[tuple[int, Finding]] = []
        self._judge = Judge()
        self._moved()

    def reopen(self, version: int) -> None:
        """Read the files anew, if the work is known to whom it will be lost."""
        self._same(version)
        self.open()

    def _moved(self) -> None:
        self.version += 1
        self.judged: Mapping[int, Judgement] = self._judge.judge(self.text)

    @property
    def unsaved(self) -> bool:
        """Whether the text is another than in the files."""
        return self.text != self.saved

    def apply(
        self,
        version: int,
        operation: Callable[[Manuscript], Manuscript],
        deed: Deed = Deed(),  # noqa: B008
    ) -> None:
        """Do something to the text.

        :raise StaleError: if that was meant for another state.
        """
        self._same(version)
        changed = self._numbered(operation(self.text))
        self.past.append((self.text, deed))
        self.future.clear()
        self.text = changed
        self._moved()

    def undo(self, version: int) -> Deed | None:
        """Go back to the state before, if there is one; say what is undone."""
        return self._walk(version, self.past, self.future)

    def redo(self, version: int) -> Deed | None:
        """Do again what was undone last; say what that is."""
        return self._walk(version, self.future, self.past)

    def _walk(
        self,
        version: int,
        source: list[tuple[Manuscript, Deed]],
        target: list[tuple[Manuscript, Deed]],
    ) -> Deed | None:
        self._same(version)
        if not source:
            return None
        text, deed = source.pop()
        target.append((self.text, deed))
        self.text = text
        self._moved()
        return deed

    def save(self, version: int) -> Saved:
        """Write the files; errors are kept to be shown beside their rows.

        :raise ChangedOnDiskError: if somebody else has written them.
        :raise FaultyError: if the checker has found errors.
        """
        self._same(version)
        try:
            done = save(self.layout, self.frame, self.text, self.saved.accepted)
        except FaultyError as error:
            self.faults = [(self._key(place), one) for place, one in error.faults]
            raise
        self.faults = []
        self.frame, self.saved = done.frame, self.text
        return done

    def place(self, key: int) -> Place | None:
        """Say where a row stands."""
        return next((at for at, row in self.text.walk() if row.key == key), None)

    @property
    def doubtful(self) -> list[int]:
        """The keys of the doubtful rows, in the order of the text."""
        return [
            row.key
            for _, row in self.text.walk()
            if self.judged[row.key].reasons
            and row.fingerprint not in self.text.accepted
        ]

    def changed_place(self, before: Manuscript) -> Place | None:
        """Find the first row that is another than it was."""
        for u, (was, now) in enumerate(zip(before.units, self.text.units, strict=True)):
            if was == now:
                continue
            same = zip(was.rows, now.rows, strict=False)
            r = next((n for n, (one, two) in enumerate(same) if one != two), None)
            last = min(len(was.rows), len(now.rows)) - 1
            return Place(u, last if r is None else r)
        return None

    def _same(self, version: int) -> None:
        if version != self.version:
            raise StaleError

    def _key(self, place: Place | None) -> int:
        """Give the key of a row; of a heading, the number of its unit below zero."""
        if place is None:
            return 0
        if place.row == files.HEADING:
            return -place.unit
        return self.text.units[place.unit].rows[place.row].key

    def _numbered(self, text: Manuscript) -> Manuscript:
        """Give every new row a key that no other ever had."""
        for u, unit in enumerate(text.units):
            if any(not row.key for row in unit.rows):
                rows = [
                    row if row.key else replace(row, key=next(self._keys))
                    for row in unit.rows
                ]
                text = text.with_rows(u, rows)
        return text
