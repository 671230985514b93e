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
    return ", ".join(
        _count(kind, [f"{at} to {target}" if target else at for at, target in found])
        for kind, found in changes_by_kind(before, after).items()
    )


def changes_by_kind(before: Ledger, after: Ledger) -> dict[str, list[tuple[str, str]]]:
    """Give the addresses of each kind of change, each with where it moved to, if so.

    A first publication is no change.
    """
    if not before.entries:
        return {}
    old, new = before.by_locator, after.by_locator
    added = [(str(at), "") for at in new if at not in old]
    changes = {"new": added} if added else {}
    for at, entry in old.items():
        kind = _change(entry, new[at])
        if kind:
            target = str(new[at].target) if kind == "moved" else ""
            changes.setdefault(kind, []).append((str(at), target))
    return changes


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
