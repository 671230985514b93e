from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from tests.web.conftest import make_client

PLAN = "/western-financial-center"


@pytest.mark.parametrize(
    "path",
    ["/", f"{PLAN}/", "/nowhere", "/search?page=x", "/healthz"],
)
def test_a_browser_may_only_do_what_our_pages_need(
    client: FlaskClient, path: str
) -> None:
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Referrer-Policy" in headers
    assert {"Accept-Language", "Cookie"} <= set(headers["Vary"].split(", "))


@pytest.mark.parametrize(
    "path",
    ["/", "/about", f"{PLAN}/", "/search?q=金融", "/nowhere"],
)
def test_nothing_stands_inline(client: FlaskClient, path: str) -> None:
    page = BeautifulSoup(client.get(path).text, "html.parser")
    assert not page.select("style, [style]")
    assert all(not script.get_text() for script in page.select("script"))
    handlers = [name for tag in page.select("*") for name in tag.attrs]
    assert not [name for name in handlers if name.startswith("on")]


@pytest.mark.parametrize("path", ["/", f"{PLAN}/", f"{PLAN}/2.3.11", "/search?q=金融"])
def test_a_page_is_not_sent_twice(client: FlaskClient, path: str) -> None:
    tag = client.get(path).headers["ETag"]
    assert tag.startswith('W/"')
    again = client.get(path, headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert not again.data


def test_another_language_view_or_theme_is_another_page(
    client: FlaskClient, snapshot_dir: Path
) -> None:
    tags = {client.get(f"{PLAN}/").headers["ETag"]}
    tags.add(client.get(f"{PLAN}/?view=zh").headers["ETag"])
    tags.add(make_client(snapshot_dir, "zh").get(f"{PLAN}/").headers["ETag"])
    client.set_cookie("theme", "dark")
    tags.add(client.get(f"{PLAN}/").headers["ETag"])
    assert len(tags) == 4


def test_static_files_are_kept_until_they_change(client: FlaskClient) -> None:
    page = BeautifulSoup(client.get("/").text, "html.parser")
    sheets = [tag["href"] for tag in page.select("link[rel=stylesheet]")]
    assert sheets
    for href in sheets:
        response = client.get(href)
        assert response.status_code == 200
        assert "immutable" in response.headers["Cache-Control"]
        assert "no-cache" not in response.headers["Cache-Control"]
        response.close()


def test_any_site_may_ask_the_api_and_only_the_api(client: FlaskClient) -> None:
    for path in (
        "/api/v1/documents",
        "/api/v1/nothing",
        "/api",
        "/api/v1/search?page=x",
    ):
        assert client.get(path).headers["Access-Control-Allow-Origin"] == "*", path
    assert "Access-Control-Allow-Origin" not in client.get("/about").headers
    answer = client.options("/api/v1/documents")
    assert answer.status_code == 200
    assert "GET" in answer.headers["Access-Control-Allow-Methods"]


@pytest.mark.parametrize("path", ["/api/v1/documents", "/about"])
def test_what_may_not_be_done_is_answered_with_what_may(
    client: FlaskClient, path: str
) -> None:
    response = client.post(path)
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]


@pytest.mark.parametrize("path", ["/api", "/api/", "/api/v1", "/api/v2/documents"])
def test_an_unknown_address_of_the_api_names_the_list_of_all(
    client: FlaskClient, path: str
) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert "/api/v1/openapi.json lists them all" in response.get_json()["error"]


def test_a_page_is_sent_in_a_fraction_of_its_size(client) -> None:
    plain = client.get("/western-financial-center/")
    packed = client.get(
        "/western-financial-center/", headers={"Accept-Encoding": "gzip"}
    )
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert len(packed.data) < len(plain.data) / 3


def test_every_page_says_what_it_is_to_those_who_list_it(client) -> None:
    for path, words in [
        ("/", "sentence by sentence"),
        ("/western-financial-center/", "成渝共建西部金融中心规划"),
        ("/western-financial-center/2.3.11", "green finance"),
    ]:
        page = client.get(path, headers={"Accept-Language": "en"}).text
        assert words in page.partition('name="description" content="')[2][:300]
