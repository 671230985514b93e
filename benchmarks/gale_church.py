"""The aligner that others are measured by: sentence lengths alone.

William A. Gale and Kenneth W. Church, A Program for Aligning Sentences in Bilingual
Corpora, Computational Linguistics 19, 1993: its kinds of beads and their priors, and
its variance, over bytes; one byte of Chinese for one of English.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import erfc
from math import log

import numpy as np

from app.alignment.band import whole
from app.alignment.beads import Kind
from app.alignment.path import best_path
from app.alignment.sides import Floats
from app.alignment.sides import Matrix
from app.alignment.sides import sums
from benchmarks.gold import Pair

_VARIANCE = 6.8
_PRIOR = {(1, 1): 0.89, (1, 2): 0.0445, (2, 1): 0.0445, (2, 2): 0.011}
_ALONE = 0.00495
_LEAST = 1e-300

_tail = np.vectorize(lambda delta: log(max(erfc(abs(delta) / 2**0.5), _LEAST)))


def gale_church(zh: Sequence[str], en: Sequence[str]) -> list[Pair]:
    """Align two lists of sentences by their lengths."""
    ours, theirs = (sums(_lengths(side)) for side in (zh, en))

    def score(rows: range, columns: range) -> dict[Kind, Matrix]:
        scores = {}
        for kind, prior in _PRIOR.items():
            starts = np.arange(rows.start, min(rows.stop, len(zh) - kind[0] + 1))
            places = np.arange(columns.start, min(columns.stop, len(en) - kind[1] + 1))
            if len(starts) and len(places):
                own = (ours[starts + kind[0]] - ours[starts])[:, np.newaxis]
                other = (theirs[places + kind[1]] - theirs[places])[np.newaxis, :]
                scores[kind] = (_match(own, other) + log(prior)).astype(np.float32)
        return scores

    alone = [
        _match(_lengths(side), np.zeros(len(side))) + log(_ALONE) for side in (zh, en)
    ]
    beads = best_path(score, alone[0], alone[1], whole(len(zh), len(en)))
    return [(tuple(bead.zh), tuple(bead.en)) for bead in beads]


def _lengths(sentences: Sequence[str]) -> Floats:
    return np.array(
        [len(sentence.encode()) for sentence in sentences], dtype=np.float64
    )


def _match(own: Floats, other: Floats) -> Floats:
    """Give the log of how likely lengths are to differ so much, by their mean."""
    delta = (other - own) / np.sqrt(_VARIANCE * np.maximum((own + other) / 2, 1))
    return np.asarray(_tail(delta), dtype=np.float64)
