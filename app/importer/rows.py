"""The bodies of units: paragraphs to sentences, sentences to rows."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from itertools import zip_longest

from app.alignment.align import Judged
from app.alignment.align import UnitText
from app.importer.breaks import paragraph_ends
from app.importer.draft import DraftRow
from app.importer.draft import DraftUnit
from app.importer.outline import Paragraph
from app.importer.parcels import align_all
from app.importer.plain import LONGEST_PIECE
from app.importer.plain import pieces
from app.importer.plain import tidy
from app.importer.units import Body
from app.model.document import Lang
from app.progress import SILENT
from app.progress import Silent
from app.text.sentences import split_en
from app.text.sentences import split_zh

_SPLIT = {"zh": split_zh, "en": split_en}


@dataclass(frozen=True, slots=True)
class _Sentences:
    """The sentences of a run of paragraphs, and where each stands in its file."""

    paragraphs: list[list[str]]
    places: list[int]
    flat: list[str]

    @classmethod
    def of(cls, paragraphs: Sequence[Paragraph], lang: Lang) -> _Sentences:
        parted = [
            (sentences, paragraph.place)
            for paragraph in paragraphs
            if (sentences := _part(paragraph, lang))
        ]
        return cls(
            [sentences for sentences, _ in parted],
            [place for sentences, place in parted for _ in sentences],
            [sentence for sentences, _ in parted for sentence in sentences],
        )


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch of a unit in which sentences are looked for on the other side."""

    zh: _Sentences
    en: _Sentences

    @property
    def text(self) -> UnitText:
        return UnitText(self.zh.paragraphs, self.en.paragraphs)


def align_bodies(bodies: Sequence[Body], progress: Silent = SILENT) -> list[DraftUnit]:
    """Put the bodies of all units side by side, row by row."""
    runs = [list(_runs(body)) for body in bodies]
    texts = [run.text for of_one in runs for run in of_one]
    judged = iter(align_all(texts, progress))
    return [
        DraftUnit(
            body.zh,
            body.en,
            [
                paragraph
                for run in of_one
                for paragraph in _paragraphs(run, next(judged))
            ],
        )
        for body, of_one in zip(bodies, runs, strict=True)
    ]


def _runs(body: Body) -> Iterator[_Run]:
    """Part tables from prose, where both sides have them in the same order.

    Sides that only have their number in common are parted too.
    """
    zh, en = body.zh_paragraphs, body.en_paragraphs
    if body.is_apart:
        yield _Run(_Sentences.of(zh, "zh"), _Sentences.of([], "en"))
        yield _Run(_Sentences.of([], "zh"), _Sentences.of(en, "en"))
        return
    ours, theirs = _by_kind(zh), _by_kind(en)
    if [kind for kind, _ in ours] != [kind for kind, _ in theirs]:
        ours, theirs = [(False, list(zh))], [(False, list(en))]
    for (_, one), (_, other) in zip(ours, theirs, strict=True):
        yield _Run(_Sentences.of(one, "zh"), _Sentences.of(other, "en"))


def _by_kind(paragraphs: Sequence[Paragraph]) -> list[tuple[bool, list[Paragraph]]]:
    runs = groupby(paragraphs, key=lambda paragraph: paragraph.is_row)
    return [(kind, list(run)) for kind, run in runs]


def _part(paragraph: Paragraph, lang: Lang) -> list[str]:
    """Give the sentences of a paragraph; a row of a table is one."""
    text = tidy(paragraph.text)
    parts = [text] if paragraph.is_row else map(tidy, _SPLIT[lang](text))
    return [piece for part in parts for piece in pieces(part)]


def _paragraphs(run: _Run, judged: Sequence[Judged]) -> Iterator[list[DraftRow]]:
    """Yield the rows of a run, parted where a paragraph ends."""
    beads = [bead for bead, _ in judged]
    ends = paragraph_ends(beads, run.zh.paragraphs, run.en.paragraphs)
    rows: list[DraftRow] = []
    for at, one in enumerate(judged):
        rows += _rows(one, run.zh, run.en)
        if at in ends:
            yield rows
            rows = []
    if rows:
        yield rows


def _rows(judged: Judged, zh: _Sentences, en: _Sentences) -> Iterator[DraftRow]:
    """Make a row of a bead, or several if it would be too long for one line."""
    ours, theirs = judged.bead
    places = (
        zh.places[ours.start] if ours else 0,
        en.places[theirs.start] if theirs else 0,
    )
    lines = zip_longest(
        _packed([zh.flat[at] for at in ours], ""),
        _packed([en.flat[at] for at in theirs], " "),
        fillvalue="",
    )
    for one, other in lines:
        yield DraftRow(one, other, judged.confidence, (), places, judged.bead.kind)


def _packed(sentences: Sequence[str], between: str) -> list[str]:
    """Join sentences, as many as a line may have."""
    lines: list[str] = []
    for sentence in sentences:
        if lines and len(lines[-1]) + len(sentence) < LONGEST_PIECE:
            lines[-1] += _glue(lines[-1], sentence, between) + sentence
        else:
            lines.append(sentence)
    return lines


def _glue(before: str, after: str, between: str) -> str:
    """Give what stands between two sentences: words of letters never run together."""
    touching = before[-1].isascii() and after[0].isascii()
    return " " if touching else between
