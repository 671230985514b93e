"""Documents → a Whoosh index in a folder."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from pathlib import Path

from whoosh.index import create_in

from app.model.document import Document
from app.model.document import Lang
from app.model.document import Unit
from app.search import schema as fields
from app.search.analyzer import BOUNDARY
from app.search.analyzer import ChineseWords


def build_index(
    folder: Path, documents: Iterable[Document], chinese: ChineseWords
) -> Iterator[str]:
    """Index every unit into an empty folder; yield its slug and locator as it goes.

    All is committed at once, as one segment, when the iterator ends.
    """
    index = create_in(folder, fields.make_schema(chinese))
    writer = index.writer(limitmb=256, procs=1)
    for document in documents:
        for unit in document.walk():
            writer.add_document(**_fields(document, unit))
            yield f"{document.slug}:{unit.locator}"
    writer.commit(optimize=True)
    index.close()


def _fields(document: Document, unit: Unit) -> dict[str, str]:
    """Fill the fields for one unit."""
    zh, en = _body(unit, "zh"), _body(unit, "en")
    return {
        fields.SLUG: document.slug,
        fields.LOCATOR: str(unit.locator),
        fields.SCOPE: " ".join(scopes(document.slug, unit)),
        fields.GRAMS: BOUNDARY.join((unit.zh.title, zh)),
        fields.PINYIN: BOUNDARY.join((unit.zh.title, zh)),
        fields.ZH_WORDS: BOUNDARY.join((unit.zh.title, zh)),
        fields.ZH_TITLE: unit.zh.title,
        fields.EN_WORDS: BOUNDARY.join((unit.en.title, en)),
        fields.EN_STEMS: BOUNDARY.join((unit.en.title, en)),
        fields.EN_TITLE: unit.en.title,
        fields.EN_LETTERS: en,
    }


def _body(unit: Unit, lang: Lang) -> str:
    """Join the segments of a unit so that nothing runs across them."""
    return BOUNDARY.join(segment.plain(lang) for segment in unit.segments)


def scopes(slug: str, unit: Unit) -> Iterator[str]:
    """Yield what a unit lies in: ``plan``, ``plan:2``, ``plan:2.3`` and so on."""
    yield slug
    path = unit.locator.path
    for depth in range(1, len(path) + 1):
        yield f"{slug}:{'.'.join(path[:depth])}"
