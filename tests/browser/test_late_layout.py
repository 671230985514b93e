"""A phone lays out a long text as it comes near; nobody notices but the battery."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from playwright.sync_api import Page

from tests.browser.conftest import Open

PLAN = "/western-financial-center/"
FAR = "2.5.18.s2"
PHONE = 390

LAID_OUT = """row => row.firstElementChild.checkVisibility(
  {contentVisibilityAuto: true})"""
TOP = "row => row.getBoundingClientRect().top"


def laid_out(page: Page) -> int:
    """Count the sentences that the browser has laid out."""
    rows = page.locator(".para > .row")
    visible = f"rows => rows.filter({LAID_OUT}).length"
    return int(rows.evaluate_all(visible))


def test_only_what_is_near_is_laid_out(open_page: Open) -> None:
    page = open_page(PLAN, width=PHONE)
    every = page.locator(".para > .row").count()
    assert 0 < laid_out(page) < every / 3
    page.emulate_media(media="print")
    assert laid_out(page) == every
    assert laid_out(open_page(PLAN)) == every


@pytest.mark.parametrize("javascript", [True, False])
def test_a_link_to_a_far_sentence_leads_to_it(
    open_page: Open, javascript: bool
) -> None:
    page = open_page(f"{PLAN}#{FAR}", width=PHONE, javascript=javascript)
    row = page.locator(f"[id='{FAR}']")
    expect(row).to_be_in_viewport()
    assert row.evaluate(LAID_OUT)


def test_the_text_stays_where_it_is_when_one_goes_back(open_page: Open) -> None:
    page = open_page(f"{PLAN}#{FAR}", width=PHONE)
    row = page.locator(f"[id='{FAR}']")
    expect(row).to_be_in_viewport()
    page.mouse.move(100, 400)
    for _ in range(12):
        before = row.evaluate(TOP)
        page.mouse.wheel(0, -400)
        page.wait_for_function(
            "([id, top]) => document.getElementById(id).getBoundingClientRect().top"
            " !== top",
            arg=[FAR, before],
        )
        page.evaluate("() => new Promise(done => requestAnimationFrame("
                      "() => requestAnimationFrame(done)))")  # fmt: skip
        assert row.evaluate(TOP) - before == pytest.approx(400, abs=2)


def test_words_that_are_far_are_found_and_selected(open_page: Open) -> None:
    page = open_page(PLAN, width=PHONE)
    words = page.locator(".para > .row > .en").last.text_content()
    assert words
    page.keyboard.press("Control+a")
    page.wait_for_function(
        "words => String(getSelection()).includes(words)", arg=words[:40]
    )
    page.evaluate("getSelection().removeAllRanges()")
    assert page.evaluate("words => find(words, false, true)", words[:40])
    where = page.evaluate("getSelection().getRangeAt(0).getBoundingClientRect().top")
    assert 0 < where < page.evaluate("innerHeight")
