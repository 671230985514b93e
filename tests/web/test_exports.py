"""Files to take away: addresses, names, kinds, errors, and links to them."""

from __future__ import annotations

import csv
import io
import json
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from app.export.formats import FORMATS
from tests.web.conftest import Soup

SLUG = "western-financial-center"
HERE = f"/export/{SLUG}"


@pytest.mark.parametrize("kind", FORMATS)
def test_every_kind_of_file_is_sent_as_what_it_is(
    client: FlaskClient, kind: str
) -> None:
    response = client.get(f"{HERE}.{kind}")
    assert response.status_code == 200
    assert response.mimetype == FORMATS[kind].media_type
    assert f'filename="{SLUG}.{kind}"' in response.headers["Content-Disposition"]
    assert response.headers["Content-Disposition"].startswith("attachment; ")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert len(response.data) > 10_000


def test_a_file_that_a_browser_has_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get(f"{HERE}.tmx")
    assert first.cache_control.no_cache
    etag = {"If-None-Match": first.headers["ETag"]}
    again = client.get(f"{HERE}.tmx", headers=etag)
    assert (again.status_code, again.data) == (304, b"")
    other = client.get(f"{HERE}.tmx?script=hant", headers=etag)
    assert other.status_code == 200
    assert 'xml:lang="zh-Hant"' in other.text


@pytest.mark.parametrize("place", ["0", "2.3", "2.3.11", "2.3.11.s4", "2.3.11.s4-s6"])
def test_the_pairs_are_those_of_the_api(client: FlaskClient, place: str) -> None:
    taken = client.get(f"{HERE}/{place}.json").json
    units = [place] if "s" in place else [unit["locator"] for unit in taken["units"]]
    wanted = [
        (one["locator"], one["zh"]["text"], one["en"]["text"], one["url"])
        for unit in units
        for one in client.get(f"/api/v1/documents/{SLUG}/{unit}").json["segments"]
    ]
    pairs = [
        (
            one["locator"],
            one["zh"],
            one["en"],
            one["url"].removeprefix("http://localhost"),
        )
        for unit in taken["units"]
        for paragraph in unit["paragraphs"]
        for one in paragraph
    ]
    assert pairs == wanted
    assert taken["name"] == client.get(f"/api/v1/documents/{SLUG}/{place}").json["name"]


def test_all_133_pairs_of_the_plan_are_in_its_file(client: FlaskClient) -> None:
    rows = list(
        csv.DictReader(io.StringIO(client.get(f"{HERE}.csv").text.lstrip("\ufeff")))
    )
    assert len([row for row in rows if ".s" in row["locator"]]) == 133
    for row in (rows[0], rows[40], rows[-1]):
        (segment,) = client.get(f"/api/v1/documents/{SLUG}/{row['locator']}").json[
            "segments"
        ]
        assert (row["zh"], row["en"]) == (segment["zh"]["text"], segment["en"]["text"])


@pytest.mark.parametrize(
    ("written", "canonical"),
    [("第十一条", "2.3.11"), ("measure 11", "2.3.11"), ("II.3.11", "2.3.11")],
)
def test_any_way_of_writing_a_place_leads_to_its_file(
    client: FlaskClient, written: str, canonical: str
) -> None:
    response = client.get(f"{HERE}/{quote(written)}.md?script=hant")
    assert response.status_code == 302
    assert response.location == f"{HERE}/{canonical}.md?script=hant"


def test_a_sentence_that_moved_is_where_it_stands_and_one_that_is_gone_nowhere(
    trapped: FlaskClient,
) -> None:
    states = trapped.get("/ids/rules.json").json["ids"]
    moved = {name: one for name, one in states.items() if one["state"] == "moved"}
    gone = [name for name, one in states.items() if one["state"] == "gone"]
    assert moved
    assert gone
    for name, one in moved.items():
        response = trapped.get(f"/export/rules/{name}.json")
        assert response.location == f"/export/rules/{one['target']}.json"
        assert trapped.get(response.location).status_code == 200
    for name in gone:
        assert trapped.get(f"/export/rules/{name}.json").status_code == 404


def test_what_is_not_translated_is_said_and_markup_is_text(
    trapped: FlaskClient,
) -> None:
    page = trapped.get("/export/rules.html").text
    assert "（未翻译）" in page
    assert "<script" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    taken = trapped.get("/export/rules.json").json
    pairs = [
        one for unit in taken["units"] for group in unit["paragraphs"] for one in group
    ]
    assert None in {one["zh"] for one in pairs}


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        (f"{HERE}.pdf", 404, "no such kind of file; there are: csv, json"),
        (f"{HERE}/2.3.pdf", 404, "There is no such kind of file"),
        ("/search.pdf?q=x", 404, "There is no such kind of file"),
        ("/export/nope.csv", 404, "There is no page"),
        ("/export/nope/2.csv", 404, "There is no page"),
        (f"{HERE}/9.9.csv", 404, "The nearest units"),
        (f"{HERE}/2.3.11.s99.csv", 404, "There is no address"),
        ("/search.tmx?q=x&lang=fr", 422, "The parameter lang is not as it should be"),
        ("/search.json?q=x&in=nope", 422, "The parameter in is not as it should be"),
        (f"/search.md?q={'x' * 1001}", 422, "The parameter q is not as it should be"),
        ("/search.csv?q=x&page=0", 422, "The parameter page is not as it should be"),
    ],
)
def test_errors_are_pages_that_help(soup: Soup, path, status, words) -> None:
    assert words in soup(path, status=status).text


@pytest.mark.parametrize("kind", FORMATS)
def test_a_search_is_a_file_of_every_kind(client: FlaskClient, kind: str) -> None:
    response = client.get(f"/search.{kind}?q=绿色金融")
    assert response.status_code == 200
    assert response.mimetype == FORMATS[kind].media_type
    assert response.headers["Content-Disposition"] == (
        f'attachment; filename="search.{kind}"; '
        f"filename*=UTF-8''search-{quote('绿色金融')}.{kind}"
    )
    assert client.get(f"/search.{kind}?q=zzzzqqqq").status_code == 200
    assert client.get(f"/search.{kind}").status_code == 200


def test_a_search_has_the_parameters_of_its_page(client: FlaskClient) -> None:
    asked = f"q=金融&in={SLUG}:2.3&lang=zh&sort=document&literal=1"
    taken = json.loads(client.get(f"/search.json?{asked}&page=3").data)
    hits = client.get(f"/api/v1/search?{asked}&size=100").json["hits"]
    assert [unit["locator"] for unit in taken["units"]] == [
        one["locator"] for one in hits
    ]
    assert "page" not in taken["url"]
    assert "sort=document" in taken["url"]


def test_pages_lead_to_the_files(soup: Soup, client: FlaskClient) -> None:
    for path, start in (
        (f"/{SLUG}/", f"{HERE}."),
        (f"/{SLUG}/2.3.11", f"{HERE}/2.3.11."),
        ("/search?q=绿色金融&sort=document", "/search."),
    ):
        links = [one["href"] for one in soup(path).select("a[href]")]
        files = [one for one in links if one.startswith(start)]
        assert [one.removeprefix(start).split("?")[0] for one in files] == list(FORMATS)
        assert all(client.get(one).status_code == 200 for one in files)
    assert all("sort=document" in one for one in files)
