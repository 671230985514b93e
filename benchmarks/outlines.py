"""How much of a document's structure is found once it is but a list of paragraphs."""

from __future__ import annotations

from pathlib import Path

from app.content.loader import load
from app.importer.raw import Block
from app.importer.raw import RawText
from app.importer.structure import outline
from app.model.document import Document
from app.model.document import Lang
from app.model.document import LANGS

_TAGS = {"zh": "zh-Hans", "en": "en"}


def outlines_found(content: Path) -> str:
    """Say in a sentence how many units of all documents are found, and how many not."""
    wanted, found, wrong = 0, 0, 0
    for document in load(content).documents:
        for lang in LANGS:
            there = [_words(str(unit.heading(lang))) for unit in document.walk()]
            units = outline(flattened(document, lang)).units
            here = [_words(str(unit.heading or "").lstrip("# ")) for unit in units]
            wanted += len(there)
            found += len(set(there) & set(here))
            wrong += len(set(here) - set(there))
    return (
        f"Of {wanted} units {found} are found from the numbering, and {wrong} besides."
    )


def flattened(document: Document, lang: Lang) -> RawText:
    """Give a document as a raw text: each heading a paragraph, each sentence too."""
    texts: list[str] = []
    for unit in document.walk():
        texts += [str(unit.heading(lang)), *(one.plain(lang) for one in unit.segments)]
    blocks = [Block(text, at) for at, text in enumerate(filter(None, texts), 1)]
    return RawText(Path(document.slug), lang, _TAGS[lang], blocks, "content")


def _words(heading: str) -> str:
    return " ".join(heading.split())
