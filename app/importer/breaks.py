"""Where paragraphs end among aligned sentences."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from app.alignment.beads import Bead

Paragraphs = Sequence[Sequence[str]]


def paragraph_ends(beads: Sequence[Bead], zh: Paragraphs, en: Paragraphs) -> set[int]:
    """Say after which beads a paragraph ends: where it does on both sides.

    Where only the Chinese ends one, it ends too; English without a Chinese sentence is
    then the beginning of the next.
    """
    zh_ends, en_ends = (set(accumulate(map(len, side))) for side in (zh, en))
    both: dict[int, list[int]] = {}
    last: dict[int, int] = {}
    zh_at = en_at = 0
    for at, bead in enumerate(beads):
        zh_at, en_at = zh_at + len(bead.zh), en_at + len(bead.en)
        if bead.zh:
            last[zh_at] = at
        if en_at in en_ends:
            both.setdefault(zh_at, []).append(at)
    if not zh_ends:
        return set(both.get(0, ()))
    found = (both.get(end) or [last[end]] for end in zh_ends if end in last)
    return {at for of_end in found for at in of_end}
