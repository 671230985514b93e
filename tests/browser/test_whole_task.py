"""One whole task: find measure 11, read it in both languages, cite a sentence."""

from __future__ import annotations

from playwright.sync_api import expect
from playwright.sync_api import Locator
from playwright.sync_api import Page

from tests.browser.conftest import Open

PLAN = "/western-financial-center"
UNIT = f"{PLAN}/2.3.11"
CITED = "Part II, section (3), measure 11, sentence 3"
FOUND = "2.3.11 Part II, section (3), measure 11"
ADDRESS = f"{UNIT}.s3"


def tab_to(page: Page, place: Locator) -> None:
    """Go to a place by Tab, and not by too many."""
    for _ in range(25):
        page.keyboard.press("Tab")
        if place.evaluate("place => place === document.activeElement"):
            return
    raise AssertionError(f"not reached by 25 tabs: {place}")


def expect_cited(sheet: Locator) -> None:
    """Expect both languages, how to cite them, and the address to keep."""
    expect(sheet).to_contain_text("依托成渝地区绿色企业（项目）库")
    expect(sheet).to_contain_text("Relying on the database of green enterprises")
    expect(sheet).to_contain_text("GB/T 7714")
    expect(sheet).to_contain_text("第11项措施第3句")
    expect(sheet).to_contain_text(CITED)
    expect(sheet).to_contain_text(ADDRESS)


def test_by_keys_alone(open_page: Open) -> None:
    page = open_page("/")
    page.keyboard.press("/")
    page.keyboard.type("measure 11")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=measure**11")
    tab_to(page, page.get_by_role("link", name=FOUND))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{UNIT}**")
    page.wait_for_load_state()
    for _ in range(3):
        page.keyboard.press("j")
    number = page.locator("#s3 > .loc")
    expect(number).to_be_focused()
    for side in ("zh", "en"):
        expect(page.locator(f"#s3 > .{side}")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem").first).to_be_focused()
    cite = page.get_by_role("menuitem", name="Cite")
    while not cite.evaluate("item => item === document.activeElement"):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect_cited(page.locator(".cite-dialog"))
    page.keyboard.press("Escape")
    expect(number).to_be_focused()
    assert page.url.endswith("#s3")
    page.keyboard.press("c")
    expect_cited(page.locator(".cite-dialog"))


def test_by_touch_at_four_times_the_size(open_page: Open) -> None:
    page = open_page("/", width=320, height=256, has_touch=True)
    page.locator("#q").fill("measure 11")
    page.locator("#q").press("Enter")
    page.wait_for_url("**/search?q=measure**11")
    page.get_by_role("link", name=FOUND).tap()
    page.wait_for_url(f"**{UNIT}**")
    page.wait_for_load_state()
    page.locator("#s3 > .loc").tap()
    expect(page.locator(".row-menu")).to_be_in_viewport()
    expect(page.locator("#s3 > .loc")).to_be_in_viewport()
    page.get_by_role("menuitem", name="Cite").tap()
    dialog = page.locator(".cite-dialog")
    expect_cited(dialog)
    wide = "one => one.scrollWidth <= one.clientWidth"
    assert dialog.evaluate(wide)
    assert page.locator("html").evaluate(wide)


def test_without_scripts(open_page: Open) -> None:
    page = open_page("/", javascript=False)
    page.locator("#q").fill("measure 11")
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("link", name=FOUND).click()
    page.locator("#s3 > .loc").click()
    for side in ("zh", "en"):
        expect(page.locator(f"#s3 > .{side}")).to_be_in_viewport()
    page.locator("#s3 .acts").get_by_role("link", name="Cite").click()
    page.wait_for_url(f"**{ADDRESS}/cite")
    expect_cited(page.locator("main"))
