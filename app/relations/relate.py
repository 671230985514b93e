"""Which units of a document are worth reading beside one another, and why.

They share terms that few units have; or one sets the goal, or the principle, that the
other carries out. The result depends on the texts and the terms alone, not on the order
of the glossary.
"""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import fsum

from app.model.document import Document
from app.model.glossary import Glossary
from app.model.glossary import Term
from app.model.locator import Locator
from app.model.thread import Relation
from app.model.thread import RelationKind
from app.model.thread import SharedTerm
from app.relations.aims import Aim
from app.relations.aims import aim_of
from app.relations.bodies import bodies_of
from app.relations.mentions import Mention
from app.relations.mentions import mentions_of
from app.relations.phrases import phrases_of
from app.relations.weights import Weights
from app.terms.lexicon import Lexicon
from app.terms.occurrences import TermFinder

MOST_RELATIONS = 5
"""How many relations a unit has at most."""

MOST_CARRIED = 10
"""How many units may carry out one goal or principle."""

MOST_TERMS = 3
"""How many terms tell the reason of a relation."""

CARRIES = 0.6
"""What the heaviest term must weigh that two units share."""

TOGETHER = 1.0
"""What all of them must weigh otherwise."""

_ASIDE = 0.7
"""What a term counts that a measure shares with what is said around the measures."""

AIMED = 0.45
"""What a subject must weigh in which a unit carries out a goal or a principle."""

AGAIN = 3
"""How often a unit must speak of what it is about, if its heading does not."""

_AIM = 1.0
"""What is added where a goal or a principle is carried out."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit, what it is to the others, and the terms it speaks of."""

    locator: Locator
    measure: bool
    aim: Aim | None
    mentions: Mapping[Term, Mention]


def relate(
    document: Document, glossary: Glossary, lexicon: Lexicon
) -> tuple[Relation, ...]:
    """List the relations of all units, in the order of the text, the heaviest first."""
    bodies = bodies_of(document)
    phrases = phrases_of(bodies, glossary, lexicon)
    finder = TermFinder((*glossary.terms, *phrases))
    units = [
        _Unit(
            body.locator,
            document.by_locator[body.locator].kind == "measure",
            aim_of(document, body.locator),
            mentions_of(body, finder),
        )
        for body in bodies
    ]
    titles = document.zh.title + document.en.title
    weights = Weights([unit.mentions for unit in units], phrases, titles)
    found: dict[Locator, list[Relation]] = {unit.locator: [] for unit in units}
    for one, other in _pairs(units, weights):
        for unit, beside in ((one, other), (other, one)):
            if relation := _relation(unit, beside, weights):
                found[unit.locator].append(relation)
    return tuple(one for relations in found.values() for one in _best(relations))


def _pairs(units: Sequence[_Unit], weights: Weights) -> Iterator[tuple[_Unit, _Unit]]:
    """Yield the units that share a term which binds, but not a unit and its parent."""
    pairs = {
        pair
        for term, having in weights.having.items()
        if weights.own(term)
        for pair in combinations(having, 2)
    }
    for first, second in sorted(pairs):
        one, other = units[first], units[second]
        if not one.locator.contains(other.locator):
            yield one, other


def _relation(unit: _Unit, other: _Unit, weights: Weights) -> Relation | None:
    """Relate a unit to another; None if it is not worth it."""
    shared = _shared(unit, other, weights)
    kind: RelationKind = unit.aim or other.aim or "shared"
    reason, more = _carried_out(unit, other, shared), _AIM
    if not reason:
        kind, more = "shared", 0.0
        aside = _ASIDE if unit.measure != other.measure else 1.0
        reason = {term: weight * aside for term, weight in shared.items()}
        if not _is_enough(reason.values()):
            return None
    return Relation(
        unit.locator,
        other.locator,
        kind,
        tuple(_told(term, unit, other) for term in _telling(reason)),
        round(fsum(reason.values()) + more, 3),
    )


def _is_enough(weights: Collection[float]) -> bool:
    """Say whether terms weigh enough to be a reason."""
    return max(weights, default=0.0) >= CARRIES or fsum(weights) >= TOGETHER


def _telling(shared: Mapping[Term, float]) -> list[Term]:
    """Choose the terms that tell why, the heaviest first; none is a part of another."""
    told: list[Term] = []
    for term in sorted(shared, key=lambda one: (-shared[one], one.id, one.zh, one.en)):
        if not any(term.zh in one.zh or one.zh in term.zh for one in told):
            told.append(term)
    return told[:MOST_TERMS]


def _shared(unit: _Unit, other: _Unit, weights: Weights) -> dict[Term, float]:
    """Weigh the terms that two units share and that bind; parts of others do not."""
    common = unit.mentions.keys() & other.mentions.keys()
    binding = frozenset(term for term in common if weights.own(term))
    return {
        term: weights.shared(term, unit.mentions[term], other.mentions[term])
        for term in binding
        if not unit.mentions[term].is_part_of(binding)
        and not other.mentions[term].is_part_of(binding)
    }


def _carried_out(
    unit: _Unit, other: _Unit, shared: Mapping[Term, float]
) -> dict[Term, float]:
    """Give in what subjects one of two units carries out the other, if it does.

    A subject stands in the heading of what carries it out, or again and again in its
    text. It must be specific, unless the goal or the principle is called by it too.
    """
    if (unit.aim is None) == (other.aim is None):
        return {}
    aim, does = (unit, other) if unit.aim else (other, unit)
    return {
        term: weight
        for term, weight in shared.items()
        if does.mentions[term].is_subject(AGAIN)
        and (weight >= AIMED or aim.mentions[term].heading)
    }


def _told(term: Term, unit: _Unit, other: _Unit) -> SharedTerm:
    """Tell of a term that two units share."""
    here, there = unit.mentions[term].times, other.mentions[term].times
    return SharedTerm(term.zh, term.en, here, there, term.id)


def _best(relations: list[Relation]) -> list[Relation]:
    """Keep the heaviest relations of a unit; of equal ones, the first in the text.

    What carries out a goal or a principle comes before all else, and may be more.
    """
    relations.sort(key=lambda one: (-one.weight, one.other.sort_key))
    carried = [one for one in relations if one.kind != "shared"][:MOST_CARRIED]
    others = [one for one in relations if one.kind == "shared"]
    return [*carried, *others[: max(0, MOST_RELATIONS - len(carried))]]
