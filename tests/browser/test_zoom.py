"""Large text, more space, few colours, no motion: the pages as some people need them.

A page at 400 % on a screen 1280 wide is as wide as one on a screen of 320.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from playwright.sync_api import Page

from tests.browser.conftest import Open
from tests.browser.test_access import PAGES
from tests.browser.test_access import PLAN

#: What people set who read hardly otherwise (WCAG 2.2, success criterion 1.4.12).
SPACING = """
  * { line-height: 1.5 !important; letter-spacing: .12em !important;
      word-spacing: .16em !important; }
  p { margin-block-end: 2em !important; }
"""

#: Sentences, headings and buttons whose words stand out of their box, or off the page.
CUT = """() => [...document.querySelectorAll(
  "main :is(p, h1, h2, h3, h4, summary, button, dd, dt, li), header :is(a, button)"
)].filter((one) => {
  const { width, height, left, right } = one.getBoundingClientRect();
  if (width <= 1 || height <= 1 || one.closest(".vh, .skip")) return false;
  if (!one.checkVisibility()) return false;
  const { overflowX, overflowY } = getComputedStyle(one);
  const clips = (
    (overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1)
    || (overflowY === "hidden" && one.scrollHeight > one.clientHeight + 1)
  );
  const scrolls = (box) => box && (["auto", "scroll"].includes(
    getComputedStyle(box).overflowX) || scrolls(box.parentElement));
  const off = (left < -1 || right > innerWidth + 1) && !scrolls(one.parentElement);
  return clips || off;
}).map((one) => `${one.tagName}.${one.className}: ${one.textContent.trim()}`)"""


def space(page: Page) -> None:
    """Space the text as a reader's own style sheet would."""
    page.evaluate(
        """(css) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          document.adoptedStyleSheets = [sheet];
        }""",
        SPACING,
    )


def is_whole(page: Page) -> tuple[bool, list[str]]:
    """Say whether the page scrolls only down, and what of it is cut."""
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return wide <= 0, page.evaluate(CUT)


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_nothing_is_cut_at_four_times_the_size(open_page: Open, path: str) -> None:
    page = open_page(path, width=320, height=256)
    assert is_whole(page) == (True, [])


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("ui", ["zh", "en"])
def test_nothing_is_cut_with_spaced_text(open_page: Open, width: int, ui: str) -> None:
    page = open_page("/", width=width, ui=ui)
    for name, path in PAGES.items():
        page.goto(path)
        space(page)
        assert is_whole(page) == (True, []), name


def test_marks_and_terms_are_told_apart_in_forced_colours(open_page: Open) -> None:
    page = open_page("/search?q=绿色金融", forced_colors="active")
    mark = page.locator("mark").first.evaluate(
        "(mark) => [getComputedStyle(mark).backgroundColor,"
        " getComputedStyle(mark.parentElement).backgroundColor,"
        " getComputedStyle(mark).textDecorationLine,"
        " getComputedStyle(mark).outlineStyle]"
    )
    assert mark[0] != mark[1] or mark[2] != "none" or mark[3] != "none"
    page.goto(f"{PLAN}/2.3.11")
    term = page.locator("a.term").first
    lines = term.evaluate(
        "(term) => [getComputedStyle(term).textDecorationLine,"
        " getComputedStyle(term).borderBlockEndStyle]"
    )
    assert lines != ["none", "none"]


def test_nothing_moves_for_those_who_want_no_motion(open_page: Open) -> None:
    page = open_page(f"{PLAN}/")
    durations = page.evaluate(
        """() => [...document.querySelectorAll("*")].map((one) => {
          const { transitionDuration, animationDuration } = getComputedStyle(one);
          return Math.max(...`${transitionDuration}, ${animationDuration}`
            .split(",").map(parseFloat));
        })"""
    )
    assert max(durations) <= 0.01
    expect(page.locator("html")).to_have_css("scroll-behavior", "auto")
