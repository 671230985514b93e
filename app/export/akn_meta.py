"""What Akoma Ntoso says of a document: the work, its expression, where it is from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest
from xml.etree.ElementTree import Element
from xml.etree.ElementTree import register_namespace
from xml.etree.ElementTree import SubElement

from app.export.about import facts_of
from app.export.about import PROGRAM
from app.export.akn_body import eid
from app.export.akn_body import sentence_eid
from app.export.akn_body import Side
from app.export.extract import Extract
from app.export.extract import ExtractUnit
from app.export.extract import Provenance
from app.export.xml_text import allowed
from app.export.xml_text import XML_LANG
from app.model.document import LANGS

PROVENANCE = f"urn:{PROGRAM}:provenance"
"""The namespace of what a document says of itself and Akoma Ntoso has no word for."""

register_namespace("provenance", PROVENANCE)

_COUNTRY = "cn"
_BOTH = "mul"
"""The code of ISO 639-2 for several languages."""

_UNDATED = "0001-01-01"
"""What stands where a date must and there is none: the sign of other programs too."""

_NO_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class _Identity:
    """What the three levels of FRBR say of one component."""

    work: str
    """The address of the work."""
    expression: str
    date: str
    number: str
    title: str
    address: str
    authors: tuple[str, ...]
    languages: tuple[str, ...]
    edition: str = ""
    part: str = ""
    """The eId of the unit that the component is or lies in; empty for all of it."""
    sentences: tuple[str, ...] = ()
    """The eIds of the first and the last sentence, if it is a stretch of the unit."""


def expression_uri(source: Provenance, side: Side) -> str:
    """Give the address of one language of a document."""
    return f"{_work_uri(source)}/{side.code}@{source.issued or _UNDATED}"


def write_meta(
    parent: Element, source: Provenance, side: Side, portion: ExtractUnit | None
) -> None:
    """Say what a component is."""
    issuers = source.issued_by(side.lang)
    identity = _Identity(
        work=_work_uri(source),
        expression=expression_uri(source, side),
        date=source.issued or _UNDATED,
        number=source.slug,
        title=source.title.side(side.lang),
        address=_address(side.extract, source, portion),
        authors=tuple(f"#issuer_{n}" for n in range(1, len(issuers) + 1))
        or ("#reader",),
        languages=(side.code,),
        edition=source.edition,
        part=eid(portion) if portion else "",
        sentences=_sentences(side.extract, portion),
    )
    meta = SubElement(parent, "meta")
    _write_identification(meta, identity)
    _write_references(meta, issuers, source.issued_by("en"))
    facts = SubElement(meta, "proprietary", {"source": "#reader"})
    _write_facts(facts, source, side)


def write_collection_meta(parent: Element, extract: Extract) -> None:
    """Say what the whole file is."""
    date = max((source.issued for source in extract.sources), default="") or _UNDATED
    number = extract.slug or "search"
    work = f"/akn/{_COUNTRY}/documentCollection/{date}/{number}"
    identity = _Identity(
        work=work,
        expression=f"{work}/{_BOTH}@{date}",
        date=date,
        number=number,
        title=f"{extract.full_title.zh} · {extract.full_title.en}",
        address=extract.address,
        authors=("#reader",),
        languages=tuple(Side(extract, lang).code for lang in LANGS),
    )
    meta = SubElement(parent, "meta")
    _write_identification(meta, identity)
    _write_references(meta)
    facts = SubElement(meta, "proprietary", {"source": "#reader"})
    for name in ("query", "snapshot"):
        value = extract.query if name == "query" else extract.digest
        if value:
            SubElement(facts, f"{{{PROVENANCE}}}{name}").text = allowed(value)


def _address(extract: Extract, source: Provenance, portion: ExtractUnit | None) -> str:
    """Give the permanent address of a component."""
    if extract.slug:
        return extract.address
    return (portion or source).address


def _sentences(extract: Extract, portion: ExtractUnit | None) -> tuple[str, ...]:
    """Give the ends of a stretch of sentences that was taken from a unit."""
    if not (extract.slug and portion and ".s" in extract.locator):
        return ()
    return tuple(sentence_eid(portion, portion.pairs[n]) for n in (0, -1))


def _work_uri(source: Provenance) -> str:
    """Give the address of a document in any language."""
    return f"/akn/{_COUNTRY}/doc/{source.issued or _UNDATED}/{source.slug}"


def _write_identification(meta: Element, identity: _Identity) -> None:
    """Write the three levels: the work, its expression, and this file."""
    levels = SubElement(meta, "identification", {"source": "#reader"})
    part = f"/~{identity.part}" if identity.part else ""
    work = _begin(levels, "FRBRWork", identity.work, part, identity.date)
    for name, value in (("title", identity.title), ("address", identity.address)):
        alias = Element("FRBRalias", {"name": name, "value": allowed(value)})
        work.insert(len(work) - 1, alias)  # in front of the date
    _write_values(work, "FRBRauthor", "href", identity.authors)
    _write_values(work, "FRBRcountry", "value", (_COUNTRY,))
    _write_values(work, "FRBRnumber", "value", (identity.number,))
    expression = _begin(
        levels, "FRBRExpression", identity.expression, part, identity.date
    )
    _write_values(expression, "FRBRauthor", "href", ("#reader",))
    if identity.edition:
        _write_values(expression, "FRBRversionNumber", "value", (identity.edition,))
    _write_values(expression, "FRBRlanguage", "language", identity.languages)
    file = _begin(
        levels, "FRBRManifestation", f"{identity.expression}.akn", "", identity.date
    )
    _write_values(file, "FRBRauthor", "href", ("#reader",))
    if identity.part:
        ends = identity.sentences or (identity.part,)
        stretch = dict(zip(("from", "upTo"), (f"#{end}" for end in ends), strict=False))
        SubElement(file, "FRBRportion", stretch)
    _write_values(file, "FRBRformat", "value", ("application/akn+xml",))


def _begin(levels: Element, name: str, uri: str, part: str, date: str) -> Element:
    """Begin one level of FRBR with what each of them has."""
    level = SubElement(levels, name)
    SubElement(level, "FRBRthis", {"value": uri + part})
    SubElement(level, "FRBRuri", {"value": uri})
    SubElement(level, "FRBRdate", {"date": date, "name": "issued"})
    return level


def _write_values(
    level: Element, name: str, attribute: str, values: Iterable[str]
) -> None:
    """Write an element for each value."""
    for value in values:
        SubElement(level, name, {attribute: allowed(value)})


def _write_references(
    meta: Element, issuers: tuple[str, ...] = (), in_english: tuple[str, ...] = ()
) -> None:
    """Say who is who: this program, and the issuing authorities."""
    references = SubElement(meta, "references", {"source": "#reader"})
    known = [("reader", PROGRAM, "Policy Reader 政策对读")]
    names = zip_longest(issuers, in_english[: len(issuers)], fillvalue="")
    for number, (name, english) in enumerate(names, 1):
        concept = _NO_WORD.sub("-", english.lower()).strip("-") or f"issuer-{number}"
        known.append((f"issuer_{number}", concept, name))
    for name, concept, shown in known:
        href = f"/akn/ontology/organization/{_COUNTRY}/{concept}"
        attributes = {"eId": name, "href": href, "showAs": allowed(shown)}
        SubElement(references, "TLCOrganization", attributes)


def _write_facts(parent: Element, source: Provenance, side: Side) -> None:
    """Say where a document is from and how it may be used, in its language."""
    for fact in facts_of(side.extract, source):
        if words := fact.value.side(side.lang):
            attributes = {XML_LANG: side.tag}
            name = f"{{{PROVENANCE}}}{fact.name}"
            SubElement(parent, name, attributes).text = allowed(words)
