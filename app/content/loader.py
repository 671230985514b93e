"""The content folder to documents and a glossary, with everything that was found."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from pathlib import Path

from app.content.checker import check
from app.content.glossary_file import read_glossary
from app.content.layout import Layout
from app.content.numbering import is_measure
from app.content.parser import Half
from app.content.parser import HalfUnit
from app.content.parser import parse
from app.content.places import check_places
from app.content.places import loadable
from app.content.source import read_source
from app.model.document import Document
from app.model.document import Heading
from app.model.document import LANGS
from app.model.document import Note
from app.model.document import Segment
from app.model.document import Text
from app.model.document import Unit
from app.model.document import UnitKind
from app.model.finding import Finding
from app.model.glossary import Glossary
from app.model.locator import Locator


@dataclass(frozen=True)
class Library:
    """All that a content folder holds.

    Documents with errors are not among the *documents*; what is wrong with them is
    among the *findings*. Segments are numbered from 1 through each unit's body;
    *lines* gives the line of every unit and segment, the same in both files.
    """

    documents: tuple[Document, ...]
    glossary: Glossary
    findings: tuple[Finding, ...]
    lines: Mapping[tuple[str, Locator], int] = field(default_factory=dict)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop a build."""
        return tuple(found for found in self.findings if found.level == "error")


def load(content: Path) -> Library:
    """Read and check everything in a content folder."""
    layout = Layout(content)
    found = check_places(layout)
    documents = []
    lines: dict[tuple[str, Locator], int] = {}
    for slug in loadable(layout):
        halves = _halves(layout, slug)
        here = check(halves)
        found += here
        if len(halves) == len(LANGS) and not _has_errors(here):
            zh, en = halves
            documents.append(make_document(slug, zh, en))
            lines.update(((slug, place), line) for place, line in _places(zh))
    glossary, of_glossary = load_glossary(layout)
    found += of_glossary
    ordered = sorted(found, key=lambda one: (one.path, one.line, one.code))
    return Library(tuple(documents), glossary, tuple(ordered), lines)


def load_glossary(layout: Layout) -> tuple[Glossary, tuple[Finding, ...]]:
    """Read the glossary; a content folder may be without one."""
    path = layout.glossary_path
    if not path.exists():
        return Glossary(), ()
    return read_glossary(read_source(path, layout.display(path)))


def _halves(layout: Layout, slug: str) -> list[Half]:
    """Read the files of a document, those that there are, Chinese first."""
    return [
        parse(read_source(path, layout.display(path)), lang)
        for lang in LANGS
        if (path := layout.path(lang, slug)).exists()
    ]


def _has_errors(found: list[Finding]) -> bool:
    return any(one.level == "error" for one in found)


def _places(half: Half) -> Iterator[tuple[Locator, int]]:
    """Yield every address with its line."""
    for unit in _shown(half):
        yield unit.locator, unit.number
        rows = [line for paragraph in unit.paragraphs for line in paragraph]
        for n, line in enumerate(rows, 1):
            yield unit.locator.at(str(n)), line.number


def _shown(half: Half) -> list[HalfUnit]:
    """List the units; the preamble only if it says something."""
    return [unit for unit in half.units if unit.heading or unit.paragraphs]


def make_document(slug: str, zh: Half, en: Half) -> Document:
    """Join two halves that were checked into a document."""
    measures = zh.front.value("measures")
    units = [
        _make_unit(one, other, measures)
        for one, other in zip(_shown(zh), _shown(en), strict=True)
    ]
    notes = tuple(
        Note(id, one.text or Text(""), en.notes[id].text or Text(""))
        for id, one in zh.notes.items()
    )
    return Document(slug, zh.front.as_model(), en.front.as_model(), _nest(units), notes)


def _make_unit(zh: HalfUnit, en: HalfUnit, measures: str) -> Unit:
    """Make a unit without its children."""
    numbers = iter(range(1, 1 + len(zh.lines)))
    paragraphs = tuple(
        tuple(
            Segment(zh.locator.at(str(next(numbers))), one.text, other.text)
            for one, other in zip(ours, theirs, strict=True)
        )
        for ours, theirs in zip(zh.paragraphs, en.paragraphs, strict=True)
    )
    heading = zh.title
    return Unit(
        zh.locator,
        _kind(zh, en, measures),
        heading.level if heading else 1,
        heading.number if heading else zh.locator.path[0],
        _make_heading(zh),
        _make_heading(en),
        paragraphs,
    )


def _kind(zh: HalfUnit, en: HalfUnit, measures: str) -> UnitKind:
    """Tell the kind: by name where either language names it, else by the level."""
    if zh.title is None or en.title is None:
        return "preamble"
    named = [title for title in (zh.title, en.title) if title.named]
    if is_measure(zh, measures) and not named:
        return "measure"
    return (named or [zh.title])[0].kind


def _make_heading(unit: HalfUnit) -> Heading:
    if unit.title is None or unit.heading is None:
        return Heading("", "")
    text = unit.heading.text
    return Heading(unit.title.label.lstrip(), text.plain if text else "")


def _nest(units: list[Unit]) -> tuple[Unit, ...]:
    """Put every unit below the nearest one before it of a higher rank."""
    top: list[Unit] = []
    while units:
        first = units.pop(0)
        below = 0
        while below < len(units) and units[below].level > first.level > 1:
            below += 1
        top.append(replace(first, children=_nest(units[:below])))
        del units[:below]
    return tuple(top)
