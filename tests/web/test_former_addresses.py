from __future__ import annotations

import pytest
from bs4 import Tag
from flask.testing import FlaskClient

from app.model.ledger import Entry
from app.model.ledger import Ledger
from app.model.locator import Locator
from app.snapshot.reader import Snapshot
from app.web.fates import former_measure
from tests.web.conftest import Soup


def hrefs(tag: Tag, where: str) -> list[str]:
    return [str(link["href"]) for link in tag.select(where)]


@pytest.mark.parametrize(
    ("path", "anchor"), [("/rules/1.1.1", "s4"), ("/rules/", "1.1.1.s4")]
)
def test_a_link_to_a_sentence_that_moved_leads_on(
    trap_soup: Soup, path: str, anchor: str
) -> None:
    row = trap_soup(path).find(id=anchor)
    assert "former" in row["class"]
    assert row.select_one(".under").get_text() == "1.1.1.s4 stands at 1.1.2.s2 now."
    assert hrefs(row, ".under a") == ["/rules/1.1.2#s2"]


@pytest.mark.parametrize(
    ("path", "anchor"), [("/rules/1.1.1", "s3"), ("/rules/", "1.1.1.s3")]
)
def test_a_link_to_a_sentence_that_is_gone_shows_its_last_words(
    trap_soup: Soup, path: str, anchor: str
) -> None:
    row = trap_soup(path).find(id=anchor)
    assert {"former", "gone"} <= set(row["class"])
    assert row.select_one(".en").get_text() == "This sentence will be deleted."
    assert hrefs(row, ".under a") == ["/rules/1.1.1.s3"]


def test_no_anchor_is_there_twice(trap_soup: Soup) -> None:
    for path in ("/rules/", "/rules/1.1.1", "/rules/1.1.2"):
        ids = [tag["id"] for tag in trap_soup(path).select("[id]")]
        assert len(ids) == len(set(ids)), path


def test_a_unit_says_where_its_former_sentences_are(trap_soup: Soup) -> None:
    assert hrefs(trap_soup("/rules/1.1.1"), ".masthead .said a") == ["/rules/1.1.2"]
    assert not trap_soup("/rules/1.1.2").select(".masthead .said")
    assert not trap_soup("/rules/").select(".masthead .said")


@pytest.mark.parametrize(
    ("asked", "live", "former"),
    [
        ("s2-s3", ["s2"], ["s3"]),
        ("s3-s5", ["s5"], ["s3", "s4"]),
        ("s2-s5", ["s2", "s5"], ["s3", "s4"]),
    ],
)
def test_a_range_shows_what_lives_and_says_what_does_not(
    trapped: FlaskClient,
    trap_soup: Soup,
    asked: str,
    live: list[str],
    former: list[str],
) -> None:
    response = trapped.get(f"/rules/1.1.1.{asked}")
    assert response.status_code == 302
    target = response.headers["Location"]
    assert target == f"/rules/1.1.1?range={asked}#{asked}"
    page = trap_soup(target.partition("#")[0])
    assert [row["id"] for row in page.select(".para > .ranged")] == live
    assert [row["id"] for row in page.select(".former.ranged")] == former
    assert page.find(id=asked).find_parent(class_="row")["id"] == live[0]


def test_a_range_of_which_nothing_lives_is_a_tombstone(trap_soup: Soup) -> None:
    page = trap_soup("/rules/1.1.1.s3-s4")
    assert page.h1.get_text() == "1.1.1.s3-s4 stands in the text no more"
    (row,) = page.select(".row.gone")
    assert row.select_one(".loc").get_text() == "1.1.1.s3"
    assert "/rules/1.1.2#s2" in hrefs(page, ".said a")


def test_a_range_that_moved_as_a_whole_leads_on(trapped: FlaskClient) -> None:
    response = trapped.get("/rules/1.1.1.s4-s4")
    assert response.status_code == 302
    assert response.headers["Location"] == "/rules/1.1.2#s2"


def test_a_range_with_an_end_that_never_was_is_unknown(trap_soup: Soup) -> None:
    trap_soup("/rules/1.1.1.s3-s99", 404)


@pytest.mark.parametrize(
    ("number", "unit"), [("19", "2.5.19"), ("5", None), ("99", None)]
)
def test_a_measure_that_is_no_more_is_known_by_its_number(
    snapshot: Snapshot, number: str, unit: str | None
) -> None:
    text = snapshot.documents["western-financial-center"]
    gone = (
        Entry(Locator.parse("1.3.5.s1"), "gone", "总体", "Another part"),
        Entry(Locator.parse("2.5.19.s1"), "gone", "末项", "The last measure"),
    )
    found = former_measure(text, Ledger(gone), number)
    assert (str(found) if found else None) == unit
