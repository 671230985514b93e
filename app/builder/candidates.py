"""What may be terms of a document, as a glossary file that an editor reads."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from collections.abc import Iterator
from pathlib import Path

import click

from app.content.glossary_file import COLUMNS
from app.content.layout import Layout
from app.content.loader import load
from app.model.document import Document
from app.model.glossary import Glossary
from app.search.analyzer import plain_words
from app.search.stopwords import STOP_WORDS
from app.search.stopwords import ZH_STOP_WORDS
from app.terms.candidates import Candidate
from app.terms.candidates import candidates_of
from app.terms.lexicon import Lexicon
from app.text.normalize import fold_text

_KINDS = (
    (
        "institution",
        re.compile("(公司|机构|银行|交易所|部门|委员会|政府|集团|机关|中心)$"),
    ),
    ("market", re.compile("市场$")),
    ("mechanism", re.compile("(机制|体系|制度|平台)$")),
    ("strategy", re.compile("(战略|规划|计划)$")),
    ("instrument", re.compile("(基金|债券|贷款|保险|票据|产品)$")),
)  # fmt: skip
"""What the end of a Chinese term says of its kind; an editor knows better."""


def propose(folder: Path, slug: str, most: int) -> tuple[str, int]:
    """Give the likeliest terms of a document as a glossary file, and how many.

    :raise click.ClickException: if there is no such document, or it has errors.
    """
    document, glossary = _read(folder, slug)
    words = plain_words()
    lexicon = Lexicon(words.cut, words.dictionary(), STOP_WORDS | ZH_STOP_WORDS)
    found = candidates_of(document, glossary, lexicon)[:most]
    return as_csv(found, glossary), len(found)


def as_csv(found: Iterable[Candidate], glossary: Glossary) -> str:
    """Write candidates as a glossary file, which the checker accepts."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_rows(found, {term.id for term in glossary.terms}))
    return file.getvalue()


def _read(folder: Path, slug: str) -> tuple[Document, Glossary]:
    """Read a document and the glossary of its folder.

    :raise click.ClickException: if there is no such document, or it has errors.
    """
    if not folder.is_dir():
        raise click.ClickException(f"There is no folder {folder}.")
    library = load(folder)
    for document in library.documents:
        if document.slug == slug:
            return document, library.glossary
    layout = Layout(folder)
    if slug in layout.slugs():
        message = f"{slug} has errors: mend what build_index.py --check says of it."
    else:
        known = ", ".join(layout.slugs()) or "none"
        message = f"There is no document {slug!r}; there are: {known}."
    raise click.ClickException(message)


def _rows(found: Iterable[Candidate], taken: set[str]) -> Iterator[tuple[str, ...]]:
    """Yield the row of each candidate; an id that is taken gets a number."""
    for one in found:
        stem = "-".join(re.findall("[a-z0-9]+", fold_text(one.en).replace("'", "")))
        id, number = stem, 1
        while id in taken:
            number += 1
            id = f"{stem}-{number}"
        taken.add(id)
        yield id, one.zh, one.en, _kind(one), "", "", _note(one)


def _kind(one: Candidate) -> str:
    """Guess the kind of a term."""
    if one.is_place:
        return "place"
    phrase = fold_text(one.zh)
    kinds = (kind for kind, ending in _KINDS if ending.search(phrase))
    return next(kinds, "concept")


def _note(one: Candidate) -> str:
    """Say how often a pair stands in the text, and where first."""
    count = len(one.places)
    return f"{count} row{'' if count == 1 else 's'}, first {one.places[0]}"
