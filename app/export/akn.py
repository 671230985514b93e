"""Akoma Ntoso 3.0 (OASIS LegalDocML): every document once in each language.

One document of Akoma Ntoso is one expression, and so in one language. The file is a
collection that refers to its components: a ``doc`` for each language of a whole
document; a ``portion`` for each language of a part of one, or of a hit of a search.
They come in pairs, Chinese first, as expressions of the same work, and what stands in
both has the same eId. GUIDs are permanent addresses, and so they end with locators.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element
from xml.etree.ElementTree import SubElement
from xml.etree.ElementTree import tostring

from app.export.about import NOTHING
from app.export.akn_body import AKN
from app.export.akn_body import Side
from app.export.akn_body import write_title
from app.export.akn_body import write_unit
from app.export.akn_body import write_units
from app.export.akn_meta import expression_uri
from app.export.akn_meta import write_collection_meta
from app.export.akn_meta import write_meta
from app.export.extract import Extract
from app.export.extract import ExtractUnit
from app.export.extract import Provenance
from app.export.xml_text import allowed
from app.export.xml_text import XML_LANG
from app.model.document import LANGS

_INLINE = frozenset(("span", "b", "i", "docTitle"))


def write(extract: Extract) -> bytes:
    """Write a document, a part of one, or a result set."""
    root = Element("akomaNtoso", {"xmlns": AKN})
    collection = SubElement(root, "documentCollection", {"name": "parallel"})
    write_collection_meta(collection, extract)
    body = SubElement(collection, "collectionBody")
    components = Element("components", {"eId": "cmpnts"})
    for number, part in enumerate(_parts(extract), 1):
        _write_reference(body, part, number)
        component = SubElement(
            components, "component", {"eId": f"cmpnts__cmp_{number}"}
        )
        _write_part(component, part)
    if len(components):
        root.append(components)
    else:
        _write_nothing(body, extract)
    _break_lines(root)
    text: bytes = tostring(root, "utf-8", xml_declaration=True)
    return text + b"\n"


@dataclass(frozen=True, slots=True)
class _Part:
    """One component: some units of one document, in one language."""

    side: Side
    source: Provenance
    units: tuple[ExtractUnit, ...]
    is_whole: bool
    """Whether the units are the whole document."""

    @property
    def portion(self) -> ExtractUnit | None:
        """Give the unit that stands for the part; None for a whole document."""
        return None if self.is_whole else self.units[0]

    @property
    def title(self) -> str:
        """Name the part in its language."""
        title = self.source.title.side(self.side.lang)
        place = self.portion and self.portion.heading.side(self.side.lang)
        return f"{title} · {place}" if place else title


def _parts(extract: Extract) -> Iterator[_Part]:
    """Give the components, two by two."""
    sources = {source.slug: source for source in extract.sources}
    together = [extract.units] if extract.slug else [(unit,) for unit in extract.units]
    whole = extract.slug is not None and not extract.locator
    for units in together:
        source = sources[extract.slug or units[0].slug]
        for lang in LANGS:
            yield _Part(Side(extract, lang), source, units, whole)


def _write_reference(body: Element, part: _Part, number: int) -> None:
    """Say in the collection which component comes here."""
    component = SubElement(body, "component", {"eId": f"cmp_{number}"})
    attributes = {
        "eId": f"cmp_{number}__dref_1",
        "href": f"#cmpnts__cmp_{number}",
        "showAs": allowed(part.title),
        XML_LANG: part.side.tag,
    }
    SubElement(component, "documentRef", attributes)


def _write_part(component: Element, part: _Part) -> None:
    """Write a component."""
    if part.portion:
        within = expression_uri(part.source, part.side)
        inner = SubElement(component, "portion", {"includedIn": within})
    else:
        inner = SubElement(component, "doc", {"name": "doc"})
    write_meta(inner, part.source, part.side, part.portion)
    if part.portion:
        body = SubElement(inner, "portionBody", {XML_LANG: part.side.tag})
        write_unit(body, part.units, part.side)
    else:
        write_title(inner, part.source, part.side)
        write_units(inner, part.units, part.side)


def _write_nothing(body: Element, extract: Extract) -> None:
    """Say that there is nothing, where a collection must have something."""
    component = SubElement(body, "component", {"eId": "cmp_1"})
    said = SubElement(component, "interstitial", {"eId": "cmp_1__interstitial_1"})
    for lang in LANGS:
        paragraph = SubElement(said, "p", {XML_LANG: extract.tag(lang)})
        paragraph.text = NOTHING.side(lang)


def _break_lines(root: Element) -> None:
    """Begin a line with every element that is not inside a line of text."""
    for element in root.iter():
        if element.tag not in _INLINE:
            element.tail = "\n"
