"""What a row does: its partner lights up, its number opens a menu, a range is made."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from playwright.sync_api import Locator
from playwright.sync_api import Page

from tests.browser.conftest import Open

PLAN = "/western-financial-center"
UNIT = f"{PLAN}/2.3.11"

TOUCHABLE = """() => [...document.querySelectorAll(".row-menu [role=menuitem]")]
  .every((item) => item.getBoundingClientRect().height >= 44)"""


def lit(page: Page, side: str) -> Any:
    """Give the style of the line beside one side of a row."""
    return page.locator(side).evaluate(
        "side => getComputedStyle(side, '::before').borderInlineStartStyle"
    )


def menu(page: Page) -> Locator:
    return page.locator(".row-menu")


@pytest.mark.parametrize("path", [UNIT, f"{UNIT}?view=stacked", f"{PLAN}/"])
def test_pointing_at_a_sentence_lights_its_partner(open_page: Open, path: str) -> None:
    page = open_page(path)
    row = "[id$='2.3.11.s2']" if path.endswith("/") else "#s2"
    page.locator(f"{row} > .zh").hover(position={"x": 4, "y": 4})
    assert lit(page, f"{row} > .en") == "solid"
    assert lit(page, f"{row} > .zh") == "none"
    page.locator(f"{row} > .en").hover(position={"x": 4, "y": 4})
    assert lit(page, f"{row} > .zh") == "solid"


def test_focus_in_a_sentence_lights_its_partner(open_page: Open) -> None:
    page = open_page(UNIT)
    page.locator("#s2 .zh a.term").first.focus()
    assert lit(page, "#s2 > .en") == "solid"


def test_a_hit_of_a_search_lights_its_partner(open_page: Open) -> None:
    page = open_page("/search?q=绿色金融")
    page.locator(".found .zh").nth(1).hover(position={"x": 4, "y": 4})
    lines = page.locator(".found .para .en").evaluate_all(
        """all => all.map((one) =>
          getComputedStyle(one, "::before").borderInlineStartStyle)"""
    )
    assert lines.count("solid") == 1


def test_a_tap_lights_the_partner_until_the_next(open_page: Open) -> None:
    page = open_page(UNIT, width=390, has_touch=True)
    page.locator("#s1 > .zh").tap(position={"x": 4, "y": 4})
    expect(page.locator("#s1")).to_have_attribute("data-lit", "zh")
    page.locator("#s2 > .en").tap(position={"x": 4, "y": 4})
    expect(page.locator("[data-lit]")).to_have_count(1)
    expect(page.locator("#s2")).to_have_attribute("data-lit", "en")


def test_the_number_opens_the_menu_and_makes_the_row_the_target(
    open_page: Open,
) -> None:
    page = open_page(UNIT)
    before = page.locator("#s4").bounding_box()
    page.locator("#s4 > .loc").click()
    expect(menu(page)).to_be_visible()
    expect(menu(page).get_by_role("menuitem").first).to_be_focused()
    expect(menu(page)).to_contain_text("2.3.11.s4")
    assert page.url.endswith(f"{UNIT}#s4")
    assert page.evaluate("document.querySelector(':target').id") == "s4"
    assert page.locator("#s4").bounding_box() == before
    assert not Axe().run(page).response["violations"]
    page.locator("#s6 > .loc").click()
    expect(menu(page)).to_contain_text("2.3.11.s6")
    expect(page.locator(":popover-open")).to_have_count(1)
    page.locator("h1").click()
    expect(menu(page)).to_be_hidden()


@pytest.mark.parametrize(("width", "height"), [(1440, 500), (820, 300), (360, 640)])
def test_the_menu_is_whole_on_the_screen(
    open_page: Open, width: int, height: int
) -> None:
    page = open_page(UNIT, width=width, height=height)
    number = page.locator("#s9 > .loc")
    number.evaluate("number => number.scrollIntoView({ block: 'end' })")
    number.click()
    expect(menu(page)).to_be_in_viewport(ratio=0.99)
    expect(number).to_be_in_viewport()
    page.keyboard.press("End")
    expect(menu(page).get_by_role("menuitem").last).to_be_in_viewport(ratio=0.99)


def test_a_tap_opens_the_menu_and_the_next_one_closes_it(open_page: Open) -> None:
    page = open_page(UNIT, width=390, has_touch=True)
    number = page.locator("#s3 > .loc")
    number.tap()
    expect(menu(page)).to_be_visible()
    assert page.url.endswith(f"{UNIT}#s3")
    assert page.evaluate(TOUCHABLE)
    number.tap()
    expect(menu(page)).to_be_hidden()
    expect(number).to_be_focused()
    number.tap()
    page.locator("#s1 > .zh").tap(position={"x": 4, "y": 4})
    expect(menu(page)).to_be_hidden()


def test_a_screen_reader_has_the_number_the_chinese_and_the_english(
    open_page: Open,
) -> None:
    page = open_page(UNIT)
    number = page.locator("#s2 > .loc")
    expect(number).to_have_accessible_name(re.compile(r"2\.3\.11\.s ?2"))
    heard = page.locator("#s2").aria_snapshot()
    assert heard.index("深化省市间") < heard.index("Deepen inter-provincial")
    expect(page.locator("#s2 > .zh")).to_have_attribute("lang", "zh-Hans")
    expect(page.locator("#s2 > .en")).to_have_attribute("lang", "en")
    number.click()
    expect(page.get_by_role("menu", name="What to do with it")).to_be_visible()
    expect(number).to_have_attribute("aria-haspopup", "menu")
    page.keyboard.press("Escape")
    expect(number).to_be_focused()


def test_the_menu_works_by_keys_and_gives_the_focus_back(open_page: Open) -> None:
    page = open_page(UNIT)
    number = page.locator("#s3 > .loc")
    number.focus()
    page.keyboard.press("Enter")
    items = menu(page).get_by_role("menuitem")
    expect(items.first).to_be_focused()
    expect(number).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(items.nth(1)).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")
    expect(items.last).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu(page)).to_be_hidden()
    expect(number).to_be_focused()
    expect(number).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("act", ["copy-zh", "copy-en", "copy-both", "cite", "bookmark"])
def test_an_item_tells_what_is_wanted_of_which_rows(open_page: Open, act: str) -> None:
    page = open_page(f"{UNIT}#s4-s6")
    page.evaluate(
        """act => document.addEventListener(`row:${act}`, ({ detail }) => {
          window.told = [detail.slug, detail.locator, detail.rows.length];
        })""",
        act,
    )
    page.locator("#s4 > .loc").click()
    page.locator("#s6 > .loc").click(modifiers=["Shift"])
    expect(menu(page)).to_contain_text("2.3.11.s4-s6")
    page.locator(f"[data-act={act}]").click()
    told = page.evaluate("window.told")
    assert told == ["western-financial-center", "2.3.11.s4-s6", 3]


def test_shift_and_a_second_number_make_a_range(open_page: Open) -> None:
    for path, first in ((UNIT, "s"), (f"{PLAN}/", "2.3.11.s")):
        page = open_page(path)
        page.locator(f"[id='{first}4'] > .loc").click()
        page.locator(f"[id='{first}6'] > .loc").click(modifiers=["Shift"])
        expect(page.locator(".row.ranged")).to_have_count(3)
        assert page.url.endswith(f"#{first}4-s6")
        assert page.evaluate("getSelection().toString()") == ""
        assert page.title().startswith("Support Chongqing and Chengdu")


def test_shift_and_j_make_a_range_longer_and_shorter(open_page: Open) -> None:
    page = open_page(UNIT)
    page.locator("#s4 > .loc").focus()
    for key, fragment, at in (
        ("Shift+J", "s4-s5", "s5"), ("Shift+ArrowDown", "s4-s6", "s6"),
        ("Shift+K", "s4-s5", "s5"), ("Shift+ArrowUp", "s4", "s4"),
        ("Shift+K", "s3-s4", "s3"),
    ):  # fmt: skip
        page.keyboard.press(key)
        expect(page.locator(f"#{at} > .loc")).to_be_focused()
        assert page.url.endswith(f"#{fragment}")


def test_the_title_follows_the_target(open_page: Open) -> None:
    page = open_page(f"{UNIT}#s4")
    expect(page).to_have_title(re.compile("^Support Chongqing"))
    plain = page.title().partition(" · ")[2]
    assert "Support" not in plain
    page.evaluate("() => { location.hash = ''; }")
    expect(page).to_have_title(plain)


def test_the_words_of_an_editor_in_a_text_are_no_sentence(
    open_page: Open, threads_site: str
) -> None:
    page = open_page("/law/1.2", base=threads_site)
    words = page.locator(".para > .row", has_text="From")
    expect(words.get_by_role("link")).to_have_js_property("tabIndex", 0)
    walked = set()
    for _ in range(page.locator(".para > .row").count() + 1):
        page.keyboard.press("j")
        walked.add(page.evaluate("document.activeElement.className"))
    assert walked == {"loc"}
