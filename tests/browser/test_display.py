from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open

PLAN = "/western-financial-center"


@pytest.mark.parametrize("javascript", [True, False])
def test_the_other_language_is_one_click_away(
    open_page: Open, javascript: bool
) -> None:
    page = open_page(f"{PLAN}/2.3.11?view=zh#s4", javascript=javascript)
    page.locator(".menu").get_by_role("link", name="中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    expect(page.locator("html")).to_have_attribute("data-view", "zh")
    assert page.url.partition("?")[0].endswith(f"{PLAN}/2.3.11")
    assert page.url.endswith("#s4") == javascript


def test_the_other_language_keeps_the_view_that_was_chosen(open_page: Open) -> None:
    page = open_page(f"{PLAN}/2.3.11")
    page.locator("[data-set-view=stacked]").click()
    page.locator(".menu").get_by_role("link", name="中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    expect(page.locator("html")).to_have_attribute("data-view", "stacked")


def test_the_panel_closes_on_escape_and_gives_the_focus_back(open_page: Open) -> None:
    page = open_page("/")
    handle = page.get_by_text("Display", exact=True)
    handle.click()
    expect(page.locator(".panel")).to_be_visible()
    page.get_by_label("Dark").focus()
    page.keyboard.press("Escape")
    expect(page.locator(".panel")).to_be_hidden()
    expect(handle).to_be_focused()


def test_the_panel_closes_on_a_click_elsewhere(open_page: Open) -> None:
    page = open_page("/")
    page.get_by_text("Display", exact=True).click()
    page.get_by_label("Dark").check()
    expect(page.locator(".panel")).to_be_visible()
    page.locator(".motto .zh").click()
    expect(page.locator(".panel")).to_be_hidden()


def test_a_choice_that_is_kept_comes_back_to_the_same_sentence(open_page: Open) -> None:
    page = open_page(f"{PLAN}/2.3.11#s9")
    page.get_by_text("Display", exact=True).click()
    page.get_by_label("Dark").check()
    page.get_by_role("button", name="Keep this choice").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.url.endswith(f"{PLAN}/2.3.11#s9")
    expect(page.locator("#s9")).to_be_in_viewport()
