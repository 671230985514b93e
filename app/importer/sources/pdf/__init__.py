"""PDF files with a text layer: lines of pages, put together into paragraphs again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from app.importer.errors import SourceError
from app.importer.sources.characters import clean
from app.importer.sources.found import Found
from app.importer.sources.pdf.layout import Line
from app.importer.sources.pdf.layout import lines_of_page
from app.importer.sources.pdf.margins import without_margins
from app.importer.sources.pdf.paragraphs import paragraphs

MOST_PAGES = 3_000

_NEEDS_OCR = (
    "the PDF has no text in it, only pictures of pages; make it searchable with OCR "
    "(as with OCRmyPDF) and try again."
)
_UNREADABLE = (
    "the letters of the PDF cannot be told from their shapes; make it searchable with "
    "OCR, or look for the text in another form."
)


def read_pdf(path: Path, data: bytes) -> Found:
    """Read the text of a PDF file without headers, footers and numbers of pages."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise SourceError(path, _refusal(error)) from None
    try:
        if len(document) > MOST_PAGES:
            raise SourceError(
                path, f"the PDF has {len(document):,} pages; {MOST_PAGES:,} are read."
            )
        pages = list(_pages(document))
        title = _title(document)
    except pypdfium2.PdfiumError:
        raise SourceError(path, "the PDF is damaged; get it once more.") from None
    finally:
        document.close()
    _check(path, pages)
    lines, dropped = without_margins(pages)
    blocks = tuple(paragraphs(lines))
    is_printed = title and any(title in block.text for block in blocks[:20])
    return Found(blocks, "PDF", title=title if is_printed else "", dropped=dropped)


def _pages(document: pypdfium2.PdfDocument) -> Iterator[list[Line]]:
    """Yield the lines of each page."""
    for number in range(len(document)):
        page = document[number]
        try:
            yield lines_of_page(page, number)
        finally:
            page.close()


def _title(document: pypdfium2.PdfDocument) -> str:
    """Return the title among the properties; a broken one is none."""
    try:
        return clean(str(document.get_metadata_value("Title")))
    except UnicodeDecodeError:
        return ""


def _refusal(error: Exception) -> str:
    """Say why a PDF file does not open."""
    if "password" in str(error).lower():
        return "the PDF is locked with a password; unlock it first."
    return "the PDF is cut off or damaged; get it once more."


def _check(path: Path, pages: list[list[Line]]) -> None:
    """Refuse pictures of pages, and letters without meaning."""
    empty = sum(not page for page in pages)
    raw = "".join(line.text for page in pages for line in page)
    if empty * 2 > len(pages) or len(raw) < 10 * (len(pages) - empty):
        raise SourceError(path, _NEEDS_OCR)
    if (raw.count("\ufffd") + sum("\ue000" <= c <= "\uf8ff" for c in raw)) * 4 > len(
        raw
    ):
        raise SourceError(path, _UNREADABLE)
