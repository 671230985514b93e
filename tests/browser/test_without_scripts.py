from __future__ import annotations

from urllib.parse import quote

from playwright.sync_api import expect

from tests.browser.conftest import Open

PLAN = "/western-financial-center"


def test_reading_switching_searching_and_linking_need_no_script(
    open_page: Open,
) -> None:
    page = open_page("/", javascript=False)
    page.locator(".entry h3 .en").click()
    expect(page.locator("[id='2.3.11.s4'] .en")).to_be_visible()

    page.locator(".views a", has_text="中文").click()
    assert page.url.endswith("?view=zh")
    expect(page.locator("[id='2.3.11.s4'] .en")).to_be_hidden()
    expect(page.locator("[id='2.3.11.s4'] .zh")).to_be_visible()

    page.get_by_role("searchbox").fill("碳核算")
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page.locator("mark").first).to_be_visible()
    page.locator(".found .para .loc").first.click()
    expect(page.locator("#s7")).to_be_in_viewport()
    assert page.url.endswith(f"{PLAN}/2.3.11?q={quote('碳核算')}#s7")


def test_the_display_form_works_without_script(open_page: Open) -> None:
    page = open_page(f"{PLAN}/2.3.11?view=stacked", javascript=False)
    page.get_by_text("Display", exact=True).click()
    page.get_by_label("Dark").check()
    page.get_by_label("中文").check()
    page.get_by_role("button", name="Keep this choice").click()
    assert page.url.endswith(f"{PLAN}/2.3.11?view=stacked")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")


def test_a_theme_is_seen_at_once(open_page: Open) -> None:
    page = open_page("/", javascript=False, theme="light")
    light = page.locator("html").evaluate(
        "html => getComputedStyle(html).backgroundColor"
    )
    page.get_by_text("Display", exact=True).click()
    page.get_by_label("Dark").check()
    expect(page.locator("html")).not_to_have_css("background-color", light)
