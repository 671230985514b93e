"""Which sentence of a text as it stands is which sentence that was published.

In this order, each step among what the ones before have left:

1. the same words, in the order in which most of them still stand, then anywhere;
2. reworded: alike, and still between the same neighbours;
3. reworded and moved: all but the same, with the same numbers and the same negation;
4. rewritten: somewhat alike, between the same neighbours, agreeing like those.

Where it is in doubt whether two sentences are one, they are two: a tombstone is better
than an address that means something else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from app.content.similarity import essence
from app.content.similarity import Likeness
from app.model.ledger import Entry
from app.model.ledger import Ledger
from app.model.locator import Locator

REWORDED = 0.6
"""From this likeness on (0 to 1), two sentences between the same neighbours are one."""

REWRITTEN = 0.45
"""The same, once the more alike have been matched, if they agree in essence."""

MOVED = 0.85
"""From this likeness on, two sentences are one wherever they stand."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the present text: where it stands, and its words."""

    unit: Locator
    provisional: Locator
    zh: str
    en: str


def match_sentences(sentences: list[Sentence], ledger: Ledger) -> dict[int, Entry]:
    """Find for each sentence, by its position, the entry it was published under."""
    old = [entry for entry in ledger.entries if entry.state != "moved"]
    live = [entry for entry in old if entry.state == "live"]
    matches = _in_order(sentences, live)
    matches |= _same_words(sentences, old, matches)
    for pair in (_reworded, _moved, _rewritten):
        taken = {entry.locator for entry in matches.values()}
        gap = Gaps(sentences, matches, live)
        rest = [entry for entry in live if entry.locator not in taken]
        new = [i for i in range(len(sentences)) if i not in matches]
        matches |= _best_first(pair(sentences, new, rest, gap))
    return matches


def _in_order(sentences: list[Sentence], live: list[Entry]) -> dict[int, Entry]:
    """Match equal words in the longest runs that kept their order.

    Of several equal sentences, each is so matched with the one in its own place.
    """
    before = [(entry.zh, entry.en) for entry in live]
    now = [(sentence.zh, sentence.en) for sentence in sentences]
    blocks = SequenceMatcher(None, before, now, autojunk=False).get_matching_blocks()
    return {
        block.b + n: live[block.a + n] for block in blocks for n in range(block.size)
    }


def _same_words(
    sentences: list[Sentence], old: list[Entry], matches: dict[int, Entry]
) -> dict[int, Entry]:
    """Match equal words anywhere: in the same unit first, tombstones last."""
    taken = {entry.locator for entry in matches.values()}
    by_words: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in sorted(old, key=lambda entry: entry.state != "live"):
        if entry.locator not in taken:
            by_words[entry.zh, entry.en].append(entry)
    found: dict[int, Entry] = {}
    for same_unit in (True, False):
        for i, sentence in enumerate(sentences):
            entries = by_words.get((sentence.zh, sentence.en), [])
            fitting = [
                entry
                for entry in entries
                if not same_unit or entry.locator.unit == sentence.unit
            ]
            if fitting and i not in matches and i not in found:
                found[i] = fitting[0]
                entries.remove(fitting[0])
    return found


class Gaps:
    """Which old sentences stood where a new one stands now: between its neighbours."""

    def __init__(
        self, sentences: list[Sentence], matches: dict[int, Entry], live: list[Entry]
    ) -> None:
        self._sentences = sentences
        self._matches = matches
        self._order = {entry.locator: n for n, entry in enumerate(live)}

    def holds(self, i: int, entry: Entry) -> bool:
        """Say whether an old sentence stood in the gap that sentence *i* is in."""
        below = self._neighbour(range(i - 1, -1, -1), i)
        above = self._neighbour(range(i + 1, len(self._sentences)), i)
        homes = {self._sentences[i].unit}
        homes |= {near.locator.unit for near in (below, above) if near is not None}
        low = self._order[below.locator] if below else -1
        high = self._order[above.locator] if above else len(self._order)
        return entry.locator.unit in homes and (low < self._order[entry.locator] < high)

    def _neighbour(self, positions: Iterable[int], i: int) -> Entry | None:
        """Give the old self of the nearest matched neighbour in the unit."""
        for n in positions:
            if self._sentences[n].unit != self._sentences[i].unit:
                break
            entry = self._matches.get(n)
            if entry is not None and entry.locator in self._order:
                return entry
        return None


Candidate = tuple[float, int, Entry]


def _reworded(
    sentences: list[Sentence], new: list[int], rest: list[Entry], gaps: Gaps
) -> Iterator[Candidate]:
    """Pair sentences that are alike and stand between the same neighbours."""
    return _alike(sentences, new, rest, REWORDED, gaps.holds)


def _rewritten(
    sentences: list[Sentence], new: list[int], rest: list[Entry], gaps: Gaps
) -> Iterator[Candidate]:
    """Pair sentences that are somewhat alike and stand between the same neighbours."""

    def agrees(i: int, entry: Entry) -> bool:
        return gaps.holds(i, entry) and _same_essence(sentences[i], entry)

    return _alike(sentences, new, rest, REWRITTEN, agrees)


def _moved(
    sentences: list[Sentence], new: list[int], rest: list[Entry], gaps: Gaps
) -> Iterator[Candidate]:
    """Pair sentences that are all but the same and say the same of the same."""

    def agrees(i: int, entry: Entry) -> bool:
        return _same_essence(sentences[i], entry)

    return _alike(sentences, new, rest, MOVED, agrees)


def _same_essence(sentence: Sentence, entry: Entry) -> bool:
    """Say whether two wordings have the same numbers and the same negation."""
    return essence(sentence.zh, sentence.en) == essence(entry.zh, entry.en)


def _alike(
    sentences: list[Sentence],
    new: list[int],
    rest: list[Entry],
    least: float,
    agrees: Callable[[int, Entry], bool],
) -> Iterator[Candidate]:
    """Yield the pairs that are alike enough and agree."""
    likeness = Likeness([(entry.zh, entry.en) for entry in rest])
    for i in new:
        for n, score in likeness.of(sentences[i].zh, sentences[i].en, least):
            if agrees(i, rest[n]):
                yield score, i, rest[n]


def _best_first(candidates: Iterable[Candidate]) -> dict[int, Entry]:
    """Take the likest pairs first, each side once; ties go by the order of the text."""
    matches: dict[int, Entry] = {}
    taken: set[Locator] = set()
    for _, i, entry in sorted(
        candidates, key=lambda c: (-c[0], c[1], c[2].locator.sort_key)
    ):
        if i not in matches and entry.locator not in taken:
            matches[i] = entry
            taken.add(entry.locator)
    return matches
