"""Bookmarks and links in Word."""

from __future__ import annotations

import re
from hashlib import sha256

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from docx.text.run import Run

from app.export.addresses import is_whole
from app.export.docx.text import Writing
from app.export.extract import Extract
from app.export.extract import ExtractUnit
from app.export.extract import Pair
from app.export.xml_text import allowed

_LONGEST = 40
"""How long the name of a bookmark may be in Word."""

_SIGNS = {".": "_", "-": "__", ":": "___"}
"""What stands in names for the signs of locators, of which Word allows none."""


def bookmark_name(extract: Extract, one: Pair | ExtractUnit) -> str:
    """Name a bookmark by its locator: ``at_2_3_11_s4`` is 2.3.11.s4."""
    whole = extract.id_of(one)
    name = "at_" + re.sub(r"[.:-]", lambda sign: _SIGNS[sign[0]], whole)
    if len(name) <= _LONGEST:
        return name
    digest = sha256(whole.encode()).hexdigest()[:12]
    return f"{name[: _LONGEST - len(digest) - 1]}_{digest}"


def add_bookmark(paragraph: CT_P, extract: Extract, one: Pair | ExtractUnit) -> None:
    """Put a bookmark around what is in a paragraph."""
    name = bookmark_name(extract, one)
    number = str(int(sha256(name.encode()).hexdigest()[:7], 16))
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), number)
    start.set(qn("w:name"), name)
    paragraph.insert(1 if paragraph.pPr is not None else 0, start)
    paragraph.append(end)


def add_link(
    document: Document, paragraph: CT_P, address: str, text: str, writing: Writing
) -> bool:
    """Add a link, unless the address leads nowhere outside its site; say if it did."""
    if not is_whole(address):
        return False
    link, relations = OxmlElement("w:hyperlink"), document.part.rels
    name = f"link{len(relations)}"  # the library would compare it with all before it
    kind = RELATIONSHIP_TYPE.HYPERLINK
    relations.add_relationship(kind, address, name, is_external=True)
    link.set(qn("r:id"), name)
    element: CT_R = OxmlElement("w:r")
    link.append(element)
    paragraph.append(link)
    run = Run(element, document)
    run.text = allowed(text)
    writing.set_language(run, "en")
    return True
