"""Every page says what the texts are."""

from __future__ import annotations

import pytest

from app.snapshot.reader import Snapshot
from tests.web.conftest import make_client
from tests.web.conftest import Soup
from tests.web.conftest import soup_of

PLAN = "/western-financial-center"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200), ("/about", 200), ("/search", 200), ("/search?q=金融", 200),
        ("/search?page=x", 422), ("/nowhere", 404), (f"{PLAN}/", 200),
        (f"{PLAN}/2.3.11", 200), (f"{PLAN}/checks", 200), (f"{PLAN}/changes", 200),
        (f"{PLAN}/2.3.99", 404),
    ],
)  # fmt: skip
def test_every_page_ends_with_the_status_of_its_text(
    soup: Soup, snapshot: Snapshot, path: str, status: int
) -> None:
    foot = soup(path, status).select_one(".foot")
    assert snapshot.documents["western-financial-center"].en.status in foot.get_text()
    link = foot.select_one("p a[href^='/about#']")
    assert link.get_text() == "Provenance"
    assert soup("/about").find(id=link["href"].partition("#")[2])
    assert foot.select_one(".paper").get_text() == f"http://localhost{link['href']}"


def test_the_status_is_in_the_language_of_the_interface(
    snapshot_dir: object, snapshot: Snapshot
) -> None:
    page = soup_of(make_client(snapshot_dir, "zh"))(f"{PLAN}/2.3.11")  # type: ignore[arg-type]
    status = snapshot.documents["western-financial-center"].zh.status
    assert status in page.select_one(".foot").get_text()


def test_a_tombstone_says_so_too(trap_soup: Soup) -> None:
    foot = trap_soup("/rules/1.1.1.s3").select_one(".foot")
    assert "Made up for tests." in foot.get_text()


def test_where_there_are_several_texts_each_is_named(shelf_soup: Soup) -> None:
    foot = shelf_soup("/").select_one(".foot")
    named = [link.get_text() for link in foot.select("p > a:first-child")]
    assert named == ["2Rules", "Rules"]
    own = shelf_soup("/rules/1.1.1").select("[class~=foot] p")
    assert len(own) == 1


def test_runs_say_the_language_of_their_text(shelf_soup: Soup) -> None:
    for path in ("/other/", "/other/1.1.1"):
        page = shelf_soup(path)
        for run in page.select("article .zh[lang], article .en [lang|=zh]"):
            assert run["lang"] == "zh-Hant", run
        assert page.select("article .para .zh[lang=zh-Hant]")
    assert shelf_soup("/rules/").select("article .para .zh[lang=zh-Hans]")
    found = shelf_soup("/search?q=目的&in=other")
    assert found.select(".found .zh[lang=zh-Hant]")
    home = shelf_soup("/").select("#other .zh, #rules .zh")
    assert [tag["lang"] for tag in home] == ["zh-Hant", "zh-Hans"]
