"""The editor's page with keys, in a real browser."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Dialog
from playwright.sync_api import expect
from playwright.sync_api import Page
from werkzeug.serving import make_server

from app.editor.server import open_session
from app.editor.session import Session
from app.editor.web import make_app
from tests.browser.conftest import Open
from tests.browser.test_access import hindrances
from tests.editor.conftest import EN
from tests.editor.conftest import write_document
from tests.editor.conftest import ZH


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Open a document in which a sentence lacks its partner."""
    shorter = EN.replace("The third has 12.\n", "")
    return open_session(write_document(tmp_path, ZH, shorter), "rules")


@pytest.fixture
def desk(session: Session) -> Iterator[str]:
    """Serve it."""
    server = make_server("127.0.0.1", 0, make_app(session, "token"), threaded=True)
    threading.Thread(target=server.serve_forever).start()
    yield f"http://127.0.0.1:{server.server_port}/token/"
    server.shutdown()


def texts(page: Page, lang: str) -> list[str]:
    return page.locator(f"[data-row] > .{lang}").all_inner_texts()


def test_rows_are_mended_with_keys_and_saved(
    open_page: Open, desk: str, session: Session
) -> None:
    page = open_page(desk, base=desk)
    page.locator("#r1 .loc").click()
    page.keyboard.press("s")
    box = page.locator("textarea[name=en]")
    expect(box).to_have_value("This is the first sentence.\nThis is the second.")
    box.press("Control+Enter")
    expect(page.locator("[data-row]")).to_have_count(5)
    page.keyboard.press("Shift+J")
    expect(page.locator("[data-row]")).to_have_count(4)
    page.keyboard.press("j")
    page.keyboard.press("Shift+E")
    expect(page.locator("textarea[name=en]")).to_be_focused()
    page.keyboard.type("The third has 12.")
    page.keyboard.press("Control+s")
    expect(page.locator("[data-said]")).to_contain_text("Saved")
    assert not session.unsaved
    assert texts(page, "en")[1] == "The third has 12."
    page.keyboard.press("u")
    expect(page.locator("[data-unsaved]")).to_have_text("Not saved")
    assert texts(page, "en")[1] == "Not translated"
    page.keyboard.press("r")
    expect(page.locator("[data-unsaved]")).to_have_text("All is saved")


def test_a_side_is_shifted_and_a_row_accepted(open_page: Open, desk: str) -> None:
    page = open_page(desk, base=desk)
    page.locator("#r1 .loc").click()
    page.keyboard.press(">")
    expect(page.locator("#r2 > .en")).to_contain_text("This is the first sentence.")
    page.keyboard.press("<")
    expect(page.locator("#r2 > .en")).to_have_text("Not translated")
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.locator("#r2")).to_contain_text("accepted")
    page.reload()
    expect(page.locator("#r2")).to_contain_text("accepted")


def test_an_old_page_shows_the_new_text_first(open_page: Open, desk: str) -> None:
    one, two = open_page(desk, base=desk), open_page(desk, base=desk)
    one.locator("#r1 .loc").click()
    one.keyboard.press("Shift+J")
    expect(one.locator("[data-row]")).to_have_count(3)
    two.keyboard.press("x")
    expect(two.locator("[data-said]")).to_contain_text("another tab")
    expect(two.locator("[data-row]")).to_have_count(3)


def test_all_works_without_scripts(open_page: Open, desk: str) -> None:
    page = open_page(desk, base=desk, javascript=False)
    page.locator("#r1 .loc").click()
    page.get_by_role("button", name="Join with next").click()
    expect(page.locator("[data-row]")).to_have_count(3)
    page.get_by_role("button", name="Undo").click()
    page.locator("#r1 .loc").click()
    page.get_by_role("link", name="Split").click()
    page.get_by_role("button", name="Apply").click()
    expect(page.locator("[data-row]")).to_have_count(5)
    page.get_by_role("button", name="Save").click()
    expect(page.locator("[data-said]")).to_contain_text("Saved")


def test_after_a_refusal_without_scripts_one_can_go_on(
    browser: Browser, desk: str
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{desk}?ui=en")
    page.locator("#r1 .loc").click()
    page.get_by_role("button", name="Paragraph").click()
    expect(page.locator("#r1 + [role=alert]")).to_contain_text("begins a paragraph")
    page.get_by_role("link", name="Split").click()
    expect(page.locator("textarea[name=zh]")).to_be_visible()
    page.close()


def test_only_leaving_the_editor_asks_about_what_is_not_saved(
    open_page: Open, desk: str
) -> None:
    page = open_page(desk, base=desk)
    asked: list[str] = []

    def note(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", note)
    page.locator("#r1 .loc").click()
    page.keyboard.press("Shift+J")
    expect(page.locator("[data-unsaved]")).to_have_text("Not saved")
    page.get_by_role("link", name="Show doubtful rows only").click()
    expect(page.get_by_role("link", name="Show all rows")).to_be_visible()
    page.get_by_role("link", name="中文").click()
    expect(page.locator("[data-unsaved]")).to_have_text("尚未保存")
    assert not asked
    page.locator("h1").click()
    page.goto("about:blank")
    assert asked == ["beforeunload"]


def test_saving_stays_at_hand_and_hides_no_row(open_page: Open, desk: str) -> None:
    page = open_page(desk, base=desk)
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 400})
        for key in "jjjjkkkk":
            page.keyboard.press(key)
        page.wait_for_timeout(100)
        bar = page.locator(".bar").bounding_box()
        row = page.locator(".row.current").bounding_box()
        assert bar
        assert row
        assert bar["y"] >= 0
        assert bar["y"] + bar["height"] <= row["y"]


@pytest.mark.parametrize("ui", ["zh", "en"])
def test_nothing_on_the_page_hinders_anybody(
    open_page: Open, desk: str, ui: str
) -> None:
    page = open_page(desk, base=desk, ui=ui)
    for width in (1440, 360):
        page.set_viewport_size({"width": width, "height": 900})
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
            assert not hindrances(page), (width, theme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.keyboard.press("?")
    page.locator("#r1 .loc").click()
    page.keyboard.press("e")
    expect(page.locator("textarea[name=zh]")).to_be_focused()
    assert not hindrances(page)
