"""HTML: one file that needs nothing else, both languages in columns beside each other.

It is made as a tree and then written, so that no text can become markup. Ids are
locators; the number of a sentence leads to its permanent address.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element
from xml.etree.ElementTree import SubElement
from xml.etree.ElementTree import tostring

from app.export.about import facts_of
from app.export.about import in_its_script
from app.export.about import UNTRANSLATED
from app.export.addresses import is_whole
from app.export.extract import Extract
from app.export.extract import ExtractUnit
from app.export.extract import Pair
from app.export.extract import Provenance
from app.export.extract import Words
from app.export.runs import write_runs
from app.export.xml_text import allowed
from app.model.document import Lang
from app.model.document import LANGS

_STYLE = Path(__file__).with_name("html_page.css")

_DEEPEST = 6
"""The lowest rank of a heading there is."""
_CONTENTS = Words("目录", "Contents")
_WITH_CONTENTS = 4
"""From how many units on a table of contents helps."""


def write(extract: Extract) -> bytes:
    """Write a document, a part of one, or a result set."""
    page = Element("html", {"lang": extract.zh_tag})
    _write_head(page, extract)
    main = SubElement(SubElement(page, "body"), "main")
    header = SubElement(main, "header")
    _write_sides(
        SubElement(header, "h1", {"class": "row"}), extract, extract.full_title
    )
    for source in extract.sources:
        _write_source(header, extract, source)
    if extract.slug and len(extract.units) >= _WITH_CONTENTS:
        _write_contents(main, extract)
    for unit in extract.units:
        _write_unit(main, extract, unit)
    text: str = tostring(page, "unicode", method="html")
    return f"<!DOCTYPE html>\n{text}\n".encode()


def _write_head(page: Element, extract: Extract) -> None:
    """Say what the page is, to programs too."""
    head = SubElement(page, "head")
    SubElement(head, "meta", {"charset": "utf-8"})
    viewport = "width=device-width, initial-scale=1"
    SubElement(head, "meta", {"name": "viewport", "content": viewport})
    title = extract.full_title
    SubElement(head, "title").text = allowed(f"{title.zh} · {title.en}")
    if is_whole(extract.address):
        SubElement(head, "link", {"rel": "canonical", "href": extract.address})
    SubElement(head, "meta", {"name": "snapshot", "content": extract.digest})
    SubElement(head, "style").text = _STYLE.read_text("utf-8")


def _write_source(header: Element, extract: Extract, source: Provenance) -> None:
    """Say where a document is from and how it may be used."""
    facts = SubElement(header, "div", {"class": "facts"})
    if extract.slug is None:
        _write_sides(SubElement(facts, "h2", {"class": "row"}), extract, source.title)
    for fact in facts_of(extract, source):
        row = SubElement(facts, "div", {"class": "row", "data-fact": fact.name})
        for lang in LANGS:
            side = SubElement(row, "p", _set_in(extract, lang))
            label = SubElement(side, "b")
            label.text = fact.label.side(lang)
            _write_value(side, label, allowed(fact.value.side(lang)))


def _write_value(side: Element, label: Element, value: str) -> None:
    """Write what is said behind its label; an address is a link."""
    if is_whole(value):
        label.tail = " "
        SubElement(side, "a", {"href": value}).text = value
    else:
        label.tail = f" {value}"


def _write_contents(main: Element, extract: Extract) -> None:
    """List the headings."""
    fold = SubElement(main, "details")
    summary = SubElement(fold, "summary")
    _write_sides(summary, extract, in_its_script(_CONTENTS, extract))
    for unit in extract.units:
        line = SubElement(fold, "p", {"class": f"row in-{unit.depth}"})
        link = SubElement(
            line, "a", {"class": "loc", "href": f"#{extract.id_of(unit)}"}
        )
        link.text = unit.locator
        _write_sides(line, extract, unit.heading)


def _write_unit(main: Element, extract: Extract, unit: ExtractUnit) -> None:
    """Write a heading and the pairs below it, each a row."""
    section = SubElement(main, "section")
    section.tail = "\n"
    rank = f"h{min(_DEEPEST, 1 + extract.rank_of(unit))}"
    attributes = {"id": extract.id_of(unit), "class": f"row depth-{unit.depth}"}
    heading = SubElement(section, rank, attributes)
    _write_locator(heading, extract, unit)
    _write_sides(heading, extract, unit.heading)
    for paragraph in unit.paragraphs:
        for pair in paragraph:
            begins = " begins" if pair is paragraph[0] else ""
            attributes = {"id": extract.id_of(pair), "class": f"row{begins}"}
            _write_pair(SubElement(section, "div", attributes), extract, pair)


def _write_pair(row: Element, extract: Extract, pair: Pair) -> None:
    """Write a pair, with its emphasis."""
    row.tail = "\n"
    _write_locator(row, extract, pair)
    for lang in LANGS:
        side = SubElement(row, "p", _set_in(extract, lang))
        if pair.side(lang) is None:
            side.set("class", f"{lang} missing")
            side.text = in_its_script(UNTRANSLATED, extract).side(lang)
            continue
        write_runs(side, pair, lang)


def _write_locator(row: Element, extract: Extract, one: ExtractUnit | Pair) -> None:
    """Write the number of a row, which leads to where it can be cited."""
    target = one.address if is_whole(one.address) else f"#{extract.id_of(one)}"
    SubElement(row, "a", {"class": "loc", "href": target}).text = one.locator


def _write_sides(row: Element, extract: Extract, words: Words) -> None:
    """Write both languages of a heading."""
    for lang in LANGS:
        text = allowed(words.side(lang))
        SubElement(row, "span", _set_in(extract, lang)).text = text


def _set_in(extract: Extract, lang: Lang) -> dict[str, str]:
    """Set an element in one language."""
    return {"class": lang, "lang": extract.tag(lang)}
