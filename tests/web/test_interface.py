from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from tests.web.conftest import make_client


def language(client: FlaskClient, path: str = "/", **more: object) -> str:
    page = client.get(path, **more)  # type: ignore[arg-type]
    return str(BeautifulSoup(page.text, "html.parser").html["lang"])


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("zh", "zh-Hans"),
        ("zh-CN,zh;q=0.9,en;q=0.5", "zh-Hans"),
        ("zh-TW", "zh-Hans"),
        ("en-GB,en", "en"),
        ("en;q=0.5,zh;q=0.9", "zh-Hans"),
        ("de,fr", "en"),
        ("", "en"),
        ("*", "en"),
        (";;;q=junk,,", "en"),
    ],
)
def test_the_first_visit_follows_the_browser(
    client: FlaskClient, accepted: str, expected: str
) -> None:
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = accepted
    assert language(client) == expected


def test_the_language_asked_for_is_remembered(client: FlaskClient) -> None:
    assert language(client, "/?ui=zh") == "zh-Hans"
    assert language(client, "/about") == "zh-Hans"
    assert language(client, "/about?ui=en") == "en"
    assert language(client) == "en"


def test_a_redirect_remembers_too(client: FlaskClient) -> None:
    client.get("/western-financial-center/2.3.11.s4?ui=zh")
    assert language(client) == "zh-Hans"


@pytest.mark.parametrize("junk", ["../../", "zh_Hans", "<b>", "", "EN", "fr"])
def test_an_unknown_language_changes_nothing(client: FlaskClient, junk: str) -> None:
    response = client.get("/", query_string={"ui": junk})
    assert response.status_code == 200
    assert "Set-Cookie" not in response.headers
    client.set_cookie("ui", junk)
    client.set_cookie("theme", junk)
    assert language(client) == "en"


def test_the_other_language_is_never_on_another_site(client: FlaskClient) -> None:
    page = client.get("/x", environ_overrides={"PATH_INFO": "//evil.example/x"})
    (link,) = BeautifulSoup(page.text, "html.parser").select(".menu a[hreflang]")
    assert link["href"] == "/evil.example/x?ui=zh"


def test_display_keeps_theme_and_language_and_goes_back(client: FlaskClient) -> None:
    response = client.get("/display?theme=dark&ui=zh&next=/about%3Fui%3Den%26x%3D1")
    assert response.status_code == 303
    assert response.headers["Location"] == "/about?x=1"
    cookies = response.headers.getlist("Set-Cookie")
    assert len(cookies) == 2
    for cookie in cookies:
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie
        assert "Path=/" in cookie
    page = BeautifulSoup(client.get("/about").text, "html.parser")
    assert page.html["data-theme"] == "dark"
    assert page.html["lang"] == "zh-Hans"
    assert page.select_one("#theme-dark").has_attr("checked")


@pytest.mark.parametrize(
    ("target", "back"),
    [
        ("/about#api", "/about#api"),
        ("/plan/2.3?view=zh&ui=en#s4-s6", "/plan/2.3?view=zh#s4-s6"),
        ("/plan/2.3#<b>", "/plan/2.3"),
        ("/about#" + "x" * 1000, "/about"),
    ],
)
def test_display_goes_back_to_the_same_sentence(
    client: FlaskClient, target: str, back: str
) -> None:
    response = client.get("/display", query_string={"next": target})
    assert response.headers["Location"] == back


@pytest.mark.parametrize(
    ("path", "href"),
    [
        ("/about", "/about?ui=zh"),
        (
            "/search?q=%E9%87%91&sort=document",
            "/search?q=%E9%87%91&sort=document&ui=zh",
        ),
        ("/about?ui=en", "/about?ui=zh"),
    ],
)
def test_the_other_language_is_one_link_away_and_keeps_the_page(
    client: FlaskClient, path: str, href: str
) -> None:
    page = BeautifulSoup(client.get(path).text, "html.parser")
    (link,) = page.select(".menu a[hreflang]")
    assert (link["href"], link["lang"], link.get_text()) == (href, "zh-Hans", "中文")
    there = BeautifulSoup(client.get(href).text, "html.parser")
    (back,) = there.select(".menu a[hreflang]")
    assert (back["lang"], back.get_text()) == ("en", "English")


@pytest.mark.parametrize(
    "target",
    [
        "//evil.example", "https://evil.example/", "/\\evil.example", "\\\\evil",
        "javascript:alert(1)", "///evil.example", "/\t/evil.example", "evil", "",
        "http:/evil", "//[::1", "/%0d%0aSet-Cookie:x=1/..//", "https:evil.example",
    ],
)  # fmt: skip
def test_display_never_leads_to_another_site(client: FlaskClient, target: str) -> None:
    response = client.get("/display", query_string={"next": target})
    assert response.status_code == 303
    location = response.headers["Location"]
    assert location.startswith("/")
    assert not location.startswith(("//", "/\\"))
    assert "\n" not in location


def test_without_a_choice_the_theme_follows_the_system(client: FlaskClient) -> None:
    page = BeautifulSoup(client.get("/").text, "html.parser")
    assert not page.html.has_attr("data-theme")


def test_every_run_of_text_says_its_language(snapshot_dir: object) -> None:
    client = make_client(snapshot_dir, "zh")  # type: ignore[arg-type]
    page = BeautifulSoup(client.get("/western-financial-center/").text, "html.parser")
    for side in page.select(".zh"):
        assert side["lang"] == "zh-Hans"
    for side in page.select(".en"):
        assert side["lang"] == "en"
