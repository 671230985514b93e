"""Which threads a map has, each pair of units once, and which of them it draws."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from app.model.document import Document
from app.model.locator import Locator
from app.model.place import Place
from app.model.thread import CrossReference
from app.model.thread import Relation
from app.model.thread import Threads

ThreadKind = Literal["names", "goal", "principle", "shared"]

LEAST_DRAWN = 60
"""So many threads can be told apart in the smallest picture."""

ROWS_FOR_ONE = 5
"""Beside how many more rows one more thread can be told apart."""


@dataclass(frozen=True, slots=True)
class Thread:
    """Two units that hang together.

    *rank* is 1 for the nearest that one of them has; a *mutual* thread is listed by
    both, and is *heavy* if each is the nearest that the other has. A thread has
    *references*, or else a *relation*, which is told from *start*.
    """

    start: Locator
    end: Locator
    kind: ThreadKind
    rank: int = 0
    mutual: bool = False
    heavy: bool = False
    references: tuple[CrossReference, ...] = ()
    relation: Relation | None = None

    @property
    def ends(self) -> frozenset[Locator]:
        """The two units, whichever is named first."""
        return frozenset({self.start, self.end})

    def has_term(self, id: str) -> bool:
        """Say whether a term of the glossary is a reason for this thread."""
        terms = self.relation.terms if self.relation else ()
        return any(term.id == id for term in terms)


def threads_within(document: Document, threads: Threads) -> tuple[Thread, ...]:
    """List the threads between units of one document, the strongest first.

    What is named comes before what is only found to belong together.
    """
    order = {locator: at for at, locator in enumerate(document.by_locator)}
    found = [*_references(document.slug, threads)]
    found += _relations(threads.relations.get(document.slug, ()))
    return tuple(
        sorted(
            (one for one in found if one.ends <= order.keys() and len(one.ends) == 2),
            key=lambda one: (
                one.rank, not one.mutual, order[one.start], order[one.end],
            ),
        )
    )  # fmt: skip


def drawn(threads: Iterable[Thread], rows: int) -> tuple[Thread, ...]:
    """Take the strongest threads, as many as can be told apart beside so many rows."""
    return tuple(threads)[: LEAST_DRAWN + rows // ROWS_FOR_ONE]


def _references(slug: str, threads: Threads) -> Iterator[Thread]:
    """Join what one unit says of another, each pair and direction once."""
    found: dict[tuple[Locator, Locator], list[CrossReference]] = {}
    for reference in threads.references:
        start = reference.source
        ends = {target.place for target in reference.targets}
        for end in sorted(ends, key=lambda place: place.locator.sort_key):
            if start.slug == end.slug == slug:
                key = start.locator.unit, end.locator.unit
                found.setdefault(key, []).append(reference)
    for (start_unit, end_unit), references in found.items():
        yield Thread(start_unit, end_unit, "names", references=tuple(references))


def _relations(relations: Iterable[Relation]) -> Iterator[Thread]:
    """Join both directions of a relation; it is told as the nearer one has it."""
    ranks: dict[Locator, int] = {}
    found: dict[frozenset[Locator], list[tuple[int, Relation]]] = {}
    for relation in relations:
        rank = ranks[relation.unit] = ranks.get(relation.unit, 0) + 1
        ends = frozenset({relation.unit, relation.other})
        found.setdefault(ends, []).append((rank, relation))
    for both in found.values():
        rank, relation = min(both, key=lambda one: one[0])
        yield Thread(
            relation.unit,
            relation.other,
            relation.kind,
            rank=rank,
            mutual=len(both) > 1,
            heavy=[rank for rank, _ in both] == [1, 1],
            relation=relation,
        )


def sentences(thread: Thread) -> tuple[Place, ...]:
    """List the sentences in which one unit names the other, each once."""
    return tuple(dict.fromkeys(reference.source for reference in thread.references))
