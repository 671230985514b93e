"""The real server, read with a real browser."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import BrowserContext
from playwright.sync_api import Page
from playwright.sync_api import sync_playwright

from tests.web.conftest import build_threads
from tests.web.conftest import build_traps

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip

ROOT = Path(__file__).parents[2]

EXPECTED = re.compile(
    r"the server responded with a status of (404|422)"
    r"|Service Worker registration blocked by Playwright"
)
"""What a browser says of pages that are errors on purpose, and of what is off here."""

Open = Callable[..., Page]


@contextmanager
def serve(index: Path) -> Iterator[str]:
    """Start the server as a reader would; give its address."""
    settings = {"READER_INDEX": str(index), "PORT": "0", "READER_WORKERS": "1"}
    server = subprocess.Popen(
        [sys.executable, "-m", "app.serve"],
        cwd=ROOT,
        env={**os.environ, **settings},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert server.stderr
    line = ""
    for line in server.stderr:
        if "http://" in line:
            break
    yield line.partition(" at ")[2].partition(" ")[0].rstrip("/\n")
    server.terminate()
    server.communicate(timeout=10)


@pytest.fixture(scope="session")
def site(snapshot_dir: Path) -> Iterator[str]:
    """Serve the shipped content."""
    with serve(snapshot_dir) as address:
        yield address


@pytest.fixture(scope="session")
def changed_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a small text in which a sentence moved and another was deleted."""
    with serve(build_traps(tmp_path_factory.mktemp("changed"))) as address:
        yield address


@pytest.fixture(scope="session")
def threads_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve two texts that name each other."""
    with serve(build_threads(tmp_path_factory.mktemp("threads"))) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start one browser for all tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


class Complaints(list[str]):
    """What a browser had to say against a page."""

    def watch(self, page: Page, site: str) -> None:
        """Note errors, blocked inline code, and requests to anywhere else."""
        page.on("pageerror", lambda error: self.append(str(error)))
        page.on(
            "console",
            lambda message: (
                self.append(message.text)
                if message.type in {"error", "warning"}
                else None
            ),
        )
        page.on(
            "request",
            lambda request: (
                self.append(request.url)
                if not request.url.startswith((site, "data:", "about:", "blob:"))
                else None
            ),
        )


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Open]:
    """Open pages; at the end no page may have had anything to complain of.

    ``open_page("/about", width=360, javascript=False, theme="dark", ui="zh")``
    """
    contexts: list[BrowserContext] = []
    complaints = Complaints()

    def open_(
        path: str, *, width: int = 1440, height: int = 900, javascript: bool = True,
        theme: str = "light", ui: str = "en", base: str = site, **options: Any,
    ) -> Page:  # fmt: skip
        context = browser.new_context(
            base_url=base,
            viewport={"width": width, "height": height},
            java_script_enabled=javascript,
            color_scheme=theme,  # type: ignore[arg-type]
            locale="zh-CN" if ui == "zh" else "en-US",
            reduced_motion="reduce",
            **{"service_workers": "block", **options},
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        complaints.watch(page, base)
        page.goto(path)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not [text for text in complaints if not EXPECTED.search(text)]
