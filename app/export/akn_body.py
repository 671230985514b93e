"""The text of one language as Akoma Ntoso has it: units, paragraphs, sentences.

eIds follow the naming convention of Akoma Ntoso: ``part_2__sec_3__hcontainer_11``. A
paragraph has none, so that a sentence keeps its own when paragraphs are parted anew:
sentence 4a of that unit is ``part_2__sec_3__hcontainer_11__span_4a``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple
from xml.etree.ElementTree import Element
from xml.etree.ElementTree import SubElement

from app.export.extract import Extract
from app.export.extract import ExtractUnit
from app.export.extract import Pair
from app.export.extract import Provenance
from app.export.runs import write_runs
from app.export.xml_text import allowed
from app.export.xml_text import XML_LANG
from app.model.document import Lang
from app.model.document import UnitKind

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

_CODES: dict[Lang, str] = {"zh": "zho", "en": "eng"}

_BETWEEN: dict[Lang, str] = {"zh": "", "en": " "}
"""What parts two sentences of a paragraph."""


@dataclass(frozen=True, slots=True)
class Side:
    """One language of an extract."""

    extract: Extract
    lang: Lang

    @property
    def tag(self) -> str:
        """The language tag of XML: ``zh-Hans``."""
        return self.extract.tag(self.lang)

    @property
    def code(self) -> str:
        """The code of ISO 639-2 that addresses in Akoma Ntoso have: ``zho``."""
        return _CODES[self.lang]


class _Container(NamedTuple):
    """How Akoma Ntoso writes a kind of unit."""

    element: str
    prefix: str


_CONTAINERS: dict[UnitKind, _Container] = {
    "preamble": _Container("preamble", "preamble"),
    "part": _Container("part", "part"),
    "chapter": _Container("chapter", "chp"),
    "section": _Container("section", "sec"),
    "subsection": _Container("subsection", "subsec"),
    "article": _Container("article", "art"),
}

_NAMED = _Container("hcontainer", "hcontainer")
"""What has no element of its own is called by its kind: item, measure, annex, box."""


def eid(unit: ExtractUnit) -> str:
    """Give the eId of a unit, which is the same in both languages."""
    if unit.kind == "preamble":
        return "preamble"
    kinds = (*unit.within, unit.kind)
    steps = unit.locator.split(".")
    return "__".join(
        f"{_CONTAINERS.get(kind, _NAMED).prefix}_{step}"
        for kind, step in zip(kinds, steps, strict=True)
    )


def sentence_eid(unit: ExtractUnit, pair: Pair) -> str:
    """Give the eId of a sentence of a unit."""
    number = pair.locator.rpartition(".s")[2]
    return f"{eid(unit)}__span_{number}"


def write_title(document: Element, source: Provenance, side: Side) -> None:
    """Write the title above the text."""
    preface = SubElement(document, "preface", {XML_LANG: side.tag})
    line = SubElement(preface, "p")
    SubElement(line, "docTitle").text = allowed(source.title.side(side.lang))


def write_units(document: Element, units: tuple[ExtractUnit, ...], side: Side) -> None:
    """Write a whole document: its preamble, then its main body."""
    body = [unit for unit in units if unit.kind != "preamble"]
    for unit in units:
        if unit.kind == "preamble" and unit.paragraphs and body:
            write_unit(document, (unit,), side).set(XML_LANG, side.tag)
    main = SubElement(document, "mainBody", {XML_LANG: side.tag})
    for group in _groups(tuple(body)):
        write_unit(main, group, side)
    if not body:
        for unit in units:
            _write_paragraphs(main, unit, side)
    if not len(main):
        SubElement(main, "p")


def write_unit(parent: Element, units: tuple[ExtractUnit, ...], side: Side) -> Element:
    """Write a unit, the first, with those below it."""
    unit, below = units[0], units[1:]
    container = _CONTAINERS.get(unit.kind, _NAMED)
    attributes = {"eId": eid(unit), "GUID": unit.address}
    if container is _NAMED:
        attributes["name"] = unit.kind
    element = SubElement(parent, container.element, attributes)
    if unit.kind == "preamble":
        _write_paragraphs(element, unit, side)
        return element
    _write_heading(element, unit, side)
    if unit.paragraphs or not below:
        body = SubElement(element, "intro" if below else "content")
        _write_paragraphs(body, unit, side)
    for group in _groups(below):
        write_unit(element, group, side)
    return element


def _groups(units: tuple[ExtractUnit, ...]) -> list[tuple[ExtractUnit, ...]]:
    """Part units that lie side by side, each with all that lies below it."""
    groups: list[list[ExtractUnit]] = []
    for unit in units:
        if groups and unit.locator.startswith(f"{groups[-1][0].locator}."):
            groups[-1].append(unit)
        else:
            groups.append([unit])
    return list(map(tuple, groups))


def _write_heading(element: Element, unit: ExtractUnit, side: Side) -> None:
    """Write the number as printed and the words of a heading."""
    heading, label = unit.heading.side(side.lang), unit.label.side(side.lang)
    if number := label.strip():
        SubElement(element, "num").text = allowed(number)
    if title := heading[len(label) :]:
        SubElement(element, "heading").text = allowed(title)


def _write_paragraphs(body: Element, unit: ExtractUnit, side: Side) -> None:
    """Write the paragraphs of a unit; where there are none, an empty one."""
    for paragraph in unit.paragraphs:
        line = SubElement(body, "p")
        for pair in paragraph:
            span = _write_sentence(line, unit, pair, side.lang)
            span.tail = _BETWEEN[side.lang] if pair is not paragraph[-1] else None
    if not unit.paragraphs:
        SubElement(body, "p")


def _write_sentence(
    line: Element, unit: ExtractUnit, pair: Pair, lang: Lang
) -> Element:
    """Write one side of a pair; one that is not translated is empty and says so."""
    attributes = {"eId": sentence_eid(unit, pair), "GUID": pair.address}
    if pair.side(lang) is None:
        attributes["status"] = "incomplete"
    span = SubElement(line, "span", attributes)
    write_runs(span, pair, lang, strong="b", em="i")
    return span
