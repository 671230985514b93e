"""The API tells programs why, in the facts that the page tells people."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from app import create_app
from app.config import Config
from app.search.reasons import FormKind
from app.search.reasons import StepKind
from app.search.reasons import Together

README = Path(__file__).parents[2] / "README.md"


@pytest.fixture(scope="module")
def get(snapshot_dir):
    client = create_app(Config(index=snapshot_dir)).test_client()
    return lambda **asked: client.get("/api/v1/search", query_string=asked).json


def test_the_reading_of_the_query_has_a_word_and_its_steps(get):
    assert get(q="綠色金融 the")["reading"] == [
        {
            "word": "綠色金融",
            "steps": [
                {"kind": "folded", "forms": ["绿色金融"]},
                {"kind": "glossary", "forms": ["绿色金融", "green finance"]},
            ],
        },
        {"word": "the", "steps": [{"kind": "common", "forms": ["the"]}]},
    ]


def test_a_hit_says_which_words_it_has_where_and_as_what(get):
    assert get(q="绿色金融")["hits"][0]["why"] == {
        "together": "heading",
        "sentences": 4,
        "words": [
            {
                "word": "绿色金融",
                "forms": [
                    {"kind": "typed", "text": "绿色金融", "lang": "zh"},
                    {"kind": "other", "text": "green finance", "lang": "en"},
                ],
                "heading": True,
                "sentences": 4,
            }
        ],
        "meaning": None,
    }


def test_a_word_that_is_lacking_has_no_forms(get):
    answer = get(q="绿色金融 新加坡 铁路")
    words = answer["hits"][0]["why"]["words"]
    assert answer["relaxed"]
    assert [word["word"] for word in words if not word["forms"]] == ["铁路"]


def test_near_terms_come_when_nothing_has_all_words(get):
    assert get(q="碳税")["near_terms"][1] == {
        "id": "carbon-accounting", "zh": "碳核算", "en": "carbon accounting",
    }  # fmt: skip
    assert get(q="绿色金融")["near_terms"] == []


@pytest.mark.parametrize(
    "kind", [*get_args(StepKind), *get_args(FormKind), *get_args(Together)]
)
def test_every_kind_is_in_the_readme(kind):
    assert f"`{kind}`" in README.read_text("utf-8")


def test_every_kind_is_in_the_description(snapshot_dir):
    client = create_app(Config(index=snapshot_dir)).test_client()
    schemas = client.get("/api/v1/openapi.json").json["components"]["schemas"]
    assert "homophone" in schemas["Step"]["properties"]["kind"]["enum"]
    assert "meaning" in schemas["Why"]["properties"]
