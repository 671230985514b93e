"""Carry published addresses over from one state of a text to the next.

The ledger knows the words that each address was published with. The sentences of the
text as it stands now are matched with them (see ``matching``), and each keeps the
address it had. What has no match is new and gets an address that was never used; what
is left of the ledger has gone and becomes a tombstone. No address ever passes to
another sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from app.content.addresses import Addresses
from app.content.matching import match_sentences
from app.content.matching import Sentence
from app.model.document import Document
from app.model.document import Segment
from app.model.document import Unit
from app.model.ledger import Entry
from app.model.ledger import Ledger
from app.model.locator import Locator


def carry_over(document: Document, ledger: Ledger) -> tuple[Document, Ledger]:
    """Give every segment of the text its lasting address, and bring the ledger up.

    The segments of *document* come in with provisional addresses, counted through
    each unit. An empty ledger means a first publication: these become final.
    """
    sentences = list(_sentences(document))
    matches = match_sentences(sentences, ledger)
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
