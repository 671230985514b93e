"""A glossary as TBX (ISO 30042:2019), the dialect TBX-Basic in the style DCA.

In that style the data categories are attributes, so that the one schema of the core
(``TBXcoreStructV03_TBX-Basic_integrated.rng``) holds all of it, and tools that know an
older TBX find the names they know. A concept has its kind as subject field, the note,
and the address of its page; of each language, the main form is the preferred term and
all others are admitted ones.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.etree.ElementTree import SubElement

from app.model.document import Lang
from app.model.document import LANGS
from app.model.glossary import Glossary
from app.model.glossary import Term

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

PREFERRED = "preferredTerm-admn-sts"
ADMITTED = "admittedTerm-admn-sts"


def write_tbx(
    glossary: Glossary,
    tags: Mapping[Lang, str],
    title: str,
    source: str,
    address: Callable[[Term], str],
) -> bytes:
    """Write all terms; *tags* name the languages, *address* is the page of a term."""
    root = Element(
        "tbx",
        {"xmlns": NAMESPACE, "type": "TBX-Basic", "style": "dca", _LANG: tags["en"]},
    )
    about = SubElement(SubElement(root, "tbxHeader"), "fileDesc")
    SubElement(SubElement(about, "titleStmt"), "title").text = title
    SubElement(SubElement(about, "sourceDesc"), "p").text = source
    body = SubElement(SubElement(root, "text"), "body")
    for term in glossary.terms:
        _write_concept(body, term, tags, address(term))
    ElementTree.indent(root)
    text: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return text + b"\n"


def concept_id(term: Term) -> str:
    """Give the id of a concept: that of the term, which may not begin with a digit."""
    return f"_{term.id}" if term.id[:1].isdigit() else term.id


def _write_concept(
    body: Element, term: Term, tags: Mapping[Lang, str], address: str
) -> None:
    """Write one term with all its forms."""
    entry = SubElement(body, "conceptEntry", {"id": concept_id(term)})
    SubElement(entry, "descrip", {"type": "subjectField"}).text = term.kind
    SubElement(
        entry, "xref", {"type": "externalCrossReference", "target": address}
    ).text = term.id
    if term.note:
        SubElement(entry, "note").text = term.note
    for lang in LANGS:
        section = SubElement(entry, "langSec", {_LANG: tags[lang]})
        for rank, form in enumerate(term.forms(lang)):
            forms = SubElement(section, "termSec")
            SubElement(forms, "term").text = form
            status = SubElement(forms, "termNote", {"type": "administrativeStatus"})
            status.text = ADMITTED if rank else PREFERRED
