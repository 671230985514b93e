"""Citing a sentence, a range or a document: by key, by menu, by link, on its page."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from playwright.sync_api import Locator
from playwright.sync_api import Page

from tests.browser.conftest import Open

PLAN = "/western-financial-center"
UNIT = f"{PLAN}/2.3.11"
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


def dialog_of(page: Page) -> Locator:
    """Give the dialog to cite from, once it is open."""
    dialog = page.locator("dialog.cite-dialog[open]")
    expect(dialog).to_be_visible()
    return dialog


def address_in(dialog: Locator) -> str:
    """Give the address that is cited."""
    return dialog.locator(".facts-list code").first.inner_text()


@pytest.mark.parametrize("path", [f"{UNIT}#s4", f"{PLAN}/#2.3.11.s4"])
def test_c_cites_the_row_that_is_meant_and_escape_goes_back(
    open_page: Open, path: str
) -> None:
    page = open_page(path)
    page.keyboard.press("c")
    dialog = dialog_of(page)
    assert address_in(dialog).endswith(f"{UNIT}.s4")
    expect(dialog).to_have_accessible_name(
        "Cite Part II, section (3), measure 11, sentence 4"
    )
    expect(dialog.get_by_role("heading")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    row = page.locator(":target")
    expect(row.locator(":scope > .loc")).to_be_focused()


def test_c_cites_a_range_and_one_row_after_another(open_page: Open) -> None:
    page = open_page(f"{UNIT}#s4-s6")
    page.keyboard.press("c")
    dialog = dialog_of(page)
    assert address_in(dialog).endswith(f"{UNIT}.s4-s6")
    expect(dialog.locator(".loc")).to_have_count(3)
    page.keyboard.press("Escape")
    page.locator("#s8 > .loc").focus()
    page.keyboard.press("c")
    assert address_in(dialog_of(page)).endswith(f"{UNIT}.s8")
    expect(page.locator("dialog.cite-dialog")).to_have_count(1)


def test_the_menu_of_a_row_cites_it_by_keys_alone(open_page: Open) -> None:
    page = open_page(UNIT)
    number = page.locator("#s3 > .loc")
    number.focus()
    page.keyboard.press("Enter")
    item = page.get_by_role("menuitem", name="Cite", exact=True)
    item.focus()
    page.keyboard.press("Enter")
    assert address_in(dialog_of(page)).endswith(f"{UNIT}.s3")
    page.get_by_role("button", name="Close").focus()
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(number).to_be_focused()


@pytest.mark.parametrize("path", [UNIT, f"{PLAN}/"])
def test_the_link_above_a_text_cites_it_whole(open_page: Open, path: str) -> None:
    page = open_page(path)
    link = page.locator("[data-cite-link]")
    link.click()
    assert address_in(dialog_of(page)).endswith(path)
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_a_click_beside_the_dialog_closes_it(open_page: Open) -> None:
    page = open_page(f"{UNIT}#s4")
    page.keyboard.press("c")
    dialog = dialog_of(page)
    page.mouse.click(5, 450)
    expect(dialog).to_have_count(0)


@pytest.mark.parametrize("at", ["dialog", "page"])
def test_each_citation_is_copied_by_its_button(open_page: Open, at: str) -> None:
    page = open_page(f"{UNIT}.s4/cite" if at == "page" else f"{UNIT}#s4", **CLIPBOARD)
    if at == "dialog":
        page.keyboard.press("c")
        dialog_of(page)
    lines = page.locator("[data-cite] .facts-list > div:has(button)")
    expect(lines).to_have_count(6)
    for line in lines.all():
        button = line.get_by_role("button")
        button.click()
        expect(button).to_have_text("Copied")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == line.locator("code").text_content()
        assert f"{UNIT}.s4" in copied


@pytest.mark.parametrize("view", ["zh", "en"])
def test_both_languages_are_cited_whatever_the_view(open_page: Open, view: str) -> None:
    page = open_page(f"{UNIT}?view={view}#s4")
    page.keyboard.press("c")
    dialog = dialog_of(page)
    expect(dialog.locator(".row .zh")).to_be_visible()
    expect(dialog.locator(".row .en")).to_be_visible()


@pytest.mark.parametrize("ui", ["en", "zh"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 360])
def test_the_dialog_hinders_nobody(
    open_page: Open, width: int, theme: str, ui: str
) -> None:
    page = open_page(f"{UNIT}#s4-s6", width=width, theme=theme, ui=ui)
    page.keyboard.press("c")
    dialog = dialog_of(page)
    expect(dialog.get_by_role("heading")).to_contain_text(
        "Cite" if ui == "en" else "引用"
    )
    assert Axe().run(page).response["violations"] == []
    box = dialog.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert dialog.evaluate("one => one.scrollWidth <= one.clientWidth")


def test_without_its_script_the_page_is_opened(open_page: Open) -> None:
    page = open_page("/about")
    page.route("**/citing.js*", lambda route: route.fulfill(status=404, body=""))
    page.goto(f"{UNIT}#s4")
    page.keyboard.press("c")
    page.wait_for_url(f"**{UNIT}.s4/cite")
    expect(page.get_by_role("heading", level=1)).to_contain_text("sentence 4")


def test_without_scripts_links_lead_to_the_page(open_page: Open) -> None:
    page = open_page(f"{UNIT}#s4", javascript=False)
    page.locator("#s4 .acts").get_by_role("link", name="Cite").click()
    page.wait_for_url(f"**{UNIT}.s4/cite")
    expect(page.locator("[data-copy-cited]").first).to_be_hidden()
    page.go_back()
    page.locator("[data-cite-link]").click()
    page.wait_for_url(f"**{UNIT}/cite")


def test_the_dialog_is_loaded_on_demand(open_page: Open) -> None:
    page = open_page("/about")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{UNIT}#s4")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "citing.js" in url or "cite.css" in url]
    page.keyboard.press("c")
    dialog_of(page)
    assert [url for url in asked if "citing.js" in url]
