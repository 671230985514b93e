"""Headings whose numbers disagree though what stands below them is the same."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence

from app.importer.matching.chain import Pair
from app.importer.matching.entries import Entry
from app.importer.matching.entries import ROOT


def pair_parents(
    zh: Sequence[Entry],
    en: Sequence[Entry],
    pairs: Sequence[Pair],
    tiers: Mapping[str, str],
) -> Iterator[Pair]:
    """Yield headings without partners whose units all have theirs below each other."""
    ours, theirs = {one for one, _ in pairs}, {other for _, other in pairs}
    below: dict[int, set[int]] = defaultdict(set)
    back: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        below[zh[one].parent].add(en[other].parent)
        back[en[other].parent].add(zh[one].parent)
    known = sorted(pairs)
    for pair in sorted((one, min(found)) for one, found in below.items()):
        one, other = pair
        if ROOT in pair or one in ours or other in theirs:
            continue
        alone = below[one] == {other} and back[other] == {one}
        if not alone or tiers.get(zh[one].tier) != en[other].tier:
            continue
        at = bisect(known, pair)
        if all(p[1] < other for p in known[at - 1 : at]) and all(
            p[1] > other for p in known[at : at + 1]
        ):
            known.insert(at, pair)
            yield pair
