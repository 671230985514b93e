"""Which terms each unit speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field

from app.model.document import Lang
from app.model.document import LANGS
from app.model.glossary import Term
from app.relations.bodies import Body
from app.relations.bodies import Line
from app.terms.occurrences import Occurrence
from app.terms.occurrences import TermFinder


@dataclass(slots=True)
class Mention:
    """How one unit speaks of one term.

    *times* counts it in the Chinese text, or in the English where there is no other.
    *around* has the longer terms around it, for each time that it stands in such.
    """

    times: int = 0
    heading: bool = False
    paired: bool = False
    """Whether both sides of a line have it, or its only side: else a form misled."""
    free: bool = False
    """Whether it stands alone somewhere, not as a part of a longer term."""
    around: list[frozenset[Term]] = field(default_factory=list)

    def is_subject(self, again: int) -> bool:
        """Say whether a unit is about it: by its heading, or by naming it *again*."""
        return self.heading or (self.free and self.times >= again)

    def is_part_of(self, terms: frozenset[Term]) -> bool:
        """Say whether it stands nowhere but inside these terms."""
        return not self.free and all(one & terms for one in self.around)


def mentions_of(body: Body, finder: TermFinder) -> dict[Term, Mention]:
    """List the terms that a unit speaks of in both its languages."""
    found: dict[Term, Mention] = defaultdict(Mention)
    for line in body.lines:
        _read(line, finder, found)
    return {term: mention for term, mention in found.items() if mention.paired}


def _read(line: Line, finder: TermFinder, found: Mapping[Term, Mention]) -> None:
    """Count the terms of one line."""
    sides: dict[Lang, str] = {"zh": line.zh, "en": line.en}
    inside = {lang: _inside(finder.find_all(sides[lang], lang)) for lang in LANGS}
    counted: Lang = "zh" if line.zh else "en"
    for term, around in inside[counted].items():
        mention = found[term]
        mention.times += len(around)
        if not all(term in inside[lang] for lang in LANGS if sides[lang]):
            continue
        mention.paired = True
        mention.heading |= line.heading
        mention.free |= not all(around)
        mention.around += filter(None, around)


def _inside(occurrences: Iterable[Occurrence]) -> dict[Term, list[frozenset[Term]]]:
    """Give the longer terms around each occurrence of each term."""
    found: dict[Term, list[frozenset[Term]]] = defaultdict(list)
    for one, around in _with_longer(tuple(occurrences)):
        for term in one.terms:
            if term not in around:  # else a short form of it inside a longer one
                found[term].append(around)
    return found


def _with_longer(
    occurrences: tuple[Occurrence, ...],
) -> Iterator[tuple[Occurrence, frozenset[Term]]]:
    """Yield each occurrence with the terms of those that it is a part of."""
    for one in occurrences:
        longer = (other for other in occurrences if one.within(other))
        yield one, frozenset(term for other in longer for term in other.terms)
