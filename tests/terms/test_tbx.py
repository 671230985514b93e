"""The glossary as TBX-Basic: what the schema of the dialect allows, and all of it."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from app.model.glossary import Glossary
from app.model.glossary import Term
from app.terms.tbx import ADMITTED
from app.terms.tbx import NAMESPACE
from app.terms.tbx import PREFERRED
from app.terms.tbx import write_tbx

HOSTILE = Term(
    "5g", "<词>&“”", 'a "term" ]]>', "con&cept", ("甲|乙",), ("<b>", "&amp;"), "见 <x>."
)
PLAIN = Term("plain-term", "词", "term", "concept")
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

#: What stands in what, and in which order: TBXcoreStructV03_TBX-Basic_integrated.rng.
ALLOWED = {
    "tbx": r"tbxHeader text",
    "tbxHeader": r"fileDesc",
    "fileDesc": r"titleStmt sourceDesc",
    "titleStmt": r"title",
    "sourceDesc": r"p",
    "text": r"body",
    "body": r"conceptEntry( conceptEntry)*",
    "conceptEntry": r"((descrip|xref|note) )*langSec( langSec)*",
    "langSec": r"termSec( termSec)*",
    "termSec": r"term( termNote)*",
}
ATTRIBUTES = {
    "tbx": {"type", "style", LANG}, "conceptEntry": {"id"}, "langSec": {LANG},
    "descrip": {"type"}, "termNote": {"type"}, "xref": {"type", "target"},
}  # fmt: skip
#: The data categories of the dialect that are used, and what each may hold.
CATEGORIES = {
    ("descrip", "subjectField"): r".+",
    ("xref", "externalCrossReference"): r".+",
    ("termNote", "administrativeStatus"): f"{PREFERRED}|{ADMITTED}",
}


def written(*terms: Term) -> ElementTree.Element:
    data = write_tbx(
        Glossary(terms),
        {"zh": "zh-Hant", "en": "en"},
        title="A & B",
        source="<here>",
        address=lambda term: f"https://reader.test/terms/{term.id}",
    )
    assert data.startswith(b"<?xml version='1.0' encoding='utf-8'?>\n<tbx ")
    return ElementTree.fromstring(data)


def name(element: ElementTree.Element) -> str:
    namespace, _, local = element.tag.removeprefix("{").partition("}")
    assert namespace == NAMESPACE
    return local


def check(element: ElementTree.Element) -> None:
    children = " ".join(map(name, element))
    assert re.fullmatch(ALLOWED.get(name(element), ""), children), name(element)
    assert set(element.attrib) == ATTRIBUTES.get(name(element), set())
    if "type" in element.attrib and name(element) != "tbx":
        allowed = CATEGORIES[name(element), element.attrib["type"]]
        assert re.fullmatch(allowed, element.text or "")
    for child in element:
        check(child)


@pytest.mark.parametrize("terms", [(PLAIN,), (HOSTILE, PLAIN)])
def test_everything_stands_where_the_dialect_has_it(terms):
    root = written(*terms)
    check(root)
    assert (root.get("type"), root.get("style")) == ("TBX-Basic", "dca")
    for link in root.iter(f"{{{NAMESPACE}}}xref"):
        assert re.fullmatch(r"https?://.+", link.attrib["target"])


def test_ids_are_names_of_xml_and_stay_apart():
    ids = [
        one.attrib["id"] for one in written(HOSTILE, PLAIN).iter() if "id" in one.attrib
    ]
    assert ids == ["_5g", "plain-term"]


def test_every_form_is_there_with_its_status_and_reads_back_as_it_is():
    found = {}
    entry = next(written(HOSTILE).iter(f"{{{NAMESPACE}}}conceptEntry"))
    for section in entry.iter(f"{{{NAMESPACE}}}langSec"):
        found[section.attrib[LANG]] = [
            (forms[0].text, forms[1].text) for forms in section
        ]
    assert found == {
        "zh-Hant": [(HOSTILE.zh, PREFERRED), ("甲|乙", ADMITTED)],
        "en": [(HOSTILE.en, PREFERRED), ("<b>", ADMITTED), ("&amp;", ADMITTED)],
    }
    assert entry.findtext(f"{{{NAMESPACE}}}note") == "见 <x>."
    assert entry.findtext(f"{{{NAMESPACE}}}descrip") == "con&cept"


def test_a_term_without_a_note_has_no_empty_one():
    assert written(PLAIN).find(f".//{{{NAMESPACE}}}note") is None
