"""Terms in the text: shown by mouse, keyboard and touch, and turned off."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from playwright.sync_api import Locator
from playwright.sync_api import Page

from tests.browser.conftest import Open

PLAN = "/western-financial-center"
UNIT = f"{PLAN}/2.3.11"


def box(page: Page) -> Locator:
    return page.locator(".preview")


def terms(page: Page, row: str = "#s4", side: str = ".en") -> Locator:
    return page.locator(f"{row} {side} a.term")


def test_the_mouse_shows_both_forms_what_it_is_and_how_often(open_page: Open) -> None:
    page = open_page(f"{PLAN}/1.3")
    terms(page, "#s2", ".zh").get_by_text("金融生态环境").hover()
    expect(box(page)).to_be_visible()
    expect(box(page).locator(".zh")).to_have_text("金融生态环境")
    expect(box(page).locator(".en")).to_have_text("financial ecosystem")
    expect(box(page)).to_contain_text("Concept · Once in all texts")
    expect(box(page).locator("[lang=en]", has_text="The institutional")).to_be_visible()
    box(page).get_by_text("All about this term").click()
    page.wait_for_url("**/terms/financial-ecosystem")


def test_a_click_goes_to_the_page_of_the_term(open_page: Open) -> None:
    page = open_page(UNIT)
    terms(page).get_by_text("European Union").click()
    page.wait_for_url("**/terms/european-union")


def test_the_arrow_keys_go_from_the_number_to_the_terms_and_back(
    open_page: Open,
) -> None:
    page = open_page(UNIT)
    number = page.locator("#s4 > .loc")
    stops = [*terms(page, side=".zh").all(), *terms(page).all()]
    assert len(stops) == 6
    number.focus()
    page.keyboard.press("ArrowLeft")
    expect(number).to_be_focused()
    for stop in stops:
        page.keyboard.press("ArrowRight")
        expect(stop).to_be_focused()
        expect(box(page)).to_be_visible()
        expect(page.locator(":popover-open")).to_have_count(1)
    page.keyboard.press("ArrowRight")
    expect(stops[-1]).to_be_focused()
    page.keyboard.press("Escape")
    expect(box(page)).to_be_hidden()
    expect(stops[-1]).to_be_focused()
    for stop in [*reversed(stops[:-1]), number]:
        page.keyboard.press("ArrowLeft")
        expect(stop).to_be_focused()
    expect(box(page)).to_be_hidden()


def test_the_keyboard_gets_into_the_box_and_on(open_page: Open) -> None:
    page = open_page(UNIT)
    page.locator("#s1 > .loc").focus()
    page.keyboard.press("ArrowRight")
    expect(box(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(box(page).get_by_text("All about this term")).to_be_focused()
    page.keyboard.press("Escape")
    expect(terms(page, "#s1", ".zh").first).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#s2 > .loc")).to_be_focused()


def test_tab_does_not_stop_at_every_term(open_page: Open) -> None:
    page = open_page(UNIT)
    page.locator("#s1 > .loc").focus()
    for number in range(2, 6):
        page.keyboard.press("Tab")
        expect(page.locator(f"#s{number} > .loc")).to_be_focused()


@pytest.mark.parametrize(
    ("view", "words"), [("zh", "绿色金融"), ("en", "green finance")]
)
def test_a_term_that_is_not_seen_is_no_stop(
    open_page: Open, view: str, words: str
) -> None:
    page = open_page(f"{UNIT}?view={view}")
    page.locator("#s1 > .loc").focus()
    stops = set()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        stops.add(page.evaluate("document.activeElement.textContent"))
    reveal = {"zh": "English", "en": "中文"}[view]
    assert stops == {words, reveal}


def test_escape_closes_what_the_mouse_opened(open_page: Open) -> None:
    page = open_page(UNIT)
    terms(page).first.hover()
    expect(box(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(box(page)).to_be_hidden()


def test_the_first_tap_shows_it_and_the_box_leads_on(open_page: Open) -> None:
    page = open_page(UNIT, width=390, height=844, has_touch=True, ui="zh")
    terms(page, "#s1", ".zh").tap()
    expect(box(page)).to_be_visible()
    expect(box(page)).to_contain_text("概念")
    assert page.url.endswith(UNIT)
    terms(page, "#s2", ".zh").tap()
    expect(box(page).locator(".zh")).to_have_text("环境权益交易")
    expect(page.locator(":popover-open")).to_have_count(1)
    box(page).get_by_text("术语详情").tap()
    page.wait_for_url("**/terms/environmental-rights-trading")


def test_one_box_serves_references_and_terms_and_has_no_id(open_page: Open) -> None:
    page = open_page(f"{PLAN}/")
    page.locator("details.note > summary").evaluate_all(
        "handles => handles.forEach((one) => { one.parentElement.open = true; })"
    )
    term, reference = page.locator("a.term").first, page.locator(".note a.ref").first
    for link, told in ((term, "in all texts"), (reference, "2."), (term, "all texts")):
        link.hover()
        expect(box(page)).to_contain_text(told)
        expect(page.locator(":popover-open")).to_have_count(1)
        expect(box(page).locator("[id]")).to_have_count(0)
    ids = page.locator("[id]").evaluate_all("all => all.map((one) => one.id)")
    assert len(ids) == len(set(ids))


def test_without_the_server_a_term_is_a_link(open_page: Open) -> None:
    page = open_page(UNIT)
    page.route("**/api/**", lambda route: route.fulfill(status=404, body="{}"))
    terms(page).first.hover()
    page.wait_for_timeout(600)  # longer than it takes to open
    expect(box(page)).to_be_hidden()


def test_without_scripts_terms_are_links_that_tab_reaches(open_page: Open) -> None:
    page = open_page(UNIT, javascript=False)
    page.locator("#s1 > .loc").focus()
    page.keyboard.press("Tab")
    expect(terms(page, "#s1", ".zh")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/terms/green-finance")


@pytest.mark.parametrize("javascript", [True, False])
def test_the_reader_turns_the_marks_off_and_on(
    open_page: Open, javascript: bool
) -> None:
    page = open_page(f"{UNIT}#s4", javascript=javascript)
    for choice, line in (("Not marked", "none"), ("Marked", "underline")):
        page.get_by_text("Display", exact=True).click()
        page.get_by_label(choice, exact=True).check()
        if terms(page).count():
            expect(terms(page).first).to_have_css("text-decoration-line", line)
        page.get_by_role("button", name="Keep this choice").click()
        expect(page.get_by_label(choice, exact=True)).to_be_checked()
        assert (terms(page).count() > 0) == (choice == "Marked")


def test_marks_that_were_just_turned_off_do_nothing(open_page: Open) -> None:
    page = open_page(UNIT)
    page.get_by_text("Display", exact=True).click()
    page.get_by_label("Not marked").check()
    page.keyboard.press("Escape")
    page.locator("#s1 > .loc").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#s1 > .loc")).to_be_focused()
    at = terms(page).first.bounding_box()
    assert at
    page.mouse.move(at["x"] + 5, at["y"] + 5)
    page.wait_for_timeout(600)  # longer than it takes to open
    expect(box(page)).to_be_hidden()


def test_marks_are_quiet_and_not_on_paper(open_page: Open) -> None:
    page = open_page(UNIT)
    colour = page.locator("#s2 .en").evaluate("side => getComputedStyle(side).color")
    expect(terms(page, "#s2").first).to_have_css("color", colour)
    expect(terms(page, "#s2").first).to_have_css("text-decoration-style", "dotted")
    page.emulate_media(media="print")
    expect(terms(page, "#s2").first).to_have_css("text-decoration-line", "none")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_of_it_hinders_people_with_disabilities(
    open_page: Open, theme: str, width: int
) -> None:
    page = open_page(UNIT, theme=theme, width=width)
    terms(page).first.hover()
    expect(box(page)).to_be_visible()
    zh, en = (box(page).locator(f".{side}").bounding_box() for side in ("zh", "en"))
    assert zh
    assert en
    assert zh["x"] + zh["width"] <= en["x"] or zh["y"] + zh["height"] <= en["y"]
    assert not Axe().run(page).response["violations"]
    page.get_by_text("Display", exact=True).click()
    assert not Axe().run(page).response["violations"]
