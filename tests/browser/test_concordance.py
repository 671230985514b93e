from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Open

QUERY = "/concordance?q=CCUS OR innovation&sort=left"


def test_keywords_stand_under_each_other(open_page: Open) -> None:
    page = open_page(QUERY, javascript=False)
    middles = page.locator(".kwic mark").evaluate_all(
        """marks => marks.map((mark) => {
          const { left, right } = mark.getBoundingClientRect();
          return Math.round((left + right) / 2);
        })"""
    )
    assert len(middles) > 10
    assert max(middles) - min(middles) <= 1
    line = page.locator(".line").first
    starts, ends = [], []
    for part in (".left", "mark >> nth=0", ".right", ".partner"):
        box = line.locator(part).bounding_box()
        assert box
        starts.append(box["x"])
        ends.append(box["x"] + box["width"])
    for end, start in zip(ends, starts[1:], strict=False):
        assert end <= start + 1


def test_a_usual_context_takes_one_line(open_page: Open) -> None:
    for query, width in (("金融", 1280), ("finance", 1280), ("金融", 760)):
        page = open_page(f"/concordance?q={query}", width=width)
        heights = page.locator(".left, .right").evaluate_all(
            """parts => parts.map((part) => {
              const line = parseFloat(getComputedStyle(part).lineHeight);
              return part.getBoundingClientRect().height / line;
            })"""
        )
        assert sum(height < 1.5 for height in heights) >= 0.95 * len(heights)


def test_on_a_phone_a_line_reads_on_and_its_partner_stands_below(
    open_page: Open,
) -> None:
    page = open_page(QUERY, width=390)
    line = page.locator(".line").nth(1)
    expect(line.locator(".kwic")).to_have_css("display", "block")
    kwic = line.locator(".kwic").bounding_box()
    partner = line.locator(".partner").bounding_box()
    assert kwic
    assert partner
    assert partner["y"] >= kwic["y"] + kwic["height"]


def test_a_new_query_keeps_the_order(open_page: Open) -> None:
    page = open_page(QUERY, javascript=False)
    page.locator("#q").fill("绿色金融")
    page.locator("#q").press("Enter")
    expect(page.locator("h1")).to_have_text("绿色金融")
    expect(page.locator(".orders [aria-current]").first).to_have_text(
        "By the words before"
    )
    page.locator(".line .loc").last.click()
    expect(page.locator("#s4, #s1").first).to_be_visible()


def test_all_lines_can_be_downloaded(open_page: Open) -> None:
    page = open_page("/concordance?q=绿色金融")
    with page.expect_download() as download:
        page.get_by_text("Download all lines").click()
    assert download.value.suggested_filename == "concordance-绿色金融.csv"
