"""How much it says that two units share a term."""

from __future__ import annotations

import math
from collections.abc import Mapping
from collections.abc import Sequence

from app.model.glossary import Term
from app.relations.mentions import Mention
from app.text.normalize import fold_text

COMMON = 0.25
"""The share of units from which on a term binds none of them."""

_FEW = 4
"""So many units may always have a term, however small the document is."""

_MANY = 60
"""So many units are too many in any document: the pairs of them would be countless."""

_PLACE = 3
"""In how many units a place may be named that says something of them: Singapore."""

_REGION = 6
"""How long the Chinese name of a place is that is no mere city or region."""

_SHORT = {1: 0.4, 2: 0.6, 3: 0.8, 4: 0.9}
"""What short Chinese terms count: they are seldom specific."""

_ACTOR = 0.55
"""What a kind of institution counts: it says who acts, seldom what is done."""

_PHRASE = 0.8
"""What a phrase counts that is in no glossary."""

_PART = 0.7
"""What a term counts in a unit that has it only inside longer ones."""

_LEAST = 0.2
"""A term that weighs less binds nothing."""


class Weights:
    """Weighs the terms of one document: by how few of its units speak of them.

    *phrases* are the terms that are in no glossary, with their rarity in general;
    *titles* those of the document.
    """

    def __init__(
        self,
        mentions: Sequence[Mapping[Term, Mention]],
        phrases: Mapping[Term, float],
        titles: str = "",
    ) -> None:
        self._titles = titles
        self._units = len(mentions)
        self._phrases = phrases
        self.having: dict[Term, list[int]] = {}
        for at, each in enumerate(mentions):
            for term in each:
                self.having.setdefault(term, []).append(at)
        self._own = {term: self._weigh(term) for term in self.having}

    def own(self, term: Term) -> float:
        """Weigh a term alone: 1 at most, 0 if it binds nothing."""
        return self._own[term]

    def shared(self, term: Term, here: Mention, there: Mention) -> float:
        """Weigh a term that two units share: what they are about counts more.

        A place counts if one of them speaks of it more than once.
        """
        if term.kind == "place" and max(here.times, there.times) < 2:
            return 0.0
        return self._own[term] * math.sqrt(_presence(here) * _presence(there))

    def _weigh(self, term: Term) -> float:
        units = len(self.having[term])
        if not 1 < units <= min(_MANY, max(_FEW, COMMON * self._units)):
            return 0.0
        rare = math.log(self._units / units) / math.log(max(self._units, 4) / 2)
        weight = rare * self._specific(term)
        return weight if weight >= _LEAST else 0.0

    def _specific(self, term: Term) -> float:
        """Say how specific a term is by what it is called."""
        length = len(fold_text(term.zh))
        if term.kind == "place" and not self._is_telling(term):
            return 0.0
        specific = _SHORT.get(length, 1.0)
        if term.kind == "institution" and term.en == term.en.lower():
            specific *= _ACTOR
        if term in self._phrases:
            specific *= _PHRASE * self._phrases[term]
        return specific

    def _is_telling(self, term: Term) -> bool:
        """Say whether a place is none of those that the whole document is about.

        These, or the names of which they are parts, stand in its title: 成渝, 重庆.
        """
        if len(term.zh) >= _REGION:
            return True
        about = set(term.zh) & set(self._titles)
        return not about and len(self.having[term]) <= _PLACE


def _presence(mention: Mention) -> float:
    """Say how much a unit is about a term."""
    presence = 1 + 0.5 * math.log2(mention.times) + (1.0 if mention.heading else 0.0)
    return presence if mention.free else presence * _PART
