"""How alike the words of units are: what a dictionary, numbers and names tell.

Each unit is the set of its words, rare ones counting more; the Chinese ones by what
they may be in English. It is light: no order, no grammar, only the beginning of units.
"""

from __future__ import annotations

from collections import Counter
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.alignment.partners import zh_partners
from app.alignment.tokens import en_tokens
from app.alignment.tokens import Token
from app.alignment.tokens import zh_tokens

Matrix = NDArray[np.float32]

_ZH_READ = 400
_EN_READ = 1_200
"""How many characters of a unit are read."""

_LARGEST = 25_000_000
"""How many pairs of units there may be; of more, only the numbers are looked at."""


_COMMON = 1.5
"""Up to which weight a word is too common to tell anything."""

_SURE = 0.15
_BETTER = 1.4
"""How alike two units must be, and how much more than with any other."""


def likeness(zh: Sequence[str], en: Sequence[str]) -> Matrix:
    """Give, from 0 to 1, how alike each Chinese (row) and English text (column) are."""
    shape = len(zh), len(en)
    if len(zh) * len(en) > _LARGEST:
        return np.broadcast_to(np.float32(0), shape)
    alike = np.zeros(shape, dtype=np.float32)
    ours = [_kept(zh_tokens(text[:_ZH_READ])) for text in zh]
    theirs = [_kept(en_tokens(text[:_EN_READ])) for text in en]
    rarity = _rarity(theirs)
    partners = zh_partners(
        {token for tokens in ours for token in tokens}, frozenset(rarity)
    )
    places, sizes = _places(theirs, rarity)
    rare = _rarity(ours)
    common = min(_COMMON, max(rare.values(), default=0.0))
    for at, tokens in enumerate(ours):
        weight = 0.0
        for token in tokens:
            if rare[token] < common:
                continue
            weight += rare[token] ** 2
            others = partners.get(token, frozenset())
            for other in others:
                alike[at, places[other]] += (
                    rare[token] * rarity[other] / len(others) ** 0.5
                )
        alike[at] /= (weight**0.5 or 1.0) * sizes
    return alike


def sure_pairs(alike: Matrix) -> list[tuple[int, int]]:
    """Give the pairs that are each other's best by far."""
    if not 0 < alike.size <= _LARGEST:
        return []
    columns = alike.argmax(axis=1)
    rows = np.arange(len(alike))
    best = alike[rows, columns]
    others = alike.copy()
    others[rows, columns] = 0
    mutual = alike.argmax(axis=0)[columns] == rows
    rival = np.maximum(others.max(axis=1), others.max(axis=0)[columns])
    sure = mutual & (best >= _SURE) & (best > _BETTER * rival)
    return [(int(row), int(columns[row])) for row in rows[sure]]


def _kept(tokens: Iterable[Token]) -> frozenset[Token]:
    return frozenset(token for token in tokens if token.kind != "sign")


def _rarity(units: Sequence[frozenset[Token]]) -> Mapping[Token, float]:
    """Give each token a weight, the larger the fewer units have it."""
    counts = Counter(token for tokens in units for token in tokens)
    return {
        token: float(np.log((len(units) + 1) / count))
        for token, count in counts.items()
    }


def _places(
    units: Sequence[frozenset[Token]], rarity: Mapping[Token, float]
) -> tuple[Mapping[Token, NDArray[np.intp]], Matrix]:
    """Give the units each token is in, and how large each unit is."""
    places: dict[Token, list[int]] = defaultdict(list)
    sizes = np.ones(len(units), dtype=np.float32)
    for at, tokens in enumerate(units):
        for token in tokens:
            places[token].append(at)
        sizes[at] = sum(rarity[token] ** 2 for token in tokens) ** 0.5 or 1.0
    return {token: np.array(at) for token, at in places.items()}, sizes
