"""The glossary in the API: lists, one term with its profile, and what is not there."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from app import create_app
from app.config import Config

PREFIX = "/api/v1/terms"
GOLDEN = Path(__file__).parent / "term.json"


@pytest.fixture(scope="module")
def ask(snapshot_dir):
    """Ask the API: ``ask(path, status, **parameters)`` gives the JSON."""
    client = create_app(Config(index=snapshot_dir)).test_client()

    def get(path: str = "", status: int = 200, **parameters):
        response = client.get(PREFIX + path, query_string=parameters)
        assert response.status_code == status, response.text
        return response.json

    return get


def test_a_term_is_told_as_promised(ask, golden):
    answer = ask("/green-finance")
    golden(GOLDEN, json.dumps(answer, ensure_ascii=False, indent=1) + "\n")


def test_the_profile_of_every_term_comes_to_its_occurrences(ask, snapshot):
    for term in snapshot.glossary.terms:
        answer = ask(f"/{term.id}", size=500)
        found = [one for use in answer["uses"] for one in use["occurrences"]]
        assert answer["occurrences"] == len(found)
        assert answer["pairs"] == len(answer["uses"])
        ways = {(one["zh"], one["en"]): one["count"] for one in answer["profile"]}
        assert ways == Counter((one["zh_form"], one["en_form"]) for one in found)


def test_spans_are_where_the_words_are(ask):
    answer = ask("/new-western-land-sea-corridor")
    read = [
        (use["zh"][slice(*one["zh"])], use["en"][slice(*one["en"])])
        for use in answer["uses"]
        for one in use["occurrences"]
    ]
    assert ("西部陆海新通道", "New Western Land-Sea Corridor") in read
    assert ("陆海新通道", "new land-sea corridor") in read


def test_pages_of_pairs_follow_one_another(ask):
    whole = ask("/green-finance")["uses"]
    first, second = (ask("/green-finance", page=page, size=3) for page in (1, 2))
    assert first["uses"] + second["uses"] == whole
    assert first["profile"] == second["profile"]
    assert "pages" in ask("/green-finance", 404, page=9)["error"]


def test_the_list_is_filtered_ordered_and_paged(ask, snapshot):
    everything = ask(size=500)
    assert everything["total"] == len(snapshot.glossary.terms)
    assert sum(one["count"] for one in everything["kinds"]) == everything["total"]
    assert sum(one["count"] for one in everything["letters"]) == everything["total"]
    pages = [ask(size=100, page=page)["terms"] for page in (1, 2, 3)]
    assert [one for page in pages for one in page] == everything["terms"]
    (bank,) = ask(q="PBOC")["terms"]
    assert (bank["zh"], bank["url"]) == ("中国人民银行", f"/terms/{bank['id']}")
    letter = ask(sort="en", letter="g", kind="concept")
    assert {one["en"].strip("“")[0].lower() for one in letter["terms"]} == {"g"}
    assert {one["kind"] for one in letter["terms"]} == {"concept"}


def test_an_unknown_term_has_its_nearest(ask):
    answer = ask("/green-finances", 404)
    assert answer["nearest"][0] == "green-finance"
    assert ask("/%20", 404)["ok"] is False


@pytest.mark.parametrize(
    ("parameters", "name"),
    [
        ({"page": 0}, "page"), ({"page": "x"}, "page"), ({"size": 501}, "size"),
        ({"size": 0}, "size"), ({"sort": "fr"}, "sort"), ({"kind": "x"}, "kind"),
        ({"letter": "AB"}, "letter"), ({"q": "金" * 1001}, "q"),
    ],
)  # fmt: skip
def test_a_bad_parameter_is_named(ask, parameters, name):
    assert ask("", 422, **parameters)["parameter"] == name
    if name in {"page", "size"}:
        assert ask("/green-finance", 422, **parameters)["parameter"] == name
