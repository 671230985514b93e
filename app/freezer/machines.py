"""What machines ask of a site, as far as a site of files can answer."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import escape
from html import unescape
from typing import Any
from urllib.parse import unquote
from urllib.parse import urlsplit

from app.freezer.addresses import Page
from app.freezer.addresses import SEARCH
from app.freezer.addresses import target_of
from app.model.document import LANGS

_ROOT = Page("/")
_URL = re.compile(r"<url><loc>([^<]*)</loc></url>")
_SUGGESTIONS = re.compile(r'<Url type="application/x-suggestions\+json"[^>]*>\n')
_FROZEN_API = re.compile(r"/api/v1/(?:documents(?:/.*)?|terms/.*)$")


def machine_text(page: Page, data: bytes, base: str) -> bytes:
    """Write what machines read as it is on a site of files at *base*."""
    writer = _WRITERS.get(page.path)
    return writer(data.decode(), base).encode() if writer else data


def _sitemap(text: str, base: str) -> str:
    """List every page in both languages of the interface."""

    def both(found: re.Match[str]) -> str:
        path = unquote(urlsplit(unescape(found[1])).path)
        path = path.removeprefix(urlsplit(base).path.rstrip("/"))
        return "\n".join(
            f"<url><loc>{escape(f'{base}/{Page(path, lang).address}')}</loc></url>"
            for lang in LANGS
        )

    return _URL.sub(both, text)


def _robots(text: str, _base: str) -> str:
    """Nothing on a site of files costs a server more than a file does."""
    kept = ("User-agent:", "Sitemap: http")
    lines = [line for line in text.splitlines() if line.startswith(kept)]
    return "\n".join((lines[0], "Disallow:", *lines[1:], ""))


def _opensearch(text: str, base: str) -> str:
    """Lead to the search in the browser; suggestions would need a server."""
    found = f"{base}/{Page(SEARCH).address}"
    return _SUGGESTIONS.sub("", text).replace(f"{base}{SEARCH}?", f"{found}?")


def _openapi(text: str, _base: str) -> str:
    """Describe what of the API there is as files: without parameters."""
    said: dict[str, Any] = json.loads(text)
    paths = {}
    for path, methods in said["paths"].items():
        if _FROZEN_API.match(path):
            for method in methods.values():
                method["parameters"] = [
                    one for one in method["parameters"] if one["in"] == "path"
                ]
            paths[f"{path}.json"] = methods
    return json.dumps(said | {"paths": paths}, ensure_ascii=False, indent=1)


def _offline(text: str, _base: str) -> str:
    """List what is kept of the whole site, in both languages."""
    said: dict[str, Any] = json.loads(text)
    found = [
        target_of(f"/{path}?ui={lang}", _ROOT)
        for path in said["files"]
        for lang in LANGS
    ]
    files = dict.fromkeys(target.page.file for target in found if target)
    return json.dumps(said | {"files": list(files)}, ensure_ascii=False)


def _manifest(text: str, _base: str) -> str:
    """Say where the site is from where it lies."""
    said: dict[str, Any] = json.loads(text)
    icons = [one | {"src": _beside(one["src"])} for one in said["icons"]]
    return json.dumps(
        said | {"start_url": "./", "scope": "./", "icons": icons}, ensure_ascii=False
    )


def _beside(address: str) -> str:
    """Address a file from the root of the site."""
    target = target_of(address, _ROOT)
    return target.page.address if target else address


_WRITERS: dict[str, Callable[[str, str], str]] = {
    "/sitemap.xml": _sitemap,
    "/robots.txt": _robots,
    "/opensearch.xml": _opensearch,
    "/api/v1/openapi.json": _openapi,
    "/offline.json": _offline,
    "/manifest.webmanifest": _manifest,
}
