"""The pages of an EPUB: title, contents, chapters, and where the text is from."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element
from xml.etree.ElementTree import SubElement

from app.export.about import facts_of
from app.export.about import in_its_script
from app.export.about import NOTHING
from app.export.about import UNTRANSLATED
from app.export.addresses import is_whole
from app.export.extract import Extract
from app.export.extract import ExtractUnit
from app.export.extract import Pair
from app.export.extract import Words
from app.export.runs import append_text
from app.export.runs import write_runs
from app.export.xml_text import allowed
from app.model.document import Lang
from app.model.document import LANGS

_XHTML = "http://www.w3.org/1999/xhtml"
_OPS = "http://www.idpf.org/2007/ops"

_TITLE = Words("书名页", "Title page")
_CONTENTS = Words("目录", "Contents")
_TEXT = Words("正文", "Text")
_ABOUT = Words("关于本文", "About this text")

_CHAPTER_DEPTH = 2
"""Parts and sections begin a page, if there is anything on the page before."""

_DEEPEST = 6
"""Pages have six levels of headings."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the book: the name of its file, what it is called, and its tree."""

    name: str
    heading: Words
    root: Element
    units: tuple[ExtractUnit, ...] = ()
    is_contents: bool = False


def make_title_page(extract: Extract) -> Page:
    """Make the first page: what the book is, and the status of its text."""
    root, body = _begin(extract, extract.full_title, "frontmatter")
    section = SubElement(body, "section", {"epub:type": "titlepage"})
    _write_sides(SubElement(section, "h1"), extract, extract.full_title)
    for source in extract.sources:
        if extract.slug is None:
            _write_sides(SubElement(section, "h2"), extract, source.title)
        _write_sides(SubElement(section, "div"), extract, source.status)
    return Page("title.xhtml", _TITLE, root)


def make_about(extract: Extract) -> Page:
    """Make the last page: where the text is from and how it may be used."""
    root, body = _begin(extract, _ABOUT, "backmatter")
    section = SubElement(body, "section", {"epub:type": "colophon"})
    _write_sides(SubElement(section, "h1"), extract, _ABOUT)
    for source in extract.sources:
        if extract.slug is None:
            _write_sides(SubElement(section, "h2"), extract, source.title)
        facts = SubElement(section, "dl")
        for fact in facts_of(extract, source):
            _write_spans(SubElement(facts, "dt"), extract, fact.label)
            for lang in LANGS:
                if lang == "zh" or fact.value.zh != fact.value.en:
                    _write_value(facts, extract, lang, fact.value)
    return Page("about.xhtml", _ABOUT, root)


def _write_value(facts: Element, extract: Extract, lang: Lang, value: Words) -> None:
    """Write what is said; an address is a link."""
    said = SubElement(
        facts, "dd", {} if value.zh == value.en else _set_in(extract, lang)
    )
    text = allowed(value.side(lang))
    if is_whole(text):
        SubElement(said, "a", {"href": text}).text = text
    else:
        said.text = text


def make_contents(extract: Extract, chapters: tuple[Page, ...]) -> Page:
    """Make the table of contents, in both languages, and the landmarks."""
    root, body = _begin(extract, _CONTENTS, "frontmatter")
    nav = SubElement(body, "nav", {"epub:type": "toc", "role": "doc-toc", "id": "toc"})
    _write_sides(SubElement(nav, "h1"), extract, _CONTENTS)
    lists = [SubElement(nav, "ol")]
    depths = [0]
    _write_entry(lists[0], extract, "title.xhtml", _TITLE)
    for chapter in chapters:
        for unit in chapter.units:
            depth = _level(extract, unit)
            while depth <= depths[-1]:
                depths.pop()
                lists.pop()
            address = f"{chapter.name}#{extract.id_of(unit)}"
            entry = _write_entry(lists[-1], extract, address, unit.heading)
            depths.append(depth)
            lists.append(SubElement(entry, "ol"))
    if not any(chapter.units for chapter in chapters):
        _write_entry(lists[0], extract, chapters[0].name, _TEXT)
    _write_entry(lists[0], extract, "about.xhtml", _ABOUT)
    _drop_empty(nav)
    _write_landmarks(body, extract, chapters[0].name)
    return Page("contents.xhtml", _CONTENTS, root, is_contents=True)


def _write_entry(
    entries: Element, extract: Extract, address: str, words: Words
) -> Element:
    """Write one line of the contents."""
    entry = SubElement(entries, "li")
    entry.tail = "\n"
    _write_sides(SubElement(entry, "a", {"href": address}), extract, words, " ")
    return entry


def _drop_empty(nav: Element) -> None:
    """Take out the lists in which nothing came to stand."""
    for entry in nav.iter("li"):
        for below in entry.findall("ol"):
            if not len(below):
                entry.remove(below)


def _write_landmarks(body: Element, extract: Extract, first: str) -> None:
    """Say to reading systems where the main parts are."""
    nav = SubElement(body, "nav", {"epub:type": "landmarks", "hidden": "hidden"})
    _write_sides(SubElement(nav, "h2"), extract, Words("导航", "Landmarks"))
    entries = SubElement(nav, "ol")
    for kind, address, words in (
        ("titlepage", "title.xhtml", _TITLE),
        ("toc", "contents.xhtml#toc", _CONTENTS),
        ("bodymatter", first, _TEXT),
        ("colophon", "about.xhtml", _ABOUT),
    ):
        entry = _write_entry(entries, extract, address, words)
        entry[0].set("epub:type", kind)


def make_chapters(extract: Extract) -> tuple[Page, ...]:
    """Make the pages of the text; there is one even if nothing is on it."""
    return tuple(
        _make_chapter(extract, units, number)
        for number, units in enumerate(_parted(extract), 1)
    )


def _parted(extract: Extract) -> list[tuple[ExtractUnit, ...]]:
    """Part the units into pages, none of which has headings only."""
    pages: list[list[ExtractUnit]] = [[]]
    for unit in extract.units:
        begins = extract.slug is not None and unit.depth <= _CHAPTER_DEPTH
        if begins and any(before.paragraphs for before in pages[-1]):
            pages.append([])
        pages[-1].append(unit)
    return list(map(tuple, pages))


def _make_chapter(
    extract: Extract, units: tuple[ExtractUnit, ...], number: int
) -> Page:
    """Make one page of the text."""
    heading = units[0].heading if units and extract.slug else extract.full_title
    root, body = _begin(extract, heading, "bodymatter")
    if extract.slug is None:
        _write_sides(SubElement(body, "h1"), extract, extract.full_title)
    if not units:
        _write_sides(SubElement(body, "div"), extract, NOTHING)
    for unit in units:
        _write_unit(body, extract, unit)
    return Page(f"text-{number}.xhtml", heading, root, units)


def _write_unit(body: Element, extract: Extract, unit: ExtractUnit) -> None:
    """Write a heading, and the pairs below it."""
    section = SubElement(body, "section", {"id": extract.id_of(unit)})
    section.tail = "\n"
    rank = min(_level(extract, unit), _DEEPEST)
    _write_sides(SubElement(section, f"h{rank}"), extract, unit.heading)
    if len(extract.sources) > 1:
        titles = {source.slug: source.title for source in extract.sources}
        line = SubElement(section, "div", {"class": "from"})
        _write_sides(line, extract, titles[unit.slug])
    for paragraph in unit.paragraphs:
        for pair in paragraph:
            begins = " begins" if pair is paragraph[0] else ""
            attributes = {"class": f"pair{begins}", "id": extract.id_of(pair)}
            _write_pair(SubElement(section, "div", attributes), extract, pair)


def _level(extract: Extract, unit: ExtractUnit) -> int:
    """Say how deep a heading is; in a result set all are below its title."""
    return max(unit.depth, 1) if extract.slug else 2


def _write_pair(row: Element, extract: Extract, pair: Pair) -> None:
    """Write a pair: Chinese, then English, and after it the locator."""
    row.tail = "\n"
    for lang in LANGS:
        side = SubElement(row, "p", _set_in(extract, lang))
        if pair.side(lang) is None:
            side.set("class", f"{lang} missing")
            side.text = in_its_script(UNTRANSLATED, extract).side(lang)
        else:
            write_runs(side, pair, lang)
    append_text(side, " ")
    linked = {"href": pair.address} if is_whole(pair.address) else {}
    locator = SubElement(side, "a", {"class": "loc", **linked})
    locator.text = pair.locator


def _begin(extract: Extract, heading: Words, kind: str) -> tuple[Element, Element]:
    """Begin a page; give it and its body."""
    root = Element(
        "html",
        {
            "xmlns": _XHTML,
            "xmlns:epub": _OPS,
            "lang": extract.zh_tag,
            "xml:lang": extract.zh_tag,
        },
    )
    head = SubElement(root, "head")
    SubElement(head, "title").text = allowed(f"{heading.zh} · {heading.en}")
    style = {"rel": "stylesheet", "type": "text/css", "href": "style.css"}
    SubElement(head, "link", style)
    return root, SubElement(root, "body", {"epub:type": kind})


def _write_sides(
    parent: Element, extract: Extract, words: Words, between: str = ""
) -> None:
    """Write both languages, one below the other."""
    for lang in LANGS:
        if text := words.side(lang):
            side = SubElement(parent, "span", _set_in(extract, lang))
            side.text = allowed(text)
            side.tail = between if lang == "zh" else None


def _write_spans(parent: Element, extract: Extract, words: Words) -> None:
    """Write both languages beside each other."""
    for lang in LANGS:
        tag = extract.tag(lang)
        side = SubElement(parent, "span", {"lang": tag, "xml:lang": tag})
        side.text = words.side(lang)


def _set_in(extract: Extract, lang: Lang) -> dict[str, str]:
    """Say in which language an element is."""
    tag = extract.tag(lang)
    return {"lang": tag, "xml:lang": tag, "class": lang}
