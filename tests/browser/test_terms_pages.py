"""The glossary in a browser: filtered by keyboard, read on a phone, without scripts."""

from __future__ import annotations

from playwright.sync_api import expect
from playwright.sync_api import Page

from tests.browser.conftest import Open

TERM = "/terms/new-western-land-sea-corridor"


def press_until(page: Page, selector: str) -> None:
    """Go on by Tab until something has the focus."""
    wanted = page.locator(selector).first
    for _ in range(80):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"{selector} is never reached")


def test_terms_are_narrowed_by_keyboard_alone(open_page: Open) -> None:
    page = open_page("/terms/?sort=en")
    press_until(page, ".facets a:has-text('Institution')")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Institution")
    press_until(page, ".letters a:has(span:text-is('C'))")
    page.keyboard.press("Enter")
    expect(page.locator(".results h2")).to_have_text(["C"])
    press_until(page, "#words")
    page.keyboard.type("bank")
    page.keyboard.press("Enter")
    expect(page.locator(".facets [aria-current]")).to_contain_text("Institution")
    press_until(page, ".results .pair a.zh")
    page.keyboard.press("Enter")
    expect(page.locator(".crumbs a").last).to_have_text("Institution")


def test_everything_works_without_scripts(open_page: Open) -> None:
    page = open_page("/terms/", width=390, javascript=False)
    page.locator(".facets summary").click()
    page.locator(".facets a", has_text="Strategy").click()
    page.get_by_label("Words in a term").fill("陆海")
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("link", name="西部陆海新通道", exact=True).click()
    expect(page.locator("#profile")).to_contain_text("3 occurrences, 2 ways")
    page.locator("[aria-labelledby=profile] .under a").first.click()
    assert page.url.endswith("/1.1#s3")


def test_addresses_are_seen_whole_on_the_narrowest_screen(open_page: Open) -> None:
    page = open_page(TERM, width=320)
    lefts = page.locator("article .loc:visible").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().left)"
    )
    assert lefts
    assert min(lefts) >= 0


def test_bars_are_as_long_as_their_share(open_page: Open) -> None:
    page = open_page(TERM)
    whole = page.locator(".bar").first.evaluate("bar => bar.clientWidth")
    bars = page.locator(".bar rect").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().width)"
    )
    assert [round(3 * bar / whole) for bar in bars] == [2, 1]


def test_a_page_of_a_term_is_printed_with_its_pairs_and_no_menus(
    open_page: Open,
) -> None:
    page = open_page("/terms/")
    page.emulate_media(media="print")
    for menu in (".orders", ".results .find", ".rail"):
        expect(page.locator(menu).first).to_be_hidden()
    page.goto(TERM)
    expect(page.locator("[aria-labelledby=all] .row").first).to_be_visible()
    expect(page.locator("p.paper")).to_be_visible()
    expect(page.locator(".tools")).to_be_hidden()


def test_the_menu_is_one_line_on_a_phone(open_page: Open) -> None:
    for ui in ("zh", "en"):
        page = open_page("/terms/", width=360, ui=ui)
        brand = page.locator(".brand").bounding_box()
        menu = page.locator(".menu").bounding_box()
        assert brand
        assert menu
        assert abs(brand["y"] - menu["y"]) < 4, ui
