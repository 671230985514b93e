"""XLIFF 2.1: the core, and the module of metadata for what documents say of themselves.

A document is a file, a unit of the text a group, and a pair a unit with one segment.
Their ids are locators. Headings are notes of their groups, one for each language, so
that the segments of the file are those of the text and nothing else. A pair without
its Chinese has an empty source; one without its English has no target.
"""

from __future__ import annotations

from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.etree.ElementTree import SubElement

from app.export.about import facts_of
from app.export.extract import Extract
from app.export.extract import ExtractUnit
from app.export.extract import Pair
from app.export.extract import Provenance
from app.export.extract import Words
from app.export.xml_text import allowed
from app.export.xml_text import to_xml
from app.export.xml_text import XML_SPACE
from app.model.document import Lang
from app.model.document import LANGS

CORE = "urn:oasis:names:tc:xliff:document:2.0"
"""The namespace that 2.0 and 2.1 share."""
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"

_SIDES: dict[Lang, str] = {"zh": "source", "en": "target"}


def write(extract: Extract) -> bytes:
    """Write all pairs, Chinese as the source and English as the target."""
    ElementTree.register_namespace("mda", METADATA)
    root = Element(
        "xliff",
        {
            "xmlns": CORE,
            "version": "2.1",
            "srcLang": extract.zh_tag,
            "trgLang": extract.en_tag,
        },
    )
    for source in extract.sources:
        file = _add_file(root, source.slug, source.address)
        _write_metadata(file, extract, source)
        _write_notes(file, "title", extract.full_title)
        for unit in extract.units:
            if unit.slug == source.slug:
                _write_unit(file, unit)
    if not extract.sources:  # a file of this kind may not be empty
        empty = _add_file(root, "nothing", extract.address)
        _write_notes(empty, "title", extract.full_title)
        SubElement(empty, "group", {"id": "nothing"})
    return to_xml(root)


def _add_file(root: Element, name: str, address: str) -> Element:
    """Begin a document."""
    attributes = {"id": name, "original": address, XML_SPACE: "preserve"}
    return SubElement(root, "file", attributes)


def _write_metadata(file: Element, extract: Extract, source: Provenance) -> None:
    """Say where a document is from and how it may be used."""
    metadata = SubElement(file, f"{{{METADATA}}}metadata")
    for lang in LANGS:
        group = SubElement(
            metadata,
            f"{{{METADATA}}}metaGroup",
            {"category": "provenance", "appliesTo": _SIDES[lang]},
        )
        title = SubElement(group, f"{{{METADATA}}}meta", {"type": "title"})
        title.text = allowed(source.title.side(lang))
        for fact in facts_of(extract, source):
            if words := fact.value.side(lang):
                meta = SubElement(group, f"{{{METADATA}}}meta", {"type": fact.name})
                meta.text = allowed(words)


def _write_unit(file: Element, unit: ExtractUnit) -> None:
    """Write a unit with its pairs."""
    group = SubElement(file, "group", {"id": unit.locator, "name": unit.address})
    _write_notes(group, "heading", unit.heading)
    for pair in unit.pairs:
        _write_pair(group, pair)


def _write_notes(parent: Element, category: str, words: Words) -> None:
    """Note something in both languages."""
    if not words:
        return
    notes = SubElement(parent, "notes")
    for lang in LANGS:
        attributes = {"category": category, "appliesTo": _SIDES[lang]}
        if words.side(lang):
            SubElement(notes, "note", attributes).text = allowed(words.side(lang))


def _write_pair(group: Element, pair: Pair) -> None:
    """Write a pair; the segment says whether it is translated."""
    unit = SubElement(group, "unit", {"id": pair.locator, "name": pair.address})
    whole = None not in {pair.zh, pair.en}
    segment = SubElement(unit, "segment", {"state": "translated"} if whole else {})
    SubElement(segment, "source").text = allowed(pair.zh or "")
    if pair.en is not None:
        SubElement(segment, "target").text = allowed(pair.en)
