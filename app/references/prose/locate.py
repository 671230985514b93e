"""A place as written, and where it is written → the places of the document it means.

A number that several units have means the nearest: one below the same heading, or else
below the heading above that. Where this leaves several, none is meant for certain.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from functools import cached_property

from app.model.document import Document
from app.model.document import Unit
from app.model.document import UnitKind
from app.model.locator import Locator
from app.references.parser import Step
from app.references.patterns import ASIDES
from app.references.patterns import Kinds
from app.references.prose.clauses import Clause
from app.references.prose.clauses import clauses_of
from app.references.prose.narrow import narrow
from app.references.prose.written import ARTICLE
from app.references.prose.written import Level
from app.references.prose.written import Written
from app.references.resolver import agrees
from app.references.resolver import chains
from app.references.resolver import is_bracketed

MOST_UNITS = 200
"""Of how many units a range may be; a longer one was read wrongly."""

_STRICT: tuple[UnitKind, ...] = ("article", "chapter")
"""Kinds that, where a document has them, are meant by their word alone."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A unit, or some of its sentences in the order of the text."""

    unit: Locator
    sentences: tuple[Locator, ...] = ()


@dataclass(frozen=True, slots=True)
class Located:
    """What a written place came to: *spots*, or *candidates* if it may be several.

    Neither if there is no such place. *silent* says that the words are no reference at
    all then: the document has nothing of that kind.
    """

    spots: tuple[Spot, ...] = ()
    candidates: tuple[Locator, ...] = ()
    silent: bool = False


class Outline:
    """The units of one document, to be found by what a text says of them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._clauses: dict[Locator, tuple[Clause, ...]] = {}

    def locate(self, written: Written, source: Locator | None) -> Located:
        """Find what is meant by words at *source*; None if they stand elsewhere."""
        first = self._locate(written.levels, source)
        if not written.to or len(first.spots) != 1:
            return first
        last = self._locate(written.to, source)
        if len(last.spots) != 1:
            return last
        return self._between(first.spots[0], last.spots[0])

    def _locate(self, levels: Sequence[Level], source: Locator | None) -> Located:
        """Find one place by its levels."""
        units, clauses = self._divide(levels, source)
        if units:
            found = self._units(units, source)
        elif source is not None and source.unit in self._document.by_locator:
            found = Located((Spot(source.unit),))
        else:
            return Located(silent=True)
        aside = units and units[0].kinds & ASIDES
        if aside and len(levels) > 1 and not found.spots:
            return self._units(units[:1], source)  # its own parts are no units
        if not clauses:
            return self._without_itself(found, levels[-1], source)
        if len(found.spots) != 1 or levels[-1].here:
            return replace(found, spots=(), silent=True) if found.spots else found
        inside = self._inside(found.spots[0].unit, clauses, source)
        itself = any(spot.sentences == (source,) for spot in inside.spots)
        return Located(silent=True) if itself else inside

    def _divide(
        self, levels: Sequence[Level], source: Locator | None
    ) -> tuple[list[Level], list[Level]]:
        """Part the levels that are units from those that are stretches of text.

        项 is either: an item of an article, or a measure of a plan with its heading.
        """
        cut = len(levels)
        for at, level in enumerate(levels):
            inside = at > 0 and levels[at - 1].rank >= ARTICLE
            own = at == 0 and self._has_clause(source, level)
            if level.clause and (not level.kinds or inside or own):
                cut = at
                break
        return list(levels[:cut]), list(levels[cut:])

    def _has_clause(self, source: Locator | None, level: Level) -> bool:
        """Say whether the unit of the source has such an item in its text."""
        if source is None or not level.clause:
            return False
        clauses = self._clauses_of(source.unit)
        if level.before or level.here:
            return any(clause.number(level.clause) for clause in clauses)
        return any(clause.number(level.clause) == level.number for clause in clauses)

    def _units(self, levels: Sequence[Level], source: Locator | None) -> Located:
        """Find units by their levels."""
        known = self._by_kind.keys() & (levels[0].kinds | levels[-1].kinds)
        if not known and not levels[-1].bracketed:
            return Located(silent=True)
        first, rest, scope = levels[0], levels[1:], None
        if first.here or first.before:
            around = self._relative(first, source)
            if not rest or len(around) > 1:
                return Located(tuple(Spot(unit.locator) for unit in around))
            scope = around[0].locator if around else None
            levels = rest
        if not levels[-1].number:
            return self._only(self._meant(levels[-1].kinds))
        found = self._nearest(self._numbered(levels, scope), source)
        return replace(found, silent=not known and not found.spots)

    def _only(self, kinds: Kinds) -> Located:
        """Find what is called without a number: the annex, if there is one only."""
        only = [unit for kind in kinds for unit in self._by_kind.get(kind, ())]
        if len(only) != 1:
            return Located(silent=True)
        return Located((Spot(only[0].locator),))

    def _numbered(
        self, levels: Sequence[Level], scope: Locator | None
    ) -> list[Locator]:
        """List the units that have a number.

        If none is called so, it may be one that is called otherwise: papers of the
        State Council call what they number （五） an item, whatever its level.
        """
        found = self._matching(levels, scope) or self._matching(levels, None)
        if found:
            return found
        loose = [*levels[:-1], replace(levels[-1], kinds=frozenset())]
        found = self._matching(loose, scope)
        if scope or len(levels) > 1 or not levels[-1].bracketed:
            return found if scope or len(levels) > 1 else []
        return [at for at in found if is_bracketed(self._document.by_locator[at])]

    def _matching(
        self, levels: Sequence[Level], scope: Locator | None
    ) -> list[Locator]:
        """List the units that have the number of the last level and lie as is said."""
        steps = tuple(Step(level.number, self._meant(level.kinds)) for level in levels)
        return [
            chain[-1].locator
            for chain in self._by_number.get(levels[-1].number, ())
            if agrees(chain, steps)
            and (scope is None or scope.contains(chain[-1].locator))
        ]

    def _nearest(self, found: list[Locator], source: Locator | None) -> Located:
        """Take those that lie below the nearest heading above the source."""
        above = source.unit if source else None
        while above is not None and len(found) > 1:
            near = [locator for locator in found if above.contains(locator)]
            found = near or found
            above = above.parent
        if len(found) > 1:
            return Located(candidates=tuple(found))
        return Located(tuple(map(Spot, found)))

    def _relative(self, level: Level, source: Locator | None) -> list[Unit]:
        """Find 本章, the chapter of the source, or 前条, the article before it."""
        if source is None:
            return []
        kinds = self._meant(level.kinds)
        own = None
        for depth in range(len(source.path), 0, -1):
            unit = self._document.by_locator.get(Locator(source.path[:depth]))
            if unit is not None and unit.kind in kinds:
                own = unit
                break
        if own is None:
            return []
        if level.here:
            return [own]
        peers = self._by_kind[own.kind]
        at = peers.index(own)
        if level.before < 0:
            return peers[at + 1 : at + 1 - level.before]
        return peers[at - level.before : at] if at >= level.before else []

    def _inside(
        self, unit: Locator, levels: Sequence[Level], source: Locator | None
    ) -> Located:
        """Find a paragraph or an item of a unit."""
        below = self._document.by_locator[unit].children
        if below and not self._document.by_locator[unit].segments:
            found = [one.locator for one in below if one.number == levels[-1].number]
            return Located(tuple(map(Spot, found)) if len(levels) == 1 else ())
        clauses = self._clauses_of(unit)
        here = source if source and source.unit == unit else None
        sentences, several = narrow(clauses, levels, here)
        if several:
            return Located(candidates=tuple(sentences))
        return Located((Spot(unit, tuple(sentences)),) if sentences else ())

    def _without_itself(
        self, found: Located, last: Level, source: Locator | None
    ) -> Located:
        """Leave 本条 out, which leads to where the reader is."""
        own = source.unit if source else None
        if last.here and any(spot.unit == own for spot in found.spots):
            return Located(silent=True)
        return found

    def _between(self, first: Spot, last: Spot) -> Located:
        """Give all units, or all sentences of one unit, of a range."""
        if first.sentences and last.sentences and first.unit == last.unit:
            order = [clause.locator for clause in self._clauses_of(first.unit)]
            start = order.index(first.sentences[0])
            end = order.index(last.sentences[-1])
            sentences = tuple(order[start : end + 1])
            return Located((Spot(first.unit, sentences),) if sentences else ())
        if first.sentences or last.sentences:
            return Located((first, last))
        kind = self._document.by_locator[first.unit].kind
        peers = [unit.locator for unit in self._by_kind[kind]]
        if last.unit not in peers:
            return Located()
        start, end = peers.index(first.unit), peers.index(last.unit)
        if not start <= end < start + MOST_UNITS:
            return Located()
        return Located(tuple(map(Spot, peers[start : end + 1])))

    def _meant(self, kinds: Kinds) -> Kinds:
        """Take a word at its word where the document has units that are called so."""
        for kind in _STRICT:
            if kind in kinds and kind in self._by_kind:
                return frozenset({kind})
        return kinds

    def _clauses_of(self, unit: Locator) -> tuple[Clause, ...]:
        """Give the clauses of a unit, read once."""
        if unit not in self._clauses:
            found = self._document.by_locator.get(unit)
            self._clauses[unit] = clauses_of(found) if found else ()
        return self._clauses[unit]

    @cached_property
    def _by_kind(self) -> dict[UnitKind, list[Unit]]:
        found: dict[UnitKind, list[Unit]] = defaultdict(list)
        for unit in self._document.walk():
            found[unit.kind].append(unit)
        return dict(found)

    @cached_property
    def _by_number(self) -> dict[str, list[tuple[Unit, ...]]]:
        found: dict[str, list[tuple[Unit, ...]]] = defaultdict(list)
        for chain in chains(self._document.units):
            found[chain[-1].locator.path[-1]].append(chain)
        return dict(found)
