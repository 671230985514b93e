"""The report says first what matters most, and fits on a screen or two."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.content.front_matter import FILL_IN
from app.content.grammar import parse_heading
from app.content.layout import Layout
from app.importer.codes import finding
from app.importer.draft import Draft
from app.importer.draft import DraftRow
from app.importer.draft import DraftUnit
from app.importer.outline import Matching
from app.importer.pipeline import Imported
from app.importer.raw import Block
from app.importer.raw import RawText
from app.importer.report import MOST
from app.importer.report import write_report
from app.importer.writer import compose
from app.importer.writer import prepare

FIELDS = {
    "title": "T", "short_title": "T", "issued": "2024-05-01", "issuers": "A",
    "status": "S", "coverage": "C",
}  # fmt: skip


@pytest.fixture
def made() -> Imported:
    """Give an import with more doubtful rows than a terminal is told of."""
    reasons = ("numbers differ: 30 / 13",)
    doubtful = [DraftRow(f"第{n}句。", "x" * 500, 0.41, reasons) for n in range(40)]
    heading = parse_heading(2, "一、总则"), parse_heading(2, "I. General")
    draft = Draft([DraftUnit(*heading, [[DraftRow("甲。", "A.", 1.0), *doubtful]])])
    fronts = {
        "zh": {**FIELDS, "lang": "zh-Hans", "title": FILL_IN["zh"]},
        "en": {**FIELDS, "lang": "en"},
    }
    raws = tuple(
        RawText(Path(f"a.{lang}"), lang, lang, [Block("x", 1)], "Word", dropped=3)
        for lang in ("zh", "en")
    )
    layout = Layout(Path("content"))
    return Imported(
        "park", raws, Matching([]), (), draft, fronts,
        prepare(layout, "park", compose(draft, fronts)),
        ("content/zh/park.md", "content/en/park.md", "content/park.ids"),
        written=True, lacking={"zh": [], "en": []},
    )  # fmt: skip


def test_a_doubtful_row_has_its_line_address_confidence_reason_and_words(made):
    lines = write_report(made, whole=False).splitlines()
    at = lines.index("  content/zh/park.md:14 1.s2 (0.41) numbers differ: 30 / 13")
    assert lines[at + 1] == "      第0句。"
    assert lines[at + 2].strip().startswith("xxx")
    assert len(lines[at + 2]) < 140


def test_a_terminal_is_told_some_and_a_file_all(made):
    short, whole = (write_report(made, whole=whole) for whole in (False, True))
    assert short.count("numbers differ") == MOST
    assert f"… and {40 - MOST} more" in short
    assert whole.count("numbers differ") == 40


def test_it_says_what_was_read_and_what_to_do(made):
    said = write_report(made, whole=False)
    assert "Chinese: a.zh, read as Word, zh, 1 paragraph, 3 left out" in said
    assert "1 unit, 41 rows (1-1: 41); 2.4 % of the rows are sure" in said
    assert "Fill in at the top of content/zh/park.md: title\n" in said
    assert "flask --app app edit park" in said
    assert "python build_index.py" in said


def sure(unit: DraftUnit) -> DraftUnit:
    return replace(
        unit,
        paragraphs=[
            [replace(row, confidence=1.0) for row in paragraph]
            for paragraph in unit.paragraphs
        ],
    )


def test_two_works_are_the_headline(made):
    said = write_report(made, whole=False)
    assert said.startswith("THE TWO TEXTS DO NOT LOOK LIKE TRANSLATIONS")


def test_two_versions_are_the_headline(made):
    told = finding("I203", Path("a.zh"), 3, "Articles 3 to 9 are Articles 4 to 10.")
    gap = finding("I101", Path("a.zh"), 4, "12 follows 10.")
    differing = replace(
        made,
        matching=Matching([], versions_differ=True),
        findings=(told, gap),
        draft=Draft([sure(unit) for unit in made.draft.units]),
    )
    lines = write_report(differing, whole=False).splitlines()
    assert lines[0] == "THE TWO TEXTS LOOK LIKE DIFFERENT VERSIONS."
    assert lines[1] == "  Articles 3 to 9 are Articles 4 to 10."
    assert "  a.zh:4: I101 12 follows 10." in lines
    assert not any("I203" in line for line in lines)
