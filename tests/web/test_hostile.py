from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import Soup

SCRIPT = "<script>alert(1)</script>"


def test_a_script_in_a_query_stays_text(client: FlaskClient) -> None:
    for query in (
        SCRIPT,
        '"><img src=x onerror=alert(1)>',
        "'-alert(1)-'",
        "{{ 'xyz' * 9 }}",
    ):
        response = client.get("/search", query_string={"q": query})
        assert response.status_code == 200
        assert SCRIPT not in response.text
        assert "<img" not in response.text
        assert "xyz" * 9 not in response.text


def test_a_script_in_an_address_stays_text(client: FlaskClient) -> None:
    for path in (f"/{SCRIPT}", f"/western-financial-center/{SCRIPT}", f"/a/{SCRIPT}"):
        response = client.get(path)
        assert response.status_code == 404
        assert SCRIPT not in response.text


@pytest.mark.parametrize(
    "path",
    ["/", "/about", "/rules/", "/rules/1.1.1", "/search?q=sentence", "/rules/checks"],
)
def test_html_in_the_content_stays_text(trap_soup: Soup, path: str) -> None:
    page = trap_soup(path)
    assert not page.select("img")
    assert all(script.get("src") for script in page.select("script"))
    assert not page.select("[onerror]")


def test_the_titles_on_paper_cannot_end_their_string(trapped: FlaskClient) -> None:
    styles = trapped.get("/rules/print.css").text
    assert styles.count('"') % 2 == 0
    assert "<" not in styles


@pytest.mark.parametrize(
    "path",
    [
        "/%00", "/western-financial-center/%00", "/western-financial-center/2.3.11%00",
        "/search?q=%00", "/search?q=%00%00x", "/search?q=%ff%fe", "/%ff%fe",
        "/western-financial-center/%F0%9F%98%80", "/?ui=%00", "/search?in=%00&q=x",
        "/western-financial-center/" + "a" * 8000, "/" + "/".join("a" * 500),
        "/western-financial-center/" + "2." * 2000 + "1",
        "/western-financial-center/measure/" + "9" * 5000,
        "/western-financial-center/2.3.11?range=" + "s" * 3000,
        "/search?q=x&page=" + "9" * 5000, "/display?next=" + "/" * 3000,
        "/western-financial-center/" + "（" * 500, "/search?q=" + "(" * 900,
        "/search?q=" + '"' * 900, "/search?q=OR OR OR", "/search?q=-", "/search?q=zh:",
        "/ids/..%2f..%2fetc%2fpasswd.json", "/static/../app/config.py",
        "/western-financial-center/..%2f..", "/search?q=x&q=y&page=1&page=2",
        "/western-financial-center/?_external=1&_scheme=javascript&slug=x&endpoint=y",
        "/western-financial-center/2.3.11?_anchor=x&_method=POST&reference=1",
        "/export/western-financial-center/%00.csv", "/export/%00.csv",
        "/export/..%2f..%2fetc%2fpasswd.json", "/search.%00?q=x", "/search.?q=x",
        "/export/western-financial-center." + "a" * 3000, "/search.json?q=%00%01",
        "/export/western-financial-center/2.3.11.s4-s" + "9" * 3000 + ".tmx",
        "/export/western-financial-center/csv.csv.csv", "/search.xliff?q=%01%ef%bf%be",
    ],
)  # fmt: skip
def test_nothing_that_is_asked_breaks_the_reader(
    client: FlaskClient, path: str
) -> None:
    response = client.get(path)
    assert response.status_code < 500
    assert "\0" not in response.text


def test_cookies_with_junk_do_no_harm(client: FlaskClient) -> None:
    client.environ_base["HTTP_COOKIE"] = "ui=\x01\xff; theme={}; =; ;;; a=b=c; ui"
    assert client.get("/western-financial-center/").status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_can_be_written(client: FlaskClient, method: str) -> None:
    for path in ("/", "/search", "/western-financial-center/", "/display"):
        assert getattr(client, method)(path).status_code == 405
