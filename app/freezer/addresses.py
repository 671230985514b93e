"""What of the site is frozen: from an address of the reader to a file, or to none.

A page is ``<path>/index.html``, below ``zh/`` in the second language of the interface.
What an address asks in its query is a folder: ``terms/kind=market/``. Where too much is
asked, a link leads to the next best that there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl
from urllib.parse import quote
from urllib.parse import unquote
from urllib.parse import urlencode
from urllib.parse import urlsplit

from app.model.document import Lang

MAIN_LANG: Lang = "en"
"""The language at the root of the site; the other one is in a folder of its name."""

SEARCH = "/search"
SEARCH_PAGE = "/search/offline"
"""Where the reader has the search that needs no server; frozen, it is the search."""

PUBLIC_FILES = ("/sitemap.xml", "/opensearch.xml")
"""What only a site that knows its address can have."""

_API = "/api/v1/"
_SEARCHES = frozenset({SEARCH, SEARCH_PAGE, "/concordance"})
_UNFROZEN = frozenset(
    {"/concordance.csv", "/display", "/healthz", "/oembed", "/search.csv",
     "/suggest.json"}
)  # fmt: skip
_UNFROZEN_API = re.compile("/api/v1/(?:search|suggest|concordance|resolve)$")
_FILE = re.compile(r"\.[a-z]{2,11}\d?$")
"""How the path of a file ends; that of a sentence, ``.s4``, does not."""

_SIGN = re.compile(r"[^\w.-]")

_TERMS = ("letter", "sort", "page"), ("kind", "page"), ("sort", "page"), ("page",)
_KEPT: tuple[tuple[re.Pattern[str], tuple[tuple[str, ...], ...]], ...] = (
    (re.compile("/terms/$"), _TERMS),
    (re.compile("/terms/[^/]+$"), (("page",),)),
    (re.compile("/[^/]+/map$"), (("unit",), ("view",))),
    (re.compile("/[^/]+/print$"), (("view", "paper"), ("paper",))),
    (re.compile("/[^/]+/[^/]+/print$"), (("view",),)),
    (re.compile("/embed/"), ()),
    (re.compile("/[^/]+/(?:cite|checks|changes)$|.*/cite$"), ()),
    (re.compile("/[^/]+/(?:[^/]+)?$"), (("view",),)),
)
"""What may be asked of a page together, the best first; each by its first word."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page or a file of the reader that is written; a file has no language."""

    path: str
    lang: Lang = MAIN_LANG
    asked: tuple[tuple[str, str], ...] = ()

    @property
    def is_file(self) -> bool:
        """Say whether it is a file, of no language."""
        return is_file(self.path)

    @property
    def request(self) -> str:
        """Address it in the reader."""
        path = SEARCH_PAGE if self.path == SEARCH else self.path
        asked = self.asked if self.is_file else (*self.asked, ("ui", self.lang))
        return quote(path) + (f"?{urlencode(asked)}" if asked else "")

    @property
    def file(self) -> str:
        """Name the file, from the root of the site."""
        if self.is_file:
            return _file_name(self.path.lstrip("/"), dict(self.asked).get("v", ""))
        folders = ["" if self.lang == MAIN_LANG else self.lang, self.path.strip("/")]
        folders.append(
            ",".join(f"{name}={_plain(value)}" for name, value in self.asked)
        )
        return "/".join((*filter(None, folders), "index.html"))

    @property
    def address(self) -> str:
        """Address what is written, from the root of the site."""
        return quote(self.file.removesuffix("index.html"), safe="/=,")


NOT_FOUND = Page("/404.html")
"""What servers of files send for an address that they do not have."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads on the frozen site."""

    page: Page
    query: str = ""
    """What only scripts read."""
    fragment: str = ""

    @property
    def suffix(self) -> str:
        """Write what follows the path."""
        query = f"?{self.query}" if self.query else ""
        return query + (f"#{self.fragment}" if self.fragment else "")


def is_file(path: str) -> bool:
    """Say whether an address is one of a file and not of a page."""
    return path.startswith(_API) or bool(_FILE.search(path))


def target_of(href: str, at: Page) -> Target | None:
    """Find where a link on a page leads; None if nothing of it is frozen."""
    parts = urlsplit(href)
    path, asked = unquote(parts.path), dict(parse_qsl(parts.query))
    if path in _UNFROZEN or _UNFROZEN_API.match(path):
        return None
    lang = _lang(asked.pop("ui", at.lang))
    chosen: dict[str, str] = {"ui": lang} if lang != at.lang else {}
    if path in _SEARCHES or (path == "/terms/" and "q" in asked):
        return Target(Page(SEARCH, lang), urlencode(asked | chosen), parts.fragment)
    path = _instead(path, lang, asked, at)
    if is_file(path):
        version = tuple(pair for pair in asked.items() if pair[0] == "v")
        return Target(Page(path, MAIN_LANG, version), "", parts.fragment)
    page = _page(path, lang, asked, at)
    if "paper" in asked and "paper" not in dict(page.asked):
        chosen["paper"] = asked["paper"]
    return Target(page, urlencode(chosen), parts.fragment)


def relative(page: Page, file: str) -> str:
    """Write the way from a file of the site to a page, for a browser."""
    here, there = file.split("/")[:-1], page.address.split("/")
    same = 0
    while same < min(len(here), len(there) - 1) and quoted(here[same]) == there[same]:
        same += 1
    way = "../" * (len(here) - same) + "/".join(there[same:])
    return way or "./"


def quoted(name: str) -> str:
    """Write the name of a file in an address."""
    return quote(name, safe="/=,")


def _instead(path: str, lang: Lang, asked: Mapping[str, str], at: Page) -> str:
    """Lead from the map to a term itself; from no page, to the library."""
    if path == at.path and path.endswith("/map") and "term" in asked:
        return f"/terms/{asked['term']}"
    return "/" if path == NOT_FOUND.path and lang != at.lang else path


def _lang(value: str) -> Lang:
    """Read a language of the interface."""
    return "zh" if value == "zh" else "en"


def _page(path: str, lang: Lang, asked: Mapping[str, str], at: Page) -> Page:
    """Choose the page that has most of what is asked, and is not the one left."""
    first = None
    for kept in _combinations(path, asked):
        page = Page(path, lang, tuple(sorted(kept.items())))
        first = first or page
        if kept == asked or page != at:
            return page
    return first or Page(path, lang)


def _combinations(path: str, asked: Mapping[str, str]) -> Iterator[Mapping[str, str]]:
    """Give what can be asked for together, the best first."""
    for pattern, combinations in _KEPT:
        if pattern.match(path):
            for names in combinations:
                if names[0] in asked:
                    yield {name: asked[name] for name in names if name in asked}
            break
    yield {}


def _plain(value: str) -> str:
    """Write what is asked with signs that every server takes in a name."""
    return _SIGN.sub(lambda sign: f"~{ord(sign[0]):x}", value)


def _file_name(path: str, version: str) -> str:
    """Name a file; its version stands before its ending."""
    if path.startswith(_API.lstrip("/")) and not path.endswith(".json"):
        return f"{path.rstrip('/')}.json"
    stem, dot, ending = path.rpartition(".")
    return f"{stem}.{version}{dot}{ending}" if version else path
