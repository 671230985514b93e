"""Chinese as a reader wants to see it, in a real browser."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open

PLAN = "/western-financial-center"
UNIT = f"{PLAN}/2.1.1"

SIGNS = "他说：“好（甲、乙）！”——真的……《规划》，‘丙’；" * 12
"""Chinese with a sign at every place where a line may have to end."""

LINES = """(side) => {
  const walker = document.createTreeWalker(side, NodeFilter.SHOW_TEXT);
  const lines = [];
  let bottom = -Infinity;
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    if (node.parentElement.closest("rt, sup")) continue;
    for (let i = 0; i < node.length; i++) {
      const range = document.createRange();
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const box = range.getClientRects()[0];
      if (!box || !node.data[i].trim()) continue;
      if (box.top > bottom) lines.push("");
      bottom = box.top + box.height / 2;
      lines[lines.length - 1] += node.data[i];
    }
  }
  return lines;
}"""
"""The lines of a text as they are set."""

NEVER_FIRST = "。，、；：！？）”’》…"
NEVER_LAST = "（“‘《"


def faults(lines: list[str]) -> list[str]:
    """Give the lines that begin or end as no line of Chinese may."""
    broken = [
        two for two in pairwise(lines) if two[0][-1] == two[1][0] and two[0][-1] in "—…"
    ]
    first = [line for line in lines[1:] if line[0] in NEVER_FIRST]
    last = [line for line in lines[:-1] if line[-1] in NEVER_LAST]
    return [*first, *last, *map("|".join, broken)]


def test_the_script_is_chosen_in_the_display_panel(open_page: Open) -> None:
    page = open_page(UNIT)
    page.locator("[data-display] summary").click()
    page.locator("input[name=script][value=hant]").check()
    page.locator("[data-display] form button").last.click()
    expect(page.locator(".row .zh").first).to_have_attribute("lang", "zh-Hant")
    expect(page.locator("#s1 .zh")).to_contain_text("金融機構")
    page.goto(page.url.split("#")[0].replace("2.1.1", "2.1.2"))
    expect(page.locator(".row .zh").first).to_have_attribute("lang", "zh-Hant")


def test_previews_are_in_the_script_of_the_page(open_page: Open) -> None:
    page = open_page(f"{UNIT}?script=hant")
    page.locator("a.term").first.focus()
    box = page.locator(".preview")
    expect(box).to_be_visible()
    shown = box.locator(".zh").first
    expect(shown).to_have_attribute("lang", "zh-Hant")
    assert "金融机构" not in box.inner_text()


def test_suggestions_are_in_the_script_of_the_page(open_page: Open) -> None:
    page = open_page("/?script=hant")
    page.locator("input[name=q]").first.press_sequentially("绿色金融")
    expect(page.get_by_role("option").first).to_contain_text("綠色金融")


@pytest.mark.parametrize("script", ["hans", "hant"])
def test_no_line_begins_or_ends_with_a_wrong_sign(open_page: Open, script: str) -> None:
    side = open_page(f"{UNIT}?script={script}").locator("#s1 > .zh")
    side.evaluate("(side, text) => { side.textContent = text; }", SIGNS)
    for width in range(110, 400, 7):
        side.evaluate("(side, width) => { side.style.width = width + 'px'; }", width)
        lines = side.evaluate(LINES)
        assert "".join(lines) == SIGNS
        assert len(lines) > 10
        assert not faults(lines), width


@pytest.mark.parametrize("width", [1440, 820, 360])
@pytest.mark.parametrize("pinyin", [0, 1])
def test_the_lines_of_the_plan_are_ended_well(
    open_page: Open, width: int, pinyin: int
) -> None:
    page = open_page(f"{PLAN}/?pinyin={pinyin}", width=width)
    sides = page.locator("#text .para > .row > .zh")
    all_lines = sides.evaluate_all(f"(sides) => sides.map({LINES})")
    assert sum(map(len, all_lines)) > 250
    assert not [wrong for lines in all_lines for wrong in faults(lines)]


SIGN_WIDTHS = """(side) => {
  side.textContent = "中“中”中—中…中";
  const size = parseFloat(getComputedStyle(side).fontSize);
  const at = (i) => {
    const range = document.createRange();
    range.setStart(side.firstChild, i);
    range.setEnd(side.firstChild, i + 1);
    return range.getBoundingClientRect().width / size;
  };
  return [1, 3, 5, 7].map(at);
}"""
"""How wide the signs are that Latin faces have too, in characters."""


@pytest.mark.parametrize("ui", ["en", "zh"])
@pytest.mark.parametrize(
    ("path", "side"),
    [
        (UNIT, "#s1 > .zh"),
        (UNIT, "h1 > .zh"),
        (f"{PLAN}/", ".facts > .zh"),
        (f"{PLAN}/2.3.11?script=hant", "#s1 > .zh"),
    ],
)
def test_signs_of_chinese_are_as_wide_as_a_character(
    open_page: Open, ui: str, path: str, side: str
) -> None:
    page = open_page(path, ui=ui)
    widths = page.locator(side).first.evaluate(SIGN_WIDTHS)
    assert widths == pytest.approx([1] * 4, abs=0.02)


def test_words_of_a_chinese_interface_are_in_a_chinese_face(open_page: Open) -> None:
    page = open_page("/search?q=绿色金融", ui="zh")
    widths = page.locator(".said").first.evaluate(SIGN_WIDTHS)
    assert widths == pytest.approx([1] * 4, abs=0.02)


def test_latin_stands_off_from_chinese_without_characters(open_page: Open) -> None:
    side = open_page(UNIT).locator("#s1 > .zh")
    width = """(side, [text, space]) => {
      side.innerHTML = "<span></span>";
      side.firstChild.style.textAutospace = space;
      side.firstChild.textContent = text;
      return side.firstChild.getBoundingClientRect().width;
    }"""
    close = side.evaluate(width, ["第5章与ESG", "no-autospace"])
    apart = side.evaluate(width, ["第5章与ESG", ""])
    assert apart > close + 3
