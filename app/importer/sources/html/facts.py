"""What a page says of itself: its title, its date, its address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4 import Tag

from app.importer.sources.characters import clean
from app.importer.sources.html.dates import date_in

_TITLES = ("articletitle", "og:title", "dc.title", "dcterms.title", "twitter:title")
_DATES = (
    "pubdate", "publishdate", "article:published_time", "dc.date.issued",
    "dcterms.issued", "dc.date", "date", "publish_date", "og:release_date",
    "datepublished", "firstpublishedtime", "createdate", "releasedate",
)  # fmt: skip
_ADDRESSES = ("og:url", "dc.identifier", "url")
_SITE = re.compile(r"\s*(?:[_|｜]|\s[-–—]\s|__|--|—{1,2}).*$")
_FILE = re.compile(r"\S*[._]\S*\.(?:x?html?|xml|docx?|pdf)", re.IGNORECASE)
_SHORTEST = 3
_SAVED = re.compile(r"saved from url=\(\d+\)(https?://[^\s>]+)")
_WEB = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Facts:
    """As in ``RawText``; empty where the page does not say."""

    title: str
    issued: str
    address: str


def facts_of(soup: BeautifulSoup, text: str) -> Facts:
    """Read the properties of a page."""
    metas = _metas(soup)
    linked = next(_linked_data(soup), {})
    return Facts(
        _title(soup, metas),
        next(filter(None, (date_in(metas.get(name, "")) for name in _DATES)), "")
        or date_in(str(linked.get("datePublished") or "")),
        _address(soup, metas, text),
    )


def _metas(soup: BeautifulSoup) -> dict[str, str]:
    """Return the properties by name in small letters, the first of each."""
    metas: dict[str, str] = {}
    for meta in soup.find_all("meta"):
        if isinstance(meta, Tag):
            name = meta.get("name") or meta.get("property") or meta.get("itemprop")
            value = clean(str(meta.get("content") or ""))
            if name and value:
                metas.setdefault(str(name).lower().strip(), value[:2_000])
    return metas


def _title(soup: BeautifulSoup, metas: dict[str, str]) -> str:
    """Prefer the only main heading, then what is declared, then the window's title."""
    headings = [clean(found.get_text(" ")) for found in soup.find_all("h1", limit=3)]
    headings = [heading for heading in headings if heading]
    if len(headings) == 1:
        return headings[0][:500]
    for name in _TITLES:
        if metas.get(name):
            return _SITE.sub("", metas[name])[:500] or metas[name][:500]
    window = clean(soup.title.get_text(" ")) if soup.title else ""
    if _FILE.fullmatch(window):
        return ""
    own = _SITE.sub("", window)
    return (own if len(own) > _SHORTEST else window)[:500]


def _address(soup: BeautifulSoup, metas: dict[str, str], text: str) -> str:
    """Return where the page says it is, or where the browser says it was saved from."""
    link = soup.find("link", rel="canonical")
    given = str(link.get("href") or "") if isinstance(link, Tag) else ""
    for address in (given, *(metas.get(name, "") for name in _ADDRESSES)):
        if _WEB.fullmatch(address):
            return address
    saved = _SAVED.search(text[:4_000])
    return saved[1] if saved else ""


def _linked_data(soup: BeautifulSoup) -> Iterator[dict[str, object]]:
    """Yield what JSON-LD says of articles and laws."""
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            data = json.loads(script.get_text()[:200_000])
        except (ValueError, RecursionError):
            continue
        for thing in data if isinstance(data, list) else [data]:
            if isinstance(thing, dict) and "datePublished" in thing:
                yield thing
