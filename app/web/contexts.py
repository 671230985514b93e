"""What each page is made from: one frozen dataclass a page, and the blocks they share.

Everything a template shows is prepared here; it only loops and chooses.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from app.web.tags import LANG_TAGS
from app.web.tags import LangTags


@dataclass(frozen=True, slots=True)
class Link:
    """A link in words of the interface, or of one of the two languages."""

    text: str
    href: str
    current: bool = False
    """Whether this is where the reader is, or what is chosen."""
    lang: str = ""
    """The language tag of the text, where it is not that of the interface."""
    count: int | None = None
    """How much is to be found there, if that is known."""
    title: str = ""
    """The whole text, where the link has a shortened one."""
    rank: str = ""
    """How high it stands in the outline: part, section, measure, preamble."""
    number: str = ""
    """The number that hangs in front of a measure."""
    unit: str = ""
    """The address of the unit it leads to, where it leads to one."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two languages hinged on an address: a title, a line of contents, a fact."""

    zh: Markup
    en: Markup
    address: str = ""
    """The canonical address, printed in the spine; or what stands there instead."""
    href: str = ""
    """Where the pair leads, if anywhere."""
    rank: str = ""
    """How high it stands: title, part, section, measure."""
    tags: LangTags = LANG_TAGS


@dataclass(frozen=True, slots=True)
class Counted:
    """How many references go out of a place and come to it, for the margin."""

    out: int
    into: int
    href: str
    """Where they are listed."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """An editorial note, which opens under its sentence."""

    id: str
    """The anchor of the note, ``n7``."""
    number: str
    """What the mark in the text shows, ``7``."""
    zh: Markup
    en: Markup
    tags: LangTags = LANG_TAGS


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence and its partner."""

    id: str
    """The anchor on this page, empty if the row is quoted from another page."""
    address: str
    """The whole address, ``2.3.11.s4``."""
    number: str
    """The end of the address that is always seen, ``4``."""
    href: str
    """Where the number leads."""
    permanent: str
    """The complete address to be copied, with the name of the site."""
    zh: Markup | None
    """The Chinese text; None if it is not translated."""
    en: Markup | None
    """The English text; None if it is not translated."""
    notes: tuple[NoteRow, ...] = ()
    """The notes called from here for the first time on this page."""
    actions: tuple[Link, ...] = ()
    """Where one may go from this row; shown when it is the target."""
    state: str = ""
    """``gone`` for a tombstone, ``ranged`` inside a range that was asked for."""
    anchor: str = ""
    """A second anchor, for the range that begins here."""
    tags: LangTags = LANG_TAGS
    counted: Counted | None = None
    """How many references there are, if there are any."""
    doubted: Link | None = None
    """Where the alarms of the translation are, if there are any."""

    @property
    def prefix(self) -> str:
        """The beginning of the address, seen when the row is pointed at."""
        return self.address.removesuffix(self.number)


@dataclass(frozen=True, slots=True)
class FormerRow:
    """An address whose sentence stood here once; seen only by those it led here."""

    row: Row
    """The last words of a sentence that is gone; of one that moved, its address."""
    words: Markup
    """Where the sentence is now, or that it is gone."""


@dataclass(frozen=True, slots=True)
class UnitBlock:
    """A unit with its heading and body, as it stands in the document."""

    id: str
    """The anchor, which is the address."""
    level: int
    """The level of the HTML heading, 2 to 6."""
    heading: Pair
    hidden: bool
    """Whether the heading is only for those who cannot see the page: a preamble."""
    paragraphs: tuple[tuple[Row, ...], ...]
    former: tuple[FormerRow, ...]
    counted: Counted | None = None
    """How many references name the unit itself, if any do."""


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What a document says of itself, in both languages."""

    slug: str
    href: str
    title: Pair
    issued: Pair
    """When and by whom."""
    provenance: Pair
    """The status of the text and how much of the original it covers."""
    name: str
    """The short title in the language of the interface."""


@dataclass(frozen=True, slots=True)
class TextStatus:
    """What the foot of a page says of a text: it may not be the text as issued."""

    document: Link
    status: str
    provenance: str
    """Where more is said of it."""
    printed: str
    """The same address with the name of the site, for paper."""


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """One document on the home page."""

    facts: DocumentFacts
    contents: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class LibraryPage:
    """The home page."""

    entries: tuple[LibraryEntry, ...]
    examples: tuple[Link, ...]
    """Queries to try, each of which finds something."""


@dataclass(frozen=True, slots=True)
class MarkedBar:
    """Which words of a search are marked on a page to read, and the way out of it."""

    words: Markup
    sentences: int
    """In how many sentences of this page something is marked."""
    heading: bool
    """Whether a heading of this page has marks."""
    first: str
    """Where the first of them is; empty if there is none."""
    previous: str
    """The unit before that has marks; empty if there is none."""
    next: str
    """The unit after that has marks; empty if there is none."""
    results: str
    """The search itself."""
    clear: str
    """The same page without marks, which is its address to keep."""


@dataclass(frozen=True, slots=True)
class Move:
    """An address whose sentence stands elsewhere now."""

    address: str
    target: Link


@dataclass(frozen=True, slots=True)
class TombstonePage:
    """A sentence, a range or a whole unit of which nothing stands where it stood."""

    facts: DocumentFacts
    address: str
    rows: tuple[Row, ...]
    """The last words of what is gone."""
    moved: tuple[Move, ...]
    """The sentences of a range that stand elsewhere now."""
    home: Pair | None
    """The unit it stood in, or the nearest above that is left."""


@dataclass(frozen=True, slots=True)
class LostPage:
    """An address that reaches nothing, or several places."""

    heading: Markup
    explanation: str
    near_heading: str
    near: tuple[Pair, ...]
    """The nearest units, the candidates, or the documents there are."""
    document: Link | None
    """The document in which the address was looked for, if there is one."""


@dataclass(frozen=True, slots=True)
class MessagePage:
    """An answer in words: what is wrong and what can be done."""

    heading: str
    message: str
    detail: str = ""
    """What the program has to add, in English."""
