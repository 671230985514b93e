"""A sentence much too short or too long for its partner, or broken off."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from math import log
from math import sqrt
from statistics import median
from typing import Literal

from app.translation.pair import Alarm
from app.translation.pair import Pair

LENGTH = "T009"

USUAL = 3.4
"""How many English letters go with one Chinese character, before a text says more."""

ENOUGH = 20
"""From how many sentences on a text says for itself how long its English is."""

SPREAD = 0.13
"""How far the ratio strays in a sentence of any length, as a logarithm."""

SHORT = 0.85
"""How much farther in a sentence of one character; it falls with the square root."""

FAR = 2.9
"""How many spreads are too far."""

_ENDS = re.compile(r"(?:[。.!?！？;；:：]|[;,] (?:and|or))['\"”’)）』」]*$")
_OPEN = re.compile(r"[\w,，、(（]\s*$")
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Scale:
    """How long the English of a text is for its Chinese, as a logarithm."""

    usual: float = log(USUAL)

    @classmethod
    def of(cls, pairs: Iterable[Pair]) -> Scale:
        """Measure a text; a short one has not enough to say."""
        ratios = [log(_ratio(pair)) for pair in pairs if _length(pair.zh) >= 8]
        return cls(median(ratios)) if len(ratios) >= ENOUGH else cls()


LengthFault = Literal["short", "long", "zh breaks off", "en breaks off"]
"""What may be wrong: the English is too short or too long, or a side has no end."""

_MESSAGES: dict[LengthFault, str] = {
    "short": "The English is too short for the Chinese.",
    "long": "The English is too long for the Chinese.",
    "zh breaks off": "The Chinese breaks off.",
    "en breaks off": "The English breaks off.",
}


def check_length(pair: Pair, scale: Scale) -> Iterator[Alarm]:
    """Yield an alarm if a sentence has not the length, or the end, of its partner."""
    if fault := length_fault(pair, scale):
        yield Alarm(LENGTH, _MESSAGES[fault])


def length_fault(pair: Pair, scale: Scale) -> LengthFault | None:
    """Say what is wrong with the length, or the end, of a sentence; None if nothing."""
    strayed = log(_ratio(pair)) - scale.usual
    spread = sqrt(SPREAD**2 + SHORT**2 / max(_length(pair.zh), 1))
    if abs(strayed) > FAR * spread:
        return "short" if strayed < 0 else "long"
    if _breaks_off(pair.zh) != _breaks_off(pair.en) and (
        _ends(pair.zh) or _ends(pair.en)
    ):
        return "zh breaks off" if _breaks_off(pair.zh) else "en breaks off"
    return None


def _ratio(pair: Pair) -> float:
    return max(_length(pair.en), 1) / max(_length(pair.zh), 1)


def _length(text: str) -> int:
    return len(_SPACE.sub("", text))


def _breaks_off(text: str) -> bool:
    return _OPEN.search(text) is not None and not _ends(text)


def _ends(text: str) -> bool:
    return _ENDS.search(text.rstrip()) is not None
