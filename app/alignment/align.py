"""Align the sentences of a Chinese and an English text.

One path through both texts is looked for whose beads score best together: by the words,
numbers, Latin strings and signs that render one another (``evidence``), by length, by
meaning, by the ends of paragraphs, and by how often translators make beads of that kind
(``shape``). The first path teaches which words of this text belong together
(``learning``); a second one is then found with them, and how sure each of its beads is
(``posterior``).

The path is that of Gale and Church (1993), the score an addition of the evidence that
hunalign (Varga et al. 2005) takes from a dictionary, Vecalign (Thompson and Koehn 2019)
and Bertalign (Liu and Zhu 2022) from sentence vectors, and Moore (2002) from a first
pass; large texts are aligned from coarse to fine, as in Vecalign: groups of sentences
give the band of the table in which their sentences are.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from app.alignment.band import around
from app.alignment.band import Band
from app.alignment.band import whole
from app.alignment.beads import Bead
from app.alignment.scoring import Scoring
from app.alignment.scoring import Stretch
from app.alignment.sides import Paragraphs
from app.alignment.sides import read_sides
from app.alignment.sides import Side

_LARGE = 600
"""How many sentences a text may have whose whole table is looked at."""


class Judged(NamedTuple):
    """A bead, and how likely it is just this one, from 0 to 1."""

    bead: Bead
    confidence: float


class UnitText(NamedTuple):
    """The sentences of a unit in both languages, by paragraph; either may be empty."""

    zh: Paragraphs
    en: Paragraphs


def align(zh: Sequence[str], en: Sequence[str]) -> list[Bead]:
    """Align two lists of sentences; every sentence is in one bead, in order."""
    (judged,) = align_units([UnitText([zh], [en])])
    return [bead for bead, _ in judged]


def align_units(units: Sequence[UnitText]) -> list[list[Judged]]:
    """Align the sentences of each unit, with what all units teach about the text.

    Beads never cross units; they are counted from 0 in each.
    """
    zh, en = read_sides(
        [paragraph for unit in units for paragraph in unit.zh],
        [paragraph for unit in units for paragraph in unit.en],
    )
    stretches = _stretches(units)
    full = [stretch for stretch in stretches if stretch.zh and stretch.en]
    found = iter(_aligned(zh, en, full))
    return [next(found) if one.zh and one.en else _alone(one) for one in stretches]


def _aligned(zh: Side, en: Side, stretches: Sequence[Stretch]) -> list[list[Judged]]:
    """Align stretches of two texts that both languages have, in two passes."""
    if not stretches:
        return []
    scoring = Scoring(zh, en)
    bands = [_band(zh, en, stretch) for stretch in stretches]
    first = [
        bead.moved(stretch.zh.start, stretch.en.start)
        for stretch, band in zip(stretches, bands, strict=True)
        for bead in scoring.path(stretch, band)
    ]
    return list(map(partial(_judged, scoring.learned_from(first)), stretches, bands))


def _judged(scoring: Scoring, stretch: Stretch, band: Band) -> list[Judged]:
    beads = scoring.path(stretch, band)
    return list(map(Judged, beads, scoring.chances(stretch, beads, band)))


def _stretches(units: Iterable[UnitText]) -> list[Stretch]:
    """Say which sentences of all each unit has."""
    found, zh, en = [], 0, 0
    for unit in units:
        ours, theirs = (sum(map(len, side)) for side in unit)
        found.append(Stretch(range(zh, zh + ours), range(en, en + theirs)))
        zh, en = zh + ours, en + theirs
    return found


def _band(zh: Side, en: Side, stretch: Stretch) -> Band:
    """Say where to look: everywhere, or near where groups of sentences lie."""
    ours, theirs = len(stretch.zh), len(stretch.en)
    size = -(-max(ours, theirs) // _LARGE)
    if size == 1:
        return whole(ours, theirs)
    groups = zh.part(stretch.zh).grouped(size), en.part(stretch.en).grouped(size)
    counts = [len(side) for side in groups]
    beads = Scoring(*groups).path(Stretch(*map(range, counts)), whole(*counts))
    return around(beads, ours, theirs, size)


def _alone(stretch: Stretch) -> list[Judged]:
    """Leave every sentence of a unit alone that only one language has."""
    ours = [Bead(range(at, at + 1), range(0)) for at in range(len(stretch.zh))]
    theirs = [Bead(range(0), range(at, at + 1)) for at in range(len(stretch.en))]
    return [Judged(bead, 1.0) for bead in ours + theirs]
