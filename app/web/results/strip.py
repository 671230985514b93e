"""A document as a line on which the sentences found are ticks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from collections.abc import Sequence

from flask_babel import gettext
from flask_babel import ngettext

from app.model.document import Document
from app.model.document import Lang
from app.model.locator import Locator
from app.web.blocks import heading_of
from app.web.blocks import RANKS
from app.web.contexts import Link
from app.web.interface import ui_lang
from app.web.results.contexts import Bar
from app.web.results.contexts import Strip
from app.web.results.contexts import StripLabel
from app.web.urls import document_url

_GAP = 0.25
"""The space between two units, in per cent of the whole."""
_LABEL = 11.0
"""The room a label needs on the narrowest screen, in per cent."""


def strip(document: Document, found: Sequence[Locator]) -> Strip:
    """Draw where the sentences found lie in a document."""
    order = {locator: at for at, locator in enumerate(document.by_segment)}
    step = 100 / max(len(order), 1)
    at, units = 0, []
    for unit in document.walk():
        size = len(unit.segments)
        if size:
            units.append(_bar(at * step, size * step - _GAP))
        at += size
    ticks = [_bar(order[locator] * step, step) for locator in found if locator in order]
    front = document.front(ui_lang())
    return Strip(
        id=f"strip-{document.slug}",
        title=_in_words(document, found),
        document=Link(front.short_title or front.title, document_url(document.slug)),
        units=tuple(units),
        hits=tuple(Bar(bar.x, max(bar.width - _GAP, _GAP)) for bar in ticks),
        labels=tuple(_labels(document, step, ui_lang())),
    )


def _bar(x: float, width: float) -> Bar:
    """Round a stretch to what can be seen."""
    return Bar(round(x, 2), round(max(width, _GAP), 2))


def _labels(document: Document, step: float, lang: Lang) -> Iterator[StripLabel]:
    """Give the numbers of the parts, and of the sections where there is room."""
    at, free = 0, 0.0
    for unit in document.walk():
        text = heading_of(unit, lang).label.strip(" \u3000、.．")
        x = at * step
        if RANKS[unit.kind] in {"part", "section"} and text and x >= free:
            at_end = x > 100 - _LABEL
            yield StripLabel(100 if at_end else round(x, 2), text, at_end)
            free = x + _LABEL
        at += len(unit.segments)


def _in_words(document: Document, found: Sequence[Locator]) -> str:
    """Say in which parts the sentences lie, and how many in each."""
    counts = Counter(locator.path[0] for locator in found)
    parts = [
        gettext(
            "%(part)s: %(count)s",
            part=heading_of(unit, ui_lang()),
            count=ngettext(
                "%(num)s sentence", "%(num)s sentences", counts[unit.locator.path[0]]
            ),
        )
        for unit in document.units
        if counts[unit.locator.path[0]]
    ]
    where = ("；" if ui_lang() == "zh" else "; ").join(parts)
    return str(gettext("Where the sentences lie. %(where)s", where=where))
