"""Where the concepts of a query stand in a pair, and which pairs answer it."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass

from app.model.document import Lang
from app.model.document import LANGS
from app.search.concept import Concept
from app.search.concept import Plan
from app.search.lookup import Lookup
from app.search.needle import Needle
from app.search.results import Mark
from app.search.results import PairMarks
from app.search.texts import PairText
from app.search.texts import UnitText

NEARLY = 0.7
"""How near to the best sentence of a partial answer others must be to be shown."""


@dataclass(frozen=True, slots=True)
class MarkedPair:
    """A pair with its marks; *met* are the positions of the clauses it satisfies."""

    pair: PairText
    marks: PairMarks
    met: frozenset[int]


@dataclass(frozen=True, slots=True)
class MarkedUnit:
    """A unit with the marks of its heading and of its segments."""

    text: UnitText
    title: MarkedPair
    segments: tuple[MarkedPair, ...]


class Marker:
    """Marks the units of one search, each once."""

    def __init__(self, plan: Plan, lookup: Lookup) -> None:
        self._clauses = plan.required
        self._lookup = lookup
        self._marked: dict[int, MarkedUnit] = {}
        # What a unit does not have need not be looked for in each of its sentences.
        self._docs = {one: lookup.docs(one) for one in plan.concepts}

    def unit(self, doc: int) -> MarkedUnit:
        """Mark a unit."""
        marked = self._marked.get(doc)
        if marked is None:
            text = self._lookup.text(doc)
            clauses = [
                [concept for concept in clause if doc in self._docs[concept]]
                for clause in self._clauses
            ]
            marked = MarkedUnit(
                text,
                mark_pair(text.title, clauses, heading=True),
                tuple(mark_pair(pair, clauses) for pair in text.segments),
            )
            self._marked[doc] = marked
        return marked


def mark_pair(
    pair: PairText, clauses: Sequence[Sequence[Concept]], *, heading: bool = False
) -> MarkedPair:
    """Mark every concept in a pair; where two meet, the earlier one wins."""
    found: dict[Lang, list[Mark]] = {"zh": [], "en": []}
    met = set()
    for i, clause in enumerate(clauses):
        for concept in clause:
            if concept.field == "title" and not heading:
                continue
            marks = list(_marks(pair, concept))
            if marks:
                met.add(i)
                for lang, mark in (*marks, *_find(pair, concept.echoes, echo=True)):
                    found[lang].append(mark)
    return MarkedPair(
        pair, PairMarks(_apart(found["zh"]), _apart(found["en"])), frozenset(met)
    )


def _marks(pair: PairText, concept: Concept) -> Iterator[tuple[Lang, Mark]]:
    """Find a concept: what was typed, and its renderings; a loose word only at need.

    Where what was typed stands, its other names on that side are not marked too.
    """
    typed: list[tuple[Lang, Mark]] = []
    for lang in LANGS:
        needles = (needle for needle in concept.needles if needle.lang == lang)
        found = (list(_find(pair, [one], field=concept.field)) for one in needles)
        typed += next(filter(None, found), [])
    echoes = list(_find(pair, concept.renderings, echo=True, field=concept.field))
    yield from typed
    yield from echoes
    if not typed and not echoes:
        yield from _find(pair, concept.loose, field=concept.field)


def _find(
    pair: PairText, needles: Iterable[Needle], *, echo: bool = False, field: str = ""
) -> Iterator[tuple[Lang, Mark]]:
    """Yield the marks of some needles, in the order of the needles."""
    for needle in needles:
        if field not in LANGS or needle.lang == field:
            for start, end in needle.find(pair.side(needle.lang)):
                yield needle.lang, Mark(start, end, echo)


def _apart(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Keep marks that do not overlap, the first found first; then put them in order."""
    kept: list[Mark] = []
    for mark in marks:
        if all(mark.end <= other.start or other.end <= mark.start for other in kept):
            kept.append(mark)
    return tuple(sorted(kept, key=lambda mark: mark.start))


def answering(
    marked: Sequence[MarkedPair], weights: Sequence[float], rows: Sequence[float] = ()
) -> list[MarkedPair]:
    """Choose the pairs that answer, best first, then in the order of the text.

    Where some pair meets every clause that its unit meets, only such pairs are shown:
    a sentence with half of the words is noise beside one that has them all. Of a
    partial answer, *rows* say how close each pair is in meaning: that counts too.
    """
    if rows:
        return _closest(marked, weights, rows)
    hits = [pair for pair in marked if pair.met]
    everything = frozenset().union(*(pair.met for pair in hits))
    whole = [pair for pair in hits if pair.met == everything]
    return whole or sorted(hits, key=lambda pair: -coverage(pair.met, weights))


def _closest(
    marked: Sequence[MarkedPair], weights: Sequence[float], rows: Sequence[float]
) -> list[MarkedPair]:
    """Choose the pairs that are nearest to the query by words and meaning together."""
    scored = [
        (coverage(pair.met, weights) + row, pair)
        for pair, row in zip(marked, rows, strict=True)
    ]
    enough = NEARLY * max((score for score, _ in scored), default=0.0)
    best = sorted(scored, key=lambda one: -one[0])
    return [pair for score, pair in best if score >= enough]


def coverage(met: Iterable[int], weights: Sequence[float]) -> float:
    """Give the share of the query's weight that some of its clauses carry."""
    total = sum(weights)
    return sum(weights[i] for i in met) / total if total else 0.0
