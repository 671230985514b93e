"""Carry published addresses over from one state of a text to the next.

The ledger knows the words that each address was published with. Here the sentences of
the text as it stands now are matched with them, and each keeps the address it had:

1. the same words, wherever they stand;
2. nearly the same words, wherever they stand: reworded, perhaps moved;
3. somewhat alike words between the same neighbours of the same unit: rewritten.

What has no match is new and gets an address that was never used; what is left of the
ledger has gone and becomes a tombstone. No address ever passes to another sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from itertools import groupby

from app.content.addresses import Addresses
from app.content.similarity import Shingles
from app.content.similarity import similarity
from app.model.document import Document
from app.model.document import Segment
from app.model.document import Unit
from app.model.ledger import Entry
from app.model.ledger import Ledger
from app.model.locator import Locator

REWORDED = 0.6
"""From this likeness (0 to 1) on, two sentences anywhere in the text are the same."""

REWRITTEN = 0.3
"""The same, for sentences that stand between the same neighbours."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the present text: where it stands, and its words."""

    unit: Locator
    provisional: Locator
    zh: str
    en: str


def carry_over(document: Document, ledger: Ledger) -> tuple[Document, Ledger]:
    """Give every segment of the text its lasting address, and bring the ledger up.

    The segments of *document* come in with provisional addresses, counted through
    each unit. An empty ledger means a first publication: these become final.
    """
    sentences = list(_sentences(document))
    matches = _match(sentences, ledger)
    addresses = Addresses(ledger)
    final: dict[Locator, Locator] = {}
    for unit, run in groupby(range(len(sentences)), lambda i: sentences[i].unit):
        positions = list(run)
        given = addresses.assign(unit, [matches.get(i) for i in positions])
        for i, locator in zip(positions, given, strict=True):
            final[sentences[i].provisional] = locator
    live = [
        Entry(final[sentence.provisional], "live", sentence.zh, sentence.en)
        for sentence in sentences
    ]
    moved = {
        entry.locator: live[i].locator
        for i, entry in matches.items()
        if entry.locator != live[i].locator
    }
    relabelled = replace(
        document, units=tuple(_relabel(unit, final) for unit in document.units)
    )
    return relabelled, _bring_up(ledger, live, moved)


def _sentences(document: Document) -> Iterator[Sentence]:
    """List the sentences of the text in order."""
    for unit in document.walk():
        for segment in unit.segments:
            yield Sentence(
                unit.locator, segment.locator, segment.plain("zh"), segment.plain("en")
            )


def _relabel(unit: Unit, final: dict[Locator, Locator]) -> Unit:
    """Copy a unit with the final addresses of its segments."""

    def relabel(segment: Segment) -> Segment:
        return replace(segment, locator=final[segment.locator])

    return replace(
        unit,
        paragraphs=tuple(tuple(map(relabel, para)) for para in unit.paragraphs),
        children=tuple(_relabel(child, final) for child in unit.children),
    )


def _bring_up(
    ledger: Ledger, live: list[Entry], moved: dict[Locator, Locator]
) -> Ledger:
    """Write the new ledger: what lives, then what moved or has gone, by address."""
    living = {entry.locator for entry in live}
    rest = []
    for entry in ledger.entries:
        if entry.locator in living:
            continue
        if entry.locator in moved:
            rest.append(Entry(entry.locator, "moved", target=moved[entry.locator]))
        elif entry.state == "moved" and entry.target is not None:
            target = moved.get(entry.target, entry.target)
            rest.append(replace(entry, target=target))
        else:
            rest.append(replace(entry, state="gone"))
    rest.sort(key=lambda entry: entry.locator.sort_key)
    return Ledger((*live, *rest))


def _match(sentences: list[Sentence], ledger: Ledger) -> dict[int, Entry]:
    """Find for each sentence, by its position, the entry it was published under."""
    old = [entry for entry in ledger.entries if entry.state != "moved"]
    matches = _same_words(sentences, old)
    free = [entry for entry in old if entry.state == "live"]
    for pairs in (_reworded, _rewritten):
        taken = {entry.locator for entry in matches.values()}
        rest = [entry for entry in free if entry.locator not in taken]
        new = [i for i in range(len(sentences)) if i not in matches]
        matches |= _best_first(pairs(sentences, new, rest, matches, free))
    return matches


def _same_words(sentences: list[Sentence], old: list[Entry]) -> dict[int, Entry]:
    """Match equal words: in the same unit first, living addresses before tombstones."""
    by_words: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in sorted(old, key=lambda entry: entry.state != "live"):
        by_words[entry.zh, entry.en].append(entry)
    matches: dict[int, Entry] = {}
    for same_unit in (True, False):
        for i, sentence in enumerate(sentences):
            entries = by_words.get((sentence.zh, sentence.en), [])
            for entry in entries:
                if i in matches or same_unit > (entry.locator.unit == sentence.unit):
                    continue
                matches[i] = entry
                entries.remove(entry)
                break
    return matches


Candidate = tuple[float, int, Entry]


def _reworded(
    sentences: list[Sentence],
    new: list[int],
    rest: list[Entry],
    matches: dict[int, Entry],
    live: list[Entry],
) -> Iterable[Candidate]:
    """Pair sentences that are nearly alike, wherever they stand."""
    shingles = [Shingles.of(entry.zh, entry.en) for entry in rest]
    for i in new:
        own = Shingles.of(sentences[i].zh, sentences[i].en)
        for entry, other in zip(rest, shingles, strict=True):
            likeness = similarity(own, other)
            if likeness >= REWORDED:
                yield likeness, i, entry


def _rewritten(
    sentences: list[Sentence],
    new: list[int],
    rest: list[Entry],
    matches: dict[int, Entry],
    live: list[Entry],
) -> Iterable[Candidate]:
    """Pair somewhat alike sentences of a unit that have the same neighbours."""
    order = {entry.locator: n for n, entry in enumerate(live)}
    for i in new:
        low, high = _neighbours(sentences, i, matches, order)
        for entry in rest:
            if entry.locator.unit != sentences[i].unit:
                continue
            if not low < order[entry.locator] < high:
                continue
            likeness = similarity(
                Shingles.of(sentences[i].zh, sentences[i].en),
                Shingles.of(entry.zh, entry.en),
            )
            if likeness >= REWRITTEN:
                yield likeness, i, entry


def _neighbours(
    sentences: list[Sentence],
    i: int,
    matches: dict[int, Entry],
    order: dict[Locator, int],
) -> tuple[int, int]:
    """Give the former positions of the nearest matched neighbours in the unit."""

    def former(positions: Iterable[int], default: int) -> int:
        for n in positions:
            if sentences[n].unit != sentences[i].unit:
                break
            if n in matches and matches[n].locator in order:
                return order[matches[n].locator]
        return default

    return (
        former(range(i - 1, -1, -1), -1),
        former(range(i + 1, len(sentences)), len(order)),
    )


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
