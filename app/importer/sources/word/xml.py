"""The little of XML that Word's parts need."""

from __future__ import annotations

from typing import Any

from lxml import etree

Element = Any
"""An element of lxml, which has no types."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


def parse(content: bytes) -> Element:
    """Parse a part; the strict kind of Word has the same names elsewhere."""
    content = content.replace(_STRICT, W.strip("{}").encode())
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(content, parser)


def value(element: Element | None, default: str = "") -> str:
    """Return the ``w:val`` of an element."""
    return default if element is None else str(element.get(f"{W}val", default))


def number(element: Element | None, default: int) -> int:
    """Return the ``w:val`` of an element as a small whole number."""
    text = value(element)
    return int(text) if text.lstrip("-").isdecimal() and len(text) < 8 else default
