"""One heading after the other: whether its number comes next, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field

from app.content.grammar import LEVELS
from app.importer.structure.candidates import Candidate
from app.importer.structure.forms import Mark
from app.importer.structure.forms import NAMED
from app.importer.structure.forms import Number

_NEAR = 4
"""How many headings of its style ahead the number that was to come is looked for."""

_LONGEST_JUMP = {True: 120, False: 9}
"""How many numbers may be missing at once, for styles with names and bare ones."""

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Accepted:
    """A candidate that is a heading, and its level."""

    candidate: Candidate
    level: int


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said about a candidate: a code and a sentence."""

    code: str
    index: int
    message: str


@dataclass(frozen=True, slots=True)
class _Step:
    """A heading that leads down to where the walk is."""

    rank: int
    level: int
    step: str
    is_named: bool


@dataclass(slots=True)
class Walk:
    """Goes through the candidates of a region, from the top."""

    order: Sequence[str]
    base: int = LEVELS[0]
    root: Path = ()
    accepted: list[Accepted] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    _above: list[_Step] = field(default_factory=list)
    _last: dict[str, tuple[Number, Path]] = field(default_factory=dict)
    _seen: set[Path] = field(default_factory=set)
    _in_box: bool = False

    def go(self, candidates: Sequence[Candidate]) -> None:
        """Take every candidate for a heading, or for text and say so."""
        ahead = _Ahead(candidates)
        for candidate in candidates:
            ahead.pass_by(candidate)
            if candidate.mark.style == "box":
                self._take_box(candidate)
            else:
                self._take(candidate, ahead)

    def _take(self, candidate: Candidate, ahead: _Ahead) -> None:
        mark = candidate.mark
        rank = self.order.index(mark.style)
        level = self._level(rank)
        parent = self._path_above(rank)
        if self._in_box and not self._leaves_box(candidate, parent):
            return
        refusal = self._refusal(candidate, parent, ahead)
        path = (*parent, mark.shown)
        if refusal is None and path in self._seen:
            refusal = self._repeated(candidate)
        if refusal is None and level not in LEVELS:
            message = (
                f"{_name(candidate)} stands too deep for a heading; it is text here."
            )
            refusal = Remark("I107", candidate.index, message)
        if refusal is not None:
            self.remarks.append(refusal)
            return
        self._note_jump(candidate, parent)
        self._in_box = False
        self._above = [step for step in self._above if step.rank < rank]
        self._above.append(_Step(rank, level, mark.shown, mark.is_named))
        self._last[mark.style] = (mark.number, parent)
        self._seen.add(path)
        self.accepted.append(Accepted(candidate, level))

    def _level(self, rank: int) -> int:
        """Give the level of a heading below those above it.

        What is named stands right below; what is bare keeps its place among the bare
        styles, so that 1. is an item where there is no （一） above it too.
        """
        above = [step for step in self._above if step.rank < rank]
        if self.order[rank] in NAMED:
            return above[-1].level + 1 if above else self.base
        named = [step.level for step in above if step.is_named]
        first_bare = sum(style in NAMED for style in self.order)
        if self.order[0] not in NAMED:  # I. above Article 1
            return self.base + rank
        return max(named, default=self.base - 1) + 1 + rank - first_bare

    def _leaves_box(self, candidate: Candidate, parent: Path) -> bool:
        """Say whether a heading is not one of the box's own lines."""
        style = candidate.mark.style
        if style in NAMED:
            return True
        last = self._last.get(style)
        return last is not None and candidate.mark.number in successors(last[0])

    def _take_box(self, candidate: Candidate) -> None:
        """Put a box beside the lowest heading above it, but not at the very top."""
        leaf = self._above[-1].level if self._above else self.base
        level = max(leaf, self.base + bool(self._above))
        steps = [step.step for step in self._above if step.level < level]
        parent = (*self.root, *steps)
        path = (*parent, f"box-{candidate.mark.shown}")
        last = self._last.get("box")
        if path in self._seen or (last and candidate.mark.number <= last[0]):
            self.remarks.append(self._repeated(candidate))
            return
        self._note_jump(candidate, parent)
        self._last["box"] = (candidate.mark.number, parent)
        self._seen.add(path)
        self._in_box = True
        self.accepted.append(Accepted(candidate, level))

    def _path_above(self, rank: int) -> Path:
        return (*self.root, *(step.step for step in self._above if step.rank < rank))

    def _refusal(
        self, candidate: Candidate, parent: Path, ahead: _Ahead
    ) -> Remark | None:
        """Say why a candidate is no heading; None if it is one."""
        mark = candidate.mark
        if mark.number[0] == 0:
            return Remark(
                "I107",
                candidate.index,
                "A heading has the number 0, which is the address of the text before "
                "the first heading; it is a part of that text.",
            )
        last, last_parent = self._last.get(mark.style, ((0,), None))
        if not candidate.is_clear and ahead.comes(mark.style, {mark.number}):
            return _only_looks(candidate)
        if mark.number in successors(last):
            return None
        if mark.number == (1,) and last_parent != parent:
            return None
        if not candidate.is_clear:
            return _only_looks(candidate)
        if ahead.comes(mark.style, successors(last)):
            repeated = mark.number == last
            return self._repeated(candidate) if repeated else _only_looks(candidate)
        if mark.number <= last:
            return self._repeated(candidate) if last_parent == parent else None
        return None if self._may_jump(mark, last, ahead) else _only_looks(candidate)

    def _may_jump(self, mark: Mark, last: Number, ahead: _Ahead) -> bool:
        """Say whether numbers may be missing before this one."""
        is_named = mark.style in NAMED
        if is_named and ahead.comes(mark.style, successors(mark.number)):
            return True
        return mark.number[0] - last[0] <= _LONGEST_JUMP[is_named]

    def _note_jump(self, candidate: Candidate, parent: Path) -> None:
        mark = candidate.mark
        last, last_parent = self._last.get(mark.style, ((0,), None))
        if mark.number in successors(last):
            return
        if mark.number == (1,) and last_parent != parent:
            return
        after = f"follows {'-'.join(map(str, last))}" if last[0] else "comes first"
        message = (
            f"{_name(candidate)} {after}; see whether the text lacks something here."
        )
        self.remarks.append(Remark("I101", candidate.index, message))

    def _repeated(self, candidate: Candidate) -> Remark:
        message = (
            f"{_name(candidate)} was there before; here it is text of the heading "
            "above it, for an address can be given only once."
        )
        return Remark("I102", candidate.index, message)


class _Ahead:
    """The numbers still to come, by style."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._numbers: dict[str, list[Number]] = {}
        for candidate in candidates:
            if candidate.is_clear:
                self._numbers.setdefault(candidate.mark.style, []).append(
                    candidate.mark.number
                )
        self._at: dict[str, int] = dict.fromkeys(self._numbers, 0)

    def pass_by(self, candidate: Candidate) -> None:
        """Leave a candidate behind."""
        if candidate.is_clear:
            self._at[candidate.mark.style] += 1

    def comes(self, style: str, numbers: set[Number]) -> bool:
        """Say whether one of the numbers comes soon."""
        at = self._at.get(style, 0)
        return any(n in numbers for n in self._numbers.get(style, [])[at : at + _NEAR])


def successors(number: Number) -> set[Number]:
    """Give the numbers that may follow: after 12 it is 13, 12-1 or 12 bis (12-2)."""
    following: set[Number] = {(number[0] + 1,)}
    if len(number) > 1:
        following.add((number[0], number[1] + 1))
    elif number[0]:
        following.update({(number[0], 1), (number[0], 2)})
    return following


def _only_looks(candidate: Candidate) -> Remark:
    message = (
        f"{_name(candidate)} does not fit the numbers around it and was taken for text."
    )
    return Remark("I105", candidate.index, message)


def _name(candidate: Candidate) -> str:
    """Name a candidate by its kind and number."""
    style = candidate.mark.style
    kind = style.capitalize() if style in NAMED or style == "box" else "Number"
    return f"{kind} {candidate.mark.shown}"
