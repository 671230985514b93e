"""The package of an EPUB: what the book is, its files and the order of its pages."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element
from xml.etree.ElementTree import SubElement

from app.export.about import in_its_script
from app.export.about import PROGRAM
from app.export.about import UNLICENSED
from app.export.epub_pages import Page
from app.export.extract import Extract
from app.export.extract import Provenance
from app.export.extract import Words
from app.export.xml_text import allowed
from app.model.document import LANGS

_OPF = "http://www.idpf.org/2007/opf"
_DC = "http://purl.org/dc/elements/1.1/"

_UNDATED = "1980-01-01"
"""Of a book without any document in it; the date of its files."""

_ACCESS = (
    ("accessMode", "textual"),
    ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "readingOrder"),
    ("accessibilityFeature", "displayTransformability"),
    ("accessibilityFeature", "unlocked"),
    ("accessibilityHazard", "none"),
)

_SUMMARY = Words(
    "全书为文字，按标题分层导航；每句先中文、后英文，语言均已标注，字号和颜色可自行调整。",
    "Text throughout, with headings to navigate by. Each sentence stands in Chinese, "
    "then in English, and says which; type and colours are yours to set.",
)


def make_package(extract: Extract, pages: Iterable[Page]) -> Element:
    """Write the package."""
    root = Element(
        "package",
        {
            "xmlns": _OPF,
            "version": "3.0",
            "unique-identifier": "address",
            "xml:lang": extract.zh_tag,
        },
    )
    metadata = SubElement(root, "metadata", {"xmlns:dc": _DC})
    _write_identity(metadata, extract)
    for source in extract.sources:
        _write_source(metadata, extract, source)
    _write_access(metadata, extract)
    _write_files(root, tuple(pages))
    return root


def _write_identity(metadata: Element, extract: Extract) -> None:
    """Say which book this is, and of when: of its text, not of its making."""
    _write(metadata, "dc:identifier", extract.address, {"id": "address"})
    for number, lang in enumerate(LANGS, 1):
        name, title = f"title-{lang}", extract.full_title.side(lang)
        attributes = {"id": name, "xml:lang": extract.tag(lang)}
        _write(metadata, "dc:title", title, attributes)
        _write_property(metadata, "display-seq", str(number), {"refines": f"#{name}"})
    for lang in LANGS:
        _write(metadata, "dc:language", extract.tag(lang))
    issued = max((source.issued for source in extract.sources), default="") or _UNDATED
    _write_property(metadata, "dcterms:modified", f"{issued}T00:00:00Z")
    _write(metadata, "dc:date", issued)
    _write(metadata, "dc:publisher", PROGRAM)
    _write_property(metadata, "schema:version", extract.digest)


def _write_source(metadata: Element, extract: Extract, source: Provenance) -> None:
    """Say who issued a document, where it is from and how it may be used."""
    for lang in LANGS:
        attributes = {"xml:lang": extract.tag(lang)}
        for name in source.issued_by(lang):
            _write(metadata, "dc:creator", name, attributes)
        licence = source.licence or in_its_script(UNLICENSED, extract)
        said = (
            ("dc:description", f"{source.status.side(lang)}"),
            ("dc:coverage", source.coverage.side(lang)),
            ("dc:source", source.source.side(lang)),
            ("dc:rights", licence.side(lang)),
        )
        for name, text in said:
            if text:
                _write(metadata, name, text, attributes)
    if source.address != extract.address:
        _write(metadata, "dc:source", source.address)


def _write_access(metadata: Element, extract: Extract) -> None:
    """Say whom the book is accessible to, in the words of schema.org."""
    for name, value in _ACCESS:
        _write_property(metadata, f"schema:{name}", value)
    for lang in LANGS:
        attributes = {"xml:lang": extract.tag(lang)}
        summary = _SUMMARY.side(lang)
        _write_property(metadata, "schema:accessibilitySummary", summary, attributes)


def _write_files(root: Element, pages: tuple[Page, ...]) -> None:
    """List all files, and the pages in the order in which they are read."""
    manifest = SubElement(root, "manifest")
    style = {"id": "style", "href": "style.css", "media-type": "text/css"}
    SubElement(manifest, "item", style)
    spine = SubElement(root, "spine")
    for page in pages:
        item = {
            "id": page.name.removesuffix(".xhtml"),
            "href": page.name,
            "media-type": "application/xhtml+xml",
        }
        if page.is_contents:
            item["properties"] = "nav"
        SubElement(manifest, "item", item).tail = "\n"
        SubElement(spine, "itemref", {"idref": item["id"]})


def _write(
    metadata: Element, name: str, text: str, attributes: dict[str, str] | None = None
) -> None:
    """Write one thing that is said of the book."""
    element = SubElement(metadata, name, attributes or {})
    element.text = allowed(text)
    element.tail = "\n"


def _write_property(
    metadata: Element, name: str, text: str, more: dict[str, str] | None = None
) -> None:
    """Write one property of the book."""
    _write(metadata, "meta", text, {"property": name} | (more or {}))
