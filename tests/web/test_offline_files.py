"""What the reading without a network is made from: worker, list, page and manifest."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from app import create_app
from app.config import Config
from tests.web.conftest import make_client
from tests.web.conftest import Soup

PLAN = "/western-financial-center"


def test_the_worker_is_asked_for_each_time_and_has_the_whole_site(
    client: FlaskClient,
) -> None:
    response = client.get("/worker.js")
    assert response.mimetype == "text/javascript"
    assert response.headers["Cache-Control"] == "no-cache"
    assert response.headers["Service-Worker-Allowed"] == "/"
    assert 'addEventListener("fetch"' in response.text
    assert "import {" not in response.text


def test_every_page_says_what_it_was_made_from(
    client: FlaskClient, snapshot_dir: Path
) -> None:
    digest = (snapshot_dir / "current").read_text("utf-8").strip()
    made = {
        BeautifulSoup(client.get(path).text, "html.parser").html["data-made"]
        for path in ("/", f"{PLAN}/", f"{PLAN}/2.3.11", "/offline/", "/search/offline")
    }
    (one,) = made
    assert one.startswith(f"{digest}-")
    assert client.get("/offline.json").json["digest"] == one


def test_without_a_snapshot_a_page_says_nothing_of_it(tmp_path: Path) -> None:
    response = create_app(Config(index=tmp_path)).test_client().get("/")
    assert response.status_code == 503
    page = BeautifulSoup(response.text, "html.parser")
    assert page.html["data-made"] == ""


def test_frames_are_not_among_what_is_kept(soup: Soup) -> None:
    assert "data-made" not in soup(f"/embed{PLAN}/2.3.11").html.attrs


def test_all_that_is_to_be_kept_is_there_as_it_is_listed(client: FlaskClient) -> None:
    files = client.get("/offline.json").json["files"]
    assert len(files) == len(set(files))
    assert {"", "about", "offline/", "search/offline"} <= set(files)
    assert {f"{PLAN[1:]}/", f"{PLAN[1:]}/2.3.11"} <= set(files)
    for path in (*files[:5], *files[-40:]):
        response = client.get(f"/{path}")
        assert response.status_code == 200, path
        assert "data-made=" in response.text


@pytest.mark.parametrize("ui", ["zh", "en"])
def test_the_page_for_what_was_not_kept_speaks_both_languages(
    snapshot_dir: Path, ui: str
) -> None:
    page = BeautifulSoup(make_client(snapshot_dir, ui).get("/offline/").text, "lxml")
    for lang, words in (("zh-Hans", "没有网络"), ("en", "There is no connection")):
        assert words in page.select_one(f"[data-offline-instead] [lang={lang}]").text
    assert page.select_one("[data-offline-search]")["href"] == "/search/offline"


def test_it_can_be_installed(client: FlaskClient, soup: Soup) -> None:
    href = soup("/").select_one("[rel=manifest]")["href"]
    response = client.get(href)
    assert response.mimetype == "application/manifest+json"
    facts = response.json
    assert {"name", "short_name", "start_url", "display", "icons"} <= set(facts)
    assert client.get(facts["start_url"]).status_code == 200
    for icon in facts["icons"]:
        with client.get(icon["src"]) as sent:
            assert sent.mimetype == icon["type"]
