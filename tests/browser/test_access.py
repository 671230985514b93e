from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect
from playwright.sync_api import Page

from tests.browser.conftest import Open

PLAN = "/western-financial-center"

PAGES = {
    "library": "/",
    "document": f"{PLAN}/",
    "measure": f"{PLAN}/2.3.11#s4",
    "section": f"{PLAN}/2.3",
    "references": f"{PLAN}/2.3.12",
    "one language": f"{PLAN}/2.2.6?view=zh",
    "Traditional": f"{PLAN}/2.3.11?script=hant",
    "pinyin": f"{PLAN}/2.3.11?pinyin=1",
    "booklet": f"{PLAN}/2.3/print?paper=letter",
    "citations": f"{PLAN}/2.3.11.s4-s6/cite",
    "citations of a unit": f"{PLAN}/2.3.11/cite",
    "citations of a document": f"{PLAN}/cite",
    "offline": "/offline/",
    "frame": f"/embed{PLAN}/2.3.11.s4-s6",
    "frame of a section": f"/embed{PLAN}/2.3",
    "results": "/search?q=绿色金融",
    "many results": "/search?q=金融",
    "quotation": "/search?q=鼓励绿色公司通过发行债券上市募集资金",
    "nothing found": "/search?q=碳税",
    "concordance": "/concordance?q=CCUS OR green finance&sort=left",
    "no line": "/concordance?q=碳税&literal=1",
    "search": "/search",
    "about": "/about",
    "terms": "/terms/",
    "terms of a letter": "/terms/?kind=institution&letter=C&sort=en",
    "no such term": "/terms/?q=绿色金榕",
    "term": "/terms/new-western-land-sea-corridor",
    "term not rendered": "/terms/green-finance",
    "term with a note": "/terms/new-third-board",
    "unknown term": "/terms/green-finances",
    "map": f"{PLAN}/map",
    "map of a term": f"{PLAN}/map?term=green-finance",
    "map of a unit": f"{PLAN}/map?unit=2.5.17",
    "checks": f"{PLAN}/checks",
    "changes": f"{PLAN}/changes",
    "unknown address": f"{PLAN}/2.3.19",
    "bad parameter": "/search?page=x",
}


KINDS = (
    "library", "document", "measure", "one language", "Traditional", "pinyin",
    "results", "nothing found", "concordance", "about", "terms", "term", "map",
    "checks", "changes", "citations", "unknown address", "bad parameter",
)  # fmt: skip
"""One page of each kind, for all widths, languages and themes; the others have one."""

SAME = {"exclude": [["section.unit ~ section.unit"]]}
"""In the whole document the units are alike: two of each part will do."""


def hindrances(page: Page, *rules: str, context: Any = None) -> list[str]:
    """Say what axe has against the page as it now is, and where."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = rules
    found = page.evaluate(
        """([context, options]) => axe.run(context ?? document, options)
          .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
            nodes.map(({ target }) => `${id}: ${target.join(" ")}`)))""",
        [context, options],
    )
    return list(found)


@pytest.mark.parametrize("name", [name for name in PAGES if name not in KINDS])
def test_nothing_hinders_people_with_disabilities(open_page: Open, name: str) -> None:
    page = open_page(PAGES[name])
    assert not hindrances(page)
    page.emulate_media(color_scheme="dark")
    assert not hindrances(page, "color-contrast")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ui", ["zh", "en"])
def test_no_width_language_or_theme_hinders_anybody(
    open_page: Open, kind: str, ui: str
) -> None:
    page = open_page(PAGES[kind], ui=ui)
    expect(page.locator("html")).to_have_attribute("lang", re.compile(f"^{ui}"))
    context = SAME if kind == "document" else None
    for width in (1440, 820, 360):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="light")
        assert not hindrances(page, context=context), width
        page.emulate_media(color_scheme="dark")
        assert not hindrances(page, "color-contrast", context=context), width


def test_no_sentence_of_the_whole_document_hinders_anybody(open_page: Open) -> None:
    assert not hindrances(open_page(f"{PLAN}/"))


OPENED = {
    "display": "[data-display] form",
    "preview": "[data-preview-box]",
    "row menu": "[data-row-menu-box]",
    "keys": "[data-keys-help]",
    "citation": ".cite-dialog",
    "note": "[data-note-dialog]",
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 360])
def test_what_opens_hinders_nobody(open_page: Open, theme: str, width: int) -> None:
    page = open_page(f"{PLAN}/2.3.11", theme=theme, width=width)
    for what, shown in OPENED.items():
        open_one(page, what)
        expect(page.locator(shown)).to_be_visible()
        assert not hindrances(page), what
        page.keyboard.press("Escape")


def open_one(page: Page, what: str) -> None:
    """Open the panel, box, menu or dialog of that name."""
    if what == "display":
        page.locator("[data-display] > summary").click()
    elif what == "preview":
        page.locator("a.term").first.hover()
    elif what == "row menu":
        page.locator("#s4 > .loc").click()
    else:
        page.keyboard.press({"keys": "?", "citation": "c", "note": "n"}[what])


def test_the_checker_sees_what_hinders(open_page: Open) -> None:
    page = open_page("/about")
    page.evaluate("document.querySelector('h1').style.color = '#ddd'")
    assert hindrances(page, "color-contrast") == ["color-contrast: h1"]


def test_no_page_scrolls_sideways_on_the_narrowest_screen(open_page: Open) -> None:
    page = open_page("/", width=320)
    for path in PAGES.values():
        for ui in ("zh", "en"):
            sign = "&" if "?" in path else "?"
            address, _, fragment = path.partition("#")
            page.goto(f"{address}{sign}ui={ui}#{fragment}")
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= 320, (path, ui)


def test_the_keyboard_reaches_the_text_first(open_page: Open) -> None:
    page = open_page(f"{PLAN}/2.3.11")
    page.keyboard.press("Tab")
    skip = page.locator(".skip").first
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#text")).to_be_focused()


def test_the_focus_is_always_seen(open_page: Open) -> None:
    page = open_page(f"{PLAN}/2.3.11")
    for _ in range(60):
        page.keyboard.press("Tab")
        style = page.evaluate(
            """() => {
              const at = document.activeElement;
              const { outlineStyle, outlineWidth } = getComputedStyle(at);
              const { width, height } = at.getBoundingClientRect();
              return { outlineStyle, outlineWidth, seen: width * height > 1 };
            }"""
        )
        assert style == {"outlineStyle": "solid", "outlineWidth": "2px", "seen": True}


def test_a_printed_page_has_the_text_and_no_menus(
    open_page: Open, tmp_path: Path
) -> None:
    page = open_page(f"{PLAN}/2.2.6")
    page.emulate_media(media="print")
    for menu in (".site", ".rail", ".steps", ".skip", ".foot nav"):
        expect(page.locator(menu).first).to_be_hidden()
    expect(page.locator("#n7 .en")).to_be_visible()
    expect(page.locator("#s1 .loc-unit")).to_be_visible()
    for shown in (".foot p", "p.paper", ".foot .paper"):
        expect(page.locator(shown).first).to_be_visible()
    expect(page.locator(".cite")).to_be_hidden()
    paper = tmp_path / "unit.pdf"
    page.pdf(path=paper, prefer_css_page_size=True)
    assert paper.read_bytes().startswith(b"%PDF")


def test_no_row_is_broken_on_paper(open_page: Open) -> None:
    page = open_page(f"{PLAN}/")
    page.emulate_media(media="print")
    rows = page.locator(".para > .row")
    breaks = rows.evaluate_all(
        "rows => rows.map((row) => getComputedStyle(row).breakInside)"
    )
    assert set(breaks) == {"avoid"}


def test_every_view_is_printed_in_one_size_and_the_full_width(open_page: Open) -> None:
    page = open_page(f"{PLAN}/2.3.11")
    page.emulate_media(media="print")
    sizes, widths = set(), set()
    for view, side in (
        ("parallel", "zh"),
        ("stacked", "en"),
        ("zh", "zh"),
        ("en", "en"),
    ):
        page.goto(f"{PLAN}/2.3.11?view={view}")
        sentence = page.locator(f"#s1 .{side}")
        sizes.add(sentence.evaluate("side => getComputedStyle(side).fontSize"))
        widths.add(page.locator("article").evaluate("text => text.clientWidth"))
    assert len(sizes) == len(widths) == 1


def test_marks_are_seen_on_paper(open_page: Open) -> None:
    page = open_page("/search?q=绿色金融")
    page.emulate_media(media="print")
    lines = page.locator("mark").evaluate_all(
        "marks => marks.map((mark) => getComputedStyle(mark).textDecorationLine)"
    )
    assert set(lines) == {"underline"}


def test_the_target_is_seen_in_forced_colours(open_page: Open) -> None:
    page = open_page(f"{PLAN}/2.3.11#s4", forced_colors="active")
    expect(page.locator("#s4")).to_have_css("outline-style", "solid")
    expect(page.locator("#s5")).to_have_css("outline-style", "none")


def test_no_address_is_cut_off_on_the_narrowest_screen(open_page: Open) -> None:
    page = open_page("/about", width=320)
    lefts = page.locator(".allnotes .loc").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().left)"
    )
    assert min(lefts) >= 0
