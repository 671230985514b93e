"""PDF: lines put together, headers and footers left out, pictures refused."""

from __future__ import annotations

import pytest

from app.importer.errors import SourceError
from app.importer.sources.reading import read_file
from tests.importer.sources.files import write_pdf
from tests.importer.sources.test_cases import shown

#: Sixty signs of Courier, eleven points, fill a line from 72 to 468.
LINES = (
    "Article 1",
    "This Law is enacted in order to regulate the administration",
    "of things and to protect the lawful rights of all who take",
    "part in them.",
    "(1) The first kind of things; and the things that go together",
    "with them.",
)


def page(lines, top=760, number=1):
    body = [(72, top - 15 * at, line) for at, line in enumerate(lines)]
    return [(200, 810, "Law on Things"), *body, (290, 30, f"- {number} -")]


def test_lines_become_paragraphs_without_headers_and_page_numbers(tmp_path):
    second = (
        "Article 2",
        "This Law comes into force on the day it is pro-",
        "mulgated.",
    )
    pages = [page(LINES), page(second, number=2), page(("Article 3",), number=3)]
    assert shown(read_file(write_pdf(tmp_path / "law.pdf", pages))).splitlines() == [
        "Article 1",
        "This Law is enacted in order to regulate the administration of things and to "
        "protect the lawful rights of all who take part in them.",
        "(1) The first kind of things; and the things that go together with them.",
        "Article 2",
        "This Law comes into force on the day it is promulgated.",
        "Article 3",
        "dropped 6",
    ]


def test_a_paragraph_goes_on_over_the_page(tmp_path):
    pages = [page(LINES[:3]), page(("part in them.", "Article 2"), number=2)]
    first = shown(read_file(write_pdf(tmp_path / "law.pdf", pages))).splitlines()[1]
    assert first.endswith("of all who take part in them.")


def test_two_columns_are_read_one_after_the_other(tmp_path):
    left = [(72, 760 - 15 * at, f"left {at} aaaa bbbb cccc dddd") for at in range(8)]
    right = [(320, 760 - 15 * at, f"right {at} aaaa bbbb cccc ddd") for at in range(8)]
    text = shown(read_file(write_pdf(tmp_path / "law.pdf", [left + right])))
    assert text.index("left 7") < text.index("right 0")


def test_rows_of_a_table_are_told_from_items_and_paragraphs(tmp_path):
    rows = [
        (72, 700, "Indicator"), (240, 700, "2020"), (400, 700, "2025"),
        (72, 685, "Value added"), (240, 685, "100"), (400, 685, "6,000"),
        (72, 670, "(1)"), (110, 670, "the first item;"),
        (72, 655, "(2)"), (110, 655, "the second item."),
    ]  # fmt: skip
    lines = [(72, 760, LINES[1]), (72, 745, LINES[2]), (72, 730, LINES[3])]
    found = read_file(write_pdf(tmp_path / "law.pdf", [lines + rows]))
    assert shown(found).splitlines()[1:] == [
        "| Indicator | 2020 | 2025",
        "| Value added | 100 | 6,000",
        "(1) the first item;",
        "(2) the second item.",
    ]


def test_a_table_of_contents_is_left_out(tmp_path):
    contents = [(72, 760, "Contents"), (72, 745, "Chapter I General ........... 3")]
    text = [(72, 700, LINES[1]), (72, 685, LINES[2]), (72, 670, LINES[3])]
    found = read_file(write_pdf(tmp_path / "law.pdf", [contents + text]))
    assert found.dropped == 1
    assert not any("General" in block.text for block in found.blocks)


@pytest.mark.parametrize("pages", [[[], []], [[(72, 700, "x")], [], []]])
def test_a_pdf_of_pictures_needs_ocr(tmp_path, pages):
    with pytest.raises(SourceError, match="OCR"):
        read_file(write_pdf(tmp_path / "scan.pdf", pages))
