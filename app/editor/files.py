"""The two files of a document to a manuscript, and back to the same files."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from app.content.checker import check
from app.content.layout import Layout
from app.content.parser import Half
from app.content.parser import HalfLine
from app.content.parser import HalfUnit
from app.content.parser import parse
from app.content.source import decode
from app.content.source import read_source
from app.content.source import Source
from app.editor import lines
from app.editor.manuscript import Manuscript
from app.editor.manuscript import Place
from app.editor.manuscript import Row
from app.editor.manuscript import Unit
from app.errors import ReaderError
from app.model.document import Lang
from app.model.document import LANGS
from app.model.finding import Finding

HEADING = -1
"""Stands for the number of a row where a heading is meant."""

_MENDED_BY_READING = frozenset({"F002", "F003", "A001", "A005"})
"""Errors of the text that are gone when it is written as it was read here."""

_OF_THE_FRONT = frozenset({"F010", "F011", "F013", "F014", "F015"})
"""Errors of the front matter, which is kept as it is and filled in by hand."""

_IN_THE_WAY = frozenset({"F001", "F005", "F017", "A006", "M005"})
"""Errors with which words would be lost, or sides that do not belong together."""


class UnreadableError(ReaderError):
    """Raised for a file that cannot be read at all."""

    def __init__(self, source: Source) -> None:
        why = " ".join(one.message for one in source.findings)
        super().__init__(f"{source.path} cannot be edited. {why}")


class MendFirstError(ReaderError):
    """Raised for files with errors that can only be mended in the files."""

    def __init__(self, slug: str, findings: Sequence[Finding]) -> None:
        found = "\n".join(f"  {one}" for one in findings)
        super().__init__(f"{slug} cannot be edited before this is mended:\n{found}")
        self.findings = tuple(findings)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the text in the two files and is kept as it is."""

    slug: str
    fronts: Mapping[Lang, tuple[str, ...]]
    tails: Mapping[Lang, tuple[str, ...]]
    titles: Mapping[Lang, str]
    tags: Mapping[Lang, str]
    """The languages with their scripts: ``zh-Hant``, ``en``."""
    digests: Mapping[Lang, str]
    """What the files were when they were read."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it would be written, and what stands on its lines."""

    text: str
    places: Mapping[int, Place]


def digest(path: Path) -> str:
    """Give the fingerprint of a file; empty if there is none that can be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would never end
            return ""
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def read(layout: Layout, slug: str) -> tuple[Frame, Manuscript]:
    """Read both files of a document.

    :raise UnreadableError: if one of them cannot be read.
    :raise MendFirstError: if they cannot be put side by side.
    """
    paths = {lang: layout.path(lang, slug) for lang in LANGS}
    digests = {lang: digest(paths[lang]) for lang in LANGS}
    sources = {
        lang: read_source(path, layout.display(path)) for lang, path in paths.items()
    }
    for source in sources.values():
        if not source.readable:
            raise UnreadableError(source)
    zh, en = (parse(sources[lang], lang) for lang in LANGS)
    obstacles = _obstacles(zh, en)
    if obstacles:
        raise MendFirstError(slug, obstacles)
    halves: dict[Lang, Half] = {"zh": zh, "en": en}
    frame = Frame(
        slug,
        {lang: sources[lang].lines[: halves[lang].front.end] for lang in LANGS},
        {lang: tuple(_raw(one) for one in halves[lang].tail) for lang in LANGS},
        {lang: halves[lang].front.value("title") for lang in LANGS},
        {lang: halves[lang].front.value("lang") for lang in LANGS},
        digests,
    )
    units = zip(zh.units, en.units, strict=True)
    return frame, Manuscript(tuple(_unit(*pair) for pair in units))


def errors_of_the_text(halves: Sequence[Half]) -> list[Finding]:
    """List what is wrong below the front matter."""
    return [
        one
        for one in check(list(halves))
        if one.level == "error" and one.code not in _OF_THE_FRONT
    ]


def _obstacles(zh: Half, en: Half) -> list[Finding]:
    """List the errors that cannot be mended row by row, or would lose words."""
    errors = errors_of_the_text([zh, en])
    body = {half.path: {line.number for line in _body(half)} for half in (zh, en)}
    tail = {half.path: {line.number for line in half.tail} for half in (zh, en)}

    def is_in_the_way(one: Finding) -> bool:
        if one.code in _MENDED_BY_READING:
            return one.line in tail[one.path]
        return one.code in _IN_THE_WAY or one.line not in body[one.path]

    return [one for one in errors if is_in_the_way(one)]


def _body(half: Half) -> Iterator[HalfLine]:
    """Yield the headings and the lines of text."""
    for unit in half.units:
        if unit.heading:
            yield unit.heading
        for paragraph in unit.paragraphs:
            yield from paragraph


def _unit(zh: HalfUnit, en: HalfUnit) -> Unit:
    """Put a unit together; where its lines do not go together, gaps are left."""
    ours, theirs = zh.paragraphs, en.paragraphs
    rows = [
        Row(one, other, begins=not n)
        for pair in zip_longest(ours, theirs, fillvalue=())
        for n, (one, other) in enumerate(
            lines.facing(*([_raw(line) for line in side] for side in pair))
        )
    ]
    one, other = (_raw(unit.heading) if unit.heading else "" for unit in (zh, en))
    kept = tuple(row for row in rows if not row.is_empty)
    return Unit(zh.address or en.address, one, other, kept)


def _raw(line: HalfLine) -> str:
    """Give a line as it stands in the file."""
    return str(line.line)


def write(frame: Frame, text: Manuscript, lang: Lang) -> Written:
    """Write one language as its file: every line, and what stands where."""
    written = [*frame.fronts[lang], ""]
    places: dict[int, Place] = {}

    def add(line: str, place: Place) -> None:
        written.append(line)
        places[len(written)] = place

    for u, unit in enumerate(text.units):
        if unit.zh:
            add(unit.heading(lang), Place(u, HEADING))
            written.append("")
        for r, row in enumerate(unit.rows):
            if row.begins and r:
                written.append("")
            add(row.side(lang), Place(u, r))
        if unit.rows:
            written.append("")
    written += frame.tails[lang]
    while written and not written[-1]:
        written.pop()
    return Written("".join(f"{line}\n" for line in written), places)


def half(written: Written, path: str, lang: Lang) -> Half:
    """Read what would be written."""
    return parse(decode(written.text.encode(), path), lang)
