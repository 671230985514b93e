"""Which units say what a text is for: its goals, and the principles it follows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from app.model.document import Document
from app.model.document import Heading
from app.model.locator import Locator
from app.text.normalize import fold_text

Aim = Literal["goal", "principle"]

_AIMS: dict[Aim, re.Pattern[str]] = {
    "goal": re.compile(r"目标|\b(?:objective|goal|target)s?\b"),
    "principle": re.compile(r"原则|\bprinciples?\b"),
}


def aim_of(document: Document, unit: Locator) -> Aim | None:
    """Say what the nearest heading that speaks of goals or principles makes of a unit.

    One that speaks of both (``目标和原则``) leaves open which of them a unit is. A
    measure is neither, whatever its heading speaks of: it is what carries them out.
    """
    if document.by_locator[unit].kind == "measure":
        return None
    place: Locator | None = unit
    while place is not None:
        if (above := document.by_locator.get(place)) is not None:
            named = _named((above.zh, above.en))
            if named:
                return named[0] if len(named) == 1 else None
        place = place.parent
    return None


def _named(headings: Iterable[Heading]) -> list[Aim]:
    """List what a heading speaks of, in either language."""
    titles = [fold_text(heading.title) for heading in headings]
    return [aim for aim, words in _AIMS.items() if any(map(words.search, titles))]
