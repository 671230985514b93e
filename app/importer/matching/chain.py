"""The heaviest chain: pairs that do not cross, with the greatest sum of weights."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

Pair = tuple[int, int]


def heaviest(weights: Mapping[Pair, float]) -> list[Pair]:
    """Choose pairs that rise on both sides, each side at most once, by weight."""
    best = _Best(max((en for _, en in weights), default=-1) + 1)
    before: dict[Pair, Pair | None] = {}
    for _, row in groupby(sorted(weights), key=lambda pair: pair[0]):
        reached = []
        for pair in row:
            total, last = best.up_to(pair[1])
            before[pair] = last
            reached.append((total + weights[pair], pair))
        for total, pair in reached:
            best.put(pair[1], total, pair)
    at = best.up_to(best.size)[1]
    chain = []
    while at is not None:
        chain.append(at)
        at = before[at]
    return chain[::-1]


class _Best:
    """The best chain that ends before a column (a tree by Fenwick)."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._tree: list[tuple[float, Pair | None]] = [(0.0, None)] * (size + 1)

    def up_to(self, column: int) -> tuple[float, Pair | None]:
        """Give the weight and the last pair of the best chain left of a column."""
        found: tuple[float, Pair | None] = (0.0, None)
        while column > 0:
            if self._tree[column][0] > found[0]:
                found = self._tree[column]
            column -= column & -column
        return found

    def put(self, column: int, total: float, pair: Pair) -> None:
        """Note a chain that ends in a column."""
        column += 1
        while column <= self.size:
            if total > self._tree[column][0]:
                self._tree[column] = (total, pair)
            column += column & -column
