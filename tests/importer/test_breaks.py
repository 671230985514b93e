"""Paragraphs end where they do on both sides, or else in the Chinese."""

from __future__ import annotations

import pytest

from app.alignment.beads import Bead
from app.importer.breaks import paragraph_ends


def beads(*sizes: tuple[int, int]) -> list[Bead]:
    made, zh, en = [], 0, 0
    for ours, theirs in sizes:
        made.append(Bead(range(zh, zh + ours), range(en, en + theirs)))
        zh, en = zh + ours, en + theirs
    return made


@pytest.mark.parametrize(
    ("sizes", "zh", "en", "ends"),
    [
        ([(1, 1), (1, 1)], [1, 1], [1, 1], {0, 1}),
        ([(1, 1), (1, 1)], [2], [1, 1], {1}),
        ([(1, 1), (1, 1)], [1, 1], [2], {0, 1}),
        ([(2, 1), (1, 1)], [1, 2], [1, 1], {1}),
        ([(1, 1), (0, 1), (1, 1)], [1, 1], [2, 1], {1, 2}),
        ([(1, 1), (0, 1), (1, 1)], [1, 1], [1, 2], {0, 2}),
        ([(1, 1), (0, 1), (1, 1)], [1, 1], [1, 1, 1], {0, 1, 2}),
        ([(1, 1), (0, 1), (1, 1)], [1, 1], [3], {0, 2}),
        ([(0, 1), (0, 1)], [], [1, 1], {0, 1}),
        ([(1, 0), (1, 0)], [1, 1], [], {0, 1}),
        ([], [], [], set()),
    ],
)
def test_paragraphs_end(sizes, zh, en, ends):
    sides = ([["x"] * size for size in side] for side in (zh, en))
    assert paragraph_ends(beads(*sizes), *sides) == ends
