"""A page to cite from, for every address, and files for programs."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup

from tests.web.conftest import Soup

PLAN = "/western-financial-center"
STATUS = {"zh": "并非官方文本", "en": "it is not an official translation"}


def texts(page: BeautifulSoup) -> list[str]:
    """Give the citations of a page."""
    return [code.get_text() for code in page.select("code.as-text")]


@pytest.mark.parametrize("place", ["", "/2.3.11", "/2.3.11.s4", "/2.3.11.s4-s6", "/2"])
def test_every_place_is_cited_with_its_permanent_address(soup: Soup, place: str):
    page = soup(f"{PLAN}{place}/cite")
    address = f"http://localhost{PLAN}{place or '/'}"
    assert page.select_one(".facts-list code").get_text() == address
    assert page.select_one("link[rel=canonical]")["href"] == address
    zh, en, apa, chicago = texts(page)
    assert all(address in citation for citation in (zh, en, apa, chicago))
    assert STATUS["zh"] in zh
    assert all(STATUS["en"] in citation for citation in (en, apa, chicago))


@pytest.mark.parametrize(
    "written", ["第十一条第四句", "measure 11 sentence 4", "II.3.11.s4"]
)
def test_every_way_of_writing_an_address_is_cited_by_the_canonical_one(soup, written):
    page = soup(f"{PLAN}/{written}/cite")
    assert all(f"{PLAN}/2.3.11.s4" in text for text in texts(page))


def test_both_sentences_are_in_the_page_its_title_and_its_description(soup):
    page = soup(f"{PLAN}/2.3.11.s7/cite")
    zh, en = (page.select_one(f".row .{lang}").get_text() for lang in ("zh", "en"))
    for text in (
        page.title.get_text(),
        page.select_one("[name=description]")["content"],
    ):
        assert zh[:20] in text
        assert en[:30] in text


def test_a_citation_is_in_the_script_in_which_the_text_was_issued(soup):
    page = soup(f"{PLAN}/2.3.11.s4/cite?script=hant")
    assert "慶" in page.select_one(".row .zh").get_text()
    assert "中国人民银行" in texts(page)[0]
    assert page.select_one("code.as-text")["lang"] == "zh-Hans"


def test_every_sentence_of_a_range_is_there(soup):
    page = soup(f"{PLAN}/2.3.11.s4-s6/cite")
    numbers = [link.get_text() for link in page.select("[data-cite] .loc")]
    assert numbers == ["2.3.11.s4", "2.3.11.s5", "2.3.11.s6"]


@pytest.mark.parametrize("kind", ["bib", "ris", "json"])
@pytest.mark.parametrize("place", ["", "/2.3.11.s4"])
def test_files(client, soup, place, kind):
    links = [a["href"] for a in soup(f"{PLAN}{place}/cite").select(".facts-list a")]
    path = f"{PLAN}{place}/cite.{kind}"
    assert path in links
    answer = client.get(path)
    assert answer.status_code == 200
    name = "western-financial-center" + place.replace("/", "-")
    assert answer.headers["Content-Disposition"] == f"inline; filename={name}.{kind}"
    assert f"http://localhost{PLAN}{place or '/'}" in answer.text
    if kind == "json":
        assert len(json.loads(answer.text)) == 2


@pytest.mark.parametrize("end", ["cite", "cite.bib"])
@pytest.mark.parametrize(
    "place", [f"{PLAN}/9.9", f"{PLAN}/2.3.11.s99", "/no-such", "/a/1"]
)
def test_what_is_not_there_is_not_cited(client, place, end):
    assert client.get(f"{place}/{end}").status_code == 404


def test_there_are_no_other_files(client):
    assert client.get(f"{PLAN}/2.3.11/cite.doc").status_code == 404


def test_an_address_that_may_mean_several_places_offers_them(trap_soup):
    page = trap_soup("/rules/item 1/cite", status=300)
    assert len(page.select("main li")) == 2


def test_a_sentence_that_moved_is_cited_where_it_stands_now(trap_soup):
    page = trap_soup("/rules/1.1.1.s4/cite")
    assert all("http://localhost/rules/1.1.2.s2" in text for text in texts(page))
    assert not any("1.1.1.s4" in text for text in texts(page))
    said = page.select_one("[data-cite] > .said")
    assert [code.get_text() for code in said.select("code")] == ["1.1.1.s4", "1.1.2.s2"]


def test_a_sentence_that_is_gone_is_cited_by_its_last_words_and_says_so(trap_soup):
    page = trap_soup("/rules/1.1.1.s3/cite")
    assert "删去" in page.select_one(".row .zh").get_text()
    assert "last words" in page.select_one("[data-cite] > .said").get_text()
    zh, *others = texts(page)
    assert "，已删去" in zh
    assert all(", since deleted" in text for text in others)
    assert all("http://localhost/rules/1.1.1.s3" in text for text in texts(page))


def test_a_range_of_which_a_part_stands_is_not_gone(trap_soup):
    page = trap_soup("/rules/1.1.1.s1-s3/cite")
    assert not any("deleted" in text for text in texts(page))
    assert "gone" in page.select_one(".row .under").get_text()


def test_nothing_of_a_text_is_taken_for_markup(trap_soup):
    page = trap_soup("/rules/1.1.1.s1/cite")
    assert not page.select("main img, main script")
    assert "<script>alert(1)</script>" in texts(page)[0]


def test_the_day_of_access_is_never_kept(client):
    answer = client.get(f"{PLAN}/cite")
    assert answer.headers["Cache-Control"] == "no-cache"
    assert "ETag" not in answer.headers


@pytest.mark.parametrize("place", ["/", "/2.3.11", "/2.2"])
def test_the_pages_of_a_text_lead_there(soup, place):
    links = soup(f"{PLAN}{place}").select(".tools [data-cite-link]")
    assert [link["href"] for link in links] == [f"{PLAN}{place.rstrip('/')}/cite"]


@pytest.mark.parametrize("page", ["/", "/2.3.11"])
def test_every_row_leads_there(soup, page):
    rows = soup(f"{PLAN}{page}").select(".para > .row[id]")
    assert rows
    for row in rows:
        address = row.select_one(".loc").get_text()
        assert row.select_one(f'.acts a[href="{PLAN}/{address}/cite"]')
