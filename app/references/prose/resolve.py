"""The places that one sentence or note names on both sides → targets, or what is wrong.

What one side leaves open the other may settle: the one place that both can mean.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace

from app.model.document import Lang
from app.model.document import LANGS
from app.model.locator import Locator
from app.model.place import Place
from app.model.thread import Stretch
from app.model.thread import Target
from app.references.prose.locate import Located
from app.references.prose.locate import Outline
from app.references.prose.locate import Spot
from app.references.prose.sides import Named
from app.references.prose.written import inside
from app.references.prose.written import Level

Targets = tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Words that name no place for certain; *candidates* if it may be several."""

    lang: Lang
    words: str
    candidates: tuple[Locator, ...] = ()


@dataclass
class Resolved:
    """What a pair names: the stretches of each side by what they lead to."""

    stretches: dict[Targets, dict[Lang, list[Stretch]]] = field(
        default_factory=lambda: defaultdict(lambda: {"zh": [], "en": []})
    )
    problems: list[Problem] = field(default_factory=list)

    def places(self, lang: Lang) -> set[Place]:
        """Give all places that one side names."""
        return {
            target.place
            for targets, sides in self.stretches.items()
            if sides[lang]
            for target in targets
        }


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What one written place came to."""

    lang: Lang
    named: Named
    located: Located


def resolve(
    slug: str,
    outline: Outline,
    source: Locator,
    named: Mapping[Lang, Sequence[Named]],
    texts: Mapping[Lang, str],
) -> Resolved:
    """Resolve the places of this document that both sides of a pair name."""
    outcomes = [
        _Outcome(lang, one, located)
        for lang in LANGS
        for one, located in _located(outline, source, named[lang])
    ]
    found = Resolved()
    for outcome in _settled(outcomes):
        written, located = outcome.named.written, outcome.located
        stretch = (written.start, written.end)
        if located.spots and (written.certain or _is_on_both(outcome, outcomes)):
            targets = tuple(make_target(slug, spot) for spot in located.spots)
            found.stretches[targets][outcome.lang].append(stretch)
        elif written.certain and not located.spots and not located.silent:
            words = texts[outcome.lang][slice(*stretch)]
            problem = Problem(outcome.lang, words, located.candidates)
            found.problems.append(problem)
    return found


def _located(
    outline: Outline, source: Locator, named: Sequence[Named]
) -> Iterator[tuple[Named, Located]]:
    """Locate the places of one side, each by itself, or else inside the one before.

    第七条第一款…，第（三）项… is item 3 of article 7 if this article has none.
    """
    before: Sequence[Level] = ()
    for one in named:
        written, located = one.written, outline.locate(one.written, source)
        first = written.levels[0]
        relative = first.before or first.here
        if not located.spots and before and first.clause and not relative:
            written = inside(before, written)
            located = outline.locate(written, source)
        if located.spots:
            before = written.levels
        yield one, located


def make_target(slug: str, spot: Spot) -> Target:
    """Make a target: a unit, one sentence, or a range of them."""
    if not spot.sentences:
        return Target(Place(slug, spot.unit))
    first, last = spot.sentences[0], spot.sentences[-1]
    if first == last:
        return Target(Place(slug, first))
    whole = Locator(spot.unit.path, first.segment, last.segment)
    return Target(Place(slug, whole), spot.sentences)


def _settled(outcomes: Sequence[_Outcome]) -> Iterator[_Outcome]:
    """Settle what one side leaves open by what only the other side names."""
    found = {
        lang: [one.located.spots for one in outcomes if one.lang == lang]
        for lang in LANGS
    }
    for outcome in outcomes:
        other = found["en" if outcome.lang == "zh" else "zh"]
        located = outcome.located
        if located.spots or located.silent:
            yield outcome
            continue
        units = set(located.candidates)
        free = [
            spots
            for spots in other
            if spots
            and spots not in found[outcome.lang]
            and (not units or {spot.unit for spot in spots} <= units)
        ]
        if len(free) == 1 and (units or _alone(outcome, outcomes)):
            located = Located(free[0])
            found[outcome.lang].append(free[0])
        yield replace(outcome, located=located)


def _is_on_both(outcome: _Outcome, outcomes: Sequence[_Outcome]) -> bool:
    """Say whether the other side names a place that holds this one or lies in it."""
    units = {spot.unit for spot in outcome.located.spots}
    return any(
        one.lang != outcome.lang and units & {spot.unit for spot in one.located.spots}
        for one in outcomes
    )


def _alone(outcome: _Outcome, outcomes: Sequence[_Outcome]) -> bool:
    """Say whether no other place of the same side is open."""
    return not any(
        one is not outcome
        and one.lang == outcome.lang
        and not one.located.spots
        and not one.located.silent
        for one in outcomes
    )
