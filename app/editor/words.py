"""What the editor says of what it has done, in the language of the interface."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence

from flask_babel import gettext

from app.content.changes import MENTIONED
from app.editor.session import Deed


def _(words: str, **blanks: object) -> str:
    return str(gettext(words, **blanks))


def listed(names: Sequence[str]) -> str:
    """Put names one after the other."""
    return _(", ").join(names)


def walked(order: str, deed: Deed | None) -> str:
    """Say what was undone, or done again."""
    if deed is None:
        return ""
    what = f"{deed_words(deed.order)} {deed.address}".strip()
    if order == "undo":
        return _("Undone: %(what)s", what=what)
    return _("Done again: %(what)s", what=what)


def deed_words(order: str) -> str:
    """Name an order, whichever side it was for."""
    words = {
        "join": _("join"),
        "part": _("not a pair"),
        "paragraph": _("paragraph"),
        "accept": _("accept"),
        "push": _("shift down"),
        "pull": _("shift up"),
        "on": _("last sentence down"),
        "back": _("first sentence up"),
        "rewrite": _("correct or split"),
        "retitle": _("correct the heading"),
    }
    return words.get(order.partition("-")[0], "")


def address_changes(changes: Mapping[str, Sequence[tuple[str, str]]]) -> str:
    """Say what the next build will do to published addresses."""
    return listed([_change(kind, found) for kind, found in changes.items()])


def _change(kind: str, found: Sequence[tuple[str, str]]) -> str:
    named = [f"{at} → {to}" if to else at for at, to in found[:MENTIONED]]
    if len(found) > MENTIONED:
        named.append("…")
    blanks = {"num": len(found), "places": listed(named)}
    words = {
        "new": _("%(num)s new (%(places)s)", **blanks),
        "gone": _("%(num)s gone (%(places)s)", **blanks),
        "moved": _("%(num)s moved (%(places)s)", **blanks),
        "restored": _("%(num)s restored (%(places)s)", **blanks),
        "reworded": _("%(num)s reworded (%(places)s)", **blanks),
    }
    return words[kind]
