"""What comes out on paper, read from the PDF that Chromium makes of a page."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from itertools import product
from typing import Any

import pytest
import zxingcpp
from playwright.sync_api import Browser
from playwright.sync_api import expect
from pypdfium2 import PdfDocument

from app.builder.pipeline import build
from tests.browser.conftest import Open
from tests.browser.conftest import serve

PLAN = "/western-financial-center"
A4, LETTER = (210, 297), (216, 279)

#: The address of each row, and what is shown beside it, in the order of the page.
ROWS = """rows => rows.map((row) => ({
  id: row.id,
  heading: /^H[1-6]$/.test(row.tagName),
  address: row.querySelector(".loc").textContent,
  words: [...row.children]
    .filter((side) => side.matches(".zh, .en") && side.getClientRects().length)
    .map((side) => side.textContent).join(""),
}))"""


@dataclass(frozen=True)
class Row:
    """A row as it must stand on paper."""

    id: str
    heading: bool
    address: str
    words: str

    def stands_in(self, words: str) -> bool:
        """Say whether all of it is there; a heading is drawn before its address."""
        if self.heading:
            return self.words in words and self.address in words
        return self.address + self.words in words


@dataclass(frozen=True)
class Paper:
    """A printed page of the site: its rows, and the words of every sheet."""

    rows: tuple[Row, ...]
    sheets: tuple[str, ...]
    pdf: PdfDocument

    @property
    def sizes(self) -> set[tuple[int, int]]:
        """The sizes of the sheets, in millimetres."""
        return {
            (round(width / 72 * 25.4), round(height / 72 * 25.4))
            for width, height in (page.get_size() for page in self.pdf)
        }

    def sheet(self, row: Row) -> int | None:
        """Find the last sheet that has all of a row: headings are in the contents."""
        found = [at for at, words in enumerate(self.sheets) if row.stands_in(words)]
        return found[-1] if found else None

    def split(self) -> list[str]:
        """List the rows that no sheet has as a whole."""
        return [row.id for row in self.rows if self.sheet(row) is None]

    def alone(self) -> list[str]:
        """List the headings on another sheet than what follows them."""
        return [
            row.id
            for row, after in pairwise(self.rows)
            if row.heading and self.sheet(row) != self.sheet(after)
        ]

    def codes(self) -> list[str]:
        """Read the codes as a telephone does, from every sheet at 200 dots an inch."""
        drawn = (page.render(scale=200 / 72).to_pil() for page in self.pdf)
        kind = zxingcpp.BarcodeFormat.QRCode
        found = [zxingcpp.read_barcodes(sheet, formats=kind) for sheet in drawn]
        return [code.text for codes in found for code in codes]


def pure(words: str) -> str:
    """Leave out the spaces, and the hyphens that may stand at the end of a line."""
    return re.sub(r"[\s\u200b\ufffe-]", "", words)


def print_page(browser: Browser, address: str) -> Paper:
    """Print a page as a reader would."""
    context = browser.new_context(locale="en-US")
    page = context.new_page()
    page.goto(address)
    page.emulate_media(media="print")
    rows = page.locator("article :is(.para > .row, :is(h2, h3, h4).row:has(.loc))")
    found: list[dict[str, Any]] = rows.evaluate_all(ROWS)
    pdf = PdfDocument(page.pdf(prefer_css_page_size=True))
    context.close()
    return Paper(
        tuple(
            Row(row["id"], row["heading"], row["address"], pure(row["words"]))
            for row in found
        ),
        tuple(pure(page.get_textpage().get_text_range()) for page in pdf),
        pdf,
    )


@pytest.fixture(scope="session")
def plan(browser: Browser, site: str) -> Callable[[str], Paper]:
    """Print the plan, each way once."""
    printed: dict[str, Paper] = {}

    def print_(path: str) -> Paper:
        if path not in printed:
            printed[path] = print_page(browser, f"{site}{PLAN}{path}")
        return printed[path]

    return print_


LANGS = ("zh", "en")

FRONT = """---
title: {0}
short_title: {0}
lang: {1}
issued: 2024-05-01
issuers: {0}
status: {0}
coverage: {0}
---
"""


def pair(zh: str, en: str) -> dict[str, str]:
    """Write a line in both languages."""
    return {"zh": zh, "en": en}


#: A sentence longer than a sheet, one language only, and headings without a body.
ODD = [
    pair(FRONT.format("文件", "zh-Hans"), FRONT.format("Paper", "en")),
    pair("## 一、总则\n\n### （一）目的\n", "## I. General\n\n### (1) Aim\n"),
    pair("#### 1. 公开\n", "#### 1. Openness\n"),
    pair("短句。", "Short."),
    pair(
        "".join("".join(word) for word in product("甲乙丙丁", repeat=6))[:3_900],
        " ".join("".join(word) for word in product("abcd", repeat=9))[:3_900],
    ),
    pair("又一句。\n\n## 二、任务\n", "-\n\n## II. Tasks\n"),
    pair("-\n只有中文。\n", "Only English.\n-\n"),
]

WAYS = {
    "A4, both": ("/print", A4),
    "A4, Chinese": ("/print?view=zh", A4),
    "A4, English": ("/print?view=en", A4),
    "Letter, both": ("/print?paper=letter", LETTER),
    "Letter, Chinese": ("/print?paper=letter&view=zh", LETTER),
    "Letter, English": ("/print?paper=letter&view=en", LETTER),
    "the page to read": ("/", A4),
    "Traditional": ("/print?script=hant", A4),
}


@pytest.mark.parametrize(("path", "size"), WAYS.values(), ids=WAYS)
def test_no_pair_is_split_and_no_heading_is_left_alone(
    plan: Callable[[str], Paper], snapshot: Any, path: str, size: tuple[int, int]
) -> None:
    paper = plan(path)
    segments = snapshot.documents[PLAN.strip("/")].by_segment
    assert [row.address for row in paper.rows if not row.heading] == [
        str(locator) for locator in segments
    ]
    assert paper.split() == []
    assert paper.alone() == []
    assert paper.sizes == {size}


def test_paper_leads_back_to_every_section(
    plan: Callable[[str], Paper], site: str
) -> None:
    paper = plan("/print")
    places = ["", "1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "2.5"]
    addresses = [f"{site}{PLAN}/{place}" for place in places]
    assert paper.codes() == addresses
    assert all(pure(one) in "".join(paper.sheets) for one in addresses)


def test_every_sheet_says_in_both_languages_what_it_is(
    plan: Callable[[str], Paper], snapshot: Any
) -> None:
    first, *sheets = plan("/print").sheets
    for said in ("四川省人民政府", "SichuanProvincial", "非官方", snapshot.digest):
        assert said in first
    for number, sheet in enumerate(sheets, 2):
        assert sheet.startswith("西部金融中心规划")
        assert "WesternFinancialCenterPlan" in sheet[:120]
        assert f"{snapshot.digest}{number}" in sheet
    heads = "".join(sheet[:60] for sheet in sheets)
    assert "（三）构建支持高质量发展的现代金融服务体系" in heads
    traditional = plan("/print?script=hant").sheets[1:]
    assert all(sheet.startswith("西部金融中心規劃") for sheet in traditional)


def test_notes_stand_at_the_end_with_their_marks(
    plan: Callable[[str], Paper], snapshot: Any
) -> None:
    document = snapshot.documents[PLAN.strip("/")]
    body, notes = "".join(plan("/print").sheets).split("编者注Editorialnotes")
    for note in document.notes:
        called = next(
            str(at) for at, one in document.by_segment.items() if note.id in one.notes
        )
        sides = pure(note.zh.plain + note.en.plain)
        assert sides in notes
        assert sides not in body
        assert f"{note.id[1:]}{called}" in notes


def test_the_contents_have_every_heading_with_its_address(
    plan: Callable[[str], Paper],
) -> None:
    paper = plan("/print")
    headings = [row for row in paper.rows if row.heading]
    assert len(headings) == 32
    assert all(row.stands_in(paper.sheets[1]) for row in headings)


def test_nothing_that_is_no_text_is_printed(plan: Callable[[str], Paper]) -> None:
    for path in ("/", "/print", "/print?paper=letter"):
        printed = "".join(plan(path).sheets)
        for menu in ("Backtothetext", "Skipto", "Takeaway", "Library", "Letter"):
            assert menu not in printed


def test_a_page_to_read_fills_its_first_sheet(plan: Callable[[str], Paper]) -> None:
    assert "（一）指导思想" in plan("/").sheets[0]


def test_one_unit_is_printed_with_its_own_notes(browser: Browser, site: str) -> None:
    paper = print_page(browser, f"{site}{PLAN}/2.3/print?paper=letter")
    assert paper.sizes == {LETTER}
    assert (paper.split(), paper.alone()) == ([], [])
    assert {row.id[:3] for row in paper.rows} == {"2.3"}
    assert paper.codes() == [f"{site}{PLAN}/2.3"]
    assert "2.3.10" in paper.sheets[0].rpartition("Contents")[2]
    assert "122.3.12.s2" not in paper.sheets[-1]


def test_pinyin_and_english_share_their_lines(open_page: Open) -> None:
    page = open_page(f"{PLAN}/print?pinyin=1&script=hant", width=700)
    page.emulate_media(media="print")
    row = page.locator("[id='1.1.s2']")
    line = row.locator(".en").evaluate(
        "side => parseFloat(getComputedStyle(side).lineHeight)"
    )
    ends = row.locator("ruby").evaluate_all(
        "words => words.map((word) => word.getBoundingClientRect().bottom)"
    )
    lines = sorted({round(end) for end in ends})
    steps = [below - above for above, below in pairwise(lines)]
    assert len(steps) > 5
    assert all(abs(step - line) <= 1 for step in steps), (steps, line)


@pytest.fixture(scope="module")
def odd(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Paper]:
    """Print a text that no sheet was made for."""
    root = tmp_path_factory.mktemp("odd")
    for lang in LANGS:
        (root / "content" / lang).mkdir(parents=True)
        lines = [line[lang] if isinstance(line, dict) else line for line in ODD]
        (root / "content" / lang / "odd.md").write_text("\n".join(lines), "utf-8")
    built = build(root / "content", root / "index")
    assert built.digest, built.findings
    with serve(root / "index") as site:
        yield print_page(browser, f"{site}/odd/print")


def test_what_is_longer_than_a_sheet_goes_on_and_the_rest_is_whole(odd: Paper) -> None:
    assert odd.split() == ["1.1.1.s2"]
    assert odd.alone() == []
    (row,) = (row for row in odd.rows if row.id == "1.1.1.s2")
    printed = "".join(odd.sheets)
    for word in re.findall(r"[甲乙丙丁]{6}|[a-d]{9}", row.words):
        assert word in printed
    assert "Nottranslated" in printed
    assert odd.codes()[1:] == [f"{odd.codes()[0]}{place}" for place in ("1.1", "2")]


def test_paper_is_chosen_without_a_script(open_page: Open) -> None:
    page = open_page(f"{PLAN}/print", javascript=False)
    expect(page.get_by_role("button", name="Print")).to_be_hidden()
    page.get_by_role("link", name="Letter").click()
    page.get_by_role("link", name="中文").click()
    assert page.url.endswith("/print?view=zh&paper=letter")
    expect(page.locator("[id='2.3.11.s4'] .en")).to_be_hidden()
    expect(page.get_by_role("link", name="Letter")).to_have_attribute(
        "aria-current", "true"
    )
    page.get_by_role("link", name="Back to the text").click()
    assert page.url.endswith(f"{PLAN}/?view=zh")


def test_a_button_prints(open_page: Open) -> None:
    page = open_page(f"{PLAN}/print")
    page.evaluate("window.print = () => { document.title = 'printed' }")
    page.get_by_role("button", name="Print").click()
    expect(page).to_have_title("printed")


def test_where_no_server_chooses_the_script_does(open_page: Open, site: str) -> None:
    page = open_page(f"{PLAN}/print")
    page.route("**/print?*", lambda route: route.continue_(url=f"{site}{PLAN}/print"))
    page.goto(f"{PLAN}/print?view=en&paper=letter")
    expect(page.locator("[id='2.3.11.s4'] .zh")).to_be_hidden()
    for chosen in ("English", "Letter"):
        link = page.get_by_role("link", name=chosen)
        expect(link).to_have_attribute("aria-current", "true")
    sheet = PdfDocument(page.pdf(prefer_css_page_size=True))[0]
    assert round(sheet.get_height()) == 11 * 72


def test_a_page_to_read_leads_to_its_booklet(open_page: Open) -> None:
    page = open_page(f"{PLAN}/2.3.11", javascript=False)
    page.get_by_text("Take away").click()
    page.get_by_role("link", name="Print").click()
    assert page.url.endswith(f"{PLAN}/2.3.11/print")
    expect(page.locator("h1")).to_contain_text("11.")
