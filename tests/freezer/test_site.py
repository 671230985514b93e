"""A frozen site: the same pages as files, and nothing that leads nowhere."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urljoin
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup

from app import create_app
from app.config import Config
from tests.freezer.conftest import BASE
from tests.freezer.conftest import frozen
from tests.freezer.links import Files

SAME = (
    "/", "/rules/", "/rules/?view=zh", "/rules/1.1.1", "/rules/1.1.2?view=stacked",
    "/rules/map", "/rules/checks", "/rules/changes", "/rules/cite",
    "/rules/1.1.1.s1/cite", "/rules/1.1.1.s3", "/rules/print", "/embed/rules/1.1.2",
)  # fmt: skip


def tree(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def page(files: Files, path: str) -> BeautifulSoup:
    """Read the page that a server sends for a path."""
    name = files.file(path.lstrip("/"))
    assert name, path
    return tree((files.root / name).read_text("utf-8"))


def file_of(address: str) -> str:
    """Name what the reader has at an address, as the frozen site has it."""
    parts = urlsplit(address)
    return f"{parts.path.rstrip('/')}/{parts.query}/".replace("//", "/")


def words(soup: BeautifulSoup) -> str:
    main = soup.main
    assert main
    return main.get_text(" ", strip=True)


@pytest.mark.parametrize("where", ["files", "nowhere"])
def test_every_link_leads_to_a_file_and_a_place_in_it(where, request):
    files: Files = request.getfixturevalue(where)
    assert len(files.pages) > 100
    assert sum(len(page.links) for page in files.pages.values()) > 4000
    assert files.broken() == []


@pytest.mark.parametrize("where", ["files", "nowhere"])
def test_no_link_counts_on_where_the_site_is(where, request):
    files: Files = request.getfixturevalue(where)
    for name, read in files.pages.items():
        for link in read.links:
            assert not link.startswith("/") or name == "404.html", (name, link)
            taken_away = name.startswith("export/")
            assert taken_away or not link.startswith(BASE), (name, link)


@pytest.mark.parametrize("ui", ["en", "zh"])
@pytest.mark.parametrize("address", SAME)
def test_pages_say_what_those_of_the_reader_say(files, traps_dir, address, ui):
    client = create_app(Config(index=traps_dir, base_url=BASE)).test_client()
    live = client.get(address, headers={"Accept-Language": ui})
    shown = file_of(address) if ui == "en" else f"/zh{file_of(address)}"
    assert words(page(files, shown)) == words(tree(live.text))


def test_every_address_ever_published_leads_to_where_its_sentence_is(files, traps_dir):
    client = create_app(Config(index=traps_dir)).test_client()
    known = client.get("/ids/rules.json").json["ids"]
    assert {one["state"] for one in known.values()} == {"live", "moved", "gone"}
    listed = (files.root / "ids/rules.json").read_text("utf-8")
    assert json.loads(listed)["ids"] == known
    for locator in (*known, "1.1.1.s1-s2", "1.1.1.s2-s5"):
        live = client.get(f"/rules/{locator}")
        if live.status_code == 302:
            path, _, fragment = live.location.partition("#")
            there = f"../{urlsplit(path).path.removeprefix('/rules/')}/#{fragment}"
            lead = page(files, f"/rules/{locator}/").select_one("script[data-to]")
            assert lead["data-to"].rstrip("#") == there.rstrip("#"), locator
        else:
            assert page(files, f"/rules/{locator}/").main, locator


def test_a_page_that_leads_on_goes_without_scripts_and_shows_what_is_there(files):
    lead = page(files, "/rules/1.1.1.s1/")
    refresh = lead.select_one("noscript meta[http-equiv=refresh]")
    assert refresh["content"] == "0; url=../1.1.1/#s1"
    assert lead.body.a["href"] == "../1.1.1/#s1"
    assert lead.select_one("link[rel=canonical]")["href"] == f"{BASE}/rules/1.1.1/"
    title = lead.select_one('meta[property="og:title"]')["content"]
    assert "<img src=x onerror=alert(1)>" in title


def test_each_page_names_itself_and_the_same_in_each_language(files):
    for name in ("rules/1.1.1/", "rules/1.1.1/view=zh/", "terms/", "about/", ""):
        for prefix in ("", "zh/"):
            soup = page(files, f"/{prefix}{name}")
            plain = name.replace("view=zh/", "")
            own = soup.select_one("link[rel=canonical]")["href"]
            assert own == f"{BASE}/{prefix}{plain}"
            others = {
                link["hreflang"]: link["href"]
                for link in soup.select("link[rel=alternate][hreflang]")
            }
            assert others == {
                "en": f"{BASE}/{plain}",
                "zh-Hans": f"{BASE}/zh/{plain}",
                "x-default": f"{BASE}/{plain}",
            }


def test_a_site_without_an_address_claims_none(nowhere):
    for name in nowhere.pages:
        html = (nowhere.root / name).read_text("utf-8")
        assert 'rel="canonical"' not in html, name
        assert "localhost" not in html, name
        assert "og:url" not in html, name
    for name in ("sitemap.xml", "opensearch.xml"):
        assert not (nowhere.root / name).exists()
    assert "Sitemap" not in (nowhere.root / "robots.txt").read_text("utf-8")


def test_the_sitemap_has_pages_that_there_are(files):
    sitemap = (files.root / "sitemap.xml").read_text("utf-8")
    found = re.findall("<loc>(.*?)</loc>", sitemap)
    assert f"{BASE}/rules/1.1.1/" in found
    assert f"{BASE}/zh/rules/1.1.1/" in found
    for address in found:
        assert files.file(address.removeprefix(f"{BASE}/")), address


def test_the_api_describes_the_files_that_there_are(files):
    said = json.loads((files.root / "api/v1/openapi.json").read_text("utf-8"))
    assert "/api/v1/documents.json" in said["paths"]
    for path, methods in said["paths"].items():
        assert all(one["in"] == "path" for one in methods["get"]["parameters"])
        if "{" not in path:
            assert (files.root / path.lstrip("/")).is_file(), path
    place = json.loads(
        (files.root / "api/v1/documents/rules/1.1.1.s1.json").read_text("utf-8")
    )
    assert place["locator"] == "1.1.1.s1"


def test_pages_forbid_what_the_reader_forbids(files):
    said = page(files, "/rules/").select_one("meta[http-equiv=Content-Security-Policy]")
    assert "default-src 'self'" in said["content"]
    assert "frame-ancestors" not in said["content"]
    html = (files.root / "rules/index.html").read_text("utf-8")
    assert "<script>" not in html


def test_nothing_is_offered_that_needs_a_server(files):
    for name in files.pages:
        soup = tree((files.root / name).read_text("utf-8"))
        for form in soup.select("form[action]"):
            action = urljoin(f"/{name}", form["action"])
            assert action in {"/search/", "/zh/search/"} or name == "404.html", name
        assert not soup.select("[data-suggest], [name=script], [name=pinyin]"), name
        assert not soup.select("a[href*='concordance']"), name
        for panel in soup.select("[data-display]"):
            assert panel.has_attr("hidden"), name


def test_what_no_address_has_is_answered_wherever_it_was_asked_for(files):
    soup = page(files, "/404.html")
    assert soup.h1.get_text(strip=True) == "No such page"
    assert soup.html["data-root"] == "/policies/"
    for link in soup.select("a[href]:not([href^='#'])"):
        assert link["href"].startswith("/policies/"), link
        path = urlsplit(link["href"]).path.removeprefix("/policies/")
        assert files.file(path), link


def test_the_same_site_is_the_same_bytes(files, traps_dir, tmp_path):
    def content(root: Path) -> dict[Path, bytes]:
        paths = (path for path in root.rglob("*") if path.is_file())
        return {path.relative_to(root): path.read_bytes() for path in paths}

    again = content(frozen(traps_dir, tmp_path / "site").root)
    first = content(files.root)
    assert sorted(again) == sorted(first)
    assert [name for name in first if first[name] != again[name]] == []


def test_the_list_of_files_is_whole(files):
    listed = json.loads((files.root / "files.json").read_text("utf-8"))["files"]
    there = {
        path.relative_to(files.root).as_posix(): path.stat().st_size
        for path in files.root.rglob("*")
        if path.is_file() and path.name != "files.json"
    }
    assert listed == there


def test_assets_have_names_that_change_with_the_program(files):
    loaded = page(files, "/rules/").select("script[src], link[rel=stylesheet]")
    names = [tag.get("src") or tag["href"] for tag in loaded]
    own = [name for name in names if "static/" in name]
    assert len(own) >= 4
    assert all(re.search(r"\.[0-9a-f]{12}\.(?:css|js)$", name) for name in own)


def test_scripts_ask_for_files_beside_them(files):
    for path in (files.root / "static").glob("*.js"):
        text = path.read_text("utf-8")
        assert "/static/" not in text, path
        for name in re.findall(r'import\("([^"]+)"\)', text):
            assert name.startswith("./"), (path, name)
            assert (path.parent / name).is_file(), (path, name)
