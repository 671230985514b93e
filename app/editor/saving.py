"""Save a manuscript: checked first, and all of it or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from pathlib import Path

from app.content.changes import changes_by_kind
from app.content.layout import Layout
from app.content.ledger_file import read_ledger
from app.content.loader import make_document
from app.content.parser import Half
from app.content.permanence import carry_over
from app.editor.files import digest
from app.editor.files import errors_of_the_text
from app.editor.files import Frame
from app.editor.files import half
from app.editor.files import write
from app.editor.files import Written
from app.editor.manuscript import Manuscript
from app.editor.manuscript import Place
from app.editor.reviewed import read_reviewed
from app.editor.reviewed import write_reviewed
from app.errors import LedgerError
from app.errors import ReaderError
from app.importer.writer import write_together
from app.model.document import Lang
from app.model.document import LANGS
from app.model.finding import Finding


class ChangedOnDiskError(ReaderError):
    """Raised when somebody else has changed the files since they were read."""

    def __init__(self, paths: Sequence[str]) -> None:
        super().__init__(f"{' and '.join(paths)} changed since the page was opened.")
        self.paths = tuple(paths)


class FaultyError(ReaderError):
    """Raised when the checker finds errors; each with the row it is in, if any."""

    def __init__(self, faults: Sequence[tuple[Place | None, Finding]]) -> None:
        super().__init__("\n".join(str(one) for _, one in faults))
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class Saved:
    """What was written."""

    frame: Frame
    paths: tuple[str, ...]
    """The files that are different now."""
    addresses: Mapping[str, Sequence[tuple[str, str]]]
    """What the next build will do to published addresses, by kind of change; each
    address with where it moves to, if it does."""


def save(
    layout: Layout, frame: Frame, text: Manuscript, known: frozenset[str]
) -> Saved:
    """Write the files of a document.

    *known* is what was accepted when they were read or saved last. What others have
    accepted since is kept.

    :raise ChangedOnDiskError: if they are not what was read.
    :raise FaultyError: if the text has errors.
    """
    paths = {lang: layout.path(lang, frame.slug) for lang in LANGS}
    changed = [
        layout.display(path)
        for lang, path in paths.items()
        if digest(path) != frame.digests[lang]
    ]
    if changed:
        raise ChangedOnDiskError(changed)
    written = {lang: write(frame, text, lang) for lang in LANGS}
    halves = [half(written[lang], layout.display(paths[lang]), lang) for lang in LANGS]
    faults = find_faults(halves, written)
    if faults:
        raise FaultyError(faults)
    contents = {path: written[lang].text for lang, path in paths.items()}
    reviewed = layout.reviewed_path(frame.slug)
    accepted = read_reviewed(reviewed) | (text.accepted - known)
    accepted -= known - text.accepted
    if accepted or reviewed.exists():
        contents[reviewed] = write_reviewed(replace(text, accepted=accepted))
    fresh = {path: new for path, new in contents.items() if _text(path) != new}
    write_together(fresh)
    return Saved(
        replace(frame, digests={lang: digest(path) for lang, path in paths.items()}),
        tuple(layout.display(path) for path in fresh),
        _addresses(layout, frame.slug, halves),
    )


def find_faults(
    halves: Sequence[Half], written: Mapping[Lang, Written]
) -> list[tuple[Place | None, Finding]]:
    """List the errors, each with the row or heading it stands at."""
    places = {half.path: written[half.lang].places for half in halves}
    return [
        (places.get(one.path, {}).get(one.line), one)
        for one in errors_of_the_text(halves)
    ]


def _text(path: Path) -> str:
    """Give what is in a file; nothing if there is none."""
    if not path.exists():
        return ""
    return path.read_bytes().decode("utf-8", errors="replace")


def _addresses(
    layout: Layout, slug: str, halves: Sequence[Half]
) -> dict[str, list[tuple[str, str]]]:
    """Say what a build will do to the published addresses."""
    try:
        ledger = read_ledger(layout.ledger_path(slug))
    except LedgerError:
        return {}  # the build says what is wrong with it
    zh, en = halves
    _, after = carry_over(make_document(slug, zh, en), ledger)
    return changes_by_kind(ledger, after)
