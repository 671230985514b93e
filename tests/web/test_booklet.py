"""The booklet, as it is sent; what comes out on paper is in tests/browser."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import Soup

PLAN = "/western-financial-center"


def test_a_booklet_is_the_whole_text(soup: Soup) -> None:
    page = soup(f"{PLAN}/print")
    assert len(page.select(".para > .row")) == 133
    assert len(page.select(".allnotes > div")) == 21
    assert len({at["id"] for at in page.select("[id]")}) == len(page.select("[id]"))
    assert page.find(id="2.3.11.s4").select_one(".loc").get_text() == "2.3.11.s4"


def test_no_search_engine_takes_it_for_the_text(soup: Soup) -> None:
    page = soup(f"{PLAN}/2.3/print?view=zh")
    assert page.select_one('meta[name="robots"]')["content"] == "noindex"
    canonical = page.select_one('link[rel="canonical"]')["href"]
    assert canonical == f"http://localhost{PLAN}/2.3"


def test_every_link_within_it_leads_somewhere(soup: Soup) -> None:
    page = soup(f"{PLAN}/print")
    ids = {at["id"] for at in page.select("[id]")}
    links = [link["href"][1:] for link in page.select("a[href^='#']")]
    assert len(links) > 60
    assert set(links) <= ids


def test_words_of_the_program_are_in_both_languages(soup: Soup) -> None:
    heading = soup(f"{PLAN}/print").find(id="contents")
    assert heading.select_one(".zh").get_text() == "目录"
    assert heading.select_one(".en").get_text() == "Contents"


@pytest.mark.parametrize(
    ("reference", "unit"),
    [("第十一条", "2.3.11"), ("2.3.11.s4", "2.3.11#2.3.11.s4"), ("Part II (3)", "2.3")],
)
def test_any_name_of_a_place_leads_to_its_booklet(
    client: FlaskClient, reference: str, unit: str
) -> None:
    response = client.get(f"{PLAN}/{reference}/print?view=en")
    assert response.status_code == 302
    path, _, anchor = unit.partition("#")
    location = f"{PLAN}/{path}/print?view=en" + (f"#{anchor}" if anchor else "")
    assert response.location == location


def test_what_cannot_be_printed_says_why(client: FlaskClient) -> None:
    wrong = client.get(f"{PLAN}/print?paper=a5")
    assert wrong.status_code == 422
    assert "paper must be one of a4, letter." in wrong.text
    assert client.get(f"{PLAN}/9.9.9/print").status_code == 404
    assert client.get("/nowhere/print").status_code == 404


def test_all_of_it_is_in_the_script_that_was_chosen(client: FlaskClient) -> None:
    page = client.get(f"{PLAN}/print?script=hant").text
    assert "永久網址" in page
    assert "中國人民銀行" in page
    escaped = "".join(f"\\{ord(char):x} " for char in "西部金融中心規劃")
    assert escaped in client.get(f"{PLAN}/print.css").text
    assert escaped not in client.get(f"{PLAN}/print.css?script=hans").text


def test_hostile_words_stay_words(trap_soup: Soup) -> None:
    page = trap_soup("/rules/print")
    assert not page.select("img")
    assert all(script.get("src") for script in page.select("script"))
    assert not page.select("[style]")
    assert "<script>" in page.select_one("h1 .zh").get_text()


def test_a_note_is_printed_where_it_is_called(trap_soup: Soup) -> None:
    assert trap_soup("/rules/print").find(id="note-odd")
    assert trap_soup("/rules/1.1.1/print").find(id="note-odd")
    assert not trap_soup("/rules/1.1.2/print").find(id="note-odd")
