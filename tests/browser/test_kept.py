"""What a reader keeps in the browser: the last place, bookmarks and notes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect
from playwright.sync_api import Page

from tests.browser.conftest import Open

SLUG = "western-financial-center"
PLAN = f"/{SLUG}"
UNIT = f"{PLAN}/2.3.11"
HOSTILE = '<img src=x onerror="document.title = 1"><b>bold</b>'

KEPT = "() => JSON.parse(localStorage.getItem('reader:kept') ?? '[]')"
STORE = "([key, value]) => localStorage.setItem(key, value)"
ENTRY = {
    "slug": SLUG, "locator": "2.3.11.s4", "zh": "支持", "en": "Support",
    "bookmarked": True, "note": "", "changed": 1000,
}  # fmt: skip

LOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw Error(); } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full'); }"


def kept(page: Page) -> list[dict[str, Any]]:
    return list(page.evaluate(KEPT))


def store(page: Page, value: object, key: str = "reader:kept") -> None:
    text = value if isinstance(value, str) else json.dumps(value)
    page.evaluate(STORE, [key, text])


def write_note(page: Page, words: str) -> None:
    page.keyboard.press("n")
    page.locator("#note-words").fill(words)
    expect(page.locator("[data-note-said]")).to_have_text("Saved")
    page.keyboard.press("Escape")


def read_on(page: Page, address: str) -> None:
    """Read from a sentence on, until that is remembered."""
    page.goto(address)
    page.evaluate("scrollBy(0, 1)")
    expect(page.locator("[data-continue]")).to_be_visible()


def test_reading_goes_on_where_it_was_left(open_page: Open) -> None:
    page = open_page(f"{PLAN}/")
    link = page.locator("[data-continue]")
    expect(link).to_be_hidden()
    read_on(page, f"{PLAN}/#2.3.11.s4")
    page.goto("/")
    assert page.evaluate("scrollY") == 0
    expect(link).to_have_text("Continue at 2.3.11")
    expect(link).to_have_attribute("href", re.compile(rf"{PLAN}/#2\.3\.11\.s4$"))
    page.goto(f"{PLAN}/")
    expect(link).to_have_text("Continue at 2.3.11")
    assert page.evaluate("scrollY") == 0
    link.click()
    expect(page.locator("[id='2.3.11.s4']")).to_be_in_viewport()


def test_the_head_of_a_text_is_no_place(open_page: Open) -> None:
    page = open_page(f"{PLAN}/")
    page.evaluate("scrollTo(0, 60)")
    page.wait_for_timeout(800)
    assert page.evaluate("localStorage.getItem('reader:places')") is None


@pytest.mark.parametrize(
    "value", ["{", "null", "[1]", {SLUG: HOSTILE}, {SLUG: 4}, {SLUG: "9.9.s9"}]
)
def test_a_strange_place_is_not_offered(open_page: Open, value: object) -> None:
    page = open_page(f"{PLAN}/")
    store(page, value, "reader:places")
    page.reload()
    expect(page.locator("[data-keys-help]")).to_be_attached()
    expect(page.locator("[data-continue]")).to_be_hidden()


def test_a_bookmark_is_shown_and_said_without_a_tab_stop(open_page: Open) -> None:
    page = open_page(f"{UNIT}#s4")
    stops = page.locator("#s4 [tabindex='0']").count()
    page.keyboard.press("b")
    expect(page.locator("#s4")).to_have_attribute("data-kept", "bookmarked")
    number = page.locator("#s4 > .loc")
    expect(number).to_have_attribute("aria-description", "Bookmarked")
    expect(number).to_have_accessible_name("2.3.11.s4")
    assert page.locator("#s4 [tabindex='0']").count() == stops
    (entry,) = kept(page)
    assert (entry["slug"], entry["locator"]) == (SLUG, "2.3.11.s4")
    assert entry["zh"].startswith("支持重庆")
    assert entry["en"].startswith("Support Chongqing")
    number.click()
    page.get_by_role("menuitem", name="Remove the bookmark").click()
    expect(page.locator("[data-kept]")).to_have_count(0)
    expect(number).not_to_have_attribute("aria-description", "Bookmarked")
    assert kept(page) == []


def test_a_note_is_kept_as_it_is_typed(open_page: Open) -> None:
    page = open_page(f"{UNIT}#s2")
    page.locator("#s2 > .loc").click()
    page.get_by_role("menuitem", name="Write a note").click()
    field = page.get_by_role("textbox", name="Note")
    expect(field).to_be_focused()
    expect(page.locator("dialog[open]")).to_contain_text("nothing is sent")
    page.keyboard.type("see b?")
    assert [one["note"] for one in kept(page)] == ["see b?"]
    page.keyboard.press("Escape")
    expect(page.locator("#s2")).to_have_attribute("data-kept", "noted")
    page.reload()
    expect(page.locator("#s2")).to_have_attribute("data-kept", "noted")
    page.locator("#s2 > .loc").click()
    page.get_by_role("menuitem", name="Read or change the note").click()
    expect(field).to_have_value("see b?")
    field.fill("")
    assert kept(page) == []


def test_a_range_is_kept_as_one_and_found_at_its_first_row(open_page: Open) -> None:
    page = open_page(f"{UNIT}#s5-s6")
    page.keyboard.press("b")
    page.goto(f"{UNIT}#s5")
    write_note(page, "both")
    (entry,) = kept(page)
    assert entry["locator"] == "2.3.11.s5-s6"
    assert (entry["bookmarked"], entry["note"]) == (True, "both")
    mark = page.locator("[data-kept]")
    expect(mark).to_have_attribute("data-kept", "bookmarked noted")
    expect(mark).to_have_id("s5")


def test_other_tabs_follow(open_page: Open) -> None:
    page = open_page(f"{UNIT}#s4")
    other = page.context.new_page()
    other.goto(f"{PLAN}/")
    library = page.context.new_page()
    library.goto("/")
    page.bring_to_front()
    page.keyboard.press("b")
    expect(other.locator("[id='2.3.11.s4'][data-kept]")).to_have_count(1)
    expect(library.locator("[data-kept-list] > li")).to_have_count(1)
    other.evaluate("location.hash = '2.3.11.s6'")
    other.keyboard.press("b")
    expect(page.locator("#s6[data-kept]")).to_have_count(1)
    assert len(kept(page)) == 2


def test_the_list_leads_back_and_deleting_can_be_undone(open_page: Open) -> None:
    page = open_page("/")
    note = {**ENTRY, "locator": "2.3.11.s5-s6", "note": "later", "changed": 2000}
    store(page, [ENTRY, note])
    page.reload()
    section = page.get_by_role("region", name="Bookmarks and notes")
    expect(section).to_contain_text("nothing is sent")
    items = section.locator("[data-kept-list] > li")
    links = items.locator("a")
    expect(links).to_have_text(["2.3.11.s5-s6", "2.3.11.s4"])
    expect(items.first.locator("[data-note]")).to_have_text("later")
    expect(items.last.locator(".zh")).to_have_text("支持")
    expect(items.last.locator(".en")).to_have_text("Support")
    page.get_by_role("button", name="Delete 2.3.11.s4").click()
    assert [one["locator"] for one in kept(page)] == ["2.3.11.s5-s6"]
    undo = page.get_by_role("button", name="Undo 2.3.11.s4")
    expect(undo).to_be_focused()
    page.keyboard.press("Enter")
    assert {one["locator"] for one in kept(page)} == {"2.3.11.s4", "2.3.11.s5-s6"}
    links.get_by_text("2.3.11.s5-s6").click()
    expect(page).to_have_url(f"{page.url.split(PLAN)[0]}{UNIT}#s5-s6")


def test_hostile_words_are_words(open_page: Open) -> None:
    page = open_page("/")
    hostile = dict.fromkeys(("zh", "en", "note"), HOSTILE)
    strange = [
        None, 4, [], {}, {**ENTRY, "slug": "//a.example"}, {**ENTRY, "locator": "../a"},
        {**ENTRY, "slug": "javascript:alert(1)"}, {**ENTRY, "bookmarked": "yes"},
        {**ENTRY, "slug": ["a"]}, {**ENTRY, "note": {"a": 1}, "bookmarked": False},
    ]  # fmt: skip
    store(page, [*strange, {**ENTRY, **hostile}])
    page.reload()
    items = page.locator("[data-kept-list] > li")
    expect(items).to_have_count(1)
    for part in (".zh", ".en", "[data-note]"):
        expect(items.locator(part)).to_have_text(HOSTILE)
    assert page.locator("[data-kept-list] :is(img, b)").count() == 0
    page.goto(f"{UNIT}#s4")
    page.keyboard.press("n")
    expect(page.locator("#note-words")).to_have_value(HOSTILE)
    assert page.title() != "1"


@pytest.mark.parametrize("trouble", [LOCKED, FULL])
def test_it_is_said_when_nothing_can_be_kept(open_page: Open, trouble: str) -> None:
    page = open_page("/about")
    page.add_init_script(trouble)
    page.goto(f"{UNIT}#s4")
    warning = page.get_by_role("alert")
    page.keyboard.press("b")
    expect(warning).to_contain_text("keeps no bookmarks")
    page.keyboard.press("n")
    expect(page.locator("dialog[open] textarea")).to_be_focused()
    page.keyboard.type("lost")
    expect(page.locator("dialog[open]").get_by_role("alert")).to_be_visible()
    expect(warning).to_have_count(1)
    expect(page.locator("[data-note-said]")).to_have_text("")
    page.goto("/")
    expect(page.locator("[data-kept-none]")).to_be_visible()


def test_a_file_brings_all_to_another_browser(open_page: Open, tmp_path: Path) -> None:
    page = open_page(f"{UNIT}#s4")
    page.keyboard.press("b")
    page.goto(f"{UNIT}#s6")
    write_note(page, "two\nlines")
    page.goto("/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as JSON").click()
    file = tmp_path / "kept.json"
    download.value.save_as(file)
    other = open_page("/")
    other.locator("[data-import]").set_input_files(file)
    expect(other.locator("[data-kept-said]")).to_have_text("Taken in: 2")
    by_place = {one["locator"]: one for one in kept(other)}
    assert by_place == {one["locator"]: one for one in kept(page)}
    assert by_place["2.3.11.s6"]["note"] == "two\nlines"


def test_of_two_the_newer_stays(open_page: Open, tmp_path: Path) -> None:
    page = open_page("/")
    old = {**ENTRY, "note": "old"}
    new = {**ENTRY, "note": "new", "changed": 5000}
    other = {**ENTRY, "locator": "1.1.s1", "note": "other"}
    file = tmp_path / "kept.json"
    for here, there, taken in ((old, new, 2), (new, old, 1)):
        store(page, [here])
        file.write_text(json.dumps({"kept": [there, other]}), "utf-8")
        page.locator("[data-import]").set_input_files(file)
        expect(page.locator("[data-kept-said]")).to_have_text(f"Taken in: {taken}")
        assert {one["note"] for one in kept(page)} == {"new", "other"}


@pytest.mark.parametrize(
    "content", ["", "{", "null", "[]", '{"kept": 1}', '{"kept": [{"slug": "a"}]}']
)
def test_a_file_of_something_else_changes_nothing(
    open_page: Open, tmp_path: Path, content: str
) -> None:
    page = open_page("/")
    store(page, [ENTRY])
    file = tmp_path / "other.json"
    file.write_text(content, "utf-8")
    page.locator("[data-import]").set_input_files(file)
    expect(page.locator("[data-kept-said]")).to_contain_text("no bookmarks or notes")
    assert kept(page) == [ENTRY]


def test_markdown_has_words_links_and_notes(open_page: Open, tmp_path: Path) -> None:
    page = open_page("/")
    store(page, [{**ENTRY, "note": "a *star* and\n<b>"}])
    page.reload()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as Markdown").click()
    file = tmp_path / "kept.md"
    download.value.save_as(file)
    text = file.read_text("utf-8")
    assert text.startswith("# Bookmarks and notes\n\n## [Plan for Chengdu")
    assert f"2.3.11.s4]({page.url.rstrip('/')}{UNIT}.s4)" in text
    assert "\n> 支持\n>\n> Support\n\na \\*star\\* and\n\\<b\\>\n" in text


def test_nothing_leaves_the_browser(open_page: Open) -> None:
    page = open_page(f"{UNIT}#s4")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    page.keyboard.press("b")
    write_note(page, "secret")
    page.goto("/")
    assert asked
    assert all(one.startswith("GET ") and "secret" not in one for one in asked)
    assert page.context.cookies() == []


def test_without_scripts_there_is_no_list(open_page: Open) -> None:
    page = open_page("/", javascript=False)
    expect(page.locator("[data-kept-section]")).to_be_hidden()
    expect(page.locator("[data-continue]")).to_be_hidden()
