"""TMX 1.4b, the memory of translations that every such tool reads: level 1, plain text.

Each pair is a unit whose ``tuid`` is its locator; in a result set, which may be of
several documents, the slug and a colon stand before it. A side that is not translated
is left out. The address, the heading and the place stand as properties, and the header
has what the documents say of themselves.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element
from xml.etree.ElementTree import SubElement

from app.export.about import facts_of
from app.export.about import PROGRAM
from app.export.extract import Extract
from app.export.extract import ExtractUnit
from app.export.extract import Pair
from app.export.xml_text import allowed
from app.export.xml_text import to_xml
from app.export.xml_text import XML_LANG
from app.model.document import LANGS


def write(extract: Extract) -> bytes:
    """Write all pairs."""
    root = Element("tmx", {"version": "1.4"})
    _write_header(root, extract)
    body = SubElement(root, "body")
    for unit in extract.units:
        for pair in unit.pairs:
            _write_pair(body, extract, unit, pair)
    return to_xml(root)


def _write_header(root: Element, extract: Extract) -> None:
    """Say what the file is, where its texts are from and how they may be used."""
    header = SubElement(
        root,
        "header",
        {
            "creationtool": PROGRAM,
            "creationtoolversion": extract.digest,
            "segtype": "sentence",
            "o-tmf": PROGRAM,
            "adminlang": extract.en_tag,
            "srclang": extract.zh_tag,
            "datatype": "plaintext",
        },
    )
    for lang in LANGS:
        _write(header, "note", extract.full_title.side(lang), extract.tag(lang))
    _write(header, "prop", extract.address, type_="x-url")
    for source in extract.sources:
        _write(header, "prop", source.slug, type_="x-document")
        for fact in facts_of(extract, source):
            if fact.value.zh == fact.value.en:
                _write(header, "prop", fact.value.en, type_=f"x-{fact.name}")
                continue
            for lang in LANGS:
                tag = extract.tag(lang)
                _write(header, "prop", fact.value.side(lang), tag, f"x-{fact.name}")


def _write_pair(body: Element, extract: Extract, unit: ExtractUnit, pair: Pair) -> None:
    """Write one pair."""
    entry = SubElement(body, "tu", {"tuid": extract.id_of(pair)})
    _write(entry, "prop", pair.slug, type_="x-document")
    _write(entry, "prop", pair.address, type_="x-url")
    for lang in LANGS:
        heading = unit.heading.side(lang)
        _write(entry, "prop", heading, extract.tag(lang), "x-heading")
    for lang in LANGS:
        text = pair.side(lang)
        if text is not None:
            side = SubElement(entry, "tuv", {XML_LANG: extract.tag(lang)})
            SubElement(side, "seg").text = allowed(text)


def _write(
    parent: Element, name: str, text: str, lang: str = "", type_: str = ""
) -> None:
    """Write a note or a property; what is empty is left out."""
    attributes = {"type": type_} if type_ else {}
    if lang:
        attributes[XML_LANG] = lang
    if text:
        SubElement(parent, name, attributes).text = allowed(text)
