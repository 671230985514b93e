"""The whole site as files: every page is asked for, and all that pages lead to."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask
from werkzeug.test import TestResponse

from app.errors import ReaderError
from app.freezer.addresses import NOT_FOUND
from app.freezer.addresses import Page
from app.freezer.machines import machine_text
from app.freezer.pages import PageWriter
from app.freezer.rewriting import rewrite_assets

_MOVED = range(301, 400)
_ASSETS = frozenset({"text/css", "text/javascript"})
_ROBOT = {"User-Agent": "Twitterbot/1.0"}
"""Who gets a sentence, and nothing else, at the address of the sentence."""


class BrokenLinkError(ReaderError):
    """Raised for a page that leads to something that the reader does not have."""

    def __init__(self, address: str, found_at: str, status: int) -> None:
        super().__init__(f"{found_at} leads to {address}, which answers {status}.")
        self.address = address
        self.found_at = found_at
        self.status = status


@dataclass(frozen=True, slots=True)
class Written:
    """A file of the site."""

    name: str
    data: bytes


class Site:
    """Asks the reader for everything, and gives it as files."""

    def __init__(self, app: Flask, writer: PageWriter) -> None:
        self._client = app.test_client(use_cookies=False)
        self._writer = writer
        self._waiting: deque[Page] = deque()
        self._found_at: dict[str, str] = {}  # by the name of the file

    def files(self, pages: Iterable[Page]) -> Iterator[Written]:
        """Give every file, beginning with some pages.

        :raise BrokenLinkError: if a page leads to one that there is not.
        """
        for page in pages:
            self._take(page, "The site")
        while self._waiting:
            page = self._waiting.popleft()
            yield Written(page.file, self._data(page))

    def _take(self, page: Page, found_at: str) -> None:
        """See to it that a page is written."""
        if page.file not in self._found_at:
            self._found_at[page.file] = found_at
            self._waiting.append(page)

    def _data(self, page: Page) -> bytes:
        """Ask for a page, and write what is in its file."""
        answer, writer = self._client.get(page.request, buffered=True), self._writer

        def take(other: Page) -> None:
            self._take(other, page.request)

        if answer.status_code in _MOVED:
            shared = self._client.get(page.request, headers=_ROBOT, buffered=True)
            text = shared.text if shared.status_code == 200 else ""
            return writer.redirect(page, answer.location, text, take).encode()
        self._check(page, answer)
        if page == NOT_FOUND or not page.is_file:
            policy = answer.headers["Content-Security-Policy"]
            return writer.page(page, answer.text, policy, take).encode()
        if answer.mimetype == "text/html":
            return writer.file(page, answer.text, take).encode()
        if page.path.startswith("/static/") and answer.mimetype in _ASSETS:
            return rewrite_assets(answer.text, writer.linker(page, take)).encode()
        return machine_text(page, answer.data, writer.base)

    def _check(self, page: Page, answer: TestResponse) -> None:
        """Make sure that there is such a page.

        :raise BrokenLinkError: if there is not.
        """
        if answer.status_code != (404 if page == NOT_FOUND else 200):
            found_at = self._found_at[page.file]
            raise BrokenLinkError(page.request, found_at, answer.status_code)
