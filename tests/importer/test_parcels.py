"""Parcels only part the work: no unit is lost, parted or moved."""

from __future__ import annotations

import pytest

from app.alignment.align import UnitText
from app.importer import parcels
from app.progress import Silent


class Steps(Silent):
    """Counts what it is told."""

    def __init__(self) -> None:
        self.total = self.done = 0

    def track(self, pieces, total):
        self.total = total
        for piece in pieces:
            self.done += 1
            yield piece


UNITS = [
    UnitText([[f"第{n}组有{n}人。"]], [[f"Group {n} has {n} members."]])
    for n in range(2, 7)
]


@pytest.mark.parametrize(("most", "parts"), [(1, 5), (2, 3), (600, 1)])
def test_every_unit_is_aligned_in_order(monkeypatch, most, parts):
    monkeypatch.setattr(parcels, "PARCEL", most)
    monkeypatch.setattr(parcels, "_WORTH_IT", 99)
    steps = Steps()
    found = parcels.align_all(UNITS, steps)
    assert [[bead.kind for bead, _ in unit] for unit in found] == [[(1, 1)]] * 5
    assert (steps.total, steps.done) == (parts, parts)


def test_nothing_is_aligned_to_nothing():
    assert parcels.align_all([], Silent()) == []
