from __future__ import annotations

import pytest
from playwright.sync_api import expect
from playwright.sync_api import Page

from tests.browser.conftest import Open

PLAN = "/western-financial-center"

BASELINES = """() => [...document.querySelectorAll(".para > .row")].map((row) => {
  const first = (side) => {
    const marker = document.createElement("span");
    marker.style.display = "inline-block";
    row.querySelector(side).prepend(marker);
    const { bottom } = marker.getBoundingClientRect();
    marker.remove();
    return bottom;
  };
  return [first(".zh"), first(".en"), first(".loc")];
})"""


def top_of(page: Page, row: str) -> float:
    box = page.locator(f"[id='{row}']").bounding_box()
    assert box
    return box["y"]


@pytest.mark.parametrize("width", [820, 1440, 1920])
def test_the_two_languages_stand_on_one_line(open_page: Open, width: int) -> None:
    page = open_page(f"{PLAN}/", width=width)
    baselines = page.evaluate(BASELINES)
    assert len(baselines) == 133
    for sides in baselines:
        assert max(sides) - min(sides) <= 1


def test_on_a_phone_the_languages_stand_under_one_another(open_page: Open) -> None:
    page = open_page(f"{PLAN}/", width=360)
    for row in page.locator(".para > .row").all()[:10]:
        zh = row.locator(".zh").bounding_box()
        en = row.locator(".en").bounding_box()
        assert zh
        assert en
        assert abs(zh["x"] - en["x"]) <= 1
        assert en["y"] >= zh["y"] + zh["height"]


@pytest.mark.parametrize("width", [360, 820, 1440])
def test_changing_the_view_keeps_the_sentence_in_place(
    open_page: Open, width: int
) -> None:
    page = open_page(f"{PLAN}/#2.3.11.s4", width=width)
    before = top_of(page, "2.3.11.s4")
    for view in ("stacked", "zh", "en", "parallel"):
        # a click would scroll the views into sight first, as a reader would not
        page.locator(f"[data-set-view={view}]").dispatch_event("click")
        assert abs(top_of(page, "2.3.11.s4") - before) <= 8, view
        assert page.locator("html").get_attribute("data-view") == view
        assert ("view=" in page.url) == (view != "parallel")


def test_the_sentence_being_read_stays_too_without_a_target(open_page: Open) -> None:
    page = open_page(f"{PLAN}/")
    page.evaluate("scrollTo(0, 6000)")
    row = page.evaluate(
        """() => [...document.querySelectorAll(".para > .row")]
          .find((row) => row.getBoundingClientRect().top >= 0).id"""
    )
    before = top_of(page, row)
    page.locator("[data-set-view=zh]").click()
    assert abs(top_of(page, row) - before) <= 8


def test_links_follow_the_view_that_was_chosen(open_page: Open) -> None:
    page = open_page(f"{PLAN}/2.3.11")
    page.locator("[data-set-view=zh]").click()
    page.locator(".steps a[rel=next]").click()
    page.wait_for_url(f"**{PLAN}/2.3.12?view=zh")
    assert page.locator("html").get_attribute("data-view") == "zh"


def test_the_outline_marks_where_the_reader_is(open_page: Open) -> None:
    page = open_page(f"{PLAN}/#2.3.11.s4")
    current = page.locator("[data-outline] [aria-current=true]")
    expect(current).to_have_attribute("data-unit", "2.3.11")
    expect(current).to_be_in_viewport()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_linked_sentence_is_highlighted_and_in_view(
    open_page: Open, javascript: bool
) -> None:
    page = open_page(f"{PLAN}/2.3.11.s9", javascript=javascript)
    row = page.locator("#s9")
    expect(row).to_be_in_viewport()
    plain = page.locator("#s2").evaluate("row => getComputedStyle(row).backgroundColor")
    expect(row).not_to_have_css("background-color", plain)
    if javascript:
        row.locator(".loc").click()
    ways = page.get_by_role("menu") if javascript else row.locator(".acts")
    expect(ways.get_by_text("In the whole text")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_range_is_highlighted_and_in_view(open_page: Open, javascript: bool) -> None:
    page = open_page(f"{PLAN}/2.3.11.s9-s11", javascript=javascript, height=500)
    ranged = page.locator(".row.ranged")
    expect(ranged).to_have_count(3)
    expect(ranged.first).to_be_in_viewport()
    assert page.url.endswith("#s9-s11")
    if javascript:
        assert "?" not in page.url


def test_a_range_typed_after_the_sign_is_highlighted(open_page: Open) -> None:
    page = open_page(f"{PLAN}/2.3.11#s2-s3")
    expect(page.locator(".row.ranged")).to_have_count(2)
    page.evaluate("location.hash = '#s5-s8'")
    expect(page.locator(".row.ranged")).to_have_count(4)


def test_in_one_language_the_linked_row_shows_both(open_page: Open) -> None:
    page = open_page(f"{PLAN}/2.3.11?view=zh#s4")
    expect(page.locator("#s4 .en")).to_be_visible()
    expect(page.locator("#s5 .en")).to_be_hidden()


def test_a_mark_in_the_text_opens_its_note(open_page: Open) -> None:
    page = open_page(f"{PLAN}/2.2.6")
    expect(page.locator("#n7 .en")).to_be_hidden()
    page.locator(".en sup a").first.click()
    expect(page.locator("#n7 .en")).to_be_visible()


def test_an_address_can_be_copied(open_page: Open, site: str) -> None:
    page = open_page(
        f"{PLAN}/2.3.11#s4", permissions=["clipboard-read", "clipboard-write"]
    )
    page.locator("#s4 > .loc").click()
    page.get_by_role("menuitem", name="Copy link").click()
    expect(page.locator("[data-say]")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{site}{PLAN}/2.3.11.s4"


def test_a_selection_stays_in_its_language(open_page: Open) -> None:
    page = open_page(f"{PLAN}/2.3.11")
    page.locator("#s1 .zh").click()
    expect(page.locator("#s1 .en")).to_have_css("user-select", "none")
    expect(page.locator("#s1 .zh")).to_have_css("user-select", "auto")
