"""The glossary file: ``id,zh,en,kind,zh_aliases,en_aliases,note``."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from collections.abc import Iterator

from app.content.codes import finding
from app.content.layout import SLUG
from app.content.source import Source
from app.model.document import LANGS
from app.model.finding import Finding
from app.model.glossary import Glossary
from app.model.glossary import Term

COLUMNS = ("id", "zh", "en", "kind", "zh_aliases", "en_aliases", "note")

KINDS = frozenset(
    {
        "concept", "instrument", "institution", "market", "mechanism", "place",
        "strategy",
    }
)  # fmt: skip

ALIAS_SEPARATOR = "|"

_GUARD = re.compile(r"^'(?='*[=+\-@])")
"""What an export puts before a cell that a spreadsheet would take for a formula."""

_Row = tuple[int, list[str]]


def read_glossary(source: Source) -> tuple[Glossary, tuple[Finding, ...]]:
    """Read and check the glossary; rows that cannot be read are left out."""
    found = list(source.findings)
    rows = list(_rows(source, found))
    if not source.readable:
        return Glossary(), tuple(found)
    header = tuple(rows[0][1]) if rows else ()
    if header != COLUMNS:
        message = f"The header is {','.join(header)!r}; write {','.join(COLUMNS)}."
        found.append(finding("G002", source.path, 1, message))
        return Glossary(), tuple(found)
    terms = []
    for line, cells in rows[1:]:
        term = _read_term(source.path, line, cells, found)
        if term:
            terms.append((line, term))
    found += _check_forms(source.path, terms)
    found += _check_aliases(source.path, terms)
    return Glossary(tuple(term for _, term in terms)), tuple(found)


def write_glossary(
    glossary: Glossary, guard: Callable[[str], str] = lambda cell: cell
) -> str:
    """Write the file that is read as this glossary; *guard* has a say in each cell."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(COLUMNS)
    for term in glossary.terms:
        aliases = (ALIAS_SEPARATOR.join(term.forms(lang)[1:]) for lang in LANGS)
        cells = (term.id, term.zh, term.en, term.kind, *aliases, term.note)
        table.writerow(map(guard, cells))
    return text.getvalue()


def _rows(source: Source, found: list[Finding]) -> Iterator[_Row]:
    """Yield the rows with the line each begins on; after a bad one, go on below."""
    start = 0
    while start < len(source.lines):
        lines = (f"{line}\n" for line in source.lines[start:])
        reader = csv.reader(lines, strict=True)
        first = start
        try:
            for cells in reader:
                if cells:
                    yield first + 1, cells
                first = start + reader.line_num
            return
        except csv.Error as error:
            message = f"The quotes of this row do not match ({error}); mend them."
            found.append(finding("G003", source.path, first + 1, message))
            start = first + 1


def _read_term(
    path: str, line: int, cells: list[str], found: list[Finding]
) -> Term | None:
    """Make a term of a row, unless it has the wrong number of fields."""
    if len(cells) != len(COLUMNS):
        message = (
            f"{len(cells)} fields, {len(COLUMNS)} are needed; put a field that has a "
            "comma in double quotes."
        )
        found.append(finding("G003", path, line, message))
        return None
    if any(cell != cell.strip() for cell in cells):
        message = f"Term {cells[0].strip()} has space around a field; delete it."
        found.append(finding("G008", path, line, message))
    id, zh, en, kind, zh_aliases, en_aliases, note = (
        _GUARD.sub("", cell.strip()) for cell in cells
    )
    term = Term(id, zh, en, kind, _aliases(zh_aliases), _aliases(en_aliases), note)
    found += _check_term(path, line, term)
    return term


def _aliases(cell: str) -> tuple[str, ...]:
    """Part a field at its bars."""
    if not cell:
        return ()
    return tuple(alias.strip() for alias in cell.split(ALIAS_SEPARATOR))


def _check_term(path: str, line: int, term: Term) -> Iterator[Finding]:
    """Check a term by itself."""
    if not SLUG.fullmatch(term.id):
        message = (
            f"The id {term.id!r} cannot stand in an address; use lower-case letters "
            "a-z, digits and single hyphens."
        )
        yield finding("G005", path, line, message)
    for name, forms in (("zh", term.forms("zh")), ("en", term.forms("en"))):
        if "" in forms:
            which = "form" if not forms[0] else "alias"
            message = f"Term {term.id} has an empty {name} {which}; fill it in."
            yield finding("G006", path, line, message)
    if term.kind not in KINDS:
        message = (
            f"Term {term.id} is of kind {term.kind!r}; known are "
            f"{', '.join(sorted(KINDS))}."
        )
        yield finding("G007", path, line, message)


def _check_forms(path: str, terms: list[tuple[int, Term]]) -> Iterator[Finding]:
    """Check that ids and main forms are given once."""
    for name in ("id", "zh", "en"):
        first: dict[str, int] = {}
        for line, term in terms:
            form: str = getattr(term, name)
            if not form:
                continue
            earlier = first.setdefault(form.casefold(), line)
            if earlier != line:
                message = (
                    f"{name} {form!r} stands on line {earlier} already; "
                    "make one term of the two, or change one."
                )
                yield finding("G004", path, line, message)


def _check_aliases(path: str, terms: list[tuple[int, Term]]) -> Iterator[Finding]:
    """Check that no term has a form twice; two terms may well share an alias."""
    for line, term in terms:
        for lang in LANGS:
            seen: set[str] = set()
            for form in filter(None, term.forms(lang)):
                if form.casefold() in seen:
                    message = f"Term {term.id} has {form!r} twice; delete one."
                    yield finding("G009", path, line, message)
                seen.add(form.casefold())
