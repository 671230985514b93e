"""Opening a hit marks its words in the text; no address to keep has the query."""

from __future__ import annotations

import re
from urllib.parse import parse_qs
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from tests.web.conftest import Soup

PLAN = "/western-financial-center"
UNIT = f"{PLAN}/2.3.11"


def marks(page: BeautifulSoup) -> list[str]:
    return [tag.get_text() for tag in page.select("article mark")]


def query_of(href: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(href).query)


def test_a_hit_opens_with_its_words_marked_on_both_sides(soup: Soup) -> None:
    results = soup("/search?q=绿色金融")
    link = results.select_one(".found .para .loc")["href"]
    assert link.endswith("#s1")
    page = soup(link)
    row = page.find(id="s1")
    assert row.select_one(".zh mark:not(.echo)").get_text() == "绿色金融"
    assert row.select_one(".en mark.echo").get_text() == "green finance"
    assert page.h1.mark.get_text() == "绿色金融"


@pytest.mark.parametrize(
    "query",
    [
        "绿色金融",
        "green finance",
        "金融 -保险",
        '"绿色金融"',
        "绿色金融 in:2.3",
        "PBOC",
    ],
)
@pytest.mark.parametrize("options", ["", "&lang=zh", "&literal=1"])
def test_the_same_is_marked_as_in_the_results(
    soup: Soup, query: str, options: str
) -> None:
    results = soup(f"/search?q={query}{options}")
    for found in results.select(".found .para .row"):
        link = found.select_one(".loc")["href"]
        row = soup(link).find(id=link.partition("#")[2])
        for lang in ("zh", "en"):
            wanted, seen = found.select_one(f".{lang}"), row.select_one(f".{lang}")
            assert [str(tag) for tag in seen.select("mark")] == [
                str(tag) for tag in wanted.select("mark")
            ]


def test_the_whole_document_is_marked_too(soup: Soup) -> None:
    page = soup(f"{PLAN}/?q=绿色金融")
    rows = {tag.find_parent(class_="row")["id"] for tag in page.select(".para mark")}
    assert rows == {
        "1.3.s4", "2.3.11.s1", "2.3.11.s3", "2.3.11.s4", "2.3.11.s5",
    }  # fmt: skip
    assert page.find(id="2.3.11").mark.get_text() == "绿色金融"
    assert page.select_one(".marked a").get_text() == "5 sentences here"


def test_a_bar_says_what_is_marked_and_leads_out(soup: Soup) -> None:
    page = soup(f"{UNIT}?q=绿色金融&view=stacked")
    bar = page.select_one("aside.marked")
    assert "Marked: 绿色金融" in bar.get_text()
    clear = bar.select_one(".clear")["href"]
    assert clear == f"{UNIT}?view=stacked"
    cleared = soup(clear)
    assert not marks(cleared)
    assert not cleared.select("aside.marked")


def test_the_ids_and_the_words_are_the_same_with_marks_and_without(
    soup: Soup,
) -> None:
    for path in (UNIT, f"{PLAN}/"):
        plain, marked = soup(path), soup(f"{path}?q=green finance")
        ids = [[tag["id"] for tag in page.select("[id]")] for page in (plain, marked)]
        assert ids[0] == ids[1]
        for lang in ("zh", "en"):
            texts = [
                [tag.get_text() for tag in page.select(f".para .{lang}")]
                for page in (plain, marked)
            ]
            assert texts[0] == texts[1]


def test_no_address_to_keep_has_the_query(soup: Soup) -> None:
    for path in (UNIT, f"{PLAN}/"):
        page = soup(f"{path}?q=绿色金融&lang=zh&literal=1")
        keep = [tag["href"] for tag in page.select("link[rel=canonical]")]
        keep += [tag["data-copy"] for tag in page.select("[data-copy]")]
        keep += [tag["href"] for tag in page.select("a.loc, a[data-other-language]")]
        keep += [tag["href"] for tag in page.select(".steps a, .outline a, .crumbs a")]
        assert len(keep) > 20
        for address in keep:
            assert not {"q", "lang", "literal"} & set(query_of(address)), address
        for tag in page.select(".para > .row > .loc"):
            assert urlsplit(tag["href"]).path, "an anchor alone would keep the query"
        assert not re.search(r"[?&]q=", str(page.select(".cite, p.paper, .foot")))


def test_the_views_keep_the_marks(soup: Soup) -> None:
    page = soup(f"{UNIT}?q=绿色金融&literal=1")
    for link in page.select("[data-set-view]"):
        assert query_of(link["href"])["q"] == ["绿色金融"]
        assert query_of(link["href"])["literal"] == ["1"]
        assert marks(soup(link["href"]))


def test_one_goes_from_mark_to_mark(soup: Soup) -> None:
    page = soup(f"{UNIT}?q=绿色金融")
    ways = [
        [(a.get_text(), a["href"]) for a in page.select(f"#{row} .acts a")][2:]
        for row in ("s1", "s3")
    ]
    (before, earlier), (after, later) = ways[0]
    assert (before, after, later) == ("Previous mark", "Next mark", "#s3")
    assert urlsplit(earlier).path == f"{PLAN}/1.3"
    assert [href for _, href in ways[1]] == ["#s1", "#s4"]
    assert soup(earlier).find(id=urlsplit(earlier).fragment).mark
    assert not page.select("#s2 .acts a:nth-of-type(3)")


def test_the_bar_leads_to_the_units_beside(soup: Soup) -> None:
    page = soup(f"{PLAN}/2.1?q=绿色金融")
    bar = page.select_one(".marked")
    assert "Not on this page" in bar.get_text()
    previous, after = bar.select_one("[rel=prev]"), bar.select_one("[rel=next]")
    assert urlsplit(previous["href"]).path == f"{PLAN}/1.3"
    assert urlsplit(previous["href"]).fragment == "s4"
    assert urlsplit(after["href"]).path == UNIT


def test_a_search_engine_keeps_only_the_page_without_marks(
    client: FlaskClient, soup: Soup
) -> None:
    page = soup(f"{UNIT}?q=绿色金融")
    assert page.select_one("meta[name=robots]")["content"] == "noindex"
    assert page.select_one("link[rel=canonical]")["href"].endswith(UNIT)
    assert not soup(UNIT).select("meta[name=robots]")
    response = client.get(f"{UNIT}?q=绿色金融")
    assert response.cache_control.private
    assert not client.get(UNIT).cache_control.private


def test_a_page_with_marks_is_not_kept_for_others(client: FlaskClient) -> None:
    kept = client.application.extensions["made_pages"]._pages
    client.get(f"{UNIT}?q=金融")
    before = list(kept)
    client.get(f"{UNIT}?q=绿色")
    client.get(f"{PLAN}/?q=绿色")
    assert list(kept) == before
    client.get(f"{UNIT}?view=zh&ui=en")
    assert list(kept) != before


@pytest.mark.parametrize("path", [UNIT, f"{PLAN}/"])
@pytest.mark.parametrize(
    "query", ["", "%20%20", "%00", "x" * 1001, "%E9%87%91" * 1001, "&q=", "&lang=fr"]
)
def test_a_query_that_no_search_would_take_is_left_aside(
    soup: Soup, path: str, query: str
) -> None:
    page = soup(f"{path}?q={query}")
    assert not page.select("aside.marked, article mark")


@pytest.mark.parametrize(
    "query",
    [
        "<script>alert(1)</script>", '"><img src=x>', "((((", "OR OR",
        "in:nowhere 金融",
        "-", '"', "a" * 1000, "的", "%ff%fe", "\u202e金融", "金" * 1000, "measure 99",
    ],
)  # fmt: skip
def test_hostile_queries_are_shown_as_they_are(client: FlaskClient, query: str) -> None:
    for path in (UNIT, f"{PLAN}/"):
        response = client.get(path, query_string={"q": query})
        assert response.status_code == 200
        assert "<script>alert" not in response.text
        assert "<img" not in response.text
        assert "aside" in response.text


def test_a_redirect_takes_the_query_along(client: FlaskClient) -> None:
    for address in ("2.3.11.s4", "第十一条", "measure/11"):
        location = client.get(f"{PLAN}/{address}?q=绿色金融").headers["Location"]
        assert query_of(location)["q"] == ["绿色金融"]
        assert urlsplit(location).path == UNIT


def test_a_hit_without_marks_has_a_plain_address(soup: Soup) -> None:
    hit = soup("/search?q=2.3.11").select_one(".found h2 .loc")
    assert hit["href"] == UNIT
