"""The text of a sentence in a tree, with its emphasis as elements."""

from __future__ import annotations

from xml.etree.ElementTree import Element
from xml.etree.ElementTree import SubElement

from app.export.extract import Pair
from app.export.xml_text import allowed
from app.model.document import Lang


def write_runs(
    parent: Element, pair: Pair, lang: Lang, strong: str = "strong", em: str = "em"
) -> None:
    """Write one side of a pair; *strong* and *em* are what the format calls them."""
    for run in pair.runs(lang):
        inner = SubElement(parent, strong) if run.strong else parent
        inner = SubElement(inner, em) if run.em else inner
        append_text(inner, allowed(run.text))


def append_text(element: Element, text: str) -> None:
    """Put text at the end of an element."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
