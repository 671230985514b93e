"""The API answers as its description says, and every error has the one shape."""

from __future__ import annotations

import shutil

import pytest

from app import create_app
from app.builder.pipeline import build
from app.config import Config
from tests.helpers import CONTENT

SLUG = "western-financial-center"
PREFIX = "/api/v1"


@pytest.fixture(scope="module")
def get(snapshot_dir):
    """Ask the API: ``get(path, **parameters)`` gives the status and the JSON."""
    client = create_app(Config(index=snapshot_dir)).test_client()

    def ask(path: str, status: int = 200, **parameters: object):
        response = client.get(PREFIX + path, query_string=parameters)
        assert response.status_code == status, response.text
        assert response.mimetype == "application/json"
        assert isinstance(response.json, dict)
        assert response.json["ok"] is (status == 200)
        return response.json

    return ask


def test_documents_are_listed_with_what_they_are(get):
    (document,) = get("/documents")["documents"]
    assert document["slug"] == SLUG
    assert document["counts"] == {
        "units": 33, "segments": 133, "measures": 18, "notes": 21,
    }  # fmt: skip
    assert (
        "非官方" in document["status"]["zh"] or "并非官方" in document["status"]["zh"]
    )
    assert len(document["issuers"]["en"]) == 8


def test_the_outline_nests_units(get):
    outline = get(f"/documents/{SLUG}")["outline"]
    assert [unit["locator"] for unit in outline] == ["0", "1", "2"]
    measure = outline[2]["children"][2]["children"][1]
    assert measure["locator"] == "2.3.11"
    assert measure["number"] == 11
    assert (
        measure["title"]["en"] == "Promote the reform and innovation of green finance"
    )
    assert measure["name"]["en"] == "Part II, section (3), measure 11"


def test_a_unit_has_its_segments_and_its_neighbours(get):
    unit = get(f"/documents/{SLUG}/2.3.11")
    assert unit["type"] == "unit"
    assert len(unit["segments"]) == 13
    assert (unit["previous"], unit["next"]) == ("2.3.10", "2.3.12")


def test_a_segment_is_a_pair_with_its_permanent_address(get):
    answer = get(f"/documents/{SLUG}/2.3.11.s4")
    (segment,) = answer["segments"]
    assert segment["url"] == f"/{SLUG}/2.3.11.s4"
    assert segment["zh"]["text"].startswith("支持重庆、成都成为中欧绿色金融标准")
    assert segment["en"]["text"].startswith("Support Chongqing and Chengdu in becoming")
    assert answer["unit"]["locator"] == "2.3.11"


def test_a_range_has_its_segments(get):
    answer = get(f"/documents/{SLUG}/2.3.11.s4-s6")
    assert [one["locator"] for one in answer["segments"]] == [
        "2.3.11.s4", "2.3.11.s5", "2.3.11.s6",
    ]  # fmt: skip


def test_notes_come_with_the_segment_that_calls_them_and_not_in_its_text(get):
    (segment,) = get(f"/documents/{SLUG}/0.s2")["segments"]
    assert [note["id"] for note in segment["notes"]] == ["n2"]
    assert "[^" not in segment["zh"]["text"]
    assert "动力源" in segment["notes"][0]["zh"]


def test_an_address_may_be_written_leniently(get):
    for written in ("II.3.11", "第十一条措施", "measure 11", "measure/11"):
        assert get(f"/documents/{SLUG}/{written}")["locator"] == "2.3.11"


def test_a_search_has_the_promised_shape(get):
    answer = get("/search", q="绿色金融", size=1)
    assert set(answer) == {
        "ok", "query", "total", "page", "size", "relaxed", "suggestion", "goto",
        "took_ms", "hits", "facets", "quotation", "reading", "near_terms",
    }  # fmt: skip
    (hit,) = answer["hits"]
    assert set(hit) == {
        "doc", "locator", "number", "title", "url", "score", "segments", "why",
    }  # fmt: skip
    assert (hit["doc"], hit["locator"], hit["number"]) == (SLUG, "2.3.11", 11)
    best = hit["segments"][0]
    start, end = best["zh"]["marks"][0]
    assert best["zh"]["text"][start:end] == "绿色金融"
    start, end = best["en"]["marks"][0]
    assert best["en"]["text"][start:end] == "green finance"
    assert set(answer["facets"]) == {"doc", "section", "lang"}


def test_a_query_that_names_a_place_says_where_to_go(get):
    for query in ("measure 11", "第十一条", "2.3.11"):
        answer = get("/search", q=query)
        assert answer["goto"] == {
            "doc": SLUG, "locator": "2.3.11", "url": f"/{SLUG}/2.3.11",
        }  # fmt: skip
        assert answer["hits"][0]["locator"] == "2.3.11"


def test_a_search_may_be_narrowed_sorted_and_paged(get):
    narrowed = get("/search", q="金融", **{"in": f"{SLUG}:2.3"})
    assert {hit["locator"][:3] for hit in narrowed["hits"]} == {"2.3"}
    second = get("/search", q="金融", page=2, size=5)
    assert len(second["hits"]) == 5
    assert second["hits"][0] == get("/search", q="金融", size=6)["hits"][5]
    last = -(-second["total"] // 5)
    assert get("/search", q="金融", page=last, size=5)["hits"]
    assert "pages" in get("/search", 404, q="金融", page=last + 1, size=5)["error"]


@pytest.mark.parametrize(
    ("parameters", "name"),
    [
        ({"q": "金", "page": "abc"}, "page"),
        ({"q": "金", "page": 0}, "page"),
        ({"q": "金", "page": -1}, "page"),
        ({"q": "金", "page": 10**30}, "page"),
        ({"q": "金", "size": 0}, "size"),
        ({"q": "金", "size": 101}, "size"),
        ({"q": "金", "lang": "fr"}, "lang"),
        ({"q": "金", "sort": "random"}, "sort"),
        ({"q": "金", "in": "../../etc"}, "in"),
        ({"q": "金" * 1001}, "q"),
    ],
)
def test_a_bad_parameter_is_named(get, parameters, name):
    answer = get("/search", 422, **parameters)
    assert answer["parameter"] == name
    assert answer["status"] == 422
    assert answer["error"]


def test_a_reference_is_resolved_or_refused_with_what_was_meant(get):
    found = get("/resolve", ref="第十一条")
    assert (found["locator"], found["state"], found["type"]) == (
        "2.3.11",
        "live",
        "unit",
    )
    assert get("/resolve", ref="measure 11, sentence 4")["locator"] == "2.3.11.s4"
    assert get("/resolve", 409, ref="第三节")["candidates"] == ["1.3", "2.3"]
    assert get("/resolve", 404, ref="measure 27")["nearest"][0] == "2.5.18"
    assert "does not name a place" in get("/resolve", 404, ref="green finance")["error"]
    assert get("/resolve", 422)["parameter"] == "ref"
    assert get("/resolve", 422, ref="1", **{"in": "nowhere"})["parameter"] == "in"


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/documents/nowhere",
        f"/documents/{SLUG}/9.9",
        "/documents/nowhere/1",
    ],
)
def test_what_is_not_there_is_a_404_in_the_one_shape(get, path):
    answer = get(path, 404)
    assert answer["status"] == 404
    assert isinstance(answer["error"], str)


def test_only_get_is_answered(snapshot_dir):
    client = create_app(Config(index=snapshot_dir)).test_client()
    response = client.post(f"{PREFIX}/search")
    assert response.status_code == 405
    assert response.json["ok"] is False


def test_without_a_snapshot_the_api_says_how_to_build_one(tmp_path):
    client = create_app(Config(index=tmp_path)).test_client()
    response = client.get(f"{PREFIX}/documents")
    assert response.status_code == 503
    assert "build_index.py" in response.json["error"]


def test_the_description_names_every_route_parameter_and_field(snapshot_dir):
    app = create_app(Config(index=snapshot_dir))
    description = app.test_client().get(f"{PREFIX}/openapi.json").json
    described = set(description["paths"])
    routes = {
        rule.rule.replace("<path:", "<").replace("<", "{").replace(">", "}")
        for rule in app.url_map.iter_rules()
        if rule.endpoint.startswith(("api.", "citing."))
        and rule.endpoint != "api.openapi"
    }
    assert described == routes
    search = description["paths"][f"{PREFIX}/search"]["get"]
    named = {parameter["name"] for parameter in search["parameters"]}
    assert named == {"q", "in", "lang", "sort", "page", "size", "literal"}
    for name, shape in description["components"]["schemas"].items():
        for field, facts in shape.get("properties", {}).items():
            assert field == "ok" or facts.get("description"), f"{name}.{field}"


@pytest.fixture
def edited(tmp_path):
    """Publish the plan, then take a sentence out and move another; ask the API."""
    content, index = tmp_path / "content", tmp_path / "index"
    shutil.copytree(CONTENT, content)
    build(content, index)
    for lang in ("zh", "en"):
        path = content / lang / f"{SLUG}.md"
        lines = path.read_text("utf-8").split("\n")
        heading = next(i for i, line in enumerate(lines) if line.startswith("#### 11."))
        gone, moved = lines.pop(heading + 4), lines.pop(heading + 4)
        assert gone
        end = next(i for i, line in enumerate(lines) if line.startswith("#### 13."))
        lines.insert(end - 1, moved)
        path.write_text("\n".join(lines), "utf-8")
    assert build(content, index).digest
    client = create_app(Config(index=index)).test_client()
    return lambda path: client.get(f"{PREFIX}/documents/{SLUG}/{path}").json


def test_an_address_whose_sentence_is_gone_has_its_last_words(edited):
    (gone,) = edited("2.3.11.s3")["segments"]
    assert (gone["state"], gone["target"]) == ("gone", None)
    assert gone["zh"]["text"].startswith("依托成渝地区绿色企业")


def test_an_address_whose_sentence_has_moved_leads_there(edited):
    answer = edited("2.3.11.s4")
    assert (answer["moved_from"], answer["locator"]) == ("2.3.11.s4", "2.3.12.s8")
    assert answer["segments"][0]["zh"]["text"].startswith("支持重庆、成都成为中欧")


def test_a_range_tells_what_became_of_each_of_its_sentences(edited):
    states = {
        one["locator"]: (one["state"], one["target"])
        for one in edited("2.3.11.s2-s5")["segments"]
    }
    assert states == {
        "2.3.11.s2": ("live", None),
        "2.3.11.s3": ("gone", None),
        "2.3.11.s4": ("moved", "2.3.12.s8"),
        "2.3.11.s5": ("live", None),
    }


def test_a_section_that_is_renumbered_leads_on_and_never_to_itself(tmp_path):
    content, index = tmp_path / "content", tmp_path / "index"
    shutil.copytree(CONTENT, content)
    build(content, index)
    for lang, old, new in [
        ("zh", "### （五）", "### （七）"),
        ("en", "### (5)", "### (7)"),
    ]:
        path = content / lang / f"{SLUG}.md"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
    assert build(content, index).digest
    client = create_app(Config(index=index)).test_client()
    answer = client.get(f"/{SLUG}/2.5")
    assert answer.status_code == 302
    assert answer.location == f"/{SLUG}/2.7"
    ids = client.get(f"/ids/{SLUG}.json").json["ids"]
    assert ids["2.5"] == {"state": "moved", "target": "2.7"}
    assert client.get(f"/{SLUG}/2.5.17").location == f"/{SLUG}/2.7.17"
