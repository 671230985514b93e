"""The checks of a translation as readers know them."""

from __future__ import annotations

from flask import url_for
from flask_babel import gettext
from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString

from app.model.place import Place
from app.web.contexts import Link
from app.web.current import get_snapshot

_KINDS: dict[str, tuple[LazyString, LazyString]] = {
    "T001": (
        lazy_gettext("Numbers"),
        lazy_gettext("A number stands in one language and not in the other."),
    ),
    "T002": (
        lazy_gettext("Years and months"),
        lazy_gettext("A year or a month stands in one language and not in the other."),
    ),
    "T003": (
        lazy_gettext("Percentages and fractions"),
        lazy_gettext("A share stands in one language and not in the other."),
    ),
    "T004": (
        lazy_gettext("Amounts and units"),
        lazy_gettext("An amount, or what is counted, is not the same."),
    ),
    "T005": (
        lazy_gettext("Negation and bounds"),
        lazy_gettext("One language denies or limits what the other does not."),
    ),
    "T006": (
        lazy_gettext("Force"),
        lazy_gettext("One language binds, allows or encourages more than the other."),
    ),
    "T007": (
        lazy_gettext("Terms"),
        lazy_gettext("A term of the glossary has none of its renderings."),
    ),
    "T008": (
        lazy_gettext("Lists"),
        lazy_gettext("A list has one item more than its partner."),
    ),
    "T009": (
        lazy_gettext("Length"),
        lazy_gettext("A sentence is much shorter or longer than its partner."),
    ),
}


def title_of(code: str) -> str:
    """Name what a check compares."""
    return str(_KINDS[code][0])


def explanation_of(code: str) -> str:
    """Say what an alarm of a check means."""
    return str(_KINDS[code][1])


def doubted_at(place: Place) -> Link | None:
    """Lead from a sentence to its alarms, if it has any that nobody has accepted."""
    doubts = get_snapshot().doubts.at(place)
    if not doubts:
        return None
    kinds = gettext(", ").join(title_of(doubt.code) for doubt in doubts)
    first = doubts[0]
    return Link(
        gettext("To check in the translation: %(kinds)s", kinds=kinds),
        url_for(
            "records.checks", slug=place.slug, _anchor=f"{first.code}-{first.locator}"
        ),
    )
