"""EPUB 3: a book for phones and readers, each sentence in Chinese, then in English.

No library writes it: the one that is well kept (ebooklib) is under the AGPL, and the
small ones know one language a book, no landmarks and nothing of accessibility. What
there is to know is the package (``epub_package``) and the pages (``epub_pages``).
"""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element
from xml.etree.ElementTree import SubElement
from xml.etree.ElementTree import tostring

from app.export.archive import pack
from app.export.epub_package import make_package
from app.export.epub_pages import make_about
from app.export.epub_pages import make_chapters
from app.export.epub_pages import make_contents
from app.export.epub_pages import make_title_page
from app.export.epub_pages import Page
from app.export.extract import Extract

MEDIA_TYPE = "application/epub+zip"

_FOLDER = "EPUB"
_PACKAGE = f"{_FOLDER}/package.opf"
_STYLE = Path(__file__).with_name("epub.css")


def write(extract: Extract) -> bytes:
    """Write a document, a part of one, or a result set."""
    chapters = make_chapters(extract)
    contents = make_contents(extract, chapters)
    pages = (make_title_page(extract), contents, *chapters, make_about(extract))
    files = {
        "mimetype": MEDIA_TYPE.encode(),  # first, so that the file can be recognised
        "META-INF/container.xml": _to_bytes(_container()),
        _PACKAGE: _to_bytes(make_package(extract, pages)),
        f"{_FOLDER}/style.css": _STYLE.read_bytes(),
    }
    for page in pages:
        files[f"{_FOLDER}/{page.name}"] = _page(page)
    return pack(files, stored=("mimetype",))


def _container() -> Element:
    """Say where the package is."""
    namespace = "urn:oasis:names:tc:opendocument:xmlns:container"
    root = Element("container", {"version": "1.0", "xmlns": namespace})
    media_type = "application/oebps-package+xml"
    attributes = {"full-path": _PACKAGE, "media-type": media_type}
    SubElement(SubElement(root, "rootfiles"), "rootfile", attributes)
    return root


def _page(page: Page) -> bytes:
    """Write a page as XHTML."""
    text: str = tostring(page.root, "unicode")
    return f"<!DOCTYPE html>\n{text}\n".encode()


def _to_bytes(root: Element) -> bytes:
    """Write a file about the book."""
    text: bytes = tostring(root, "utf-8", xml_declaration=True)
    return text + b"\n"
