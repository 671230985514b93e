"""What a Word document says of itself, in its properties."""

from __future__ import annotations

from datetime import datetime

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from app.export.about import facts_of
from app.export.about import PROGRAM
from app.export.extract import Extract
from app.export.xml_text import allowed
from app.model.document import LANGS

_LONGEST = 255
"""How long a property may be."""

_UNDATED = "1980-01-01"


def describe(document: Document, extract: Extract) -> None:
    """Set the properties, all of which are the text's; none is of the moment."""
    properties = document.core_properties
    title = extract.full_title
    properties.title = _cut(f"{title.zh} · {title.en}")
    names = dict.fromkeys(n for s in extract.sources for n in s.issued_by("zh"))
    properties.author = _cut("; ".join(names))
    properties.subject = _cut(" · ".join(s.status.en for s in extract.sources))
    properties.comments = _cut(_said(extract))
    properties.keywords = _cut(" ".join(source.slug for source in extract.sources))
    properties.identifier = _cut(extract.address)
    properties.version = extract.digest
    properties.language = ", ".join(extract.tag(lang) for lang in LANGS)
    properties.last_modified_by = PROGRAM
    issued = max((source.issued for source in extract.sources), default="") or _UNDATED
    properties.created = properties.modified = datetime.fromisoformat(issued)
    _drop_thumbnail(document)


def _said(extract: Extract) -> str:
    """Say what matters most first, since a property is short."""
    wanted = ("licence", "address", "snapshot", "status")
    facts = [
        (wanted.index(fact.name), f"{fact.label.en}: {fact.value.en}")
        for source in extract.sources
        for fact in facts_of(extract, source)
        if fact.name in wanted
    ]
    return "\n".join(text for _, text in sorted(facts))


def _cut(text: str) -> str:
    """Cut a property where Word would refuse it."""
    text = allowed(text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _drop_thumbnail(document: Document) -> None:
    """Take out the picture of another document, which the library starts from."""
    relations = document.part.package.rels
    for name, relation in list(relations.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del relations[name]
