"""Write a document as canonical content: checked first, then all of it or nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.content.checker import check
from app.content.grammar import FENCE
from app.content.grammar import Heading
from app.content.grammar import UNTRANSLATED
from app.content.inline import to_markdown
from app.content.layout import Layout
from app.content.ledger_file import format_ledger
from app.content.ledger_file import read_ledger
from app.content.loader import make_document
from app.content.parser import Half
from app.content.parser import parse
from app.content.permanence import carry_over
from app.content.source import decode
from app.content.source import NEWLINE
from app.errors import LedgerError
from app.errors import ReaderError
from app.importer.draft import Draft
from app.importer.draft import DraftRow
from app.importer.headings import written
from app.importer.leftovers import clear_leftovers
from app.importer.leftovers import part_of
from app.model.document import Document
from app.model.document import Lang
from app.model.document import LANGS
from app.model.document import Text
from app.model.finding import Finding
from app.model.ledger import Ledger

Front = Mapping[str, str]
"""The fields of the front matter, in their order."""


class FaultyDocumentError(ReaderError):
    """Raised when what would be written has errors; *findings* are all of them."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
        super().__init__(
            f"The text cannot be made a document that passes the checks{more}: "
            f"{findings[0]}"
        )
        self.findings = tuple(findings)


@dataclass(frozen=True, slots=True)
class Ready:
    """A document that was checked and can be written."""

    document: Document
    """With the addresses it will be published under."""
    ledger: Ledger
    before: Ledger
    warnings: tuple[Finding, ...]
    contents: Mapping[Path, str]
    """The files, by their paths."""
    lines: tuple[int, ...]
    """The line of each row, the same in both files."""


def compose(draft: Draft, fronts: Mapping[Lang, Front]) -> dict[Lang, str]:
    """Write both languages of a document, line for line."""
    return {lang: _file(draft, fronts[lang], lang) for lang in LANGS}


def _file(draft: Draft, front: Front, lang: Lang) -> str:
    lines = [FENCE, *(f"{name}: {value}" for name, value in front.items()), FENCE, ""]
    for unit in draft.units:
        heading = unit.zh if lang == "zh" else unit.en
        lines += _unit(heading, unit.paragraphs, lang)
    while not lines[-1]:
        lines.pop()
    return "".join(f"{line}{NEWLINE}" for line in lines)


def _unit(
    heading: Heading | None, paragraphs: Sequence[Sequence[DraftRow]], lang: Lang
) -> Iterator[str]:
    """Yield the lines of a unit, with a blank one after each part of it."""
    if heading:
        yield written(heading)
        yield ""
    for paragraph in paragraphs:
        for row in paragraph:
            yield line_of(row.zh if lang == "zh" else row.en)
        yield ""


def line_of(text: str) -> str:
    """Write plain text as a line that reads as nothing but this text."""
    return to_markdown(Text(text)) if text else UNTRANSLATED


def prepare(layout: Layout, slug: str, texts: Mapping[Lang, str]) -> Ready:
    """Check what is to be written, and carry addresses over; nothing is written.

    :raise FaultyDocumentError: if the checker finds errors.
    :raise LedgerError: if there is a ledger that cannot be trusted.
    """
    paths = {lang: layout.path(lang, slug) for lang in LANGS}
    zh, en = (_half(texts[lang], layout.display(paths[lang]), lang) for lang in LANGS)
    findings = check([zh, en])
    if errors := [one for one in findings if one.level == "error"]:
        raise FaultyDocumentError(errors)
    before = _ledger(layout, slug)
    document, ledger = carry_over(make_document(slug, zh, en), before)
    contents = {paths[lang]: texts[lang] for lang in LANGS}
    contents[layout.ledger_path(slug)] = format_ledger(ledger)
    lines = (
        line.number
        for unit in zh.units
        for paragraph in unit.paragraphs
        for line in paragraph
    )
    return Ready(document, ledger, before, tuple(findings), contents, tuple(lines))


def _ledger(layout: Layout, slug: str) -> Ledger:
    """Read the published addresses; an error names the file."""
    path = layout.ledger_path(slug)
    try:
        return read_ledger(path)
    except LedgerError as error:
        place = f"{layout.display(path)}:{error.line}"
        raise LedgerError(error.line, f"{place}: {error.message}") from error


def _half(text: str, path: str, lang: Lang) -> Half:
    return parse(decode(text.encode(), path), lang)


def write_together(contents: Mapping[Path, str]) -> None:
    """Write several files; if one cannot be written, all are as before.

    Each is written beside its place first; then all are renamed, which takes no time.
    """
    targets = {path.resolve(): text.encode() for path, text in contents.items()}
    made = [folder for path in targets for folder in _lacking(path.parent)]
    before = {path: _bytes(path) for path in targets}
    parts = {path: part_of(path) for path in targets}
    done: list[Path] = []
    try:
        for path, data in targets.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            clear_leftovers(path)
            _write_part(parts[path], data, path)
        for path in targets:
            done.append(path)
            parts[path].replace(path)
    except BaseException:
        for path in done:
            _put_back(path, before[path])
        _clear(parts.values(), made)
        raise


def _lacking(folder: Path) -> list[Path]:
    """List the folders that are to be made, the innermost first."""
    return [one for one in (folder, *folder.parents) if not one.exists()]


def _write_part(part: Path, data: bytes, target: Path) -> None:
    """Write a file that is to take the place of another."""
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if target.exists():
        shutil.copymode(target, part)


def _put_back(path: Path, data: bytes | None) -> None:
    """Restore what a file was, as far as the disk lets us."""
    with suppress(OSError):
        if data is None:
            path.unlink(missing_ok=True)
        elif _bytes(path) != data:
            path.write_bytes(data)


def _clear(parts: Iterable[Path], made: Iterable[Path]) -> None:
    """Take away what was begun: files, and folders that were made for them."""
    for part in parts:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    for folder in made:
        with suppress(OSError):
            folder.rmdir()


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
