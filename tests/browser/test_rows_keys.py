"""Reading by keys alone, one language at a time, and with the keys turned off."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Open

PLAN = "/western-financial-center"
UNIT = f"{PLAN}/2.3.11"


def test_j_and_k_walk_by_rows(open_page: Open) -> None:
    page = open_page(f"{UNIT}#s4")
    for key, row in (("j", "s5"), ("j", "s6"), ("k", "s5")):
        page.keyboard.press(key)
        expect(page.locator(f"#{row} > .loc")).to_be_focused()
        expect(page.locator(f"#{row}")).to_be_in_viewport()


def test_brackets_walk_by_units(open_page: Open) -> None:
    page = open_page(f"{PLAN}/#2.3.11.s4")
    for key, unit in (("]", "2.3.12"), ("]", "2.3.13"), ("[", "2.3.12")):
        page.keyboard.press(key)
        expect(page.locator(f"[id='{unit}'] > .loc")).to_be_focused()
    page = open_page(UNIT)
    for _ in range(2):
        page.keyboard.press("l")
    page.keyboard.press("]")
    page.wait_for_url(f"**{PLAN}/2.3.12?view=zh")


def test_l_changes_the_view_says_so_and_keeps_the_focus(open_page: Open) -> None:
    page = open_page(UNIT)
    page.locator("#s2 .en a.term").first.focus()
    said = page.locator("[data-say]")
    for view, words in (("stacked", "Stacked"), ("zh", "中文")):
        page.keyboard.press("l")
        expect(page.locator("html")).to_have_attribute("data-view", view)
        expect(said).to_have_text(words)
    expect(said).to_have_attribute("lang", "zh-Hans")
    expect(page.locator("#s2 > .loc")).to_be_focused()


def test_r_shows_the_other_language_and_says_it(open_page: Open) -> None:
    page = open_page(f"{UNIT}?view=zh")
    row, button = page.locator("#s5"), page.locator("#s5 > .reveal")
    row.locator(".loc").focus()
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("r")
    expect(row.locator(".en")).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator("[data-say][lang=en]")).to_contain_text("Singapore")
    expect(page.locator("#s6 .en")).to_be_hidden()
    page.keyboard.press("r")
    expect(row.locator(".en")).to_be_hidden()
    assert not Axe().run(page).response["violations"]


def test_a_button_and_a_tap_show_it_too(open_page: Open) -> None:
    page = open_page(f"{UNIT}?view=en")
    page.locator("#s5").hover(position={"x": 400, "y": 10})
    page.locator("#s5 > .reveal").click()
    expect(page.locator("#s5 .zh")).to_be_visible()
    page = open_page(f"{UNIT}?view=en", width=390, has_touch=True)
    page.locator("#s5 > .en").tap(position={"x": 4, "y": 4})
    expect(page.locator("#s5 .zh")).to_be_visible()
    page.locator("#s5 > .zh").tap(position={"x": 4, "y": 4})
    expect(page.locator("#s5 .zh")).to_be_hidden()


def test_one_row_is_one_tab_stop_and_arrows_go_on(open_page: Open) -> None:
    page = open_page(f"{PLAN}/2.2.6")
    stops = page.evaluate(
        """() => [...document.querySelectorAll(".para > .row")].map((row) =>
          [...row.querySelectorAll("a, button")].filter((one) =>
            one.tabIndex === 0 && one.getClientRects().length).length)"""
    )
    assert set(stops) == {1}
    note = page.locator(".note > summary").first
    row = page.locator(".row:has(+ .note)").first
    row.locator(".loc").focus()
    for _ in range(30):
        page.keyboard.press("ArrowRight")
    expect(note).to_be_focused()
    page.keyboard.press("Shift+Tab")
    assert not row.evaluate("row => row.contains(document.activeElement)")


def test_the_help_opens_by_key_and_by_the_panel(open_page: Open) -> None:
    page = open_page(UNIT)
    help_ = page.get_by_role("dialog")
    page.locator("#s2 > .loc").focus()
    page.keyboard.press("?")
    expect(help_.get_by_role("heading")).to_be_focused()
    page.keyboard.press("j")
    assert not Axe().run(page).response["violations"]
    page.keyboard.press("Escape")
    expect(help_).to_be_hidden()
    expect(page.locator("#s2 > .loc")).to_be_focused()
    page.get_by_text("Display", exact=True).click()
    page.get_by_role("button", name="All keys").click()
    expect(help_).to_be_visible()


def test_keys_are_off_while_one_types_and_with_modifiers(open_page: Open) -> None:
    page = open_page(UNIT)
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("jl?")
    expect(page.locator("#q")).to_have_value("jl?")
    expect(page.locator("html")).to_have_attribute("data-view", "parallel")


@pytest.mark.parametrize("javascript", [True, False])
def test_the_keys_can_be_turned_off(open_page: Open, javascript: bool) -> None:
    page = open_page(UNIT, javascript=javascript)
    page.get_by_text("Display", exact=True).click()
    page.get_by_role("group", name="Keys").get_by_label("Off").check()
    if javascript:
        expect(page.locator("[data-say]")).to_have_text("Keys are off")
    page.get_by_role("button", name="Keep this choice").click()
    expect(page.locator("html")).to_have_attribute("data-keys", "off")
    page.keyboard.press("l")
    expect(page.locator("html")).to_have_attribute("data-view", "parallel")


def test_skip_links_lead_to_text_contents_and_search(open_page: Open) -> None:
    for at, place in ((1, "#text"), (2, "#contents"), (3, "#q")):
        page = open_page(UNIT, width=390)
        for _ in range(at):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(place)).to_be_focused()


def test_without_scripts_the_number_shows_both_and_what_to_do(open_page: Open) -> None:
    page = open_page(f"{UNIT}?view=zh", javascript=False)
    page.locator("#s3 > .loc").click()
    expect(page.locator("#s3 .en")).to_be_visible()
    expect(page.locator("#s3 .acts")).to_be_visible()
    expect(page.locator(".reveal-hint")).to_be_hidden()
