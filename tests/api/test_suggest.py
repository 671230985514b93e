"""Suggestions have the promised shape, and nothing that is asked breaks them."""

from __future__ import annotations

import pytest

from app import create_app
from app.config import Config

SLUG = "western-financial-center"
FIELDS = {
    "kind", "lang", "zh", "en", "also", "query", "url", "term", "doc", "locator", "of",
}  # fmt: skip


@pytest.fixture(scope="module")
def get(snapshot_dir):
    """Ask for suggestions: ``get(q=…)`` gives the JSON."""
    client = create_app(Config(index=snapshot_dir)).test_client()

    def ask(status: int = 200, **parameters: object):
        response = client.get("/api/v1/suggest", query_string=parameters)
        assert response.status_code == status, response.text
        assert response.mimetype == "application/json"
        assert response.json["ok"] is (status == 200)
        return response.json

    return ask


def test_a_term_leads_to_its_search(get):
    answer = get(q="绿色金融")
    assert set(answer) == {"ok", "query", "suggestions"}
    first = answer["suggestions"][0]
    assert first == {
        "kind": "term",
        "lang": "zh",
        "zh": {"text": "绿色金融", "marks": [[0, 4]]},
        "en": {"text": "green finance", "marks": []},
        "also": None,
        "query": "绿色金融",
        "url": "/search?q=%E7%BB%BF%E8%89%B2%E9%87%91%E8%9E%8D",
        "term": "green-finance",
        "doc": None,
        "locator": None,
        "of": None,
    }


def test_a_term_is_searched_in_the_language_that_was_typed(get):
    assert get(q="gree")["suggestions"][0]["query"] == "green finance"
    assert get(q="绿")["suggestions"][0]["query"] == "绿色金融"
    assert get(q="lvse")["suggestions"][0]["query"] == "绿色金融"
    assert get(q="央行", size=1)["suggestions"][0]["also"]["text"] == "央行"


def test_headings_and_references_lead_to_their_pages(get):
    heading = get(q="推进绿色")["suggestions"][0]
    reference = get(q="measure 11")["suggestions"][0]
    sentence = get(q="2.3.11.s4")["suggestions"][0]
    for one, kind, url in (
        (heading, "heading", f"/{SLUG}/2.3.11"),
        (reference, "reference", f"/{SLUG}/2.3.11"),
        (sentence, "reference", f"/{SLUG}/2.3.11.s4"),
    ):
        assert set(one) == FIELDS
        assert (one["kind"], one["url"], one["doc"]) == (kind, url, SLUG)
    assert reference["en"] == {
        "text": "11. Promote the reform and innovation of green finance",
        "marks": [[0, 2]],
    }


def test_a_place_to_look_in_goes_into_the_search_of_a_term(get):
    within = f"{SLUG}:2.3"
    first = get(q="绿色", **{"in": within})["suggestions"][0]
    assert first["url"].endswith(f"&in={SLUG}:2.3")
    assert get(q="永续", **{"in": within})["suggestions"] == []


def test_eight_are_given_unless_more_are_wanted(get):
    assert len(get(q="c")["suggestions"]) == 8
    assert len(get(q="c", size=20)["suggestions"]) == 20
    assert len(get(q="c", size=1)["suggestions"]) == 1


@pytest.mark.parametrize(
    "q", ["", " ", "，。", "\x00\x01\x1b", "\u202e", "%", "\ud7ff"]
)
def test_what_has_no_letters_suggests_nothing(get, q):
    assert get(q=q)["suggestions"] == []


@pytest.mark.parametrize(
    ("parameters", "name"),
    [
        ({"q": "金" * 1001}, "q"),
        ({"q": "x" * 5000}, "q"),
        ({"q": "金", "size": 0}, "size"),
        ({"q": "金", "size": -1}, "size"),
        ({"q": "金", "size": 21}, "size"),
        ({"q": "金", "size": "x"}, "size"),
        ({"q": "金", "size": 10**30}, "size"),
        ({"q": "金", "in": "../../etc"}, "in"),
        ({"q": "", "in": "nowhere"}, "in"),
    ],
)
def test_a_bad_parameter_is_named(get, parameters, name):
    answer = get(422, **parameters)
    assert (answer["parameter"], answer["status"]) == (name, 422)


@pytest.mark.parametrize(
    "q",
    [
        "<script>alert(1)</script>", "'; DROP TABLE", "绿\x00色", "\ufdfa" * 200,
        "(" * 500, "第" * 900, "2." * 400, "measure " + "9" * 900, "v" * 63, "'" * 999,
        "zhang" * 100, "\U0001f600", "a\u0301" * 100, "第" + "十" * 100, "s4-s6", "-1",
        "二（" * 100, "article 12-", "annex 一", "lǜ4" * 20, "OR", "in:", "ⅻ", "²³",
    ],
)  # fmt: skip
def test_nothing_that_is_typed_breaks_them(get, q):
    answer = get(q=q)
    assert answer["query"] == q
    assert len(answer["suggestions"]) <= 8
