"""Reading without a network: what was read, the search, and the site on request."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import BrowserContext
from playwright.sync_api import expect
from playwright.sync_api import Page

from app.builder.pipeline import build
from tests.browser.conftest import serve
from tests.browser.test_access import hindrances
from tests.web.conftest import TRAPS

PLAN = "/western-financial-center"

KEPT = """async (kind) => {
  const kept = {};
  for (const name of (await caches.keys()).filter((one) => one.includes(` ${kind}`))) {
    const keys = await (await caches.open(name)).keys();
    kept[name] = keys.map(({ url }) => url);
  }
  return kept;
}"""

UNTIL = """async ([kind, path]) => {
  for (let turn = 0; turn < 1200; turn += 1) {
    const names = (await caches.keys()).filter((one) => one.includes(` ${kind}`));
    for (const name of names) {
      const keys = await (await caches.open(name)).keys();
      if (keys.some(({ url }) => url.includes(path))) return true;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}"""

CONTROLLED = """navigator.serviceWorker.controller !== null || new Promise((done) => {
  navigator.serviceWorker.addEventListener("controllerchange", () => done(true));
})"""

FILL = """async (many) => {
  const [name] = (await caches.keys()).filter((one) => one.includes(" pages "));
  const pages = await caches.open(name);
  const page = () => new Response("", { headers: { "Content-Type": "text/html" } });
  for (let at = 0; at < many; at += 1) await pages.put(`/filled/${at}`, page());
}"""


GONE = """async (names) => {
  for (let turn = 0; turn < 1200; turn += 1) {
    if (!(await caches.keys()).some((name) => names.includes(name))) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}"""


@pytest.fixture
def reader(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """Begin with a browser in which nothing is kept."""
    context = browser.new_context(base_url=site, locale="en-US")
    yield context
    context.close()


def stores(page: Page, kind: str = "") -> dict[str, list[str]]:
    """List what is kept in each store of a kind."""
    kept: dict[str, list[str]] = page.evaluate(KEPT, kind)
    return kept


def until_kept(page: Page, kind: str, path: str) -> None:
    """Wait until something of this address is in a store of a kind."""
    assert page.evaluate(UNTIL, [kind, path]), (path, stores(page))


def visit(context: BrowserContext, path: str = f"{PLAN}/") -> Page:
    """Read a first page, until all that goes with it is kept."""
    page = context.new_page()
    page.goto(path)
    until_kept(page, "parts", "/search/offline")
    assert page.evaluate(CONTROLLED)
    return page


def test_after_one_visit_the_plan_reads_and_searches(reader: BrowserContext) -> None:
    page = visit(reader)
    reader.set_offline(True)
    page.reload()
    sentence = page.locator("[id='2.3.11.s4']")
    expect(sentence.locator(".zh")).to_contain_text("中欧绿色金融标准")
    across = sentence.evaluate("row => getComputedStyle(row).display")
    assert across == "grid"  # it has its styles
    page.locator("#q").fill("中欧绿色金融标准")
    page.locator("#q").press("Enter")
    hit = page.locator("#text .row:has(> p)", has_text="中欧绿色金融标准").first
    expect(hit).to_be_visible()
    hit.locator("a.loc").first.click()
    expect(page.locator("[id='2.3.11.s4']")).to_be_in_viewport()
    assert PLAN in page.url


def test_what_was_read_reads_and_what_was_not_says_so(reader: BrowserContext) -> None:
    page = visit(reader)
    page.goto(f"{PLAN}/2.3.11")
    until_kept(page, "pages", "/2.3.11")
    reader.set_offline(True)
    page.goto(f"{PLAN}/2.3.11.s4")
    expect(page.locator("h1.measure")).to_contain_text("green finance")
    expect(page.locator("#s4")).to_be_in_viewport()
    page.goto(f"{PLAN}/2.3.10.s2")  # in the whole text only
    expect(page.locator("[id='2.3.10.s2']")).to_be_in_viewport()
    answer = page.goto("/terms/green-finance")
    assert answer
    assert answer.status == 503
    for lang, words in (("zh", "没有网络"), ("en", "There is no connection")):
        said = page.locator(f"[data-offline-instead] [lang|={lang}]")
        expect(said).to_be_visible()
        expect(said).to_contain_text(words)
    assert not hindrances(page)
    listed = page.locator("[data-offline-list] a")
    expect(listed).to_have_count(2)
    expect(listed.first).to_contain_text("green finance")
    listed.last.click()
    expect(page.locator("[id='2.3.11.s4']")).to_be_attached()


def test_only_pages_to_read_are_kept_and_nothing_of_a_search(
    reader: BrowserContext,
) -> None:
    page = visit(reader)
    for path in (
        "/search?q=绿色金融", "/concordance?q=绿色", f"{PLAN}/2.3.11?q=绿色金融",
        f"{PLAN}/9.9.9", "/nowhere", f"{PLAN}/measure/12", f"/embed{PLAN}/2.1.1",
        "/api/v1/documents", "/search?page=x", "/?ui=en",
    ):  # fmt: skip
        page.goto(path)
    until_kept(page, "pages", "/2.3.11")
    page.goto("/about")
    until_kept(page, "pages", "/about")
    (pages,) = stores(page, "pages").values()
    site = page.url.removesuffix("/about")
    assert {url.removeprefix(site) for url in pages} == {
        f"{PLAN}/", f"{PLAN}/2.3.11", f"{PLAN}/2.3.12", "/", "/about",
    }  # fmt: skip
    every = [url for urls in stores(page).values() for url in urls]
    assert not [url for url in every if "q=" in url or "%E7" in url]
    reader.set_offline(True)
    page.goto(f"{PLAN}/2.3.11")
    assert not page.locator("mark").count()


def test_no_more_pages_are_kept_than_there_is_room_for(reader: BrowserContext) -> None:
    page = visit(reader)
    page.evaluate(FILL, 320)
    page.goto(f"{PLAN}/2.3.11")
    until_kept(page, "pages", "/2.3.11")
    page.goto("/about")  # by now the former is done with
    until_kept(page, "pages", "/about")
    reader.set_offline(True)
    page.goto(f"{PLAN}/2.3.11")
    (pages,) = stores(page, "pages").values()
    assert len(pages) == 300
    assert not [url for url in pages if url.endswith(f"{PLAN}/")]  # the oldest


def test_a_new_snapshot_takes_the_place_of_the_old(
    browser: Browser, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    shutil.copytree(TRAPS, content)
    assert build(content, tmp_path / "index").digest
    with serve(tmp_path / "index") as site:
        context = browser.new_context(base_url=site, locale="en-US")
        page = visit(context, "/rules/")
        page.goto("/rules/1.1.1")
        until_kept(page, "pages", "/rules/1.1.1")
        before = stores(page)
        old = page.locator("#s1 .en").inner_text()
        path = content / "en" / "rules.md"
        path.write_text(path.read_text("utf-8").replace(old, f"{old} Anew."), "utf-8")
        assert build(content, tmp_path / "index").digest
        page.goto("/about")
        until_kept(page, "pages", "/about")
        assert page.evaluate(GONE, list(before))
        after = stores(page)
        assert len(stores(page, "pages")) == len(stores(page, "parts")) == 1
        assert not set(before) & set(after)
        (pages,) = stores(page, "pages").values()
        assert {url.removeprefix(site) for url in pages} == {
            "/rules/", "/rules/1.1.1", "/about",
        }  # fmt: skip
        context.set_offline(True)
        page.goto("/rules/1.1.1")  # not read since
        expect(page.locator("#s1 .en")).to_have_text(f"{old} Anew.")
        page.goto("/search?q=Anew")
        expect(page.locator("#text")).to_contain_text(f"{old} Anew.")
        context.close()


def test_the_whole_site_is_kept_on_request_and_let_go(reader: BrowserContext) -> None:
    page = visit(reader, "/about")
    page.get_by_role("button", name="Keep the whole site offline").click()
    said = page.locator("[data-offline-said]")
    expect(said).to_contain_text("The whole site is kept", timeout=60_000)
    reader.set_offline(True)
    for path, words in (
        ("/terms/green-finance", "green finance"),
        (f"{PLAN}/map", "Both speak of"),
        (f"{PLAN}/2.3.12", "supply chain finance"),
        ("/terms/", "Terms"),
    ):
        answer = page.goto(path)
        assert answer
        assert answer.status == 200
        expect(page.locator("main")).to_contain_text(words, ignore_case=True)
    page.goto("/about")
    page.get_by_role("button", name="Remove it from this browser").click()
    expect(said).to_contain_text("Removed")
    assert not stores(page, "whole")
    answer = page.goto("/terms/green-finance")
    assert answer
    assert answer.status == 503


def test_a_server_that_fails_is_as_good_as_none(reader: BrowserContext) -> None:
    page = visit(reader)
    reader.route(
        "**/western-financial-center/", lambda route: route.fulfill(status=502)
    )
    page.goto(f"{PLAN}/")
    expect(page.locator("[id='2.3.11.s4']")).to_be_attached()
