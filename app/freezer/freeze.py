"""Freezing: the reader, its snapshot and a folder in; a site of files out."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flask import Flask

from app.errors import ReaderError
from app.freezer import folder
from app.freezer.inventory import pages_of
from app.freezer.pages import NOWHERE
from app.freezer.pages import PageWriter
from app.freezer.site import Site
from app.freezer.site import Written
from app.progress import Silent
from app.web.current import get_snapshot
from app.web.headers import asset_url


class SnapshotChangedError(ReaderError):
    """Raised when a new snapshot was built while the site was written."""

    def __init__(self) -> None:
        super().__init__("The index was built anew meanwhile; freeze once more.")


@dataclass(frozen=True, slots=True)
class Frozen:
    """What was written."""

    pages: int
    files: int
    size: int


def freeze(
    app: Flask, place: Path, base_url: str, progress: Silent, *, compress: bool = False
) -> Frozen:
    """Write the whole site into a folder; *base_url* is where it will be, if known.

    :raise ReaderError: if it cannot be written; the folder is as it was then.
    """
    folder.check(place)
    app.config.update(FROZEN=True, BASE_URL=base_url or NOWHERE)
    with app.test_request_context():
        snapshot = get_snapshot()
        lead, icon = asset_url("lead.js"), asset_url("icon.svg")
    pages = tuple(dict.fromkeys(pages_of(snapshot, public=bool(base_url))))
    site = Site(app, PageWriter(base_url or NOWHERE, lead, icon))
    with folder.replacing(place) as made:
        filled = folder.Folder(made, compress)
        progress.step("Freezing")
        names = _fill(filled, site.files(pages))
        count = sum(is_page(name) for name in progress.track(names, len(pages)))
        with app.test_request_context():
            if get_snapshot().digest != snapshot.digest:
                raise SnapshotChangedError
        filled.close(snapshot.digest)
    return Frozen(count, len(filled.sizes), sum(filled.sizes.values()))


def _fill(filled: folder.Folder, files: Iterable[Written]) -> Iterator[str]:
    """Write files as they come; yield the name of each."""
    for file in files:
        filled.write(file.name, file.data)
        yield file.name


def is_page(name: str) -> bool:
    """Say whether a file is a page."""
    return name.endswith(".html")
