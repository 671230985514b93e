"""What is taken away: a document, a place in it or a result set, ready to be written.

Text is plain, without the marks of notes and without the notes, which are the editor's.
Emphasis lies over it as spans, for the formats that have it: see ``Pair.runs``.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from itertools import pairwise

from app.model.document import Lang
from app.model.document import LANGS
from app.model.document import Span
from app.model.document import Text
from app.model.document import UnitKind
from app.model.locator import Locator
from app.text.script import in_script
from app.text.script import Script

Addresser = Callable[[str, Locator], str]
"""Gives the permanent address of a place; of a document, by the empty locator."""

SCRIPT_TAGS: dict[Script, str] = {"hans": "zh-Hans", "hant": "zh-Hant"}


@dataclass(frozen=True, slots=True)
class Words:
    """The same in both languages; empty where there is nothing to say."""

    zh: str = ""
    en: str = ""

    def side(self, lang: Lang) -> str:
        """Give the words in one language."""
        return self.zh if lang == "zh" else self.en

    def in_script(self, script: Script) -> Words:
        """Write the Chinese in one script."""
        return Words(in_script(self.zh, script), self.en)

    def __bool__(self) -> bool:
        """Say whether there is anything, in either language."""
        return bool(self.zh or self.en)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a sentence that is set in one way."""

    text: str
    em: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """One aligned pair of sentences; a side that is None is not translated."""

    slug: str
    locator: str
    """As ``2.3.11.s4``; the same in both languages."""
    address: str
    """The permanent address, to be cited."""
    zh: str | None
    en: str | None
    zh_spans: tuple[Span, ...] = ()
    """Emphasis over the Chinese, ``em`` and ``strong`` only, in code points."""
    en_spans: tuple[Span, ...] = ()

    def side(self, lang: Lang) -> str | None:
        """Give the plain text in one language."""
        return self.zh if lang == "zh" else self.en

    def spans(self, lang: Lang) -> tuple[Span, ...]:
        """Give the emphasis in one language."""
        return self.zh_spans if lang == "zh" else self.en_spans

    def runs(self, lang: Lang) -> Iterator[Run]:
        """Cut the text in one language where the emphasis changes."""
        text, spans = self.side(lang) or "", self.spans(lang)
        ends = {0, len(text), *(at for span in spans for at in (span.start, span.end))}
        edges = sorted(ends)
        for start, end in pairwise(edges):
            over = {s.kind for s in spans if s.start <= start and end <= s.end}
            yield Run(text[start:end], "em" in over, "strong" in over)


@dataclass(frozen=True, slots=True)
class ExtractUnit:
    """A heading with what is taken of its own body; the preamble has no heading."""

    slug: str
    locator: str
    address: str
    kind: UnitKind
    number: str
    """The number of the heading in Arabic digits, ``"11"``; ``"12-1"``."""
    depth: int
    """0 for the preamble, 1 for a part, 2 for a section, 3 for an item."""
    heading: Words
    """As printed, with the number: 11. 打造…; of the preamble its name."""
    paragraphs: tuple[tuple[Pair, ...], ...]
    score: float | None = None
    """How well it answers, in a result set."""
    label: Words = Words()
    """The number as printed at the start of the heading, with its spacing: 11. """
    within: tuple[UnitKind, ...] = ()
    """The kinds of the units it lies in, from the top."""

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs through all paragraphs."""
        return tuple(pair for paragraph in self.paragraphs for pair in paragraph)


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a document says of itself, and under which terms it may be used."""

    slug: str
    address: str
    title: Words
    short_title: Words
    issued: str
    """A date, as ``2021-12-24``."""
    issuers: tuple[tuple[str, ...], tuple[str, ...]]
    """The issuing authorities, in Chinese and in English."""
    source: Words
    status: Words
    coverage: Words
    edition: str
    licence: Words
    """Empty where the document names none."""

    def issued_by(self, lang: Lang) -> tuple[str, ...]:
        """Give the issuing authorities in one language."""
        return self.issuers[LANGS.index(lang)]


@dataclass(frozen=True, slots=True)
class Extract:
    """All that one file holds.

    *slug* is None and *query* is set for a result set, which may be of several
    documents; *locator* and *place* are empty but for a part of a document.
    """

    slug: str | None
    locator: str
    query: str | None
    title: Words
    """Of the document; of a result set, what was searched for."""
    place: Words
    """The written-out name of the part: Part II, section (3), measure 11."""
    address: str
    """The permanent address of all of it; of a result set, that of the search."""
    zh_tag: str
    """The language tag of the Chinese: zh-Hans, zh-Hant."""
    en_tag: str
    digest: str
    """Names the snapshot all of it is from."""
    sources: tuple[Provenance, ...]
    """The documents it is from, in the order in which they come."""
    units: tuple[ExtractUnit, ...]

    def tag(self, lang: Lang) -> str:
        """Give the language tag of one side."""
        return self.zh_tag if lang == "zh" else self.en_tag

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Every pair, in order."""
        return tuple(pair for unit in self.units for pair in unit.pairs)

    def id_of(self, one: Pair | ExtractUnit) -> str:
        """Name a pair or a unit in the file, once: by its locator.

        In a result set, which may be of several documents, the slug stands before it.
        """
        return one.locator if self.slug else f"{one.slug}:{one.locator}"

    def rank_of(self, unit: ExtractUnit) -> int:
        """Say how far below the title a heading stands: 1 for the highest of the file.

        The units of a result set stand side by side.
        """
        if self.query is not None:
            return 1
        return 1 + max(1, unit.depth) - min(max(1, one.depth) for one in self.units)

    @property
    def full_title(self) -> Words:
        """The title with the place in the document, if it is not the whole."""
        if not self.place:
            return self.title
        return Words(
            f"{self.title.zh}　{self.place.zh}", f"{self.title.en}: {self.place.en}"
        )


def emphasis(text: Text | None) -> tuple[Span, ...]:
    """Give what is stressed in a text; links and note marks are not taken away."""
    return tuple(
        span for span in (text.spans if text else ()) if span.kind in {"em", "strong"}
    )


def extract_in_script(extract: Extract, script: Script) -> Extract:
    """Write all the Chinese in one script, and say so in its tag.

    Characters are exchanged one for one, so the emphasis stays where it was.
    """
    return replace(
        extract,
        title=extract.title.in_script(script),
        place=extract.place.in_script(script),
        zh_tag=SCRIPT_TAGS[script],
        sources=tuple(_source_in_script(one, script) for one in extract.sources),
        units=tuple(_unit_in_script(unit, script) for unit in extract.units),
    )


def _source_in_script(source: Provenance, script: Script) -> Provenance:
    """Write what a document says of itself in one script."""
    zh, en = source.issuers
    return replace(
        source,
        title=source.title.in_script(script),
        short_title=source.short_title.in_script(script),
        issuers=(tuple(in_script(name, script) for name in zh), en),
        source=source.source.in_script(script),
        status=source.status.in_script(script),
        coverage=source.coverage.in_script(script),
        licence=source.licence.in_script(script),
    )


def _unit_in_script(unit: ExtractUnit, script: Script) -> ExtractUnit:
    """Write a unit in one script."""
    return replace(
        unit,
        heading=unit.heading.in_script(script),
        label=unit.label.in_script(script),
        paragraphs=tuple(
            tuple(
                pair
                if pair.zh is None
                else replace(pair, zh=in_script(pair.zh, script))
                for pair in paragraph
            )
            for paragraph in unit.paragraphs
        ),
    )
