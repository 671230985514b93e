"""The units nearest to a place that does not exist."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.model.document import Document
from app.model.document import Unit
from app.model.locator import Locator
from app.references.parser import Reference

NEAREST = 3


def nearest_units(document: Document, reference: Reference) -> list[Locator]:
    """List up to three units near a written place, nearest first.

    Units of the kind that was named come before others; then one with the same last
    number (2.2.11 was meant as 2.3.11); then those where the path leaves the document.
    """
    wanted = [step.number for step in reference.steps]
    kinds = reference.steps[-1].kinds

    def distance(unit: Unit) -> tuple[object, ...]:
        path = unit.locator.path
        shared = _shared(path, wanted)
        at = min(shared, len(path) - 1, len(wanted) - 1)
        here, there = (
            (path[at], wanted[at]) if len(wanted) > 1 else (path[-1], wanted[0])
        )
        return (
            bool(kinds) and unit.kind not in kinds,
            path[-1] != wanted[-1] or len(path) < len(wanted),
            -shared,
            abs(_value(here) - _value(there)),
            abs(len(path) - len(wanted)),
        )

    ordered = sorted(document.walk(), key=distance)
    return [unit.locator for unit in ordered[:NEAREST]]


def _shared(path: Sequence[str], wanted: Sequence[str]) -> int:
    """Count the levels on which two paths agree from the top."""
    count = 0
    for one, other in zip(path, wanted, strict=False):
        if one != other:
            break
        count += 1
    return count


def _value(step: str) -> int:
    """Take the first number of a step."""
    match = re.search(r"\d+", step)
    return int(match[0]) if match else 0
