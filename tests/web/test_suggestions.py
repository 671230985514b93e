from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import make_client
from tests.web.conftest import Soup

PLAN = "/western-financial-center"


def test_the_address_bar_is_told_where_to_ask(client: FlaskClient) -> None:
    description = ElementTree.fromstring(client.get("/opensearch.xml").text)
    (template,) = (
        url.get("template")
        for url in description
        if url.get("type") == "application/x-suggestions+json"
    )
    assert template == "http://localhost/suggest.json?q={searchTerms}"


def test_the_address_bar_gets_texts_descriptions_and_addresses(
    client: FlaskClient,
) -> None:
    response = client.get("/suggest.json", query_string={"q": "measure 11"})
    assert response.mimetype == "application/x-suggestions+json"
    assert response.get_json(force=True) == [
        "measure 11",
        ["Part II, section (3), measure 11"],
        ["11. 推进绿色金融改革创新"],
        [f"http://localhost{PLAN}/2.3.11"],
    ]
    response = client.get("/suggest.json", query_string={"q": "lvse"})
    typed, texts, descriptions, addresses = response.get_json(force=True)
    assert (typed, texts[0], descriptions[0]) == ("lvse", "绿色金融", "green finance")
    assert addresses[0].startswith("http://localhost/search?q=%E7%BB%BF")
    assert len(texts) == len(descriptions) == len(addresses)


def test_the_address_bar_gets_nothing_for_nothing(client: FlaskClient) -> None:
    response = client.get("/suggest.json")
    assert response.get_json(force=True) == ["", [], [], []]
    long = client.get("/suggest.json", query_string={"q": "x" * 1001})
    assert long.status_code == 422


def test_of_several_documents_each_is_named(shelf_dir: Path) -> None:
    client = make_client(shelf_dir)
    answer = client.get("/api/v1/suggest", query_string={"q": "1.1.1"}).json
    assert answer
    found = answer["suggestions"]
    assert [one["query"] for one in found] == ["other:1.1.1", "rules:1.1.1"]
    assert [one["url"] for one in found] == ["/other/1.1.1", "/rules/1.1.1"]
    assert len({one["of"]["zh"] for one in found}) == 2


@pytest.mark.parametrize(
    "path", ["/", f"{PLAN}/2.3.11", "/search?q=x", "/concordance", "/nowhere"]
)
def test_every_search_box_says_where_suggestions_are(soup: Soup, path: str) -> None:
    page = soup(path, status=404 if path == "/nowhere" else 200)
    boxes = page.select("input[type=search]")
    assert boxes
    for box in boxes:
        assert box["data-suggest"] == "/api/v1/suggest"
        assert str(box["data-counts"]).split("|")[:2] == [
            "0 suggestions",
            "1 suggestion",
        ]


def test_no_popup_is_in_the_page_itself(soup: Soup) -> None:
    page = soup("/")
    assert not page.select("[role=combobox], [role=listbox], .suggest")
