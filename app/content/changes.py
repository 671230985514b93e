"""What a build does to published addresses, in one line for the editor."""

from __future__ import annotations

from app.model.ledger import Entry
from app.model.ledger import Ledger

MENTIONED = 5
"""How many addresses of a kind are named; of more, the number is enough."""


def describe_changes(before: Ledger, after: Ledger) -> str:
    """Say what changes from one ledger to the next; nothing if nothing does.

    A first publication is no change.
    """
    if not before.entries:
        return ""
    old, new = before.by_locator, after.by_locator
    changes: dict[str, list[str]] = {"new": [str(at) for at in new if at not in old]}
    for at, entry in old.items():
        kind = _change(entry, new[at])
        if kind:
            target = f" to {new[at].target}" if kind == "moved" else ""
            changes.setdefault(kind, []).append(f"{at}{target}")
    return ", ".join(_count(kind, found) for kind, found in changes.items() if found)


def _change(old: Entry, new: Entry) -> str:
    """Name what became of one address; nothing if it is as it was."""
    if (old.state, old.target) != (new.state, new.target):
        return "restored" if new.state == "live" else new.state
    reworded = new.state == "live" and old.fingerprint != new.fingerprint
    return "reworded" if reworded else ""


def _count(kind: str, found: list[str]) -> str:
    """Write one kind of change with its addresses."""
    more = ", …" if len(found) > MENTIONED else ""
    return f"{len(found)} {kind} ({', '.join(found[:MENTIONED])}{more})"
