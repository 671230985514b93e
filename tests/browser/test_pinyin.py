"""Pinyin over the text: rows stay aligned, nothing overlaps, and nothing is copied."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open

PLAN = "/western-financial-center"
UNIT = f"{PLAN}/2.2.6?pinyin=1"

FIRST_LINES = """() => [
  ...document.querySelectorAll("#text .para > .row"),
].map((row) => {
  const base = (side) => {
    const probe = document.createElement("span");
    probe.style.cssText = "display:inline-block;inline-size:0;block-size:0";
    side.prepend(probe);
    const at = probe.getBoundingClientRect().bottom;
    probe.remove();
    return at;
  };
  const [zh, en] = [row.querySelector(".zh"), row.querySelector(".en")];
  return [base(zh), base(en)];
})"""
"""Where the first line of each side stands."""

OVERLAPS = """() => [...document.querySelectorAll("#text .zh")].flatMap((side) => {
  if (!side.checkVisibility({ contentVisibilityAuto: true })) return [];
  const box = (one) => one.getBoundingClientRect();
  const rts = [...side.querySelectorAll("rt")].map(box);
  const letters = [...side.querySelectorAll("ruby")].map((one) => {
    const range = document.createRange();
    range.selectNodeContents(one.firstChild);
    const { top, bottom, left, right } = box(range);
    const ink = (bottom - top) * 0.22;
    return { top: top + ink, bottom: bottom - ink, left, right };
  });
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
    && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const crossed = rts.filter((rt) => letters.some((letter) => meet(rt, letter)));
  const run = rts.filter((rt, i) => rts.some((other, j) => i < j && meet(rt, other)));
  return [...crossed, ...run].map((rt) => [side.textContent.slice(0, 20), rt.top]);
})"""
"""Pinyin that lies on the letters of another line, or on other pinyin."""


@pytest.mark.parametrize("width", [1440, 820])
def test_both_languages_begin_on_one_line(open_page: Open, width: int) -> None:
    page = open_page(f"{PLAN}/?pinyin=1", width=width)
    pairs = page.evaluate(FIRST_LINES)
    assert len(pairs) > 100
    assert not [pair for pair in pairs if abs(pair[0] - pair[1]) > 1]


def test_every_line_has_one_height(open_page: Open) -> None:
    """Pinyin finds room in every line of the Chinese: none is pushed apart."""
    page = open_page(f"{PLAN}/?pinyin=1")
    heights = page.evaluate(
        """() => [
          ...document.querySelectorAll("#text .para > .row > :is(.zh, .en)"),
        ].map((side) => side.getBoundingClientRect().height
            / parseFloat(getComputedStyle(side).lineHeight))"""
    )
    assert len(heights) > 200
    assert not [one for one in heights if abs(one - round(one)) > 0.05]


@pytest.mark.parametrize("width", [1440, 820, 360])
def test_the_english_keeps_its_own_lines(open_page: Open, width: int) -> None:
    heights = []
    for path in (f"{PLAN}/2.3.11", f"{PLAN}/2.3.11?pinyin=1"):
        page = open_page(path, width=width)
        sides = page.locator("#text .para > .row > .en").all()
        heights.append([side.bounding_box()["height"] for side in sides])  # type: ignore[index]
    assert len(heights[0]) > 5
    assert heights[0] == heights[1]


@pytest.mark.parametrize("width", [1440, 360])
@pytest.mark.parametrize("view", ["parallel", "zh"])
def test_nothing_lies_on_anything(open_page: Open, width: int, view: str) -> None:
    page = open_page(f"{PLAN}/?pinyin=1&view={view}", width=width)
    assert page.evaluate(OVERLAPS) == []
    overflow = "document.documentElement.scrollWidth - innerWidth"
    assert page.evaluate(overflow) <= 0


def test_no_pinyin_is_copied(open_page: Open) -> None:
    page = open_page(UNIT, permissions=["clipboard-read", "clipboard-write"])
    expect(page.locator("#text rt").first).to_be_visible()
    page.evaluate(
        """() => {
          const sides = document.querySelectorAll("#s1 .zh, #s2 .zh");
          const [a, b] = sides;
          getSelection().setBaseAndExtent(a, 0, b, b.childNodes.length);
        }"""
    )
    page.keyboard.press("ControlOrMeta+c")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.search("[\u4e00-\u9fff]{4}", copied)
    assert not re.search("[āáǎàēéěèīíǐìōóǒòūúǔùǚǜ]", copied)


def test_pinyin_is_not_selected_even_without_scripts(open_page: Open) -> None:
    page = open_page(UNIT, javascript=False)
    chosen = page.locator("#text rt").first.evaluate(
        "(one) => getComputedStyle(one).userSelect"
    )
    assert chosen == "none"


def test_it_is_turned_on_in_the_panel(open_page: Open) -> None:
    page = open_page(f"{PLAN}/2.3.11#s2")
    expect(page.locator("rt")).to_have_count(0)
    page.get_by_text("Display", exact=True).click()
    page.get_by_role("group", name="Pinyin").get_by_label("Shown").check()
    page.get_by_role("button", name="Keep this choice").click()
    expect(page.locator("#s2 rt").first).to_be_visible()
    assert page.url.endswith("#s2")
