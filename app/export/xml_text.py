"""What every file of XML needs: text that XML allows, and the same bytes always."""

from __future__ import annotations

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def allowed(text: str) -> str:
    """Put U+FFFD for every character that XML 1.0 forbids; the length is kept."""
    return _FORBIDDEN.sub("\ufffd", text)


def to_xml(root: Element) -> bytes:
    """Write a tree that has no text between its elements, one element a line."""
    ElementTree.indent(root)
    text: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return text + b"\n"
