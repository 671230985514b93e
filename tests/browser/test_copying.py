"""What is copied: one language or both, and nothing that is not the text."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from playwright.sync_api import Locator
from playwright.sync_api import Page

from tests.browser.conftest import Open

PLAN = "/western-financial-center"
UNIT = f"{PLAN}/2.2.6"
"""A unit with notes in both languages."""

HAN = re.compile(r"[\u3400-\u9fff]")
LATIN_WORDS = re.compile(r"[a-z]{3,} [a-z]{2,}")
OF_OTHER = {"zh": LATIN_WORDS, "en": HAN}

CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}

PURE = """([row, side]) => {
  const copy = row.querySelector(`:scope > .${side}`).cloneNode(true);
  for (const one of copy.querySelectorAll("sup, rt, rp")) one.remove();
  return copy.textContent.trim();
}"""

READ_HTML = """async () => {
  const [item] = await navigator.clipboard.read();
  if (!item.types.includes("text/html")) return "";
  const html = await (await item.getType("text/html")).text();
  return new DOMParser().parseFromString(html, "text/html").body.textContent;
}"""

SELECT = """([from, to]) => {
  const [a, b] = [document.querySelector(from), document.querySelector(to)];
  getSelection().setBaseAndExtent(a, 0, b, b.childNodes.length);
}"""


def copied(page: Page) -> str:
    page.keyboard.press("Control+c")
    return str(page.evaluate("navigator.clipboard.readText()")).replace("\r\n", "\n")


def words(row: Locator, side: str) -> str:
    handle = row.element_handle()
    return str(row.page.evaluate(PURE, [handle, side]))


def turn_terms_off(page: Page) -> None:
    """Let a click fall on the text, and not on a link in it."""
    page.locator("#terms-off").evaluate("one => { one.checked = true; }")


def drag(page: Page, start: Locator, end: Locator) -> None:
    start.scroll_into_view_if_needed()
    first, last = start.bounding_box(), end.bounding_box()
    assert first
    assert last
    page.mouse.move(first["x"] + 2, first["y"] + 12)
    page.mouse.down()
    page.mouse.move(last["x"] + last["width"] / 2, last["y"] + last["height"] / 2)
    page.mouse.move(last["x"] + last["width"] - 3, last["y"] + last["height"] - 4)
    page.mouse.up()


@pytest.mark.parametrize("path", [f"{PLAN}/", UNIT])
@pytest.mark.parametrize(
    ("view", "side"),
    [
        ("parallel", "zh"), ("parallel", "en"), ("stacked", "zh"), ("stacked", "en"),
        ("zh", "zh"), ("en", "en"),
    ],
)  # fmt: skip
def test_dragging_takes_one_language(
    open_page: Open, path: str, view: str, side: str
) -> None:
    page = open_page(f"{path}?view={view}", height=2400, **CLIPBOARD)
    rows = [page.locator(".para:has(> .row ~ .row) > .row").nth(n) for n in (0, 1)]
    drag(page, *(row.locator(f"> .{side}") for row in rows))
    text = copied(page)
    joint = "" if side == "zh" else " "
    assert len(text) > 40
    assert text[2:-20] in joint.join(words(row, side) for row in rows)
    assert words(rows[0], side)[-20:] + joint + words(rows[1], side)[:9] in text
    assert not OF_OTHER[side].search(text)
    assert not OF_OTHER[side].search(page.evaluate(READ_HTML))


@pytest.mark.parametrize("view", ["parallel", "stacked", "zh", "en"])
def test_headings_notes_and_units_are_crossed_in_one_language(
    open_page: Open, view: str
) -> None:
    side = "en" if view == "en" else "zh"
    page = open_page(f"{PLAN}/?view={view}", **CLIPBOARD)
    rows = ("2.2.5.s1", "2.2.6.s2")
    page.evaluate(SELECT, [f"[id='{row}'] > .{side}" for row in rows])
    lines = copied(page).split("\n")
    for row in rows:
        assert any(words(page.locator(f"[id='{row}']"), side) in one for one in lines)
    assert words(page.locator("[id='2.2.6']"), side) in lines
    assert not any(OF_OTHER[side].search(one) for one in lines)
    assert not any(re.search(r"^\d|[。.]\d+$", one) for one in lines[:1])


@pytest.mark.parametrize("side", ["zh", "en"])
def test_a_triple_click_takes_the_sentence(open_page: Open, side: str) -> None:
    page = open_page(f"{PLAN}/2.3.11", **CLIPBOARD)
    turn_terms_off(page)
    page.locator(f"#s2 > .{side}").click(click_count=3)
    assert copied(page) == words(page.locator("#s2"), side)


def test_the_keyboard_goes_on_in_the_language(open_page: Open) -> None:
    page = open_page(f"{PLAN}/2.3.11", **CLIPBOARD)
    page.evaluate("getSelection().collapse(document.querySelector('#s2 > .en'), 0)")
    for _ in range(12):
        page.keyboard.press("Shift+ArrowDown")
    text = copied(page)
    assert text.startswith(words(page.locator("#s2"), "en")[:40])
    assert not HAN.search(text)


def test_all_of_a_page_is_copied_in_pairs(open_page: Open) -> None:
    page = open_page(UNIT, **CLIPBOARD)
    turn_terms_off(page)
    page.locator("#s1 > .zh").click()
    page.keyboard.press("Control+a")
    text = copied(page)
    row = page.locator("#s1")
    assert f"{words(row, 'zh')}\n{words(row, 'en')}" in text
    assert "Library" not in text
    assert "Copy" not in text


@pytest.mark.parametrize(("view", "side"), [("zh", "zh"), ("en", "en")])
def test_all_of_one_language_is_that_language(
    open_page: Open, view: str, side: str
) -> None:
    page = open_page(f"{PLAN}/?view={view}", **CLIPBOARD)
    page.keyboard.press("Control+a")
    text = copied(page)
    assert text.count("\n") > 30
    assert not OF_OTHER[side].search(text)


def test_a_hit_and_a_line_of_a_concordance_keep_to_their_language(
    open_page: Open,
) -> None:
    for path, side in (("/search?q=绿色金融", "en"), ("/concordance?q=green", "zh")):
        page = open_page(path, **CLIPBOARD)
        sides = page.locator(f":is(.para > .row, .line) > .{side}")
        page.evaluate(
            "([a, b]) => getSelection().setBaseAndExtent(a, 0, b, b.childNodes.length)",
            [sides.nth(0).element_handle(), sides.nth(1).element_handle()],
        )
        lines = copied(page).split("\n")
        assert len(lines) == 2
        assert not any(OF_OTHER[side].search(line) for line in lines)


def test_fields_and_words_of_the_interface_are_copied_as_ever(open_page: Open) -> None:
    page = open_page(f"{PLAN}/2.3.11", **CLIPBOARD)
    page.locator("#q").fill("green finance")
    page.locator("#q").select_text()
    assert copied(page) == "green finance"
    page.locator("code.copy").last.click()
    assert copied(page).strip().endswith("/2.3.11")


@pytest.mark.parametrize(
    ("act", "sides"), [("copy-zh", ["zh"]), ("copy-en", ["en"]), ("y", ["zh", "en"])]
)
def test_a_menu_and_a_key_copy_the_sentence(
    open_page: Open, act: str, sides: list[str]
) -> None:
    page = open_page(f"{PLAN}/2.3.11#s4", **CLIPBOARD)
    row = page.locator("#s4")
    if act == "y":
        page.keyboard.press("y")
    else:
        row.locator("> .loc").click()
        page.locator(f"[data-act={act}]").click()
    expect(page.locator("[data-say]")).to_have_text("Copied")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text == "\n".join(words(row, side) for side in sides)


@pytest.mark.parametrize("side", ["zh", "en"])
def test_a_button_copies_the_unit(open_page: Open, side: str) -> None:
    page = open_page(UNIT, **CLIPBOARD)
    page.locator(f"[data-copy-text=copy-{side}]").click()
    expect(page.locator("[data-say]")).to_have_text("Copied")
    text = page.evaluate("navigator.clipboard.readText()")
    rows = page.locator("article > .para > .row").all()
    assert text.startswith(words(page.locator("h1.row"), side) + "\n")
    assert text.endswith(words(rows[-1], side))
    assert not OF_OTHER[side].search(text)


NUMBERED = re.compile(r"^(\d+\.)*s?\d+\b|[。.”]\d+$")


@pytest.mark.parametrize("side", ["zh", "en"])
def test_the_marks_of_notes_are_not_copied(open_page: Open, side: str) -> None:
    page = open_page(UNIT, **CLIPBOARD)
    row = page.locator(f".para > .row:has(> .{side} sup)").first
    row.evaluate(
        """(row, side) => {
          const words = row.querySelector(`:scope > .${side}`);
          getSelection().setBaseAndExtent(words, 0, words, words.childNodes.length);
        }""",
        side,
    )
    text = copied(page)
    assert text == words(row, side)
    assert len(text) < len(row.locator(f"> .{side}").text_content() or "")


@pytest.mark.parametrize("side", ["zh", "en"])
def test_no_line_has_a_number_of_the_margin(open_page: Open, side: str) -> None:
    page = open_page(f"{PLAN}/?view={side}", **CLIPBOARD)
    rows = ("2.2.5.s1", "2.2.7.s2")
    page.evaluate(SELECT, [f"[id='{row}'] > .{side}" for row in rows])
    headings = {
        page.locator(f"[id='{unit}'] > .{side}").inner_text()
        for unit in ("2.2.6", "2.2.7")
    }
    lines = copied(page).split("\n")
    assert headings <= set(lines)
    sentences = [line for line in lines if line not in headings]
    assert len(sentences) >= 3
    assert not any(NUMBERED.search(line) for line in sentences)


def test_a_selection_by_touch_stays_in_its_language(open_page: Open) -> None:
    page = open_page(UNIT, width=360, has_touch=True, **CLIPBOARD)
    turn_terms_off(page)
    page.locator("#s1 > .en").tap()
    page.evaluate(SELECT, ["#s1 > .en", "#s2 > .en"])
    expect(page.locator("html")).to_have_attribute("data-select", "en")
    expect(page.locator("#s1 > .zh")).to_have_css("user-select", "none")
    assert not HAN.search(copied(page))


@pytest.mark.parametrize(
    ("act", "end"), [("copy-en", "."), ("copy-link", "/2.3.11.s4")]
)
def test_copying_works_where_pages_may_not_write_to_the_clipboard(
    open_page: Open, act: str, end: str
) -> None:
    page = open_page("/about", **CLIPBOARD)
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
    )
    page.goto(f"{PLAN}/2.3.11#s4")
    page.locator("#s4 > .loc").click()
    page.locator(f"[data-act={act}]").click()
    expect(page.locator("[data-say]")).to_have_text("Copied")
    expect(page.locator("#s4 > .loc")).to_be_focused()
    page.locator("#q").fill("")
    page.locator("#q").press("Control+v")
    assert page.locator("#q").input_value().endswith(end)
