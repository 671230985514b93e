"""A crawler: everything that every page of a folder leads to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote
from urllib.parse import urljoin
from urllib.parse import urlsplit

ADDRESSES = {"href", "src", "srcset", "action", "poster", "data-preview", "data-to"}
RANGE = re.compile(r"(.*?)(s\w+)-(s\w+)")
SITE = "https://files.invalid/in/a/folder/"
"""Where the pages are thought to lie: links may not count on any place."""


@dataclass
class Read(HTMLParser):
    """The anchors of a page, and the addresses in it."""

    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids |= {given[name] for name in ("id",) if name in given}
        for name in ADDRESSES & set(given):
            if not (tag == "meta" or given.get("rel") in {"canonical", "alternate"}):
                self.links += given[name].split() or [""]
        if given.get("http-equiv") == "refresh":
            self.links.append(given["content"].partition("url=")[2])


@dataclass
class Files:
    """A frozen site as it lies on the disk."""

    root: Path
    base: str
    """Where it will be on the web; empty if that is not known."""

    @cached_property
    def pages(self) -> dict[str, Read]:
        """Read every page, by its path."""
        found = {}
        for path in sorted(self.root.rglob("*.html")):
            read = Read()
            read.feed(path.read_text("utf-8"))
            found[path.relative_to(self.root).as_posix()] = read
        return found

    def broken(self) -> list[str]:
        """List what leads to no file, or to no place in one."""
        return [
            f"{name} -> {link}"
            for name, page in self.pages.items()
            for link in page.links
            if not self._leads(name, link)
        ]

    def _leads(self, name: str, link: str) -> bool:
        prefix = urlsplit(self.base).path + "/"
        if name == "404.html" and link.startswith(prefix):
            link = SITE + link.removeprefix(prefix)
        if self.base and f"{link}/".startswith(f"{self.base}/"):
            link = SITE + link.removeprefix(self.base).lstrip("/")
        url = urlsplit(urljoin(SITE + name, link))
        if not url.geturl().startswith(SITE):
            return urlsplit(link).scheme in {"http", "https"}
        there = self.file(url.path.removeprefix(urlsplit(SITE).path))
        if there is None:
            return False
        return not url.fragment or self._has(there, unquote(url.fragment))

    def file(self, path: str) -> str | None:
        """Find what a server sends for a path."""
        path = unquote(path)
        if (self.root / path).is_dir():
            path = f"{path}/".lstrip("/").replace("//", "/")
        wanted = f"{path}index.html" if path.endswith("/") or not path else path
        return wanted if (self.root / wanted).is_file() else None

    def _has(self, name: str, fragment: str) -> bool:
        page = self.pages.get(name)
        ids = page.ids if page else set()
        ends = RANGE.fullmatch(fragment)
        return fragment in ids or bool(
            ends and {ends[1] + ends[2], ends[1] + ends[3]} <= ids
        )
