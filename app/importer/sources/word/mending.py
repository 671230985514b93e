"""A Word document changed so that a converter loses nothing a reader would see."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from app.importer.sources.word.numbering import Numbering
from app.importer.sources.word.package import Parts
from app.importer.sources.word.styles import Styles
from app.importer.sources.word.xml import Element
from app.importer.sources.word.xml import parse
from app.importer.sources.word.xml import value
from app.importer.sources.word.xml import W
from app.importer.sources.word.xml import XML_SPACE

_DOCUMENT = "word/document.xml"
_CHOICE = (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
)
#: What changes took away, and what a browser of the text never sees.
_GONE = ("del", "moveFrom", "rPrChange", "pPrChange", "annotationRef")
_WRAPPERS = ("customXml", "dir", "bdo")


@dataclass(frozen=True, slots=True)
class Mended:
    """The parts of the document, and how many paragraphs were *dropped*."""

    parts: Parts
    dropped: int


def mended(parts: Parts) -> Mended:
    """Write numbers as text, accept changes, take text out of boxes."""
    root = parse(parts[_DOCUMENT])
    styles = Styles(parts.get("word/styles.xml"))
    numbering = Numbering(parts.get("word/numbering.xml"), styles)
    _accept(root)
    _unbox(root)
    dropped = 0
    for paragraph in list(root.iter(f"{W}p")):
        if styles.is_contents(paragraph):
            _remove(paragraph)
            dropped += 1
        else:
            _mend(paragraph, styles, numbering)
    return Mended({**parts, _DOCUMENT: etree.tostring(root)}, dropped)


def _mend(paragraph: Element, styles: Styles, numbering: Numbering) -> None:
    """Give one paragraph its number as text, and its level as a style."""
    level = styles.level(paragraph)
    number = numbering.next(paragraph)
    properties = paragraph.find(f"{W}pPr")
    if number:
        run = etree.Element(f"{W}r")
        text = etree.SubElement(run, f"{W}t")
        text.text = number
        text.set(XML_SPACE, "preserve")
        paragraph.insert(0 if properties is None else 1, run)
    if properties is None:
        return
    for name in ("numPr", "pStyle"):
        for found in properties.findall(f"{W}{name}"):
            properties.remove(found)
    if level:
        style = etree.Element(f"{W}pStyle")
        style.set(f"{W}val", f"Heading{level}")
        properties.insert(0, style)


def _accept(root: Element) -> None:
    """Accept all changes, and leave out what is hidden."""
    for found in list(root.iter(*(f"{W}{name}" for name in _GONE))):
        # There it says that the end of a paragraph, or a row, is deleted.
        if found.getparent().tag not in (f"{W}rPr", f"{W}trPr"):
            _remove(found)
    for gone in list(root.iter(f"{W}tr", f"{W}r")):
        if _is_gone(gone):
            _remove(gone)
    for look in list(root.iterfind(f".//{W}r/{W}rPr")):
        _remove(look)  # it only takes time
    for found in list(root.iter(*(f"{W}{name}" for name in _WRAPPERS))):
        _unwrap(found)
    for ruby in list(root.iter(f"{W}ruby")):
        _unwrap_ruby(ruby)


def _is_gone(element: Element) -> bool:
    """Say whether a row is deleted, or a run hidden."""
    if element.find(f"{W}trPr/{W}del") is not None:
        return True
    hidden = element.find(f"{W}rPr/{W}vanish")
    return hidden is not None and value(hidden) not in ("0", "false", "off")


def _unbox(root: Element) -> None:
    """Put the paragraphs of a text box after the paragraph that it hangs on."""
    for choice in list(root.iter(_CHOICE)):
        versions = [
            child for child in choice if child.find(f".//{W}txbxContent") is not None
        ]
        for other in versions[1:]:  # the same for older programs
            choice.remove(other)
    for box in list(root.iter(f"{W}txbxContent")):
        holder = next(box.iterancestors(f"{W}p"), None)
        if holder is None:
            continue
        for child in reversed(list(box)):
            holder.addnext(child)


def _remove(element: Element) -> None:
    """Take an element out, with what is in it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Element) -> None:
    """Put the children of an element into its place."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(at, child)
    parent.remove(element)


def _unwrap_ruby(ruby: Element) -> None:
    """Keep the characters, not how they are said."""
    run = ruby.getparent()
    if run is None:
        return
    at = run.index(ruby)
    for text in reversed(list(ruby.iterfind(f"{W}rubyBase//{W}t"))):
        run.insert(at, text)
    run.remove(ruby)
