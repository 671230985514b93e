"""The paper: A4, its margins, the running title and the numbers of the pages."""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from app.export.docx.table import COLUMNS
from app.export.docx.text import Writing
from app.model.document import LANGS


def lay_out(document: Document, writing: Writing) -> None:
    """Set the paper, the running title above and the number below."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)
    section.header_distance = section.footer_distance = Cm(1)
    section.different_first_page_header_footer = True
    _add_running_title(section.header.paragraphs[0], writing)
    for footer in (section.footer, section.first_page_footer):
        _add_number(footer.paragraphs[0])


def _add_running_title(line: Paragraph, writing: Writing) -> None:
    """Write what the text is called, Chinese left, English right."""
    _set_edge(line)
    sources = writing.extract.sources
    title = sources[0].short_title if len(sources) == 1 else writing.extract.title
    for lang in LANGS:
        if lang == "en":
            line.add_run("\t")
        writing.add_run(line._p, lang, title.side(lang))


def _add_number(line: Paragraph) -> None:
    """Write the number of the page, and how many there are."""
    _set_edge(line)
    line.add_run("\t")
    _add_field(line, "PAGE")
    line.add_run(" / ")
    _add_field(line, "NUMPAGES")


def _set_edge(line: Paragraph) -> None:
    """Let what follows a tab end at the right edge of the text."""
    stops = line.paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(sum(COLUMNS, Cm(0)), WD_TAB_ALIGNMENT.RIGHT)


def _add_field(line: Paragraph, code: str) -> None:
    """Add what Word works out by itself."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    line._p.append(field)
