"""Many keys, sorted at every place where a match may begin: found by their beginning.

All keys stand in one string; a sorted array holds the places in it. A query is found
by bisection: two dozen comparisons, however many keys there are. The places are
numbered by their rank, so that the best of those that match are the smallest numbers:
they are put in a heap and taken from it only as far as they are wanted.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from bisect import bisect_right
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from heapq import heapify
from heapq import heappop

from app.search.keys import END
from app.search.keys import Key

LONGEST = 64
"""Places are sorted by so many characters; no longer query is looked up."""


class PrefixIndex:
    """Finds the owners of keys by how the keys begin, or how a part inside begins.

    Whoever owns a key has a number; the keys of those to be named first come first.
    """

    def __init__(self, keys: Iterable[tuple[int, Key]]) -> None:
        texts: list[str] = []
        self._owners = array("I")
        self._first = array("I")
        """Where the key of each owner begins in the text."""
        whole, inside = array("I"), array("I")
        at = 0
        for owner, key in keys:
            self._owners.append(owner)
            self._first.append(at)
            for begin in key.begins:
                (inside if begin else whole).append(at + begin)
            texts.append(key.text + END)
            at += len(key.text) + len(END)
        self._text = "".join(texts)
        self._wholes = len(whole)
        self._places = whole + inside
        numbers = range(len(self._places))
        self._sorted = array("I", sorted(numbers, key=lambda n: self._at(n, LONGEST)))

    def find(self, queries: Sequence[str]) -> Iterator[int]:
        """Yield the owners of what begins with any of the queries, the best first.

        A key that is the query comes first, then those that begin with it, then those
        with a part that does. An owner may come several times.
        """
        queries = [query for query in queries if len(query) < LONGEST]
        exact = self._numbers(query.rstrip(f" {END}") + END for query in queries)
        yield from self._owned(n for n in sorted(exact) if n < self._wholes)
        heap = self._numbers(queries)
        heapify(heap)
        yield from self._owned(heappop(heap) for _ in range(len(heap)))

    def _numbers(self, queries: Iterable[str]) -> list[int]:
        """List the numbers of the places where any of the queries stands."""
        found: list[int] = []
        for query in queries:
            length = len(query)
            start = bisect_left(
                self._sorted, query, key=lambda n: self._at(n, length)
            )  # fmt: skip
            end = bisect_right(
                self._sorted, query, lo=start, key=lambda n: self._at(n, length)
            )
            found += self._sorted[start:end]
        return found

    def _owned(self, numbers: Iterable[int]) -> Iterator[int]:
        """Yield whose the places are."""
        for number in numbers:
            key = bisect_right(self._first, self._places[number]) - 1
            yield self._owners[key]

    def _at(self, number: int, length: int) -> str:
        """Give the text at a place."""
        place = self._places[number]
        return self._text[place : place + length]
