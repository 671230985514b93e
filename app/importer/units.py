"""Matched units to units of the draft, with headings that the content can have."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from pathlib import Path

from app.content.grammar import Heading
from app.content.grammar import UNTRANSLATED
from app.importer.codes import finding
from app.importer.headings import agree
from app.importer.headings import facing
from app.importer.headings import is_addressable
from app.importer.headings import with_number_of
from app.importer.outline import Paragraph
from app.importer.outline import RawUnit
from app.importer.outline import UnitPair
from app.importer.plain import shortened
from app.importer.plain import tidy
from app.importer.plain import unspread
from app.model.document import Lang
from app.model.finding import Finding


@dataclass
class Body:
    """A unit that is ready for the alignment of its sentences."""

    zh: Heading | None
    en: Heading | None
    zh_paragraphs: list[Paragraph] = field(default_factory=list)
    en_paragraphs: list[Paragraph] = field(default_factory=list)
    address: str = ""
    lacks: Lang | None = None
    """The language that has no such unit."""
    is_apart: bool = False
    """Whether no sentence of one side renders one of the other."""


@dataclass
class Settled:
    """The units in order, and what was done to headings that could not stay."""

    bodies: list[Body] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def settle(pairs: Sequence[UnitPair], zh_path: Path, en_path: Path) -> Settled:
    """Give every unit both headings, with one number and an address of its own.

    A heading that can have none, because its number cannot be read or stands there
    already, becomes text of the unit before it: no word is lost.
    """
    settled = Settled()
    taken: set[tuple[str, ...]] = set()
    above: list[tuple[int, str]] = []
    for pair in pairs:
        zh, en = _headings(pair)
        body = Body(zh, en, _paragraphs(pair.zh), _paragraphs(pair.en))
        if zh is None or en is None:
            _begin(settled, body)
            continue
        body.address = _address(zh, above, taken) if is_addressable(zh) else ""
        if not body.address:
            settled.findings.append(_folded(pair, zh_path, en_path))
            _fold(settled, pair, body)
            continue
        body.lacks, body.is_apart = _lacks(pair), pair.is_apart
        if not (agree(zh, en) and is_addressable(en)):
            settled.findings.append(_renumbered(pair, en, zh, en_path))
            body.en = with_number_of(en, zh, "en")
        settled.bodies.append(body)
    return settled


def _headings(pair: UnitPair) -> tuple[Heading | None, Heading | None]:
    """Give both headings on one level; the one that is lacking is made."""
    zh = pair.zh.heading if pair.zh else None
    en = pair.en.heading if pair.en else None
    if zh is None and en is None:
        return None, None
    zh = _at(pair.level, zh) if zh else None
    en = _at(pair.level, en) if en else None
    if zh is None and en is not None:
        zh = facing(en, "zh") if en.number else en
    elif en is None and zh is not None:
        en = facing(zh, "en") if zh.number else zh
    if zh and en and bool(zh.title) != bool(en.title):
        zh = zh if zh.title else _untitled(zh)
        en = en if en.title else _untitled(en)
    return zh, en


def _at(level: int, heading: Heading) -> Heading:
    """Put a heading on a level; a hyphen alone says no more than no words."""
    title = unspread(tidy(heading.title))
    if title == UNTRANSLATED:
        title = ""
    label = heading.label.replace("\u3000", " ")
    return replace(heading, level=level, label=label, title=title)


def _untitled(heading: Heading) -> Heading:
    """Mark the words of a heading as lacking."""
    return replace(heading, label=f"{heading.label.rstrip()} ", title=UNTRANSLATED)


def _address(
    heading: Heading, above: list[tuple[int, str]], taken: set[tuple[str, ...]]
) -> str:
    """Give a heading its address and take it; nothing if it is taken already."""
    parents = [one for one in above if one[0] < heading.level]
    address = (*(step for _, step in parents), heading.step)
    if address in taken or address == ("0",):
        return ""
    taken.add(address)
    above[:] = [*parents, (heading.level, heading.step)]
    return ".".join(address)


def _lacks(pair: UnitPair) -> Lang | None:
    if pair.zh and pair.en:
        return None
    return "en" if pair.zh else "zh"


def _begin(settled: Settled, body: Body) -> None:
    """Take up a body without a heading: the preamble, or more of what is there."""
    if not settled.bodies:
        settled.bodies.append(body)
        return
    settled.bodies[-1].zh_paragraphs += body.zh_paragraphs
    settled.bodies[-1].en_paragraphs += body.en_paragraphs


def _fold(settled: Settled, pair: UnitPair, body: Body) -> None:
    """Make the headings of a unit text, and its body more of the unit before."""
    _begin(
        settled,
        Body(
            None,
            None,
            [*_as_text(pair.zh), *body.zh_paragraphs],
            [*_as_text(pair.en), *body.en_paragraphs],
        ),
    )


def _as_text(unit: RawUnit | None) -> Iterator[Paragraph]:
    if unit and unit.heading:
        yield Paragraph(f"{unit.heading.label}{unit.heading.title}", unit.place)


def _paragraphs(unit: RawUnit | None) -> list[Paragraph]:
    return list(unit.paragraphs) if unit else []


def _folded(pair: UnitPair, zh_path: Path, en_path: Path) -> Finding:
    """Say that a heading could not be one."""
    path, unit = (zh_path, pair.zh) if pair.zh else (en_path, pair.en)
    heading = unit.heading if unit else None
    words = shortened(f"{heading.label}{heading.title}", 40) if heading else ""
    why = "repeats a number" if heading and heading.number else "has no number"
    message = f"Heading {words!r} {why}; it stands as text in the unit before it."
    return finding("I301", path, unit.place if unit else 0, message)


def _renumbered(pair: UnitPair, en: Heading, zh: Heading, path: Path) -> Finding:
    """Say that an English heading took the number of the Chinese."""
    message = (
        f"Heading {en.label.strip()!r} faces {zh.label.strip()!r} and takes its number."
    )
    return finding("I302", path, pair.en.place if pair.en else 0, message)
