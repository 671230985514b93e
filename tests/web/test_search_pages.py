from __future__ import annotations

from urllib.parse import parse_qs
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from app.search.meaning.encoder import _encoder
from app.serve import WARM_UP
from tests.web.conftest import Soup

PLAN = "/western-financial-center"


def test_a_term_is_shown_as_a_pair_and_marked_on_both_sides(soup: Soup) -> None:
    page = soup("/search?q=绿色金融")
    assert page.select_one("h1 .zh").get_text() == "绿色金融"
    assert page.select_one("h1 .en").get_text() == "green finance"
    row = page.select_one(".found .para .row")
    assert row.select_one(".zh mark:not(.echo)").get_text() == "绿色金融"
    assert row.select_one(".en mark.echo").get_text() == "green finance"


def test_the_links_of_hits_are_addresses_that_carry_only_the_query(soup: Soup) -> None:
    links = soup("/search?q=绿色金融").select(".found .loc")
    assert links
    for link in links:
        parts = urlsplit(link["href"])
        assert parts.path.startswith(f"{PLAN}/")
        assert parse_qs(parts.query) == {"q": ["绿色金融"]}


def test_marks_on_headings_stand_on_the_words(soup: Soup) -> None:
    heading = soup("/search?q=绿色金融").select_one(".found h2 .zh")
    assert heading.get_text() == "11. 推进绿色金融改革创新"
    assert heading.mark.get_text() == "绿色金融"


def test_the_strip_has_a_tick_for_every_sentence_found(soup: Soup) -> None:
    page = soup("/search?q=绿色金融")
    assert len(page.select(".strip rect.hit")) == 5
    assert page.select_one(".strip svg[role=img] title").get_text().strip()
    assert not page.select(".strip [style]")


def test_facets_are_links_with_counts_that_keep_the_query(soup: Soup) -> None:
    page = soup("/search?q=金融&sort=document")
    section = page.select_one(".facets li.in a")
    asked = parse_qs(urlsplit(section["href"]).query)
    assert asked["q"] == ["金融"]
    assert asked["sort"] == ["document"]
    assert asked["in"][0].startswith("western-financial-center:")
    count = int(section.select_one(".num").get_text())
    narrowed = soup(section["href"])
    assert f"{count} unit" in narrowed.select_one(".said").get_text()


def test_pages_of_results_follow_one_another(soup: Soup) -> None:
    first = soup("/search?q=金融")
    second = soup(first.select_one(".pages a[rel=next]")["href"])
    shown = [tag.get_text() for tag in first.select(".found > h2 .loc")]
    assert len(shown) == 10
    others = [tag.get_text() for tag in second.select(".found > h2 .loc")]
    assert others
    assert not set(shown) & set(others)
    assert second.select_one(".pages [aria-current=page]").get_text() == "2"
    back = urlsplit(second.select_one(".pages a[rel=prev]")["href"])
    assert parse_qs(back.query) == {"q": ["金融"]}


@pytest.mark.parametrize("page", ["99", "1" + "0" * 30])
def test_a_page_past_the_end_is_not_found(soup: Soup, page: str) -> None:
    assert "There is no page" in soup(f"/search?q=金融&page={page}", 404).get_text()


def test_a_reference_offers_to_go_there(soup: Soup) -> None:
    link = soup("/search?q=measure 11").select_one(".goto a")
    assert link["href"] == f"{PLAN}/2.3.11"
    assert "Part II, section (3), measure 11" in link.get_text()
    sentence = soup("/search?q=2.3.11.s4").select_one(".goto a")
    assert sentence["href"] == f"{PLAN}/2.3.11#s4"


def test_a_place_that_is_not_there_offers_the_nearest(soup: Soup) -> None:
    page = soup("/search?q=2.3.19")
    assert "There is no address 2.3.19" in page.h1.get_text()
    assert page.select(".pair .loc")


def test_a_correction_is_said_and_can_be_refused(soup: Soup) -> None:
    page = soup("/search?q=grean finence")
    said = page.select_one(".said")
    assert "instead of" in said.get_text()
    literal = parse_qs(urlsplit(said.a["href"]).query)
    assert literal == {"q": ["grean finence"], "literal": ["1"]}
    assert "No sentence has" in soup(said.a["href"]).h1.get_text()


def test_partial_matches_are_called_so(soup: Soup) -> None:
    page = soup("/search?q=绿色金融 新加坡 保险 铁路")
    assert "No unit has all of these words" in page.get_text()


def test_nothing_found_says_what_is_missing_and_shows_the_nearest(soup: Soup) -> None:
    page = soup("/search?q=碳税")
    assert page.h1.get_text() == "No sentence has 碳税"
    assert "breaks off partway through measure 18" in page.get_text()
    assert page.select_one(".found mark").get_text() == "碳"


@pytest.mark.parametrize("query", ["", "  ", "the", "。。。", '"', "-"])
def test_a_query_without_words_is_answered_in_words(soup: Soup, query: str) -> None:
    page = soup(f"/search?q={query}")
    assert page.select(".said")
    assert not page.select(".found")
    assert page.select_one("#help")


def test_no_query_at_all_shows_the_form_and_help(soup: Soup) -> None:
    page = soup("/search")
    assert page.select_one("form input[name=q]")["value"] == ""
    assert not page.select(".found")


@pytest.mark.parametrize(
    ("parameters", "named"),
    [
        ("in=junk", "in"),
        ("in=western-financial-center:99", "in"),
        ("in=western-financial-center:x", "in"),
        ("in=:", "in"),
        ("lang=fr", "lang"),
        ("sort=best", "sort"),
        ("page=0", "page"),
        ("page=abc", "page"),
        ("page=-1", "page"),
        ("page=1.5", "page"),
        ("page=２", "page"),
        ("literal=yes", "literal"),
    ],
)
def test_a_bad_parameter_is_named(soup: Soup, parameters: str, named: str) -> None:
    page = soup(f"/search?q=金融&{parameters}", 422)
    assert f"The parameter {named} " in page.h1.get_text()


def test_a_query_may_have_a_thousand_characters_and_no_more(
    client: FlaskClient,
) -> None:
    assert client.get("/search", query_string={"q": "金" * 1000}).status_code == 200
    response = client.get("/search", query_string={"q": "金" * 1001})
    assert response.status_code == 422
    assert "1,001" in response.text


def test_one_side_can_be_asked_for(soup: Soup) -> None:
    assert "No sentence has" in soup("/search?q=governance&lang=zh").h1.get_text()
    page = soup("/search?q=green&lang=en")
    assert page.select(".found .en mark:not(.echo)")
    current = [tag.get_text() for tag in page.select(".facets [aria-current]")]
    assert any(text.startswith("English") for text in current)


def test_the_words_of_results_follow_the_interface(chinese: FlaskClient) -> None:
    text = chinese.get("/search?q=绿色金融").text
    assert "查到 2 个单位、5 句。" in text
    assert "译法取自词汇表" in text


def test_results_of_one_text_are_not_named_after_it_twice(soup: Soup) -> None:
    path = soup("/search?q=绿色金融").select_one(".found .path").get_text()
    assert path.strip().startswith("II. Main tasks")
    assert "4 of 13 sentences" in path


def test_a_place_that_may_be_several_is_answered_with_all(trap_soup: Soup) -> None:
    page = trap_soup("/search?q=第1项")
    assert page.h1.get_text() == "第1项 may mean several places"
    section = page.find(id="may-mean").find_parent("section")
    addresses = [tag.get_text() for tag in section.select(".pair .loc")]
    assert addresses == ["1.1.1", "1.2.1"]
    assert not page.select(".found ~ section #may-mean")


def test_places_in_several_texts_say_in_which(shelf_soup: Soup) -> None:
    page = shelf_soup("/search?q=第一章")
    pairs = [tag.get_text() for tag in page.select("section .pair .en")]
    assert pairs == [
        "2Rules / Chapter 1 General provisions", "Rules / Chapter 1 General provisions",
    ]  # fmt: skip


def test_a_place_that_is_nowhere_is_still_said_not_to_be(soup: Soup) -> None:
    page = soup("/search?q=measure 99")
    assert page.h1.get_text() == "There is no address measure 99"
    assert not page.find(id="may-mean")


def test_a_scope_that_is_nowhere_is_named_as_the_fault(soup: Soup) -> None:
    page = soup("/search?q=金融 in:nowhere")
    assert "what follows “in:”" in page.select_one(".said").get_text()
    for code in page.select(".said code"):
        assert soup(f"/search?q=金融 {code.get_text()}").select(".found")


def test_a_unit_that_is_only_named_does_not_count_no_sentences(soup: Soup) -> None:
    page = soup("/search?q=measure 11")
    assert page.select(".found")
    assert not [text for text in page.stripped_strings if text.startswith("0 ")]


def test_a_new_worker_wakes_all_that_a_search_needs(client: FlaskClient) -> None:
    _encoder.cache_clear()
    assert client.get(WARM_UP).status_code == 200
    assert _encoder.cache_info().currsize == 1
