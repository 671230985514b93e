"""A place in a frame of another site, as its readers see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import expect
from playwright.sync_api import Frame
from playwright.sync_api import Page

PLAN = "/western-financial-center"


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and does not speak of it."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@dataclass
class Newspaper:
    """A page of another site; what stands on it is set by ``show``."""

    page: Page
    folder: Path
    address: str

    def show(self, code: str, style: str = "") -> Frame:
        """Set a frame into the page; give what is in it."""
        html = f"<!doctype html><html lang=en style='{style}'><title>x</title>{code}"
        name = f"{len(list(self.folder.iterdir()))}.html"  # never from a cache
        (self.folder / name).write_text(html, "utf-8")
        self.page.goto(self.address + name, wait_until="networkidle")
        (frame,) = self.page.frames[1:]
        frame.wait_for_url(lambda url: url != "about:blank")
        return frame


@pytest.fixture
def newspaper(browser: Browser, tmp_path: Path) -> Iterator[Newspaper]:
    """Serve another site: a public one may not set in what is on this machine."""
    handler = partial(Quiet, directory=str(tmp_path))
    context = browser.new_context(service_workers="block")
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://localhost:{server.server_port}/"
        yield Newspaper(context.new_page(), tmp_path, address)
        context.close()
        server.shutdown()


def ask(page: Page, site: str, path: str, **parameters: int) -> dict[str, Any]:
    """Ask by oEmbed about an address."""
    query = urlencode({"url": site + PLAN + path, **parameters})
    answer: dict[str, Any] = page.request.get(f"{site}/oembed?{query}").json()
    return answer


@pytest.mark.parametrize("width", [280, 640])
def test_a_frame_is_as_high_as_it_needs_to_be(
    newspaper: Newspaper, site: str, width: int
) -> None:
    for path in ("/2.3.11.s4", "/2.3", "/1.2.3?view=zh", "/?view=en"):
        facts = ask(newspaper.page, site, path, maxwidth=width)
        frame = newspaper.show(facts["html"])
        # The page in the frame is as high as the frame at least: measure what is in it.
        high = frame.evaluate(
            """[...document.body.children].reduce((sum, one) =>
                 sum + one.getBoundingClientRect().height, 0) + 34"""
        )
        assert min(high, 720) <= facts["height"] <= 1.6 * high + 40, (path, width)
        wide = frame.evaluate("document.documentElement.scrollWidth")
        assert wide <= facts["width"] == width


def test_languages_stand_side_by_side_where_there_is_room(
    newspaper: Newspaper, site: str
) -> None:
    for width, together in ((280, False), (559, False), (640, True), (800, True)):
        code = (
            f'<iframe src="{site}/embed{PLAN}/2.3.11.s4" title="x" '
            f'width={width} height=500 style="border:0"></iframe>'
        )
        frame = newspaper.show(code)
        tops = {
            lang: frame.locator(f".row .{lang}").bounding_box() for lang in ("zh", "en")
        }
        zh, en = tops["zh"], tops["en"]
        assert zh
        assert en
        assert (zh["y"] == en["y"]) == together, width


def test_a_frame_has_the_colours_of_the_page_around_it(
    newspaper: Newspaper, site: str
) -> None:
    def paper(path: str, scheme: Any) -> str:
        newspaper.page.emulate_media(color_scheme=scheme)
        facts = ask(newspaper.page, site, "/2.3.11.s4")
        code = facts["html"].replace("2.3.11.s4", path)
        frame = newspaper.show(code, f"color-scheme: {scheme}")
        colour: str = frame.evaluate(
            "getComputedStyle(document.documentElement).backgroundColor"
        )
        return colour

    light, dark = paper("2.3.11.s4", "light"), paper("2.3.11.s4", "dark")
    assert light != dark
    assert paper("2.3.11.s4?theme=dark", "light") == dark
    assert paper("2.3.11.s4?theme=light", "dark") == light


def test_a_link_leaves_the_frame_and_nothing_is_kept(
    newspaper: Newspaper, site: str
) -> None:
    frame = newspaper.show(ask(newspaper.page, site, "/2.3.11.s4")["html"])
    with newspaper.page.context.expect_page() as opened:
        frame.locator("footer a").click()
    expect(opened.value).to_have_url(f"{site}{PLAN}/2.3.11#s4")
    opened.value.close()
    assert newspaper.page.url.startswith(newspaper.address)
    assert not newspaper.page.context.cookies()


def test_no_other_page_can_be_framed(newspaper: Newspaper, site: str) -> None:
    frame = newspaper.show(f'<iframe src="{site}{PLAN}/2.3.11" title="x"></iframe>')
    assert frame.url.startswith("chrome-error:")


def test_what_is_copied_is_what_a_site_is_given(browser: Browser, site: str) -> None:
    context = browser.new_context(
        permissions=["clipboard-read", "clipboard-write"], service_workers="block"
    )
    page = context.new_page()
    page.goto(f"{site}{PLAN}/2.3.11")
    page.get_by_text("Take away").click()
    page.get_by_role("link", name="Embed").click()
    page.locator("#embed").get_by_role("button", name="Copy").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == ask(page, site, "/2.3.11")["html"]
    context.close()
