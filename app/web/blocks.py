"""A document's units and segments as the blocks of a page: pairs and rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace

from flask_babel import gettext
from markupsafe import Markup

from app.model.document import Document
from app.model.document import Heading
from app.model.document import Lang
from app.model.document import Note
from app.model.document import Segment
from app.model.document import Unit
from app.model.document import UnitKind
from app.model.locator import Locator
from app.model.place import Place
from app.model.ranges import Span
from app.references.names import EN_NAMES
from app.references.names import ZH_NAMES
from app.search.results import PairMarks
from app.web.contexts import FormerRow
from app.web.contexts import Link
from app.web.contexts import NoteRow
from app.web.contexts import Pair
from app.web.contexts import Row
from app.web.contexts import UnitBlock
from app.web.current import get_snapshot
from app.web.current import get_tags
from app.web.doubt_kinds import doubted_at
from app.web.marked_terms import laid_terms
from app.web.marking import Marking
from app.web.marking import marking_parameters
from app.web.references import counted_at
from app.web.references import laid_in_note
from app.web.references import laid_in_sentence
from app.web.render import heading_html
from app.web.render import note_anchor
from app.web.render import note_number
from app.web.render import text_html
from app.web.urls import absolute
from app.web.urls import cite_url
from app.web.urls import document_url
from app.web.urls import Linker
from app.web.urls import permanent_path
from app.web.urls import place_url

RANKS: dict[UnitKind, str] = {
    "preamble": "preamble", "part": "part", "chapter": "part", "annex": "part",
    "section": "section", "subsection": "section", "box": "section",
    "item": "measure", "measure": "measure", "article": "measure",
}  # fmt: skip

_PREAMBLE: dict[Lang, str] = {"zh": ZH_NAMES["preamble"], "en": EN_NAMES["preamble"]}


def heading_of(unit: Unit, lang: Lang) -> Heading:
    """Give the heading of a unit; a preamble has none and is called by its kind."""
    heading = unit.heading(lang)
    if unit.kind == "preamble" and not str(heading):
        return Heading("", _PREAMBLE[lang])
    return heading


def unit_pair(
    slug: str, unit: Unit, marks: PairMarks | None = None, with_pinyin: bool = False
) -> Pair:
    """Set the heading of a unit as a pair that leads to its page."""
    marks, tags = marks or PairMarks(), get_tags(slug)
    return Pair(
        zh=heading_html(heading_of(unit, "zh"), "zh", marks.zh, tags, with_pinyin),
        en=heading_html(heading_of(unit, "en"), "en", marks.en, tags),
        address=str(unit.locator),
        href=place_url(slug, unit.locator),
        rank=RANKS[unit.kind],
        tags=tags,
    )


def place_pairs(places: Iterable[Place]) -> tuple[Pair, ...]:
    """Set places as pairs by the headings of their units, each unit once.

    Where they lie in several documents, each says in which.
    """
    documents = get_snapshot().documents
    units = dict.fromkeys((place.slug, place.locator.unit) for place in places)
    pairs = [
        (documents[slug], unit_pair(slug, unit))
        for slug, locator in units
        if (unit := documents[slug].by_locator.get(locator))
    ]
    if len({document.slug for document, _ in pairs}) < 2:
        return tuple(pair for _, pair in pairs)
    named = Markup("{} / {}")
    return tuple(
        replace(
            pair,
            zh=named.format(document.zh.short_title, pair.zh),
            en=named.format(document.en.short_title, pair.en),
        )
        for document, pair in pairs
    )


@dataclass
class RowSetter:
    """Sets the segments of one document as rows, each note under its first call."""

    document: Document
    linker: Linker
    whole: bool
    """Whether this is the page of the whole document, with whole addresses as ids."""
    marking: Marking
    ranged: Span | None = None
    """The range that was asked for."""
    _noted: set[str] = field(default_factory=set)

    def block(self, unit: Unit, former: tuple[FormerRow, ...]) -> UnitBlock:
        """Set a unit with its heading, its body, and what once stood in it."""
        return UnitBlock(
            id=str(unit.locator),
            level=min(unit.level, 6) if unit.level > 1 else 2,
            heading=unit_pair(
                self.document.slug,
                unit,
                self.marking.title(unit.locator),
                with_pinyin=True,
            ),
            hidden=unit.kind == "preamble",
            paragraphs=self.paragraphs(unit),
            former=former,
            counted=counted_at(Place(self.document.slug, unit.locator), here=False),
        )

    def paragraphs(self, unit: Unit) -> tuple[tuple[Row, ...], ...]:
        """Set the body of a unit."""
        return tuple(
            tuple(self._row(segment) for segment in paragraph)
            for paragraph in unit.paragraphs
        )

    def _row(self, segment: Segment) -> Row:
        """Set one segment with its notes and the actions of its row."""
        locator = segment.locator
        anchor = str(locator) if self.whole else locator.fragment
        marks = self.marking.segment(locator)
        row = segment_row(
            self.document.slug, segment, self.linker, marks, with_terms=True
        )
        ranged = self.ranged.live if self.ranged else ()
        begins = ranged[:1] == (locator,)
        return replace(
            row,
            id=anchor,
            href=self.marking.permanent(locator),
            notes=self._notes(segment),
            actions=self._actions(locator),
            state="ranged" if locator in ranged else "",
            anchor=self.ranged.asked.fragment if self.ranged and begins else "",
            counted=counted_at(Place(self.document.slug, locator), here=not self.whole),
            doubted=doubted_at(Place(self.document.slug, locator)),
        )

    def _notes(self, segment: Segment) -> tuple[NoteRow, ...]:
        """Set the notes that are called here for the first time on this page."""
        fresh = [
            self.document.by_note[id]
            for id in segment.notes
            if id in self.document.by_note and id not in self._noted
        ]
        self._noted.update(note.id for note in fresh)
        return tuple(note_row(note, self.linker) for note in fresh)

    def _actions(self, locator: Locator) -> tuple[Link, ...]:
        """Offer the ways on from a row."""
        slug, marks = self.document.slug, marking_parameters(self.marking.asked)
        if self.whole:
            link = Link(gettext("On its own page"), place_url(slug, locator, marks))
        else:
            whole = document_url(slug, str(locator), marks)
            link = Link(gettext("In the whole text"), whole)
        cite = Link(gettext("Cite"), cite_url(Place(slug, locator)))
        return (link, cite, *self.marking.steps(locator))


def segment_row(
    slug: str,
    segment: Segment,
    linker: Linker,
    marks: PairMarks | None = None,
    with_notes: bool = True,
    with_terms: bool = False,
) -> Row:
    """Set a segment without an anchor, as it is quoted on another page.

    Terms are marked only where a text is read, not where a sentence is quoted.
    """
    marks, tags = marks or PairMarks(), get_tags(slug)
    locator = segment.locator

    def side(lang: Lang) -> Markup | None:
        text, at = segment.side(lang), Place(linker.slug, locator)
        if text is None:
            return None
        laid = laid_in_sentence(at, lang)
        terms = laid_terms(at, lang) if with_terms else ()
        of_side = marks.side(lang)
        return text_html(text, lang, linker, of_side, with_notes, tags, laid, terms)

    return Row(
        id="",
        address=str(locator),
        number=locator.segment,
        href=place_url(slug, locator),
        permanent=absolute(permanent_path(slug, locator)),
        zh=side("zh"),
        en=side("en"),
        tags=tags,
    )


def note_row(note: Note, linker: Linker, marks: PairMarks | None = None) -> NoteRow:
    """Set an editorial note in both languages."""
    marks, tags = marks or PairMarks(), get_tags(linker.slug)

    def side(lang: Lang) -> Markup:
        text, laid = note.side(lang), laid_in_note(linker.slug, note.id, lang)
        return text_html(text, lang, linker, marks.side(lang), True, tags, laid)

    return NoteRow(
        id=note_anchor(note.id),
        number=note_number(note.id),
        zh=side("zh"),
        en=side("en"),
        tags=tags,
    )


def contents(slug: str, units: Iterable[Unit]) -> tuple[Pair, ...]:
    """List units and all below them as pairs."""
    return tuple(unit_pair(slug, below) for unit in units for below in unit.walk())
