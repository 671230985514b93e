"""A site of files in a folder of a plain server, read in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import BrowserContext
from playwright.sync_api import expect
from playwright.sync_api import Page

from tests.browser.conftest import Complaints
from tests.freezer.conftest import frozen_plan

FOLDER = "in/a/folder"

Visit = Callable[..., Page]


class Quiet(SimpleHTTPRequestHandler):
    """Serves files as ``python -m http.server`` does, and does not speak of it."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def served_frozen(root: Path) -> Iterator[str]:
    """Serve a frozen site that does not know where it is; give its address."""
    made = frozen_plan(root / "made")
    (root / "www" / FOLDER).parent.mkdir(parents=True)
    made.root.rename(root / "www" / FOLDER)
    handler = partial(Quiet, directory=str(root / "www"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{FOLDER}"
        server.shutdown()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a frozen site."""
    with served_frozen(tmp_path_factory.mktemp("frozen")) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, files: str) -> Iterator[Visit]:
    """Open pages; no page may have had anything to complain of."""
    contexts: list[BrowserContext] = []
    complaints = Complaints()

    def open_(path: str, *, javascript: bool = True, ui: str = "en") -> Page:
        context = browser.new_context(
            java_script_enabled=javascript,
            locale="zh-CN" if ui == "zh" else "en-US",
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        complaints.watch(page, files)
        page.goto(files + path)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize(
    ("kept", "there"),
    [
        ("/plan/2.1.2.s4", "/plan/2.1.2/#s4"),
        ("/plan/2.1.2.s2-s4", "/plan/2.1.2/#s2-s4"),
        ("/plan/measure/2", "/plan/2.1.2/"),
        ("/plan/2.1.2", "/plan/2.1.2/"),
        ("/plan", "/plan/"),
    ],
)
def test_addresses_of_the_reader_work_to_the_letter(
    visit: Visit, files: str, kept: str, there: str, javascript: bool
) -> None:
    page = visit(kept, javascript=javascript)
    page.wait_for_url(files + there)
    expect(page.get_by_text("Develop green finance.").first).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
def test_reading_and_the_views(visit: Visit, files: str, javascript: bool) -> None:
    page = visit("/", javascript=javascript)
    page.locator(".entry h3 .en").click()
    page.locator(".views a", has_text="中文").click()
    expect(page.locator("[id='2.1.2.s2'] .en")).to_be_hidden()
    expect(page.locator("[id='2.1.2.s2'] .zh")).to_be_visible()
    page.goto(files + "/plan/2.1.1/")
    page.locator(".views a", has_text="中文").click()
    page.locator(".outline [data-unit='2.1.2']").click()  # the view is kept
    expect(page.locator("#s2 .en")).to_be_hidden()
    page.locator(".views a", has_text="Parallel").click()
    expect(page.locator("#s2 .en")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
def test_the_other_language(visit: Visit, files: str, javascript: bool) -> None:
    page = visit("/plan/2.1.2/#s3", javascript=javascript)
    page.locator("[data-other-language]").click()
    page.wait_for_url(files + "/zh/plan/2.1.2/**")
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    page.locator(".menu nav a").nth(1).click()
    page.wait_for_url(files + "/zh/terms/**")
    page.locator("[data-other-language]").click()
    page.wait_for_url(files + "/terms/**")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_the_view_of_an_address_that_was_sent(visit: Visit, files: str) -> None:
    page = visit("/plan/2.1.2?view=zh#s2")
    expect(page.locator("#s1 .en")).to_be_hidden()
    expect(page.locator("[data-set-view=zh]")).to_have_attribute("aria-current", "true")
    page = visit("/plan/2.1.2/view=zh/#s2")  # where it leads without scripts
    page.wait_for_url(files + "/plan/2.1.2/?view=zh#s2")
    expect(page.locator("#s1 .en")).to_be_hidden()


def test_the_language_that_a_browser_has_and_the_one_that_is_chosen(
    visit: Visit, files: str
) -> None:
    page = visit("/plan/2.1.2.s4", ui="zh")
    page.wait_for_url(files + "/zh/plan/2.1.2/#s4")
    page.locator("[data-other-language]").click()
    page.wait_for_url(files + "/plan/2.1.2/#s4")
    page.goto(files + "/plan/")  # it is remembered
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.goto(files + "/plan/?ui=zh")
    page.wait_for_url(files + "/zh/plan/")
    page = visit("/zh/plan/")  # sent to somebody who has chosen nothing
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")


def test_the_display_panel_works_in_the_browser_alone(visit: Visit, files: str) -> None:
    page = visit("/plan/2.1.2/")
    expect(page.locator("a.term").first).to_be_visible()
    page.get_by_text("Display", exact=True).click()
    page.get_by_label("Dark", exact=True).check()
    page.get_by_label("Not marked").check()
    page.get_by_label("Off", exact=True).check()
    page.get_by_role("button", name="Keep this choice").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto(files + "/plan/")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator("html")).to_have_attribute("data-keys", "off")
    expect(page.locator("a.term")).to_have_count(0)
    page.get_by_text("Display", exact=True).click()
    expect(page.get_by_label("Dark", exact=True)).to_be_checked()
    page.get_by_label("Marked", exact=True).check()
    page.get_by_label("中文", exact=True).check()
    page.get_by_role("button", name="Keep this choice").click()
    page.wait_for_url(files + "/zh/plan/")
    expect(page.locator("a.term").first).to_be_visible()


def test_without_scripts_nothing_is_offered_that_needs_them(visit: Visit) -> None:
    page = visit("/plan/", javascript=False)
    expect(page.get_by_text("Display", exact=True)).to_be_hidden()


def test_previews_menus_and_citations(visit: Visit, files: str) -> None:
    page = visit("/plan/2.1.2/")
    page.locator("#s1 .en a.ref").hover()
    expect(page.locator("[data-preview-box]")).to_contain_text("Open the market wider.")
    page.locator("#s2 .en a.term").hover()
    expect(page.locator("[data-preview-box]")).to_contain_text("绿色金融")
    page.locator("#s2 > .loc").click()
    page.get_by_role("menuitem", name="Bookmark").click()
    page.locator("#s3 > .loc").click()
    page.get_by_role("menuitem", name="Cite").click()
    dialog = page.locator("dialog[open]")
    expect(dialog).to_contain_text("Improve the standards of green finance.")
    page.keyboard.press("Escape")
    page.goto(files + "/")
    page.locator("[data-kept-list] a").click()
    page.wait_for_url(files + "/plan/2.1.2/#s2")


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
def test_the_search_box_leads_to_the_search(
    visit: Visit, files: str, javascript: bool
) -> None:
    page = visit("/plan/", javascript=javascript)
    page.get_by_role("searchbox").fill("disclosure")
    page.get_by_role("button", name="Search", exact=True).click()
    page.wait_for_url(files + "/search/?q=disclosure")
    if javascript:
        expect(page.locator("#text")).to_contain_text("Strengthen the disclosure")
        page.locator(".para .loc").first.click()
        page.wait_for_url(files + "/plan/2.1.2/**")
    else:
        expect(page.locator("#text")).to_contain_text("needs JavaScript")


def test_a_citation_has_the_day_of_reading(visit: Visit, files: str) -> None:
    page = visit("/")
    page.clock.set_fixed_time("2031-02-03T12:00:00")
    page.goto(files + "/plan/2.1.2/cite/")
    sheet = page.locator("[data-cite]")
    expect(sheet).to_contain_text("(2024-05-01)[2031-02-03]")
    expect(sheet).to_contain_text("Retrieved February 3, 2031")


def test_a_range_is_cited_by_its_unit(visit: Visit, files: str) -> None:
    page = visit("/plan/2.1.2/#s2-s4")
    page.keyboard.press("c")
    dialog = page.locator("dialog[open]")
    expect(dialog.get_by_role("heading")).to_have_text(
        "Cite Part II, section (1), measure 2"
    )
    file = dialog.get_by_role("link", name="BibTeX")
    expect(file).to_have_attribute("href", files + "/plan/2.1.2/cite.bib")
