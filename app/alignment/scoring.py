"""What the beads of two texts score, with what is known of the texts so far."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from app.alignment.band import around
from app.alignment.band import Band
from app.alignment.beads import Bead
from app.alignment.beads import Kind
from app.alignment.beads import KINDS
from app.alignment.beads import LARGEST
from app.alignment.evidence import Evidence
from app.alignment.learning import KEPT
from app.alignment.learning import learn_kept
from app.alignment.learning import learn_pairs
from app.alignment.learning import seen_in
from app.alignment.partners import Partners
from app.alignment.partners import turned
from app.alignment.partners import with_learned
from app.alignment.partners import zh_partners
from app.alignment.path import best_path
from app.alignment.path import Scorer
from app.alignment.posterior import chances
from app.alignment.shape import Shape
from app.alignment.sides import blocks
from app.alignment.sides import Floats
from app.alignment.sides import Matrix
from app.alignment.sides import Side
from app.alignment.tokens import Token

_SIZES = range(1, LARGEST + 1)


class Stretch(NamedTuple):
    """The sentences of both texts that belong to the same unit."""

    zh: range
    en: range


class Scoring:
    """Scores beads by their words, length, meaning and kind."""

    def __init__(
        self,
        zh: Side,
        en: Side,
        partners: Partners | None = None,
        kept: Mapping[Token, float] | None = None,
    ) -> None:
        self._zh, self._en = zh, en
        self._partners = _by_dictionary(zh, en) if partners is None else partners
        back = turned(self._partners)
        known = {token: KEPT[token.kind] for token in (*self._partners, *back)}
        known.update(kept or {})
        self._of_zh = Evidence(zh, en, self._partners, known)
        self._of_en = Evidence(en, zh, back, known)
        self._shape = Shape(zh, en)
        self._zh_alone = self._of_zh.unanswered() + self._shape.null
        self._en_alone = self._of_en.unanswered() + self._shape.null

    def learned_from(self, beads: Sequence[Bead]) -> Scoring:
        """Take up what beads of these texts teach about their words."""
        seen = seen_in(beads, self._zh, self._en)
        kept = learn_kept(seen, self._partners)
        partners = with_learned(self._partners, learn_pairs(seen))
        return Scoring(self._zh, self._en, partners, kept)

    def path(self, stretch: Stretch, band: Band) -> list[Bead]:
        """Find the best way through a stretch; its sentences are counted from 0."""
        return best_path(*self._of(stretch), band)

    def chances(
        self, stretch: Stretch, beads: Sequence[Bead], band: Band
    ) -> list[float]:
        """Give how likely each bead of a way through a stretch is, from 0 to 1."""
        near = around(beads, len(stretch.zh), len(stretch.en)).within(band)
        return chances(*self._of(stretch), near, beads)

    def _of(self, stretch: Stretch) -> tuple[Scorer, Floats, Floats]:
        """Give what scores beads of a stretch, and sentences that stand alone."""
        zh, en = stretch
        alone = self._zh_alone[zh.start : zh.stop], self._en_alone[en.start : en.stop]
        return partial(self._score, stretch), *alone

    def _score(
        self, stretch: Stretch, rows: range, columns: range
    ) -> dict[Kind, Matrix]:
        """Score every kind of bead that begins in these rows and columns."""
        zh, en = stretch
        rows = range(zh.start + rows.start, zh.start + rows.stop)
        columns = range(en.start + columns.start, en.start + columns.stop)
        ours = self._of_zh.against(_reach(rows, zh), columns, _SIZES, en.stop)
        theirs = self._of_en.against(_reach(columns, en), rows, _SIZES, zh.stop)
        scores = {}
        for kind in KINDS:
            starts = range(rows.start, min(rows.stop, zh.stop - kind[0] + 1))
            places = range(columns.start, min(columns.stop, en.stop - kind[1] + 1))
            if starts and places:
                words = blocks(ours[kind[1]], kind[0], len(starts))
                words = words + blocks(theirs[kind[0]], kind[1], len(places)).T
                scores[kind] = words + self._shape.score(starts, places, kind)
        return scores


def _reach(starts: range, side: range) -> range:
    """Give the sentences of a side that blocks may have that begin there."""
    return range(starts.start, min(starts.stop + LARGEST - 1, side.stop))


def _by_dictionary(zh: Side, en: Side) -> Partners:
    en_all = frozenset(token for tokens in en.tokens for token in tokens)
    return zh_partners({token for tokens in zh.tokens for token in tokens}, en_all)
