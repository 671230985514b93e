"""What an import tells the editor: what was made, and what to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from collections.abc import Sequence

from app.content.changes import describe_changes
from app.content.codes import NAMES
from app.importer.doubts import SURE
from app.importer.draft import DraftRow
from app.importer.front import to_fill_in
from app.importer.pipeline import Imported
from app.importer.plain import shortened
from app.importer.plain import tidy
from app.importer.raw import RawText
from app.model.document import LANGS

MOST = 15
"""How many findings, and how many rows, are told on a terminal."""

_ENOUGH_ROWS = 8
_UNRELATED = 0.15
"""Under which share of sure rows so many rows are not those of a translation."""

_OF_VERSIONS = {"I203", "I204"}
"""The findings that tell two versions of a work."""

_SHOWN = {"zh": 60, "en": 120}
"""How much of a sentence is shown."""


def write_report(made: Imported, *, whole: bool) -> str:
    """Write the report, all of it or what fits on a screen or two."""
    most = None if whole else MOST
    parts = [
        _headline(made),
        list(_summary(made)),
        _section("Structure", list(_structure(made)), most),
        _section("Doubtful rows", list(_doubtful(made)), most),
        [*_fill_in(made), *_filled_in(made)],
        list(_next(made)),
    ]
    return "\n".join("".join(f"{line}\n" for line in part) for part in parts if part)


def _headline(made: Imported) -> list[str]:
    """Say first what matters most: that these are two works, or two versions."""
    rows = _rows(made)
    if len(rows) >= _ENOUGH_ROWS and _sure_share(rows) < _UNRELATED:
        return ["THE TWO TEXTS DO NOT LOOK LIKE TRANSLATIONS OF ONE ANOTHER."]
    if not made.matching.versions_differ:
        return []
    told = [f"  {one.message}" for one in made.findings if one.code in _OF_VERSIONS]
    return ["THE TWO TEXTS LOOK LIKE DIFFERENT VERSIONS.", *told]


def _summary(made: Imported) -> Iterator[str]:
    if made.written:
        yield f"Imported {made.slug}: {', '.join(made.paths)}"
        changes = describe_changes(made.ready.before, made.ready.ledger)
        if changes:
            yield f"  Addresses: {changes}."
    else:
        yield f"Nothing was written; {made.slug} would be {', '.join(made.paths)}"
    for raw in made.raws:
        yield f"  {NAMES[raw.lang]}: {_source(raw)}"
    units = sum(1 for _ in made.ready.document.walk())
    rows = _rows(made)
    yield (
        f"  {_count(units, 'unit')}, {_count(len(rows), 'row')} ({_kinds(rows)}); "
        f"{100 * _sure_share(rows):.1f} % of the rows are sure"
    )
    for lang in LANGS:
        if lacking := made.lacking[lang]:
            yield (
                f"  {_count(len(lacking), 'unit')} without {NAMES[lang]}: "
                f"{', '.join(lacking[:MOST])}{', …' if len(lacking) > MOST else ''}"
            )


def _source(raw: RawText) -> str:
    parts = [f"{tidy(str(raw.path))}, read as {raw.read_as}", raw.tag]
    parts.append(_count(len(raw.blocks), "paragraph"))
    if raw.dropped:
        parts.append(f"{raw.dropped} left out (navigation and the like)")
    return ", ".join(parts)


def _rows(made: Imported) -> list[DraftRow]:
    return [
        row
        for unit in made.draft.units
        for paragraph in unit.paragraphs
        for row in paragraph
    ]


def _sure_share(rows: Sequence[DraftRow]) -> float:
    """Give the share of rows that have both sides and are sure."""
    sure = sum(row.confidence >= SURE and bool(row.zh and row.en) for row in rows)
    return sure / max(len(rows), 1)


def _kinds(rows: Sequence[DraftRow]) -> str:
    """Count rows by how many Chinese and English sentences they have."""
    kinds = Counter(row.kind for row in rows)
    return ", ".join(f"{zh}-{en}: {n}" for (zh, en), n in kinds.most_common())


def _section(title: str, entries: Sequence[str], most: int | None) -> list[str]:
    """Write a list under its title; where it is cut off, say how to see the rest."""
    if not entries:
        return []
    shown = entries[:most]
    lines = [f"{title} ({len(entries)}):", *(f"  {entry}" for entry in shown)]
    if len(shown) < len(entries):
        rest = len(entries) - len(shown)
        lines.append(
            f"  … and {rest} more: --verbose shows all, --report FILE keeps them"
        )
    return lines


def _structure(made: Imported) -> Iterator[str]:
    """Yield the findings of both texts, but for what the headline says."""
    for one in made.findings:
        if not (made.matching.versions_differ and one.code in _OF_VERSIONS):
            yield str(one)


def _doubtful(made: Imported) -> Iterator[str]:
    """Yield every row an editor should look at, with its address and line."""
    addresses = made.ready.document.by_segment
    path = made.paths[0]
    places = zip(_rows(made), addresses, made.ready.lines, strict=True)
    for row, locator, line in places:
        if row.reasons:
            yield (
                f"{path}:{line} {locator} ({row.confidence:.2f}) "
                f"{'; '.join(row.reasons)}\n"
                f"      {shortened(row.zh, _SHOWN['zh']) or '-'}\n"
                f"      {shortened(row.en, _SHOWN['en']) or '-'}"
            )


def _fill_in(made: Imported) -> Iterator[str]:
    """Say which fields of the front matter nothing was found for."""
    fields = list(to_fill_in(made.fronts))
    for number, lang in enumerate(LANGS):
        names = [name for one, name in fields if one == lang]
        if names:
            yield f"Fill in at the top of {made.paths[number]}: {', '.join(names)}"


def _filled_in(made: Imported) -> Iterator[str]:
    """Say what was taken from the sources, for it may be the date of a page."""
    missing = {name for _, name in to_fill_in(made.fronts)}
    names = [name for name in ("issued", "issuers") if name not in missing]
    found = "; ".join(f"{name} {made.fronts['zh'][name]}" for name in names)
    if found:
        yield f"Found in the sources, to be checked: {found}"


def _next(made: Imported) -> Iterator[str]:
    """Say what to do now."""
    if made.written:
        yield f"Next: flask --app app edit {made.slug}   mends the doubtful rows"
        yield "      python build_index.py      puts the document into the library"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
