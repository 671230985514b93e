"""The pages of a concordance, its API, and the tables to download."""

from __future__ import annotations

import csv
import io
from urllib.parse import parse_qs
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from app.export.csv_table import RESULT_COLUMNS
from app.export.spreadsheet import guarded
from app.web.csv_file import send_csv
from app.web.pages.tables import LINE_COLUMNS
from tests.web.conftest import reader_of
from tests.web.conftest import Soup

PLAN = "/western-financial-center"
SCRIPT = "<script>alert(1)</script>"


def table(client: FlaskClient, path: str) -> list[dict[str, str]]:
    response = client.get(path)
    assert response.status_code == 200
    assert response.mimetype == "text/csv"
    assert response.data.startswith(b"\xef\xbb\xbf")
    text = response.data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_line_has_the_keyword_in_its_context_and_the_marked_partner(
    soup: Soup,
) -> None:
    page = soup("/concordance?q=绿色金融")
    line = page.select_one(".line")
    assert line.select_one(".kwic")["lang"] == "zh-Hans"
    assert line.select_one(".kwic mark").get_text() == "绿色金融"
    assert line.select_one(".partner")["lang"] == "en"
    assert line.select_one(".partner mark.echo").get_text() == "green finance"
    assert "occurrences in 2 units." in page.select_one(".masthead").get_text()


def test_every_line_leads_to_its_sentence_or_heading(soup: Soup) -> None:
    links = {
        link.get_text(): link["href"]
        for link in soup("/concordance?q=绿色金融").select(".line .loc")
    }
    heading, sentence = (urlsplit(links[at]) for at in ("2.3.11", "2.3.11.s4"))
    assert heading.path == sentence.path == f"{PLAN}/2.3.11"
    assert (heading.fragment, sentence.fragment) == ("", "s4")
    assert parse_qs(sentence.query) == {"q": ["绿色金融"]}


def test_a_heading_is_a_line_at_its_unit(soup: Soup) -> None:
    (line,) = (
        one
        for one in soup("/concordance?q=绿色金融").select(".line")
        if one.select_one(".loc").get_text() == "2.3.11"
    )
    assert line.select_one(".kwic").get_text() == "推进绿色金融改革创新"


def test_orders_and_languages_are_links_that_keep_the_query(soup: Soup) -> None:
    page = soup("/concordance?q=CCUS OR innovation&sort=left")
    order, sides = page.select(".orders nav")
    assert order.select_one("[aria-current]").get_text() == "By the words before"
    counts = [int(tag.get_text()) for tag in sides.select(".num")]
    assert counts[0] == counts[1] + counts[2]
    chinese = sides.select("a")[1]["href"]
    assert parse_qs(urlsplit(chinese).query) == {
        "q": ["CCUS OR innovation"], "sort": ["left"], "lang": ["zh"],
    }  # fmt: skip
    assert len(soup(chinese).select(".line")) == counts[1]


def test_search_and_concordance_lead_to_each_other(soup: Soup) -> None:
    results = soup("/search?q=金融&in=western-financial-center:2.3&literal=1")
    lines, table_link, *_ = results.select(".ways a")
    assert table_link["href"].startswith("/search.csv?")
    page = soup(lines["href"])
    back, download = page.select(".ways a")
    assert download["href"].startswith("/concordance.csv?")
    wanted = {
        "q": ["金融"], "in": ["western-financial-center:2.3"], "literal": ["1"],
    }  # fmt: skip
    assert parse_qs(urlsplit(lines["href"]).query) == wanted
    assert parse_qs(urlsplit(back["href"]).query) == wanted
    assert soup("/about").select_one(".foot a[href='/concordance']")


def test_pages_of_lines_follow_one_another(soup: Soup) -> None:
    first = soup("/concordance?q=金融")
    assert len(first.select(".line")) == 50
    second = soup(first.select_one(".pages a[rel=next]")["href"])
    assert second.select_one(".pages [aria-current=page]").get_text() == "2"
    assert "There is no page" in soup("/concordance?q=金融&page=99", 404).get_text()


def test_what_the_search_did_is_said(soup: Soup) -> None:
    assert "instead of" in soup("/concordance?q=grean finence").get_text()
    relaxed = soup("/concordance?q=绿色金融 新加坡 保险 铁路").get_text()
    assert "these lines have some of them" in relaxed
    literal = soup("/concordance?q=金融&literal=1").get_text()
    assert "Only what was typed" in literal
    within = soup("/concordance?q=金融&in=western-financial-center:2.3")
    assert "Only in Part II, section (3)." in within.get_text()


def test_nothing_found_leads_to_the_explanation_and_to_what_there_is(
    soup: Soup,
) -> None:
    page = soup("/concordance?q=碳税&literal=1")
    assert page.h1.get_text() == "No line has 碳税"
    why, closest = page.select(".masthead .ui a")
    assert "No sentence has" in soup(why["href"]).h1.get_text()
    assert soup(closest["href"]).select(".line")


def test_a_language_without_lines_offers_the_other(soup: Soup) -> None:
    page = soup("/concordance?q=governance&lang=zh")
    assert not page.select(".line")
    assert "in the other language" in page.get_text()
    assert soup(page.select(".orders nav a")[0]["href"]).select(".line")


@pytest.mark.parametrize(
    "query", ["", "  ", "the", "。。。", '"', "第一条", "measure 99"]
)
def test_a_query_without_lines_is_answered_in_words(soup: Soup, query: str) -> None:
    page = soup(f"/concordance?q={query}")
    assert page.h1.get_text().strip()
    assert page.select(".said")
    assert not page.select(".line")


def test_a_place_is_offered(soup: Soup) -> None:
    link = soup("/concordance?q=measure 11").select_one(".goto a")
    assert link["href"] == f"{PLAN}/2.3.11"


def test_machines_are_kept_out(soup: Soup, client: FlaskClient) -> None:
    page = soup("/concordance?q=金融")
    assert page.select_one("meta[name=robots]")["content"] == "noindex"
    assert "Disallow: /concordance" in client.get("/robots.txt").text


BAD = [
    ("in=junk", "in"), ("lang=fr", "lang"), ("sort=x", "sort"), ("page=0", "page"),
    ("page=-1", "page"), ("page=abc", "page"), ("literal=maybe", "literal"),
]  # fmt: skip


@pytest.mark.parametrize(("parameters", "named"), BAD)
@pytest.mark.parametrize("path", ["/concordance", "/concordance.csv", "/search.csv"])
def test_a_bad_parameter_is_named(
    soup: Soup, path: str, parameters: str, named: str
) -> None:
    page = soup(f"{path}?q=金融&{parameters}", 422)
    assert f"The parameter {named} " in page.h1.get_text()


@pytest.mark.parametrize(
    ("parameters", "named"), [*BAD, ("size=0", "size"), ("size=501", "size")]
)
def test_the_api_names_a_bad_parameter(
    client: FlaskClient, parameters: str, named: str
) -> None:
    response = client.get(f"/api/v1/concordance?q=金融&{parameters}")
    assert response.status_code == 422
    assert response.json["parameter"] == named


@pytest.mark.parametrize(
    "path", ["/concordance", "/concordance.csv", "/search.csv", "/api/v1/concordance"]
)
def test_a_query_may_have_a_thousand_characters_and_no_more(
    client: FlaskClient, path: str
) -> None:
    assert client.get(path, query_string={"q": "金" * 1000}).status_code == 200
    assert client.get(path, query_string={"q": "金" * 1001}).status_code == 422


@pytest.mark.parametrize("query", [SCRIPT, '"><img src=x>', "{{ 'xyz' * 9 }}", "\0"])
def test_a_script_in_a_query_stays_text(client: FlaskClient, query: str) -> None:
    response = client.get("/concordance", query_string={"q": query})
    assert response.status_code == 200
    assert SCRIPT not in response.text
    assert "<img" not in response.text
    assert "xyz" * 9 not in response.text


def test_the_api_gives_lines_that_are_whole(client: FlaskClient) -> None:
    answer = client.get("/api/v1/concordance?q=绿色金融&size=2&page=2").json
    assert (answer["page"], answer["size"], len(answer["lines"])) == (2, 2, 2)
    assert answer["total"] == answer["counts"]["zh"] == 7
    assert answer["relaxed"] is False
    for line in answer["lines"]:
        place = client.get(f"/api/v1/documents{PLAN}/{line['locator']}").json
        text = place["segments"][0] if "s" in line["locator"] else None
        if text:
            whole = line["left"] + line["keyword"] + line["right"]
            assert whole == text["zh"]["text"]
            assert line["partner"]["text"] == text["en"]["text"]
            start, end = line["partner"]["marks"][0]
            assert line["partner"]["text"][start:end] == "green finance"
    assert client.get("/api/v1/concordance?q=绿色金融&page=9").status_code == 404


def test_the_table_of_a_search_has_every_pair_of_every_page(
    client: FlaskClient,
) -> None:
    rows = table(client, "/search.csv?q=金融&page=2")
    hits = client.get("/api/v1/search?q=金融&size=100").json["hits"]
    assert tuple(rows[0]) == RESULT_COLUMNS
    pairs = [segment for hit in hits for segment in hit["segments"]]
    found = [row for row in rows if "s" in row["locator"]]
    assert [row["locator"] for row in found] == [one["locator"] for one in pairs]
    assert [row["zh"] for row in found] == [one["zh"]["text"] for one in pairs]
    assert found[0]["url"] == f"http://localhost{PLAN}/{found[0]['locator']}"
    assert [float(row["score"]) for row in rows] == sorted(
        (float(row["score"]) for row in rows), reverse=True
    )


def test_a_heading_without_sentences_is_a_row_too(client: FlaskClient) -> None:
    (row,) = table(client, "/search.csv?q=第二部分")
    assert (row["locator"], row["zh"]) == ("2", "")
    assert row["heading_en"] == "II. Main tasks"


def test_the_table_of_a_concordance_has_every_line_whole(client: FlaskClient) -> None:
    rows = table(client, "/concordance.csv?q=金融&sort=right")
    lines = client.get("/api/v1/concordance?q=金融&sort=right&size=500").json["lines"]
    assert tuple(rows[0]) == LINE_COLUMNS
    assert len(rows) == len(lines) > 50
    for row, line in zip(rows, lines, strict=True):
        assert row["document"] == line["doc"]
        assert row["url"] == f"http://localhost{line['url']}"
        assert [row[name] for name in ("lang", "left", "keyword", "right")] == [
            line[name] for name in ("lang", "left", "keyword", "right")
        ]
        assert row["partner"] == line["partner"]["text"]


def test_a_table_is_a_file_named_after_the_query(client: FlaskClient) -> None:
    named = client.get("/search.csv?q=绿色金融").headers["Content-Disposition"]
    assert named == (
        'attachment; filename="search.csv"; '
        "filename*=UTF-8''search-%E7%BB%BF%E8%89%B2%E9%87%91%E8%9E%8D.csv"
    )
    hostile = client.get("/concordance.csv", query_string={"q": '../a"\r\nX: 1;/b'})
    assert hostile.headers["Content-Disposition"].endswith("concordance-a-X-1-b.csv")
    assert table(client, "/concordance.csv?q=碳税&literal=1") == []


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_taken_for_a_formula(sign: str) -> None:
    assert guarded(f"{sign}1+1") == f"'{sign}1+1"
    assert guarded(f"1{sign}1") == f"1{sign}1"


def test_cells_are_guarded_in_the_file_and_numbers_stay_numbers(snapshot_dir) -> None:
    with reader_of(snapshot_dir).test_request_context():
        response = send_csv("t", "", ["a", "b"], [["=1", -1.5]] * 500)
        text = response.get_data().decode("utf-8-sig")
    assert text.split("\r\n") == ["a,b", *["'=1,-1.5"] * 500, ""]
