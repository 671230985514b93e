"""The page of results says why, and never is a dead end."""

from __future__ import annotations

from urllib.parse import parse_qs
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from tests.web.conftest import Soup
from tests.web.conftest import soup_of

PLAN = "western-financial-center"


def told(page: BeautifulSoup, where: str) -> dict[str, str]:
    return {
        row.dt.get_text(): " ".join(row.dd.get_text().split())
        for row in page.select(f"{where} > div")
    }


def test_the_reading_of_a_query_is_told_once_and_closed(soup: Soup) -> None:
    page = soup("/search?q=綠色金融 grean the -保险")
    (details,) = page.select("details:has(> .read)")
    assert not details.has_attr("open")
    assert told(page, ".read") == {
        "綠色金融": "Read as 绿色金融. In the glossary: 绿色金融 · green finance.",
        "grean": "Not in the texts; searched as green.",
        "the": "Left out as too common: the.",
        "保险": "Must not be there.",
    }


def test_the_reading_is_told_in_chinese_too(chinese: FlaskClient) -> None:
    page = soup_of(chinese)("/search?q=lvse jinrong")
    assert told(page, ".read") == {
        "lvse jinrong": "拼音，对应绿色金融。词汇表：绿色金融 · green finance。"
    }


def test_each_hit_says_why_in_a_few_words_and_word_by_word(soup: Soup) -> None:
    page = soup("/search?q=绿色金融")
    first = page.select_one(".found .why")
    assert not first.has_attr("open")
    assert first.summary.get_text().strip() == "Why this result: in the heading"
    assert told(page, ".found:first-child .why dl") == {
        "绿色金融": "As 绿色金融, green finance (rendering): "
        "in the heading and in 4 sentences."
    }


def test_a_partial_answer_says_what_it_lacks(soup: Soup) -> None:
    summary = soup("/search?q=绿色金融 新加坡 铁路").select_one(".found .why summary")
    assert summary.get_text().strip().endswith("; without 铁路")


def test_a_place_and_a_quotation_say_why(soup: Soup) -> None:
    place = soup("/search?q=2.3.11").select_one(".found .why summary")
    assert "the place that was asked for" in place.get_text()


def test_every_word_that_is_told_has_its_language(soup: Soup) -> None:
    page = soup("/search?q=绿色金融 policy")
    for row in page.select(".read > div, .why dl > div"):
        assert all(tag["lang"] for tag in row.dt.select("span"))
        assert row.dt.select("span[lang]")


def test_nothing_found_offers_the_nearest_terms_on_both_sides(soup: Soup) -> None:
    page = soup("/search?q=碳税")
    section = page.find(id="near-terms").find_parent("section")
    row = section.select_one(".pair:nth-of-type(2)")
    assert [a.get_text() for a in row.select("a")] == ["碳核算", "carbon accounting"]
    for link in section.select("a"):
        assert soup(link["href"]).select(".found"), link


def test_few_partial_answers_offer_terms_too_and_full_ones_none(soup: Soup) -> None:
    assert soup("/search?q=l里色金融").find(id="near-terms")
    assert not soup("/search?q=绿色金融").find(id="near-terms")


@pytest.mark.parametrize(
    "asked",
    [
        "q=碳税", 'q="green institutions tax"', 'q="grean finence"',
        "q=grean finence&literal=1", "q=governance&lang=zh", f"q=碳&in={PLAN}:1",
        f"q=PBOC&in={PLAN}:2.3&literal=1", "q=measure 99", "q=quantum", "q=xyzzy",
        "q=比特币", 'q="评估资产"', "q=央行&literal=1", "q=的&lang=en", "q=",
    ],
)  # fmt: skip
def test_no_empty_page_is_a_dead_end(soup: Soup, asked: str) -> None:
    page = soup(f"/search?{asked}")
    links = page.select("main a")
    ways = [link["href"] for link in links if link["href"].startswith("/search")]
    assert ways
    assert any(soup(way).select(".found") for way in ways[:8])


def test_a_narrow_search_that_finds_nothing_offers_a_wider_one(soup: Soup) -> None:
    page = soup("/search?q=governance&lang=zh")
    assert "Nowhere in the texts" not in page.get_text()
    said = next(
        tag for tag in page.select(".said") if "finds something" in tag.get_text()
    )
    link = said.a
    assert link.get_text() == "on both sides"
    assert parse_qs(urlsplit(link["href"]).query) == {"q": ["governance"]}
    count = int(said.select_one(".num").get_text().strip("()"))
    assert f"{count} units" in soup(link["href"]).get_text()


def test_a_misspelt_phrase_offers_the_nearest_spelling(soup: Soup) -> None:
    page = soup('/search?q="grean finence"')
    link = next(
        tag.a for tag in page.select(".said") if "nearest spelling" in tag.get_text()
    )
    assert link.get_text() == '"green finance"'
    assert soup(link["href"]).select(".found")


@pytest.mark.parametrize(
    "written", ["2.3", "二（三）", f"{PLAN}:2.3", "II.3", f"{PLAN} 2.3"]
)
def test_where_to_look_may_be_written_in_any_way(soup: Soup, written: str) -> None:
    page = soup(f"/search?q=金融&in={written}")
    shown = page.select(".found > h2 .loc")
    assert shown
    assert all(tag.get_text().startswith("2.3") for tag in shown)
    (current,) = page.select(".facets li.in [aria-current]")
    assert query(current["href"])["in"] == [f"{PLAN}:2.3"]


def query(href: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(href).query)


def test_the_parts_of_many_texts_are_not_all_listed(shelf_soup: Soup) -> None:
    page = shelf_soup("/search?q=sentence")
    places = [query(a["href"]).get("in", [""])[0] for a in page.select(".facets a")]
    assert {"rules", "other", "rules:1"} <= set(places)


def test_every_place_to_narrow_to_has_as_many_units_as_it_says(soup: Soup) -> None:
    page = soup("/search?q=金融")
    for link in page.select(".facets li.in a"):
        count = int(link.select_one(".num").get_text())
        units = soup(link["href"]).select_one(".said").get_text()
        assert f"{count} unit" in units, link
