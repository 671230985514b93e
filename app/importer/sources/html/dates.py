"""Dates as pages write them: 2021-12-24."""

from __future__ import annotations

import datetime
import re

from app.text.months import MONTHS

_MONTHS = tuple(name[:3].lower() for name in MONTHS)
_FORMS = (
    re.compile(r"(?P<y>(?:19|20)\d\d)\s*[-/.年]\s*(?P<m>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})"),
    re.compile(r"\b(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?:\d{6})?\b"),
    re.compile(r"(?P<w>[A-Za-z]{3,9})\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+"
               r"(?P<y>(?:19|20)\d\d)"),
    re.compile(r"(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?P<w>[A-Za-z]{3,9})\.?,?\s+"
               r"(?P<y>(?:19|20)\d\d)"),
)  # fmt: skip


def date_in(text: str) -> str:
    """Return the first date in a text, ``2021-12-24``; empty if there is none.

    >>> date_in("Updated: December 24, 2021 09:12")
    '2021-12-24'
    """
    for form in _FORMS:
        for found in form.finditer(text[:2_000]):
            if date := _date(found.groupdict()):
                return date
    return ""


def _date(parts: dict[str, str]) -> str:
    """Write a date in one form, if there is such a day."""
    word = parts.get("w", "")[:3].lower()
    if word and word not in _MONTHS:
        return ""
    month = _MONTHS.index(word) + 1 if word else int(parts["m"])
    try:
        return datetime.date(int(parts["y"]), month, int(parts["d"])).isoformat()
    except ValueError:
        return ""
