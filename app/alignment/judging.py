"""How sure the rows of a document are that somebody aligned before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from app.alignment.band import whole
from app.alignment.beads import Bead
from app.alignment.scoring import Scoring
from app.alignment.scoring import Stretch
from app.alignment.sides import read_sides

Row = tuple[Sequence[str], Sequence[str]]
"""The Chinese and the English sentences of a row; either may be empty."""


def judge(rows: Sequence[Row]) -> list[float]:
    """Give how likely each row is just as it is, from 0 to 1, among its neighbours.

    The words of all rows teach which of them belong together, so that rows are judged
    best with their whole document. Rows are taken in order; one without any sentence is
    sure.
    """
    beads: list[Bead] = []
    zh, en = 0, 0
    for ours, theirs in rows:
        beads.append(Bead(range(zh, zh + len(ours)), range(en, en + len(theirs))))
        zh, en = zh + len(ours), en + len(theirs)
    if not zh or not en:
        return [1.0] * len(rows)
    full = [bead for bead in beads if bead.zh or bead.en]
    sides = read_sides(
        [list(chain.from_iterable(one for one, _ in rows))],
        [list(chain.from_iterable(other for _, other in rows))],
    )
    scoring = Scoring(*sides).learned_from(full)
    stretch = Stretch(range(zh), range(en))
    found = iter(scoring.chances(stretch, full, whole(zh, en)))
    return [next(found) if bead.zh or bead.en else 1.0 for bead in beads]
