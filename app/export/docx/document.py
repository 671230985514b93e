"""A whole Word document: title, what the text is, then its headings and tables.

Headings are paragraphs of their own, since those in tables are in no outline; so each
unit has its table. Bookmarks are locators, as far as Word lets them be.
"""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
from docx.document import Document

from app.export.about import facts_of
from app.export.about import NOTHING
from app.export.archive import pack
from app.export.docx.marks import add_bookmark
from app.export.docx.marks import add_link
from app.export.docx.page import lay_out
from app.export.docx.properties import describe
from app.export.docx.styles import set_styles
from app.export.docx.table import add_table
from app.export.docx.text import add_words
from app.export.docx.text import Writing
from app.export.extract import Extract
from app.export.extract import Provenance
from app.export.xml_text import allowed
from app.model.document import LANGS

_DEEPEST = 9
"""Word has nine levels of headings."""


def write(extract: Extract) -> bytes:
    """Write a document, a part of one, or a result set."""
    document = docx.Document()
    writing = Writing(extract)
    describe(document, extract)
    set_styles(document, writing)
    lay_out(document, writing)
    _add_title(document, writing)
    for source in extract.sources:
        _add_source(document, writing, source)
    if not extract.units:
        add_words(document.add_paragraph(), writing, NOTHING)
    titles = {source.slug: source.title for source in extract.sources}
    for unit in extract.units:
        depth = max(unit.depth, 1) if extract.slug else 1
        heading = document.add_heading(level=min(depth, _DEEPEST))
        add_words(heading, writing, unit.heading)
        add_bookmark(heading._p, extract, unit)
        if len(titles) > 1:
            line = document.add_paragraph(style="From")
            add_words(line, writing, titles[unit.slug], between=" · ")
        if unit.paragraphs:
            add_table(document, writing, unit)
    return _settled(document)


def _add_title(document: Document, writing: Writing) -> None:
    """Write the title in both languages."""
    for lang, style in zip(LANGS, ("Title", "Subtitle"), strict=True):
        line = document.add_paragraph(style=style)
        writing.add_run(line._p, lang, writing.extract.full_title.side(lang))


def _add_source(document: Document, writing: Writing, source: Provenance) -> None:
    """Say where a document is from and how it may be used."""
    if writing.extract.slug is None:
        line = document.add_paragraph(style="From")
        add_words(line, writing, source.title, between=" · ")
    for fact in facts_of(writing.extract, source):
        alike = fact.value.zh == fact.value.en
        for lang in LANGS:
            if alike and lang == "en":
                continue
            line = document.add_paragraph(style="Fact")
            label = fact.label
            name = f"{label.zh} · {label.en}" if alike else label.side(lang)
            run = writing.add_run(line._p, lang, f"{name}  ")
            run._r.style = "Strong"
            text = allowed(fact.value.side(lang))
            if not add_link(document, line._p, text, text, writing):
                writing.add_run(line._p, lang, text)


def _settled(document: Document) -> bytes:
    """Save the document so that it is the same whenever it is written."""
    saved = BytesIO()
    document.save(saved)
    with ZipFile(saved) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return pack(files)
