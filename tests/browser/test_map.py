"""The map in a real browser: keyboard, pointer, phone and paper."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import expect
from playwright.sync_api import Page

from app.web.map.layout import BAND
from tests.browser.conftest import Open

PLAN = "/western-financial-center"
MAP = f"{PLAN}/map"

SHEET = 257 * 96 / 25.4
"""The height of what is printed on a sheet of A4 inside its margins, in pixels."""

ENDS_AT_ROWS = """() => [...document.querySelectorAll("g[data-ends]")].every((arc) => {
  const rows = arc.dataset.ends.split(" ").map((end) =>
    document.querySelector(`[data-node="${end}"]`).getBoundingClientRect());
  const { top, bottom } = arc.querySelector(".thread").getBoundingClientRect();
  const middles = rows.map((row) => row.top + row.height / 2).sort((a, b) => a - b);
  return Math.abs(top - middles[0]) < 1 && Math.abs(bottom - middles[1]) < 1;
})"""


def lit(page: Page) -> list[str]:
    addresses = page.locator(".node.lit > .loc").all_text_contents()
    return sorted(addresses)


@pytest.mark.parametrize("width", [360, 820, 1440])
@pytest.mark.parametrize("view", ["parallel", "stacked", "zh", "en"])
def test_arcs_end_at_their_rows_on_every_screen_and_on_paper(
    open_page: Open, width: int, view: str
) -> None:
    page = open_page(f"{MAP}?view={view}", width=width)
    assert page.locator("g[data-ends]").count() > 10
    for media in ("screen", "print"):
        page.emulate_media(media=media)  # type: ignore[arg-type]
        assert page.evaluate(ENDS_AT_ROWS), media


def test_rows_have_one_height_and_lie_one_under_the_other(open_page: Open) -> None:
    page = open_page(MAP, width=360)
    rows = page.locator(".node").evaluate_all(
        "rows => rows.map((row) => row.getBoundingClientRect().toJSON())"
    )
    assert len({round(row["height"], 2) for row in rows}) == 1
    assert all(abs(one["bottom"] - two["top"]) < 0.1 for one, two in pairwise(rows))


def test_the_keyboard_reaches_every_row_and_lights_its_threads(open_page: Open) -> None:
    page = open_page(MAP)
    link = page.locator('[id="2.5.17"] > .loc')
    link.focus()
    assert "2.5.17" in lit(page)
    assert len(lit(page)) > 1
    threads = int(page.locator('[id="2.5.17"] > .count').inner_text())
    assert page.locator("g.lit").count() == threads  # all in one band
    page.keyboard.press("Tab")
    expect(page.locator('[id="2.5.17"] > .count')).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{page.url.partition('?')[0]}?unit=2.5.17")
    assert page.locator("g[data-ends]").count() == threads


def test_the_pointer_lights_the_same_and_leaves_nothing(open_page: Open) -> None:
    page = open_page(MAP)
    page.locator('[id="2.3.11"]').hover()
    assert "1.3" in lit(page)
    page.mouse.move(5, 5)
    assert lit(page) == []
    assert page.locator("[data-lit]").count() == 0


def test_without_scripts_a_click_shows_the_threads_of_a_unit(open_page: Open) -> None:
    page = open_page(MAP, javascript=False)
    page.locator('[id="2.3.11"] > .count').click()
    expect(page.locator(".node.chosen > .loc")).to_have_text("2.3.11")
    expect(page.locator('[id="1.3"]')).to_have_class("node section bound")


def test_what_answers_is_told_without_colour(open_page: Open) -> None:
    page = open_page(f"{MAP}?term=green-finance", forced_colors="active")
    weights = {
        page.locator(f'[id="{unit}"] > .zh').evaluate(
            "side => getComputedStyle(side).fontWeight"
        )
        for unit in ("1.3", "2.3.11")
    }
    assert weights == {"700"}
    expect(page.locator('[id="2.3.12"] > .zh')).to_have_css("font-weight", "400")


def test_a_phone_opens_the_terms_when_asked(open_page: Open) -> None:
    page = open_page(MAP, width=360)
    term = page.locator(".binding a").first
    expect(term).to_be_hidden()
    page.locator(".binding > summary").click()
    expect(term).to_be_visible()
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(page.locator(".binding > summary")).to_be_hidden()
    expect(term).to_be_visible()


@pytest.mark.parametrize("view", ["parallel", "stacked", "zh", "en"])
def test_paper_splits_no_row_and_a_band_fits_on_a_sheet(
    open_page: Open, view: str, tmp_path: Path
) -> None:
    page = open_page(f"{MAP}?view={view}")
    page.emulate_media(media="print")
    band = page.locator(".band").first
    expect(band).to_have_css("break-inside", "avoid")
    height = page.locator(".node").first.evaluate("row => row.offsetHeight")
    assert height * BAND < SHEET
    expect(page.locator(".binding")).to_be_hidden()
    expect(page.locator(".arcs").first).to_be_visible()
    lines = page.locator(".threads tbody tr")
    expect(lines.first).to_have_css("break-inside", "avoid")
    paper = tmp_path / "map.pdf"
    page.pdf(path=paper, prefer_css_page_size=True)
    assert paper.read_bytes().startswith(b"%PDF")


def test_the_overview_leads_to_a_place_and_is_not_printed(open_page: Open) -> None:
    page = open_page(f"{PLAN}/", width=360)
    section = page.locator('.overview a[href="#2.3"]')
    section.focus()
    page.keyboard.press("Enter")
    expect(page.locator('[id="2.3"]')).to_be_in_viewport()
    page.emulate_media(media="print")
    expect(page.locator(".overview")).to_be_hidden()


def test_no_label_of_the_overview_runs_into_another(open_page: Open) -> None:
    page = open_page(f"{PLAN}/")
    for width in (320, 720, 1200, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        for tier in ("parts", "sections"):
            boxes = page.locator(f".overview .{tier} text:visible").evaluate_all(
                "all => all.map((one) => one.getBoundingClientRect().toJSON())"
            )
            assert all(one["right"] <= two["left"] + 1 for one, two in pairwise(boxes))
            assert all(box["right"] <= width for box in boxes)
