"""The search box suggests as one types, and is never in the way of what is typed."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from playwright.sync_api import Locator
from playwright.sync_api import Page
from playwright.sync_api import Route

from tests.browser.conftest import Open

PLAN = "/western-financial-center"


def field(page: Page) -> Locator:
    return page.get_by_role("combobox")


def options(page: Page) -> Locator:
    return page.get_by_role("option")


def type_in(page: Page, text: str) -> None:
    """Type key by key and wait for the suggestions for the whole of it."""
    field(page).press_sequentially(text)
    expect(field(page)).to_have_attribute("aria-expanded", "true")
    expect(page.locator("[role=listbox][aria-busy]")).to_have_count(0)


def chosen(page: Page) -> Locator:
    return page.locator("[role=option][aria-selected=true]")


def requests(page: Page) -> list[str]:
    """Note what is asked of the server from here on."""
    asked: list[str] = []
    page.on(
        "request", lambda one: asked.append(one.url) if "suggest?" in one.url else None
    )
    return asked


def test_the_popup_is_a_list_of_options_in_both_languages(open_page: Open) -> None:
    page = open_page("/")
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    expect(field(page)).to_have_attribute("aria-autocomplete", "list")
    type_in(page, "gree")
    popup = page.get_by_role("listbox", name="Suggestions")
    expect(popup).to_be_visible()
    assert field(page).get_attribute("aria-controls") == popup.get_attribute("id")
    first = options(page).first
    expect(first.locator("[lang=zh]")).to_have_text("绿色金融")
    expect(first.locator("[lang=en]")).to_have_text("green finance")
    expect(first.locator("mark")).to_have_text("gree")
    said = page.get_by_role("search").get_by_role("status")
    expect(said).to_have_text("4 suggestions")


def test_the_arrows_go_through_the_list_and_round_its_ends(open_page: Open) -> None:
    page = open_page(f"{PLAN}/2.3.11")
    type_in(page, "绿")
    expect(chosen(page)).to_have_count(0)
    reached = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
        expect(chosen(page)).to_have_count(1)
        at = chosen(page).get_attribute("id")
        assert at
        assert field(page).get_attribute("aria-activedescendant") == at
        reached.append(int(at[-1]))
    assert reached == [0, 1, 0, 3, 0]
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("绿")


@pytest.mark.parametrize("key", ["Home", "End", "ArrowLeft", "ArrowRight", "x"])
def test_the_other_keys_go_back_to_the_text(open_page: Open, key: str) -> None:
    page = open_page("/")
    type_in(page, "gre")
    page.keyboard.press("ArrowDown")
    expect(chosen(page)).to_have_count(1)
    page.keyboard.press(key)
    expect(chosen(page)).to_have_count(0)
    assert field(page).get_attribute("aria-activedescendant") is None
    at = field(page).evaluate("field => field.selectionStart")
    assert at == {"Home": 0, "End": 3, "ArrowLeft": 2, "ArrowRight": 3, "x": 4}[key]


def test_enter_searches_a_chosen_term_in_the_language_typed(open_page: Open) -> None:
    page = open_page("/")
    type_in(page, "lvse")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/search?q={quote('绿色金融')}")
    expect(page.locator("#q")).to_have_value("绿色金融")


def test_enter_goes_to_a_chosen_place(open_page: Open) -> None:
    page = open_page("/about")
    type_in(page, "measure 1")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{PLAN}/2.3.11")


def test_a_term_is_looked_for_where_the_field_looks(open_page: Open) -> None:
    page = open_page("/concordance")
    type_in(page, "gree")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/concordance?q=green+finance**")


def test_enter_with_nothing_chosen_searches_what_was_typed(open_page: Open) -> None:
    page = open_page("/")
    type_in(page, "gree")
    options(page).nth(1).hover()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=gree")


def test_enter_after_typing_on_searches_what_was_typed(open_page: Open) -> None:
    page = open_page("/")
    type_in(page, "gree")
    page.keyboard.press("ArrowDown")
    page.keyboard.type("n")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=green")


def test_escape_closes_the_list_and_then_clears_the_field(open_page: Open) -> None:
    page = open_page("/")
    type_in(page, "gree")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    expect(field(page)).to_have_value("gree")
    page.keyboard.press("Escape")
    expect(field(page)).to_have_value("")


def test_down_opens_the_list_at_its_first_and_up_at_its_last(open_page: Open) -> None:
    page = open_page("/search?q=绿色")
    field(page).focus()
    expect(page.get_by_role("listbox")).to_be_hidden()
    for key, end in (("ArrowDown", "first"), ("ArrowUp", "last")):
        page.keyboard.press(key)
        option = getattr(options(page), end)
        expect(option).to_have_attribute("aria-selected", "true")
        page.keyboard.press("Escape")
    page.keyboard.press("Alt+ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()
    expect(chosen(page)).to_have_count(0)
    page.keyboard.press("Alt+ArrowUp")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_tab_leaves_and_the_list_closes(open_page: Open) -> None:
    page = open_page("/")
    type_in(page, "gree")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.get_by_role("button", name="Search", exact=True)).to_be_focused()
    expect(field(page)).to_have_value("gree")


def test_a_click_elsewhere_closes_the_list(open_page: Open) -> None:
    page = open_page("/")
    type_in(page, "gree")
    page.locator(".motto .zh").click()
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_a_click_chooses(open_page: Open) -> None:
    page = open_page("/")
    type_in(page, "绿")
    options(page).last.locator("[lang=en]").click()
    page.wait_for_url(f"**{PLAN}/2.3.11")


def test_a_tap_chooses(open_page: Open) -> None:
    page = open_page("/", width=390, has_touch=True, is_mobile=True)
    page.locator("#q").tap()
    type_in(page, "gree")
    options(page).first.tap()
    page.wait_for_url("**/search?q=green+finance")


def compose(page: Page, kind: str, value: str) -> None:
    """Do what an input method does: it says so, and puts in what it has so far."""
    field(page).evaluate(
        """(field, [kind, value]) => {
          field.value = value;
          field.dispatchEvent(new CompositionEvent(kind, { data: value }));
          if (kind === "compositionend") return;
          field.dispatchEvent(new InputEvent("input", { isComposing: true }));
        }""",
        [kind, value],
    )


def test_an_input_method_is_left_alone_until_it_has_ended(open_page: Open) -> None:
    page = open_page("/")
    asked = requests(page)
    field(page).focus()
    for kind, value in (("start", ""), ("update", "l"), ("update", "lv'se")):
        compose(page, f"composition{kind}", value)
    page.wait_for_timeout(400)
    assert asked == []
    assert page.get_by_role("listbox").is_hidden()
    compose(page, "compositionend", "绿色")
    expect(options(page).first.locator("[lang=zh]")).to_have_text("绿色金融")
    assert len(asked) == 1
    assert asked[0].endswith(quote("绿色"))


def test_the_enter_of_an_input_method_chooses_nothing(open_page: Open) -> None:
    page = open_page("/")
    type_in(page, "绿")
    page.keyboard.press("ArrowDown")
    stopped = field(page).evaluate(
        """field => !field.dispatchEvent(new KeyboardEvent("keydown", {
          key: "Enter", isComposing: true, bubbles: true, cancelable: true,
        }))"""
    )
    assert not stopped
    expect(chosen(page)).to_have_count(1)
    assert page.url.endswith("/")


def test_typing_fast_asks_once_and_asking_again_not_at_all(open_page: Open) -> None:
    page = open_page("/")
    asked = requests(page)
    type_in(page, "green")
    assert [url.partition("q=")[2] for url in asked][-1] == "green"
    before = len(asked)
    assert before < 5
    page.keyboard.press("Escape")
    field(page).fill("")
    type_in(page, "green")
    again = [url for url in asked[before:] if url.endswith("q=green")]
    assert again == []


def test_a_late_answer_is_dropped(open_page: Open) -> None:
    page = open_page("/")
    waiting: list[Route] = []
    page.route(re.compile(r"suggest\?q=gre$"), lambda route: waiting.append(route))
    with page.expect_request(re.compile(r"suggest\?q=gre$")):
        field(page).press_sequentially("gre")
    field(page).fill("央行")
    alias = options(page).locator("b").filter(has_text=re.compile("^央行$"))
    expect(alias).to_be_visible()
    for route in waiting:
        route.continue_()
    page.wait_for_timeout(300)
    expect(alias).to_be_visible()


def test_nothing_is_said_where_the_server_has_no_answer(open_page: Open) -> None:
    page = open_page("/")
    page.route("**/suggest?*", lambda route: route.fulfill(status=404, body="?"))
    field(page).press_sequentially("green")
    page.wait_for_timeout(400)
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=green")


def test_what_is_suggested_stays_text(open_page: Open) -> None:
    page = open_page("/")
    evil = "<img src=x onerror=alert(1)>"
    text = {"text": evil, "marks": [[0, 4]]}
    one = {
        "kind": "term", "lang": "en", "zh": text, "en": text, "also": text,
        "query": evil, "url": "/", "term": "x", "doc": None, "locator": None,
        "of": None,
    }  # fmt: skip
    page.route(
        "**/suggest?*",
        lambda route: route.fulfill(
            json={"ok": True, "query": "x", "suggestions": [one]}
        ),
    )
    type_in(page, "img")
    expect(options(page).locator("[lang=zh]")).to_have_text(evil)
    expect(page.locator("img")).to_have_count(0)


@pytest.mark.parametrize("path", ["/", f"{PLAN}/2.3.11"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_open_list_hinders_nobody(open_page: Open, path: str, theme: str) -> None:
    page = open_page(path, theme=theme)
    type_in(page, "绿")
    page.keyboard.press("ArrowDown")
    assert not Axe().run(page).response["violations"]


def test_the_list_is_chinese_in_the_chinese_interface(open_page: Open) -> None:
    page = open_page("/about", ui="zh", width=360)
    type_in(page, "绿")
    expect(page.get_by_role("listbox", name="搜索建议")).to_be_visible()
    said = page.get_by_role("search").get_by_role("status")
    expect(said).to_have_text("4 条建议")
    assert not Axe().run(page).response["violations"]


@pytest.mark.parametrize("path", ["/", "/about"])
def test_nothing_moves_and_all_can_be_reached_at_400_per_cent(
    open_page: Open, path: str
) -> None:
    page = open_page(path, width=320, height=256)
    height = page.evaluate("document.documentElement.scrollHeight")
    type_in(page, "第十")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate("document.documentElement.scrollHeight") == height
    page.keyboard.press("ArrowUp")
    expect(chosen(page)).to_be_in_viewport()


def test_opening_the_list_shifts_nothing(open_page: Open) -> None:
    page = open_page("/")
    places = """() => [...document.querySelectorAll("main *")]
      .filter((one) => !one.closest(".suggest"))
      .map((one) => JSON.stringify(one.getBoundingClientRect()))"""
    before = page.evaluate(places)
    type_in(page, "c")
    assert page.evaluate(places) == before


def test_the_choice_is_seen_in_forced_colours(open_page: Open) -> None:
    page = open_page("/", forced_colors="active")
    type_in(page, "绿")
    page.keyboard.press("ArrowDown")
    expect(chosen(page)).to_have_css("outline-style", "solid")
    colours = options(page).evaluate_all(
        "all => all.slice(0, 2).map((one) => getComputedStyle(one).backgroundColor)"
    )
    assert len(set(colours)) == 2


def test_without_scripts_there_is_a_plain_field(open_page: Open) -> None:
    page = open_page("/", javascript=False)
    expect(page.get_by_role("combobox")).to_have_count(0)
    page.get_by_role("searchbox").fill("gree")
    expect(page.get_by_role("listbox")).to_have_count(0)
