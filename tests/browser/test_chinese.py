"""Chinese as a reader wants to see it, in a real browser."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Open

UNIT = "/western-financial-center/2.1.1"


def test_the_script_is_chosen_in_the_display_panel(open_page: Open) -> None:
    page = open_page(UNIT)
    page.locator("[data-display] summary").click()
    page.locator("input[name=script][value=hant]").check()
    page.locator("[data-display] form button").last.click()
    expect(page.locator(".row .zh").first).to_have_attribute("lang", "zh-Hant")
    expect(page.locator("#s1 .zh")).to_contain_text("金融機構")
    page.goto(page.url.split("#")[0].replace("2.1.1", "2.1.2"))
    expect(page.locator(".row .zh").first).to_have_attribute("lang", "zh-Hant")


def test_previews_are_in_the_script_of_the_page(open_page: Open) -> None:
    page = open_page(f"{UNIT}?script=hant")
    page.locator("a.term").first.focus()
    box = page.locator(".preview")
    expect(box).to_be_visible()
    shown = box.locator(".zh").first
    expect(shown).to_have_attribute("lang", "zh-Hant")
    assert "金融机构" not in box.inner_text()


def test_suggestions_are_in_the_script_of_the_page(open_page: Open) -> None:
    page = open_page("/?script=hant")
    page.locator("input[name=q]").first.press_sequentially("绿色金融")
    expect(page.get_by_role("option").first).to_contain_text("綠色金融")
