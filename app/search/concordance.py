"""Keyword in context: every occurrence that a search marks, one line each.

An occurrence is what a search marks as found. The rendering on the other side is not
one; it is marked in the partner of the line. So the lines of a query are as many as the
marks that its results have, in headings too.

Lines are ordered as the text, or by their context, as concordancers do: by the words
to the right, or by those to the left, read from the keyword outwards. Signs and case do
not count. A Chinese character goes by its pinyin and then by itself, so that what
begins alike stands together; Chinese lines come before English ones. Ties go by the
order of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from app.model.document import Document
from app.model.document import Lang
from app.model.document import LANGS
from app.model.locator import Locator
from app.search.results import EVERYTHING
from app.search.results import Hit
from app.search.results import Mark
from app.search.results import PairMarks
from app.search.results import SearchRequest
from app.search.results import SearchResults
from app.text.normalize import fold_text
from app.text.pinyin import syllables

LineSort = Literal["document", "left", "right"]

COMPARED = 8
"""How many words of a context count for the order."""

_NEAR = 120
"""In how many characters those words are looked for."""

_HAN = "\u3007\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_HAN}]|[^\W_{_HAN}]+")
_LETTER = rf"[^\W{_HAN}]"
_INSIDE = re.compile(
    rf"{_LETTER}[-'’.,]?(?={_LETTER})|(?<={_LETTER})[-'’.,](?={_LETTER})"
)
"""Begins with a character that what follows belongs to: no line is cut after it."""

_Key = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ConcordanceRequest:
    """One concordance as the reader or the API asks it."""

    text: str
    within: str = ""
    """Where to look: a slug, or a slug, a colon and a unit's locator."""
    lang: Lang | None = None
    """The language that the keyword stands in; None for both."""
    sort: LineSort = "document"
    page: int = 1
    size: int = 50
    literal: bool = False
    """Whether to search just what was typed: no glossary, no correction."""

    @property
    def search(self) -> SearchRequest:
        """The search whose marks are the lines: everything, in the order of the text.

        The language narrows the lines and not the search, which would otherwise lose
        the rendering on the other side.
        """
        return SearchRequest(
            self.text,
            self.within,
            sort="document",
            size=EVERYTHING,
            places=False,
            literal=self.literal,
        )


@dataclass(frozen=True, slots=True)
class Line:
    """One occurrence in its sentence or heading, and the partner of that."""

    slug: str
    locator: Locator
    """The segment; the unit, where the keyword stands in a heading."""
    lang: Lang
    """The language that the keyword stands in."""
    text: str
    start: int
    end: int
    """Where the keyword stands in the text, in code points."""
    partner: str
    """The same in the other language; empty where it is not translated."""
    marks: tuple[Mark, ...]
    """What is marked in the partner."""

    @property
    def left(self) -> str:
        """All that stands before the keyword."""
        return self.text[: self.start]

    @property
    def keyword(self) -> str:
        """The keyword as it stands in the text."""
        return self.text[self.start : self.end]

    @property
    def right(self) -> str:
        """All that stands after the keyword."""
        return self.text[self.end :]

    @property
    def partner_lang(self) -> Lang:
        """The language of the partner."""
        return "en" if self.lang == "zh" else "zh"

    def before(self, reach: int) -> str:
        """Give about *reach* characters before the keyword; a cut is shown as ``…``."""
        text = self.left
        at = len(text) - reach
        if at <= 0:
            return text
        while at < len(text) and _INSIDE.match(text, at - 1):
            at += 1
        return "…" + re.sub(r"^[^\w“‘《（(]+", "", text[at:])

    def after(self, reach: int) -> str:
        """Give about *reach* characters after the keyword; a cut is shown as ``…``."""
        text = self.right
        at = reach
        if at >= len(text):
            return text
        while at > 0 and _INSIDE.match(text, at - 1):
            at -= 1
        return re.sub(r"[^\w”’》）)%]+$", "", text[:at]) + "…"


@dataclass(frozen=True, slots=True)
class Concordance:
    """All lines of a query, ordered, and the search they are from."""

    request: ConcordanceRequest
    found: SearchResults
    """What the search says of itself: relaxed, corrected, why there is nothing."""
    lines: tuple[Line, ...]
    counts: Mapping[Lang, int]
    """How many lines there are in each language, whichever was asked for."""

    @property
    def pages(self) -> int:
        """How many pages there are; at least one."""
        return max(1, -(-len(self.lines) // self.request.size))

    @property
    def shown(self) -> tuple[Line, ...]:
        """The lines of the page that was asked for."""
        first = (self.request.page - 1) * self.request.size
        return self.lines[first : first + self.request.size]


def make_concordance(
    request: ConcordanceRequest,
    found: SearchResults,
    documents: Mapping[str, Document],
) -> Concordance:
    """Take the lines out of the results of ``request.search``, and order them."""
    lines = [line for hit in found.hits for line in _lines_of(hit, documents[hit.slug])]
    counts = {lang: sum(line.lang == lang for line in lines) for lang in LANGS}
    if request.lang:
        lines = [line for line in lines if line.lang == request.lang]
    if request.sort == "left":
        lines.sort(key=lambda line: (LANGS.index(line.lang), _outwards(line.left)))
    elif request.sort == "right":
        lines.sort(key=lambda line: (LANGS.index(line.lang), _onwards(line.right)))
    return Concordance(request, found, tuple(lines), counts)


def _lines_of(hit: Hit, document: Document) -> Iterator[Line]:
    """Yield the lines of a unit in the order of the text: its heading comes first."""
    unit = document.by_locator[hit.locator]
    yield from _lines(
        hit.slug,
        hit.locator,
        {"zh": unit.zh.title, "en": unit.en.title},
        hit.title,
    )
    marks = {found.locator: found.marks for found in hit.segments}
    for segment in unit.segments:
        if segment.locator in marks:
            texts: dict[Lang, str] = {lang: segment.plain(lang) for lang in LANGS}
            yield from _lines(hit.slug, segment.locator, texts, marks[segment.locator])


def _lines(
    slug: str, locator: Locator, texts: Mapping[Lang, str], marks: PairMarks
) -> Iterator[Line]:
    """Yield the lines of one pair, those of the Chinese side first."""
    for lang in LANGS:
        other: Lang = "en" if lang == "zh" else "zh"
        for mark in marks.side(lang):
            if not mark.echo:
                yield Line(
                    slug,
                    locator,
                    lang,
                    texts[lang],
                    mark.start,
                    mark.end,
                    texts[other],
                    marks.side(other),
                )


def _onwards(right: str) -> _Key:
    """Order by what follows, from the keyword on."""
    folded = fold_text(right[:_NEAR])
    return _key(folded, list(_WORD.finditer(folded))[:COMPARED])


def _outwards(left: str) -> _Key:
    """Order by what stands before, the word next to the keyword first."""
    folded = fold_text(left[-_NEAR:])
    return _key(folded, list(_WORD.finditer(folded))[-COMPARED:])[::-1]


def _key(folded: str, words: Sequence[re.Match[str]]) -> _Key:
    """Give each word with what it is ordered by: a Chinese character by its pinyin."""
    if not words:
        return ()
    first = words[0].start()
    spelt = syllables(folded[first : words[-1].end()])
    return tuple(
        (spelt[word.start() - first] if len(word[0]) == 1 else word[0], word[0])
        for word in words
    )
