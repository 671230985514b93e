"""A heading that one language has lost, whose text runs on in the unit before it."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace

from app.content.grammar import Heading
from app.importer.headings import facing
from app.importer.matching.likeness import likeness
from app.importer.matching.likeness import Matrix
from app.importer.outline import RawUnit
from app.importer.outline import UnitPair
from app.model.document import Lang
from app.model.document import LANGS

_LIKE = 0.12
_BETTER = 2.0
"""How alike paragraphs and a unit must be, and how much more than the unit before."""

_LONGEST = 400
"""How many paragraphs of one unit are looked at."""


def give_back(pairs: Sequence[UnitPair]) -> tuple[list[UnitPair], list[int]]:
    """Give units that a language lacks their text, if the unit before them has it.

    The words must say clearly whose the paragraphs are. Return all pairs, and which
    were given something.
    """
    made = list(pairs)
    given: set[int] = set()
    for lang in LANGS:
        for at, stop in list(_runs(made, lang)):
            given.update(_part(made, lang, at, stop))
    return made, sorted(given)


def _runs(pairs: Sequence[UnitPair], lang: Lang) -> Iterator[tuple[int, int]]:
    """Find units with text that a language lacks, behind one whose text it has.

    Give where the unit that has it stands, and where the run of those ends.
    """
    before = -1
    for at, pair in enumerate([*pairs, None]):
        if pair and _unit(pair, lang) is None:
            continue
        lacking = pairs[before + 1 : at]
        if before >= 0 and any(one.paragraphs for one in _others(lacking, lang)):
            unit = _unit(pairs[before], lang)
            if unit and 0 < len(unit.paragraphs) <= _LONGEST:
                yield before, at
        before = at


def _part(pairs: list[UnitPair], lang: Lang, at: int, stop: int) -> Iterator[int]:
    """Part the paragraphs of a unit among it and those behind it."""
    unit = _unit(pairs[at], lang)
    if unit is None:
        return
    owners = _owners([_words(pair, lang) for pair in pairs[at:stop]], unit, lang)
    for step in range(1, stop - at):
        own = [
            p for p, owner in zip(unit.paragraphs, owners, strict=True) if owner == step
        ]
        heading = _heading(pairs[at + step], lang)
        if own and heading:
            made = RawUnit(heading, tuple(own), own[0].place)
            pairs[at + step] = _with(pairs[at + step], lang, made)
            yield at + step
    kept = [p for p, owner in zip(unit.paragraphs, owners, strict=True) if not owner]
    if len(kept) < len(unit.paragraphs):
        pairs[at] = _with(pairs[at], lang, replace(unit, paragraphs=tuple(kept)))


def _owners(texts: Sequence[str], unit: RawUnit, lang: Lang) -> list[int]:
    """Say which of some texts in a row each paragraph renders; 0 unless it is clear."""
    paragraphs = [paragraph.text for paragraph in unit.paragraphs]
    if lang == "en":
        alike = likeness(texts, paragraphs)
    else:
        alike = likeness(paragraphs, texts).T
    best: list[tuple[float, list[int]]] = [(0.0, [])] * len(texts)
    for column in range(len(paragraphs)):
        reached: list[tuple[float, list[int]]] = []
        for row in range(len(texts)):
            total, owners = max(best[: row + 1], key=lambda way: way[0])
            reached.append((total + float(alike[row, column]), [*owners, row]))
        best = reached
    owners = _surely(max(best, key=lambda way: way[0])[1], alike)
    if texts[0] and 0 not in owners:
        return [0] * len(paragraphs)
    for row in set(owners) - {0}:
        own = [column for column, owner in enumerate(owners) if owner == row]
        value = float(alike[row, own].mean())
        if value < _LIKE or value < _BETTER * float(alike[0, own].mean()):
            return [0] * len(paragraphs)
    return owners


def _surely(owners: list[int], alike: Matrix) -> list[int]:
    """Leave to the first what does not clearly belong to the next behind it."""
    kept = list(owners)
    for column, owner in enumerate(owners):
        before = kept[column - 1] if column else 0
        doubtful = alike[owner, column] < _BETTER * alike[0, column]
        if owner and before == 0 and doubtful:
            kept[column] = 0
    return kept


def _heading(pair: UnitPair, lang: Lang) -> Heading | None:
    """Make the heading that a language has lost."""
    other = pair.en if lang == "zh" else pair.zh
    if other is None or other.heading is None:
        return None
    return facing(replace(other.heading, level=pair.level), lang)


def _unit(pair: UnitPair, lang: Lang) -> RawUnit | None:
    return pair.zh if lang == "zh" else pair.en


def _with(pair: UnitPair, lang: Lang, unit: RawUnit) -> UnitPair:
    return replace(pair, zh=unit) if lang == "zh" else replace(pair, en=unit)


def _others(pairs: Sequence[UnitPair], lang: Lang) -> list[RawUnit]:
    """Give the units that the other language has."""
    other: Lang = "en" if lang == "zh" else "zh"
    return [unit for unit in (_unit(pair, other) for pair in pairs) if unit]


def _words(pair: UnitPair, lang: Lang) -> str:
    """Give what the other language has of a unit."""
    return "\n".join(
        part.text for unit in _others([pair], lang) for part in unit.paragraphs
    )
