"""Align a large document in parcels of units, on all cores."""

from __future__ import annotations

import os
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from multiprocessing import parent_process
from threading import Thread

from app.alignment.align import align_units
from app.alignment.align import Judged
from app.alignment.align import UnitText
from app.progress import Silent

PARCEL = 600
"""How many sentences a parcel has about: enough to learn words from, and quick."""

_WORTH_IT = 3
"""From how many parcels on other processes are worth their start."""


def align_all(units: Sequence[UnitText], progress: Silent) -> list[list[Judged]]:
    """Align the sentences of each unit, parcel by parcel."""
    parcels = list(_parcels(units))
    progress.step("align")
    found: list[list[Judged]] = []
    for of_parcel in progress.track(_results(parcels), len(parcels)):
        found += of_parcel
    return found


def _results(parcels: Sequence[Sequence[UnitText]]) -> Iterator[list[list[Judged]]]:
    """Yield what each parcel came to, in order."""
    cores = os.cpu_count() or 1
    if len(parcels) < _WORTH_IT or cores == 1:
        yield from map(align_units, parcels)
        return
    # A new process each, since one that is forked would share locks of libraries.
    workers = min(cores, len(parcels))
    with ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=_end_with_parent
    ) as pool:
        yield from pool.map(align_units, parcels)


def _end_with_parent() -> None:
    """End this process when the one that began it is gone, however it was ended."""
    Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _parcels(units: Iterable[UnitText]) -> Iterator[list[UnitText]]:
    """Put units together, in order, until a parcel is full."""
    parcel: list[UnitText] = []
    size = 0
    for unit in units:
        parcel.append(unit)
        size += max(sum(map(len, side)) for side in unit)
        if size >= PARCEL:
            yield parcel
            parcel, size = [], 0
    if parcel:
        yield parcel
