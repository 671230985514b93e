"""A site of files read without a network, in a folder of a plain server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import BrowserContext
from playwright.sync_api import expect

from tests.browser.test_frozen import served_frozen
from tests.browser.test_offline import CONTROLLED
from tests.browser.test_offline import stores
from tests.browser.test_offline import until_kept


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a frozen site in a folder; give its address."""
    with served_frozen(tmp_path_factory.mktemp("offline")) as address:
        yield address


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """Begin with a browser in which nothing is kept."""
    context = browser.new_context(locale="en-US")
    yield context
    context.close()


@pytest.mark.parametrize("tree", ["", "/zh"])
def test_after_one_visit_it_reads_and_searches(
    reader: BrowserContext, folder: str, tree: str
) -> None:
    page = reader.new_page()
    page.goto(f"{folder}{tree}/plan/?ui={tree[1:] or 'en'}")
    page.wait_for_url(f"{folder}{tree}/plan/")
    until_kept(page, "parts", f"{tree}/search/")
    assert page.evaluate(CONTROLLED)
    reader.set_offline(True)
    page.reload()
    expect(page.locator("[id='2.1.2.s4'] .zh")).to_be_visible()
    page.locator("#q").fill("绿色金融")
    page.locator("#q").press("Enter")
    page.wait_for_url(f"{folder}{tree}/search/?q=*")
    expect(page.locator("#text mark").first).to_have_text("绿色金融")
    page.goto(f"{folder}{tree}/plan/2.1.2.s4")  # in the whole text only
    page.wait_for_url(f"{folder}{tree}/plan/#2.1.2.s4")
    answer = page.goto(f"{folder}{tree}/terms/market/")
    assert answer
    assert answer.status == 503
    expect(page.locator("[data-offline-instead]").first).to_be_visible()
    page.locator("[data-offline-list] a").click()
    page.wait_for_url(f"{folder}{tree}/plan/")


def test_the_whole_site_is_kept_on_request(reader: BrowserContext, folder: str) -> None:
    page = reader.new_page()
    page.goto(f"{folder}/about/")
    page.get_by_role("button", name="Keep the whole site offline").click()
    said = page.locator("[data-offline-said]")
    expect(said).to_contain_text("The whole site is kept", timeout=60_000)
    assert all(url.startswith(folder) for one in stores(page).values() for url in one)
    reader.set_offline(True)
    for path, words in (
        ("/terms/market/", "market"),
        ("/zh/terms/market", "市场"),
        ("/plan/2.1.1", "Open the market wider."),
        ("/plan/map/", "Plan"),
    ):
        answer = page.goto(folder + path)
        assert answer
        assert answer.status == 200, path
        expect(page.locator("main")).to_contain_text(words)
    page.goto(f"{folder}/search?q=green%20finance")
    expect(page.locator("#text mark").first).to_have_text("绿色金融")
