from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Open

PLAN = "/western-financial-center"
UNIT = f"{PLAN}/2.3.11"


@pytest.mark.parametrize("javascript", [True, False])
def test_a_hit_is_opened_marked_and_cleared(open_page: Open, javascript: bool) -> None:
    page = open_page("/search?q=绿色金融", javascript=javascript)
    page.locator(".found .para .loc", has_text="4").first.click()
    page.wait_for_url(lambda url: "/search" not in url)
    page.wait_for_load_state()  # the scripts have run
    row = page.locator("#s4")
    expect(row).to_be_in_viewport()
    expect(row.locator(".zh mark")).to_have_text("绿色金融")
    expect(row.locator(".en mark")).to_have_text("green finance")
    clear = page.locator(".marked .clear")
    expect(clear).to_be_in_viewport()
    clear.click()
    expect(page.locator("article mark")).to_have_count(0)
    assert page.url.endswith(f"{UNIT}#s4" if javascript else UNIT)


@pytest.mark.parametrize("javascript", [True, False])
def test_the_number_of_a_sentence_leads_to_an_address_without_the_query(
    open_page: Open, javascript: bool
) -> None:
    for path in (UNIT, f"{PLAN}/"):
        page = open_page(f"{path}?q=绿色金融", javascript=javascript)
        page.locator(".para > .row:has(mark) > .loc").first.click()
        page.wait_for_url(lambda url: "?" not in url)
        expect(page.locator("article mark")).to_have_count(0)
        expect(page.locator(".marked")).to_have_count(0)
        expect(page.locator("a[href*='q=']")).to_have_count(0)
        page.go_back()
        expect(page.locator("article mark").first).to_be_visible()


def test_one_goes_from_mark_to_mark_in_place(open_page: Open) -> None:
    page = open_page(f"{UNIT}?q=绿色金融#s1", javascript=False)
    page.locator("#s1").get_by_text("Next mark").click()
    expect(page.locator("#s3 .acts")).to_be_visible()
    expect(page.locator("#s3 mark").first).to_be_visible()
    page.locator("#s3").get_by_text("Previous mark").click()
    page.locator("#s1").get_by_text("Previous mark").click()
    expect(page.locator("#s4 mark").first).to_be_in_viewport()
    assert f"{PLAN}/1.3?q=" in page.url


def test_what_is_copied_has_no_query_and_no_marks(open_page: Open, site: str) -> None:
    page = open_page(
        f"{UNIT}?q=绿色金融#s4", permissions=["clipboard-read", "clipboard-write"]
    )
    page.locator("#s4 [data-copy]").click()
    expect(page.locator("#s4 [data-copy]")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{site}{UNIT}.s4"
    marked = page.locator("#s4 .zh").inner_text()
    page.goto(UNIT)
    assert page.locator("#s4 .zh").inner_text() == marked


@pytest.mark.parametrize("javascript", [True, False])
def test_changing_the_view_keeps_the_marks(open_page: Open, javascript: bool) -> None:
    page = open_page(f"{UNIT}?q=绿色金融", javascript=javascript)
    page.locator(".views a", has_text="Stacked").click()
    page.wait_for_url("**view=stacked**")
    expect(page.locator("#s1 .zh mark")).to_have_text("绿色金融")
    page.locator(".marked .clear").click()
    expect(page.locator("html")).to_have_attribute("data-view", "stacked")
    assert page.url.endswith(f"{UNIT}?view=stacked")


def test_the_bar_does_not_cover_the_sentence_that_was_linked(open_page: Open) -> None:
    for width in (320, 390, 1280):
        page = open_page(f"{UNIT}?q=绿色金融 新加坡#s5", width=width)
        bar = page.locator(".marked").bounding_box()
        row = page.locator("#s5").bounding_box()
        assert bar
        assert row
        assert bar["y"] >= 0
        assert bar["y"] + bar["height"] <= row["y"]
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width


def test_what_leads_elsewhere_is_not_printed(open_page: Open) -> None:
    page = open_page(f"{PLAN}/2.3.11?q=绿色金融#s4")
    acts = page.locator(".row:target > .acts")
    expect(acts).to_be_visible()
    page.emulate_media(media="print")
    expect(acts).to_be_hidden()
    page = open_page("/search?q=绿色金融")
    expect(page.locator(".ways")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".ways")).to_be_hidden()


def test_the_bar_is_not_printed(open_page: Open) -> None:
    page = open_page(f"{UNIT}?q=绿色金融")
    page.emulate_media(media="print")
    expect(page.locator(".marked")).to_be_hidden()


def test_why_is_read_without_script(open_page: Open) -> None:
    page = open_page("/search?q=lvse jinrong", javascript=False)
    page.get_by_text("How this was searched").click()
    expect(page.locator(".read dd")).to_contain_text("Pinyin for 绿色金融")
    page.locator(".why summary").first.click()
    expect(page.locator(".why dd").first).to_contain_text("(by its pinyin)")


@pytest.mark.parametrize(
    "path",
    [
        f"{UNIT}?q=绿色金融#s4", f"{PLAN}/2.1?q=绿色金融", f"{PLAN}/?q=green finance",
        "/search?q=绿色金融 新加坡 铁路", "/search?q=governance&lang=zh",
        '/search?q="green institutions tax"',
    ],
)  # fmt: skip
@pytest.mark.parametrize("ui", ["zh", "en"])
def test_marks_and_reasons_hinder_nobody(open_page: Open, path: str, ui: str) -> None:
    page = open_page(path, ui=ui)
    page.evaluate(
        "for (const one of document.querySelectorAll('details.more')) one.open = true"
    )
    axe = Axe()
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        assert not axe.run(page).response["violations"], theme
