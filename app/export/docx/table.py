"""The table of a unit: locator, Chinese, English; its first row on every page."""

from __future__ import annotations

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row
from docx.oxml.table import CT_Tc
from docx.oxml.text.paragraph import CT_P
from docx.shared import Cm
from docx.shared import Length
from docx.table import Table

from app.export.about import in_its_script
from app.export.about import UNTRANSLATED
from app.export.docx.marks import add_bookmark
from app.export.docx.marks import add_link
from app.export.docx.text import add_sentence
from app.export.docx.text import Writing
from app.export.extract import ExtractUnit
from app.export.extract import Pair
from app.model.document import Lang
from app.model.document import LANGS

COLUMNS = (Cm(1.9), Cm(7.2), Cm(7.9))
"""How wide the locators, the Chinese and the English are; with the margins, A4."""

_HEADS: tuple[tuple[Lang, str], ...] = (("en", "№"), ("zh", "中文"), ("en", "English"))


def add_table(document: Document, writing: Writing, unit: ExtractUnit) -> None:
    """Add the pairs of a unit."""
    table = document.add_table(rows=0, cols=len(COLUMNS), style="Pairs")
    table.autofit = False
    for column, width in zip(table.columns, COLUMNS, strict=True):
        column.width = width
    _add_head(table, writing)
    for paragraph in unit.paragraphs:
        for pair in paragraph:
            _add_pair(document, table, writing, pair, begins=pair is paragraph[0])


def _add_head(table: Table, writing: Writing) -> None:
    """Add the first row, which every page repeats."""
    row = _add_row(table)
    head = OxmlElement("w:tblHeader")
    row.get_or_add_trPr().append(head)
    for (lang, name), width in zip(_HEADS, COLUMNS, strict=True):
        writing.add_run(_add_cell(row, width, "ColumnHead"), lang, name)


def _add_pair(
    document: Document, table: Table, writing: Writing, pair: Pair, *, begins: bool
) -> None:
    """Add a pair; the first of a paragraph has some space above it."""
    row = _add_row(table)
    style = "PairBegins" if begins else "Pair"
    number = _add_cell(row, COLUMNS[0], "LocatorBegins" if begins else "Locator")
    if not add_link(document, number, pair.address, pair.locator, writing):
        writing.add_run(number, "en", pair.locator)
    add_bookmark(number, writing.extract, pair)
    for lang, width in zip(LANGS, COLUMNS[1:], strict=True):
        text = _add_cell(row, width, style)
        if pair.side(lang) is None:
            missing = in_its_script(UNTRANSLATED, writing.extract)
            run = writing.add_run(text, lang, missing.side(lang))
            run._r.style = "Untranslated"
        else:
            add_sentence(text, writing, pair, lang)


def _add_row(table: Table) -> CT_Row:
    """Add a row that no page breaks."""
    row: CT_Row = OxmlElement("w:tr")
    row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    table._tbl.append(row)
    return row


def _add_cell(row: CT_Row, width: Length, style: str) -> CT_P:
    """Add a cell; give its paragraph."""
    cell: CT_Tc = OxmlElement("w:tc")
    cell.width = width
    row.append(cell)
    paragraph: CT_P = OxmlElement("w:p")
    named = OxmlElement("w:pStyle")
    named.set(qn("w:val"), style)
    paragraph.get_or_add_pPr().append(named)
    cell.append(paragraph)
    return paragraph
