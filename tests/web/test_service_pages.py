from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from app import create_app
from app.config import Config
from app.snapshot.reader import Snapshot
from tests.web.conftest import Soup

PLAN = "/western-financial-center"


def test_healthz_names_the_snapshot(client: FlaskClient, snapshot: Snapshot) -> None:
    answer = client.get("/healthz")
    assert answer.get_json() == {"ok": True, "digest": snapshot.digest}


def test_without_a_snapshot_the_reader_says_how_to_build(tmp_path: Path) -> None:
    client = create_app(Config(index=tmp_path)).test_client()
    for path in ("/", "/search?q=x", f"{PLAN}/", "/about", "/nowhere", "/a/b/c"):
        response = client.get(path)
        assert response.status_code == 503, path
        assert "python build_index.py" in response.text
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.get_json()["ok"] is False


def test_without_a_snapshot_it_says_so_in_the_language_of_the_reader(
    tmp_path: Path,
) -> None:
    client = create_app(Config(index=tmp_path)).test_client()
    page = BeautifulSoup(client.get("/?ui=zh").text, "html.parser")
    (said,) = page.select("header .said")
    assert said.get_text().startswith("请先运行 python build_index.py")
    assert "snapshot" not in page.select_one("#text").get_text()


def test_the_sitemap_lists_every_unit(client: FlaskClient, snapshot: Snapshot) -> None:
    root = ElementTree.fromstring(client.get("/sitemap.xml").data)
    found = [node.text for node in root.iter() if node.tag.endswith("loc")]
    units = snapshot.documents["western-financial-center"].by_locator
    for locator in units:
        assert f"http://localhost{PLAN}/{locator}" in found
    assert f"http://localhost{PLAN}/map" in found
    terms = snapshot.glossary.terms
    assert len(found) == len(set(found)) == len(units) + len(terms) + 5


def test_the_public_address_comes_from_the_settings(snapshot_dir: Path) -> None:
    config = Config(index=snapshot_dir, base_url="https://read.example/policies")
    client = create_app(config).test_client()
    assert "https://read.example/policies/about" in client.get("/sitemap.xml").text
    assert (
        f"https://read.example/policies{PLAN}/2.3.11"
        in client.get(f"{PLAN}/2.3.11").text
    )


def test_machines_are_told_where_to_look(client: FlaskClient) -> None:
    robots = client.get("/robots.txt").text
    assert "Disallow: /search" in robots
    assert "Sitemap: http://localhost/sitemap.xml" in robots
    opensearch = client.get("/opensearch.xml")
    assert opensearch.mimetype == "application/opensearchdescription+xml"
    assert "http://localhost/search?q={searchTerms}" in opensearch.text
    ElementTree.fromstring(opensearch.data)


def test_the_library_shows_each_text_with_its_contents(
    soup: Soup, snapshot: Snapshot
) -> None:
    page = soup("/")
    units = snapshot.documents["western-financial-center"].by_locator
    addresses = [tag.get_text() for tag in page.select(".toc .loc")]
    assert addresses == [str(locator) for locator in units]
    assert "Issued 24 December 2021. People’s Bank of China" in page.get_text()
    assert "2021年12月24日印发" in page.get_text()
    assert "等八部门" in page.get_text()


def test_the_examples_of_the_library_all_find_something(soup: Soup) -> None:
    for link in soup("/").select(".big .said a"):
        assert soup(link["href"]).select(".found, .goto"), link


def test_the_page_about_provenance_says_all_there_is(
    soup: Soup, snapshot: Snapshot
) -> None:
    text = soup("/about").get_text(" ")
    document = snapshot.documents["western-financial-center"]
    assert document.en.status in text
    assert document.zh.coverage in text
    assert "33 units, 133 pairs, 21 notes, none untranslated" in text
    for path in ("zh/western-financial-center.md", "en/western-financial-center.md"):
        assert path in text
        assert snapshot.sources[path][:12] in text


def test_every_note_is_listed_with_a_link_to_its_sentence(soup: Soup) -> None:
    rows = soup("/about").select(".allnotes .row")
    assert len(rows) == 21
    assert rows[6].select_one(".loc")["href"] == f"{PLAN}/2.2.6#s1"


@pytest.mark.parametrize("path", ["/", "/about", f"{PLAN}/", f"{PLAN}/2.3.11"])
def test_every_link_of_a_page_is_answered(client: FlaskClient, path: str) -> None:
    page = BeautifulSoup(client.get(path).text, "html.parser")
    for link in {tag["href"] for tag in page.select("a[href^='/'], link[href^='/']")}:
        with client.get(link, follow_redirects=True) as response:
            assert response.status_code == 200, link
