"""What the pages about the texts are made from, beside the blocks all pages share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.model.document import Lang
from app.web.contexts import DocumentFacts
from app.web.contexts import Link
from app.web.contexts import Move
from app.web.contexts import Pair
from app.web.contexts import Row
from app.web.thread_contexts import CitedWork


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document on the page about provenance."""

    facts: DocumentFacts
    front: tuple[Pair, ...]
    """All front matter, both languages; the address is the name of the field."""
    counts: Pair
    """How much there is of what."""
    files: tuple[tuple[Lang, str, str], ...]
    """The source files: language, path, and the first digits of the SHA-256."""
    notes: tuple[Row, ...]
    """All editorial notes, each with a link to its sentence."""


@dataclass(frozen=True, slots=True)
class AboutPage:
    """Provenance, editions, addresses, queries, citing, API."""

    outline: tuple[Link, ...]
    documents: tuple[DocumentRecord, ...]
    example: Link | None
    """A sentence that is there, to show an address."""
    example_names: Mapping[Lang, str]
    """The names of its unit."""
    citation: str
    """A complete address to cite."""
    digest: str
    """The name of the snapshot."""
    works: tuple[CitedWork, ...]
    """What the texts cite and the library does not have."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A warning of the checker."""

    code: str
    message: str
    source: str
    """Where the editor finds it: ``content/zh/plan.md:41``."""
    row: Row | None
    """The sentence concerned, if it is one."""
    link: Link | None
    """The place concerned, if it is not a sentence."""


@dataclass(frozen=True, slots=True)
class Checked:
    """How much one check of the translation has compared, and what it found."""

    title: Link
    things: int
    waiting: int
    """How many alarms wait for a person to look."""
    accepted: int


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """A sentence with an alarm; the words concerned are marked in it."""

    row: Row
    zh_words: tuple[str, ...]
    """What only the Chinese has."""
    en_words: tuple[str, ...]
    """What only the English has."""
    reason: str
    """Why it is accepted, if it is."""


@dataclass(frozen=True, slots=True)
class CheckGroup:
    """All alarms of one check."""

    code: str
    title: str
    explanation: str
    waiting: tuple[DoubtRow, ...]
    accepted: tuple[DoubtRow, ...]


@dataclass(frozen=True, slots=True)
class ChecksPage:
    """What was checked in a document and what was found."""

    facts: DocumentFacts
    counts: Pair
    remarks: tuple[Remark, ...]
    checked: tuple[Checked, ...]
    """The checks of the translation."""
    groups: tuple[CheckGroup, ...]
    """Their alarms."""


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """What became of the published addresses of a document."""

    facts: DocumentFacts
    moved: tuple[Move, ...]
    gone: tuple[Row, ...]
    live: int
    """How many addresses stand as they were published."""
