"""How sure each row is, and why it may be wrong; only what changed is judged again."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass

from app.alignment.judging import judge
from app.content import inline
from app.content.grammar import UNTRANSLATED
from app.editor import lines
from app.editor.manuscript import Manuscript
from app.editor.manuscript import Row
from app.importer.doubts import with_reasons
from app.importer.draft import Draft
from app.importer.draft import DraftRow
from app.importer.draft import DraftUnit
from app.model.document import Lang

_AROUND = 3
"""How many neighbours on each side a changed row is judged with."""

_AT_ONCE = 16
"""How many rows of a unit are judged again after an order, so that keys stay quick."""

WAITING = "moved, and not judged yet"
"""The reason of the others, until the next order."""

_Said = tuple[str, str]
_Setting = tuple[_Said | None, _Said, _Said | None]
"""What a row says, between what its neighbours say."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The chance that a row is right, and what speaks against it, if anything."""

    confidence: float
    reasons: tuple[str, ...] = ()


_LATER = Judgement(0, (WAITING,))


class Judge:
    """Judges rows, and remembers what it said of them between the same neighbours."""

    def __init__(self) -> None:
        self._known: dict[_Setting, Judgement] = {}

    def judge(self, text: Manuscript) -> dict[int, Judgement]:
        """Give a judgement of every row by its key."""
        found: dict[int, Judgement] = {}
        first = not self._known
        if first:
            self._learn([row for _, row in text.walk()])
        for unit in text.units:
            settings = list(_settings(unit.rows))
            if any(one not in self._known for one in settings):
                self._judge_again(unit.rows, settings)
            for row, setting in zip(unit.rows, settings, strict=True):
                found[row.key] = self._known.get(setting, _LATER)
        return found

    def _learn(self, rows: Sequence[Row]) -> None:
        """Judge all rows together, which teaches most."""
        self._keep(rows, range(len(rows)), list(_settings(rows)))

    def _judge_again(self, rows: Sequence[Row], settings: list[_Setting]) -> None:
        """Judge what is new in a unit, each stretch with its neighbours."""
        new = [n for n, one in enumerate(settings) if one not in self._known]
        new = new[:_AT_ONCE]
        start, stop = max(new[0] - _AROUND, 0), new[-1] + 1 + _AROUND
        near = rows[start:stop]
        self._keep(near, [n - start for n in new], settings[start:stop])

    def _keep(
        self, rows: Sequence[Row], asked: Sequence[int], settings: list[_Setting]
    ) -> None:
        """Judge a stretch of rows, and keep what is said of those asked for."""
        chances = judge([(_cut("zh", row), _cut("en", row)) for row in rows])
        drafts = [
            DraftRow(_plain(row.zh), _plain(row.en), chance)
            for row, chance in zip(rows, chances, strict=True)
        ]
        said = with_reasons(Draft([DraftUnit(None, None, [drafts])]))
        judged = said.units[0].paragraphs[0]
        for n in asked:
            reasons = tuple(judged[n].reasons)
            self._known[settings[n]] = Judgement(judged[n].confidence, reasons)


def _settings(rows: Sequence[Row]) -> Iterator[_Setting]:
    said = [(row.zh, row.en) for row in rows]
    around: list[_Said | None] = [None, *said, None]
    for n, one in enumerate(said):
        yield around[n], one, around[n + 2]


def _plain(line: str) -> str:
    """Give a line without its markup; nothing where there is no translation."""
    return "" if line == UNTRANSLATED else inline.parse(line).plain


def _cut(lang: Lang, row: Row) -> list[str]:
    return lines.sentences(lang, _plain(row.side(lang)) or UNTRANSLATED)
