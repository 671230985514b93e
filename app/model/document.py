"""The vocabulary: a document, its units, segments and text. Frozen, no I/O."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import get_args
from typing import Literal

from app.model.locator import Locator

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = get_args(Lang)

SpanKind = Literal["em", "strong", "link", "note"]

UnitKind = Literal[
    "preamble", "part", "chapter", "section", "subsection", "item", "measure",
    "article", "annex", "box",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """Something laid over plain text, from *start* to *end* in code points.

    *target* is a link's address or a note's id; a note's span is empty (start = end).
    """

    start: int
    end: int
    kind: SpanKind
    target: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """One language of a segment or a note: plain text, and what is laid over it."""

    plain: str
    spans: tuple[Span, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """The ids of the notes that are called from here, in order."""
        return tuple(span.target for span in self.spans if span.kind == "note")


@dataclass(frozen=True, slots=True)
class Segment:
    """One aligned pair of sentences. A side that is None is not translated."""

    locator: Locator
    zh: Text | None
    en: Text | None

    def side(self, lang: Lang) -> Text | None:
        """Give the text in one language."""
        return self.zh if lang == "zh" else self.en

    def plain(self, lang: Lang) -> str:
        """Give the plain text in one language, empty where it is not translated."""
        text = self.side(lang)
        return text.plain if text else ""

    @property
    def notes(self) -> tuple[str, ...]:
        """The ids of the notes called from either side, each once, in order."""
        called = (self.zh.notes if self.zh else ()) + (self.en.notes if self.en else ())
        return tuple(dict.fromkeys(called))


@dataclass(frozen=True, slots=True)
class Heading:
    """One language of a heading: the printed number, then the words.

    *label* keeps its own spacing, so that label + title is the line as printed.
    *breaks* are offsets into the title where a line may end between Chinese words.
    """

    label: str
    title: str
    breaks: tuple[int, ...] = ()

    def __str__(self) -> str:
        """Print the heading as it stands in the text."""
        return self.label + self.title


@dataclass(frozen=True, slots=True)
class Unit:
    """A heading with its own body, and the units below it; or the preamble.

    *level* counts the Markdown signs of the heading: 2 for ``##``; 1 for the preamble.
    *number* is the heading's number in Arabic digits, ``"11"``, ``"12-1"``.
    """

    locator: Locator
    kind: UnitKind
    level: int
    number: str
    zh: Heading
    en: Heading
    paragraphs: tuple[tuple[Segment, ...], ...] = ()
    children: tuple[Unit, ...] = ()

    def heading(self, lang: Lang) -> Heading:
        """Give the heading in one language."""
        return self.zh if lang == "zh" else self.en

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The segments of the unit's own body, through all its paragraphs."""
        return tuple(segment for paragraph in self.paragraphs for segment in paragraph)

    def walk(self) -> Iterator[Unit]:
        """Yield this unit and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Note:
    """An editorial note, defined at the end of both files."""

    id: str
    zh: Text
    en: Text

    def side(self, lang: Lang) -> Text:
        """Give the note in one language."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What one file says of itself above its text."""

    title: str
    short_title: str
    lang: str
    issued: str
    issuers: tuple[str, ...]
    status: str
    coverage: str
    source: str = ""
    edition: str = ""
    licence: str = ""
    """Under which terms the text may be used, if the document says."""
    measures: str = ""
    """The number of the part whose items are measures, ``"2"``; empty if none."""


@dataclass(frozen=True)
class Document:
    """One policy text in two languages."""

    slug: str
    zh: FrontMatter
    en: FrontMatter
    units: tuple[Unit, ...]
    notes: tuple[Note, ...]

    def front(self, lang: Lang) -> FrontMatter:
        """Give the front matter in one language."""
        return self.zh if lang == "zh" else self.en

    def walk(self) -> Iterator[Unit]:
        """Yield every unit in the order of the text."""
        for unit in self.units:
            yield from unit.walk()

    @cached_property
    def by_locator(self) -> dict[Locator, Unit]:
        """Every unit by its address, in the order of the text."""
        return {unit.locator: unit for unit in self.walk()}

    @cached_property
    def by_segment(self) -> dict[Locator, Segment]:
        """Every segment by its address, in the order of the text."""
        return {
            segment.locator: segment
            for unit in self.walk()
            for segment in unit.segments
        }

    @cached_property
    def by_note(self) -> dict[str, Note]:
        """Every note by its id, in order."""
        return {note.id: note for note in self.notes}

    @cached_property
    def measures(self) -> dict[str, Unit]:
        """The measures by number."""
        return {unit.number: unit for unit in self.walk() if unit.kind == "measure"}

    def outline(self) -> str:
        """Print the tree, one unit a line: what a person compares with the paper."""
        return "\n".join(
            f"{'  ' * (unit.level - 1)}{unit.locator} {unit.kind} "
            f"[{len(unit.segments)}] {unit.zh} | {unit.en}"
            for unit in self.walk()
        )
