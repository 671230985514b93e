from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from app.model.finding import Finding
from app.snapshot.reader import Snapshot
from app.web.pages.records import remark
from tests.web.conftest import Soup
from tests.web.conftest import soup_of

PLAN = "/western-financial-center"


@pytest.mark.parametrize(
    ("asked", "status", "target"),
    [
        (PLAN, 302, f"{PLAN}/"),
        (f"{PLAN}?view=zh&ui=en&x=1", 302, f"{PLAN}/?view=zh&ui=en"),
        (f"{PLAN}/2.3.11.s4", 302, f"{PLAN}/2.3.11#s4"),
        (f"{PLAN}/2.3.11.s4?view=en", 302, f"{PLAN}/2.3.11?view=en#s4"),
        (f"{PLAN}/2.3.11.s4-s6", 302, f"{PLAN}/2.3.11?range=s4-s6#s4-s6"),
        (f"{PLAN}/II.3.11", 302, f"{PLAN}/2.3.11"),
        (f"{PLAN}/第十一条措施", 302, f"{PLAN}/2.3.11"),
        (f"{PLAN}/第十一条?view=stacked", 302, f"{PLAN}/2.3.11?view=stacked"),
        (f"{PLAN}/二（三）11", 302, f"{PLAN}/2.3.11"),
        (f"{PLAN}/Part II (3) 11", 302, f"{PLAN}/2.3.11"),
        (f"{PLAN}/2.3.11/", 302, f"{PLAN}/2.3.11"),
        (f"{PLAN}/2.3.11/?view=zh", 302, f"{PLAN}/2.3.11?view=zh"),
        (f"{PLAN}/measure/11", 302, f"{PLAN}/2.3.11"),
        (f"{PLAN}/measure/11?view=zh", 302, f"{PLAN}/2.3.11?view=zh"),
    ],
)
def test_every_way_of_naming_a_place_leads_to_its_address(
    client: FlaskClient, asked: str, status: int, target: str
) -> None:
    response = client.get(asked)
    assert (response.status_code, response.headers["Location"]) == (status, target)


def test_a_range_is_highlighted_without_any_script(soup: Soup) -> None:
    page = soup(f"{PLAN}/2.3.11?range=s4-s6")
    rows = [row["id"] for row in page.select(".row.ranged")]
    assert rows == ["s4", "s5", "s6"]
    assert page.select_one("#s4 [id='s4-s6']")


@pytest.mark.parametrize("junk", ["s6-s4", "s4-s99", "s4", "junk", "'><b>", "s4-s6-s7"])
def test_a_range_that_is_none_highlights_nothing(soup: Soup, junk: str) -> None:
    assert not soup(f"{PLAN}/2.3.11?range={junk}").select(".ranged")


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        (f"{PLAN}/2.3.19", "2.3.13"),
        (f"{PLAN}/measure/99", ""),
        (f"{PLAN}/2.3.11.s99", "2.3.11"),
        (f"{PLAN}/2.3.11.s6-s4", "2.3.11"),
        (f"{PLAN}/green-finance", "2.3.11"),
    ],
)
def test_an_unknown_address_offers_the_nearest(
    soup: Soup, asked: str, nearest: str
) -> None:
    page = soup(asked, 404)
    addresses = [tag.get_text() for tag in page.select(".pair .loc")]
    assert not nearest or nearest in addresses
    assert page.select_one(f"a[href='{PLAN}/']")
    assert page.select_one("a[href='/']")


def test_a_measure_that_never_was_is_called_by_its_name(soup: Soup) -> None:
    assert soup(f"{PLAN}/measure/99", 404).h1.get_text().endswith("measure 99")


@pytest.mark.parametrize("asked", ["/nothing", "/nothing/", "/nothing/2.3", "/a/b/c/d"])
def test_an_unknown_document_offers_those_there_are(soup: Soup, asked: str) -> None:
    page = soup(asked, 404)
    assert page.select_one(f".pair a[href='{PLAN}/']")


def test_what_is_missing_is_said_in_the_language_of_the_interface(
    chinese: FlaskClient,
) -> None:
    page = chinese.get(f"{PLAN}/2.3.19")
    assert page.status_code == 404
    assert "没有 <span" in page.text
    assert "最近的单位" in page.text


def test_an_ambiguous_address_lists_what_it_may_mean(trap_soup: Soup) -> None:
    page = trap_soup("/rules/第1项", 300)
    addresses = [tag.get_text() for tag in page.select(".pair .loc")]
    assert addresses == ["1.1.1", "1.2.1"]


def test_a_moved_address_leads_to_its_sentence(trapped: FlaskClient) -> None:
    response = trapped.get("/rules/1.1.1.s4?view=en")
    assert response.status_code == 302  # it may move back
    assert response.headers["Location"] == "/rules/1.1.2?view=en#s2"


def test_a_deleted_address_shows_its_last_words(trap_soup: Soup) -> None:
    page = trap_soup("/rules/1.1.1.s3")
    row = page.select_one(".row.gone")
    assert row.select_one(".zh").get_text() == "这一句将要删去。"
    assert row.select_one(".en").get_text() == "This sentence will be deleted."
    assert "is gone" in page.h1.get_text()
    assert page.select_one(".pair a[href='/rules/1.1.1']")


def test_every_address_ever_published_has_its_state(trapped: FlaskClient) -> None:
    found = trapped.get("/ids/rules.json").get_json()
    assert found["slug"] == "rules"
    assert found["ids"]["1.1.1.s3"] == {"state": "gone"}
    assert found["ids"]["1.1.1.s4"] == {"state": "moved", "target": "1.1.2.s2"}
    assert found["ids"]["1.1.1.s5"] == {"state": "live"}
    assert found["ids"]["1.1.2"] == {"state": "live"}


def test_every_published_address_is_answered(trapped: FlaskClient) -> None:
    for address in trapped.get("/ids/rules.json").get_json()["ids"]:
        response = trapped.get(f"/rules/{address}", follow_redirects=True)
        assert response.status_code == 200, address


def test_the_changes_page_lists_what_moved_and_what_is_gone(trap_soup: Soup) -> None:
    page = trap_soup("/rules/changes")
    assert page.select_one("a[href='/rules/1.1.2#s2']")
    assert "This sentence will be deleted." in page.get_text()


def test_a_text_that_never_changed_says_so(soup: Soup) -> None:
    page = soup(f"{PLAN}/changes")
    assert "Nothing has moved or gone" in page.get_text()
    assert "133 addresses" in page.get_text()


def test_the_checks_page_says_where_each_warning_stands(trap_soup: Soup) -> None:
    page = trap_soup("/rules/checks")
    found = [tag.get_text() for tag in page.select(".remark code")]
    assert found == [
        "L003", "content/en/rules.md:17", "L003", "content/zh/rules.md:17",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("locator", "href"),
    [("2.3.11.s4", f"{PLAN}/2.3.11#s4"), ("2.3.11", f"{PLAN}/2.3.11"), ("", None)],
)
def test_a_warning_leads_to_the_place_it_is_about(
    client: FlaskClient, snapshot: Snapshot, locator: str, href: str | None
) -> None:
    finding = Finding("T001", "warning", "content/zh/x.md", 41, "Look.", locator)
    with client.application.test_request_context():
        found = remark(snapshot.documents["western-financial-center"], finding)
    place = found.row or found.link
    assert (place.href if place else None) == href


def test_the_search_box_leads_to_moved_and_deleted_addresses_too(
    trapped: FlaskClient,
) -> None:
    for address, words in (("1.1.1.s4", "moved away"), ("1.1.1.s3", "is gone")):
        page = soup_of(trapped)(f"/search?q={address}")
        href = page.select_one(".goto a")["href"]
        assert words in trapped.get(href, follow_redirects=True).text
