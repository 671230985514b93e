"""What the kinds of terms are called in the language of the interface."""

from __future__ import annotations

from flask_babel import lazy_gettext

KIND_NAMES = {
    "institution": lazy_gettext("Institution"),
    "place": lazy_gettext("Place name"),
    "strategy": lazy_gettext("Strategy"),
    "market": lazy_gettext("Market"),
    "instrument": lazy_gettext("Instrument"),
    "mechanism": lazy_gettext("Mechanism"),
    "concept": lazy_gettext("Concept"),
}


def kind_name(kind: str) -> str:
    """Name a kind; one that is not known keeps the word of the glossary."""
    return str(KIND_NAMES.get(kind, kind))
