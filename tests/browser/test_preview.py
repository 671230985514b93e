"""What a reference leads to, shown beside it: by mouse, by keyboard and by touch."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from playwright.sync_api import Locator
from playwright.sync_api import Page

from tests.browser.conftest import Open

UNIT = "/law/1.2"


def box(page: Page) -> Locator:
    return page.locator(".preview")


def link(page: Page, row: str = "#s2", side: str = ".zh") -> Locator:
    return page.locator(f"{row} {side} a.ref")


def test_the_mouse_opens_it_and_may_move_into_it(
    open_page: Open, threads_site: str
) -> None:
    page = open_page(UNIT, base=threads_site)
    expect(box(page)).to_be_hidden()
    link(page).hover()
    expect(box(page)).to_be_visible()
    expect(box(page).locator(".head .zh")).to_have_text("第一条 依据")
    expect(box(page).locator(".head .en")).to_have_text("Article 1 Basis")
    expect(box(page).get_by_text("This Law takes effect together")).to_be_visible()
    assert box(page).locator("[lang|=zh]").count() == 3
    assert box(page).locator("[lang=en]").count() == 3
    box(page).locator(".head .zh").hover()
    page.wait_for_timeout(400)  # longer than it takes to close
    expect(box(page)).to_be_visible()
    page.mouse.move(5, 5)
    expect(box(page)).to_be_hidden()


def test_a_click_follows_the_link(open_page: Open, threads_site: str) -> None:
    page = open_page(UNIT, base=threads_site)
    link(page).click()
    page.wait_for_url("**/law/1.1")


def test_a_link_that_is_only_passed_opens_nothing(
    open_page: Open, threads_site: str
) -> None:
    page = open_page(UNIT, base=threads_site)
    link(page).hover()
    page.mouse.move(5, 5)
    page.wait_for_timeout(600)  # longer than it takes to open
    expect(box(page)).to_be_hidden()


def test_the_keyboard_opens_it_and_escape_closes_it(
    open_page: Open, threads_site: str
) -> None:
    page = open_page(UNIT, base=threads_site)
    page.locator("#s2 > .loc").focus()
    page.keyboard.press("ArrowRight")
    expect(link(page)).to_be_focused()
    expect(box(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(box(page)).to_be_hidden()
    expect(link(page)).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(link(page, side=".en")).to_be_focused()
    expect(box(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(box(page)).to_be_hidden()


def test_escape_closes_what_the_mouse_opened_until_it_comes_again(
    open_page: Open, threads_site: str
) -> None:
    page = open_page(UNIT, base=threads_site)
    link(page).hover()
    expect(box(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(box(page)).to_be_hidden()
    page.mouse.move(5, 5)
    link(page).hover()
    expect(box(page)).to_be_visible()


def test_the_keyboard_gets_from_several_places_to_one(
    open_page: Open, threads_site: str
) -> None:
    page = open_page(UNIT, base=threads_site)
    page.locator("#s3 > .loc").focus()
    page.keyboard.press("ArrowRight")
    expect(box(page)).to_contain_text("3 places")
    expect(box(page).locator(".head")).to_have_count(3)
    page.keyboard.press("Tab")
    expect(box(page).locator("a").first).to_be_focused()
    expect(box(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(link(page, "#s3")).to_be_focused()
    expect(box(page)).to_be_hidden()


def test_the_first_tap_opens_it_and_the_next_goes_there(
    open_page: Open, threads_site: str
) -> None:
    page = open_page(UNIT, base=threads_site, width=390, height=844, has_touch=True)
    link(page).tap()
    expect(box(page)).to_be_visible()
    assert page.url.endswith(UNIT)
    page.locator("h1").tap()
    expect(box(page)).to_be_hidden()
    link(page).tap()
    box(page).get_by_text("Go there").tap()
    page.wait_for_url("**/law/1.1")
    page.go_back()
    link(page).tap()
    expect(box(page)).to_be_visible()
    link(page).tap()
    page.wait_for_url("**/law/1.1")


def test_there_is_one_box_and_no_id_in_it(open_page: Open, threads_site: str) -> None:
    page = open_page(UNIT, base=threads_site)
    for row in ("#s2", "#s3", "#s4"):
        link(page, row).hover()
        expect(box(page)).to_be_visible()
        expect(page.locator(":popover-open")).to_have_count(1)
        expect(box(page).locator("[id]")).to_have_count(0)
    expect(box(page)).to_contain_text("2 more sentences")


@pytest.mark.parametrize("row", ["#s2", "#n1"])
def test_without_the_server_the_link_is_a_link(
    open_page: Open, threads_site: str, row: str
) -> None:
    page = open_page(f"{UNIT}#n1", base=threads_site)
    page.route("**/api/**", lambda route: route.fulfill(status=404, body="{}"))
    link(page, row).hover()
    page.wait_for_timeout(600)
    expect(box(page)).to_be_hidden()
    link(page, row).click()
    page.wait_for_url(lambda url: not url.endswith("#n1"))


def test_a_tap_goes_there_when_nothing_can_be_shown(
    open_page: Open, threads_site: str
) -> None:
    page = open_page(UNIT, base=threads_site, width=390, has_touch=True)
    page.route("**/api/**", lambda route: route.fulfill(status=404, body="{}"))
    link(page).tap()
    page.wait_for_url("**/law/1.1")


def test_without_scripts_the_link_is_a_link(open_page: Open, threads_site: str) -> None:
    page = open_page(UNIT, base=threads_site, javascript=False)
    link(page).hover()
    expect(box(page)).to_be_hidden()
    link(page).click()
    page.wait_for_url("**/law/1.1")
    page.locator(".counts").first.click()
    page.wait_for_url("**#references")


@pytest.mark.parametrize("width", [320, 800, 1440])
@pytest.mark.parametrize("view", ["parallel", "en"])
def test_it_is_all_on_the_screen_and_leaves_the_link_free(
    open_page: Open, threads_site: str, width: int, view: str
) -> None:
    page = open_page(f"/law/?view={view}", base=threads_site, width=width, height=500)
    for row in ("1.2.s2", "1.2.s3", "2.4.s1"):
        one = page.locator(f"[id='{row}'] .en a.ref")
        one.scroll_into_view_if_needed()
        one.hover()
        expect(box(page)).to_be_visible()
        shown = box(page).bounding_box()
        assert shown
        assert shown["x"] >= 0
        assert shown["x"] + shown["width"] <= width
        assert shown["y"] >= 0
        assert shown["y"] + shown["height"] <= 500
        if width > 720:
            line = one.bounding_box()
            assert line
            above = shown["y"] + shown["height"] <= line["y"] + line["height"]
            assert above or shown["y"] >= line["y"]
        page.keyboard.press("Escape")


def test_it_goes_along_when_the_page_is_scrolled(
    open_page: Open, threads_site: str
) -> None:
    page = open_page("/law/", base=threads_site, height=600)
    one = page.locator("[id='1.2.s2'] .zh a.ref")
    page.locator("[id='1.2.s2'] > .loc").focus()
    page.keyboard.press("ArrowRight")
    expect(one).to_be_focused()
    expect(box(page)).to_be_visible()

    def distance() -> float:
        shown, at = box(page).bounding_box(), one.bounding_box()
        assert shown
        assert at
        return shown["y"] - at["y"]

    before = distance()
    page.evaluate("scrollBy({ top: 90, behavior: 'instant' })")
    assert abs(distance() - before) < 1


@pytest.mark.parametrize("ui", ["zh", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_of_it_hinders_people_with_disabilities(
    open_page: Open, threads_site: str, ui: str, theme: str, width: int
) -> None:
    page = open_page(UNIT, base=threads_site, ui=ui, theme=theme, width=width)
    link(page, "#s3").hover()
    expect(box(page)).to_be_visible()
    assert not Axe().run(page).response["violations"]
    for path in ("/law/", "/law/2.4", "/about"):
        page.goto(path)
        assert not Axe().run(page).response["violations"], path
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, path


@pytest.mark.parametrize("view", ["parallel", "stacked", "zh", "en"])
@pytest.mark.parametrize("width", [360, 820, 1440])
def test_counts_and_handles_of_notes_keep_out_of_each_others_way(
    open_page: Open, threads_site: str, view: str, width: int
) -> None:
    page = open_page(f"/law/?view={view}", base=threads_site, width=width)
    overlaps = page.evaluate(
        """() => {
          const boxes = [...document.querySelectorAll(
            ".para .loc, .counts > :not(.vh), .note > summary, .para .row > p"
          )].map((one) => {
            const range = document.createRange();
            range.selectNodeContents(one);
            return [one, range.getBoundingClientRect()];
          }).filter(([, { width }]) => width);
          return boxes.filter(([one, a]) => one.matches(".counts > *, summary") &&
            boxes.some(([other, b]) => other !== one &&
              a.left < b.right - 1 && b.left < a.right - 1 &&
              a.top < b.bottom - 3 && b.top < a.bottom - 3
          )).map(([one]) => one.outerHTML);
        }"""
    )
    assert not overlaps


def test_both_languages_and_the_address_still_share_a_line(
    open_page: Open, threads_site: str
) -> None:
    page = open_page("/law/", base=threads_site)
    for row in page.locator(".para > .row[id]").all():
        tops = row.evaluate(
            """(row) => [".zh", ".en"].map((side) => {
              const mark = document.createElement("span");
              row.querySelector(side).prepend(mark);
              const { bottom } = mark.getBoundingClientRect();
              mark.remove();
              return bottom;
            })"""
        )
        assert abs(tops[0] - tops[1]) < 6
