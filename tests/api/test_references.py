"""References in both directions: what is named somewhere is named from there."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import create_app
from app.config import Config
from tests.web.conftest import build_threads

PREFIX = "/api/v1/references"


@pytest.fixture(scope="module")
def threads_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_threads(tmp_path_factory.mktemp("threads"))


def asker(index: Path):
    """Ask the API of one library: ``ask(path)`` gives the JSON."""
    client = create_app(Config(index=index)).test_client()

    def ask(path: str, status: int = 200):
        response = client.get(path)
        assert response.status_code == status, response.text
        return response.json

    return ask


@pytest.fixture(scope="module")
def ask(threads_index: Path):
    return asker(threads_index)


def key(place) -> str:
    return f"{place['doc']}:{place['locator']}"


def edge(item) -> tuple[str, str, str]:
    """Name one reference to one place."""
    source = item["source"]
    return key(source), source["note"] or "", key(item["target"])


def edges(answer, direction: str) -> list[tuple[str, str, str]]:
    return [edge(item) for item in answer[direction]]


def walk(outline):
    for unit in outline:
        yield unit["locator"]
        yield from walk(unit["children"])


def test_a_unit_says_what_it_names_and_what_names_it(ask):
    answer = ask(f"{PREFIX}/law/1.2")
    assert answer["type"] == "unit"
    assert answer["url"] == "/law/1.2"
    assert edges(answer, "out") == [
        ("law:1.2.s2", "", "law:1.1"),
        ("law:1.2.s3", "", "law:2.4"),
        ("law:1.2.s3", "", "law:2.5"),
        ("law:1.2.s3", "", "law:2.6"),
        ("law:1.2.s3", "n1", "law:2.5"),
        ("law:1.2.s4", "", "law:1.3"),
    ]
    assert edges(answer, "in") == [
        ("law:1.3.s1", "", "law:1.2"),
        ("plan:1.s1", "", "law:1.2"),
    ]


def test_the_words_that_refer_are_given_in_both_languages(ask):
    by_edge = {edge(item): item for item in ask(f"{PREFIX}/law/1.2")["out"]}

    def words(*key: str) -> list[str]:
        item = by_edge[key]
        return [
            item[lang]["text"][start:end]
            for lang in ("zh", "en")
            for start, end in item[lang]["spans"]
        ]

    assert words("law:1.2.s2", "", "law:1.1") == ["第一条", "Article 1"]
    assert words("law:1.2.s3", "n1", "law:2.5") == ["第五条", "Article 5"]
    several = by_edge["law:1.2.s3", "", "law:2.4"]
    assert [key(one) for one in several["targets"]] == ["law:2.4", "law:2.5", "law:2.6"]
    assert by_edge["law:1.2.s3", "", "law:2.5"]["targets"] is None  # told already
    assert by_edge["law:1.2.s2", "", "law:1.1"]["targets"] is None


def test_a_range_reaches_its_sentences_and_a_sentence_only_itself(ask):
    arrives = ("law:2.4.s1", "", "law:1.3.s2-s4")
    for locator, reached in (
        ("1.3.s1", False), ("1.3.s2", True), ("1.3.s4", True), ("1.3.s5", False),
        ("1.3", True), ("1.3.s2-s4", True), ("1.3.s4-s5", True),
    ):  # fmt: skip
        found = edges(ask(f"{PREFIX}/law/{locator}"), "in")
        assert (arrives in found) is reached, locator
    assert ask(f"{PREFIX}/law/1.3.s4-s5")["type"] == "range"


def test_a_document_answers_for_all_of_its_text(ask):
    law = ask(f"{PREFIX}/law")
    assert (law["locator"], law["type"], law["url"]) == ("", "document", "/law/")
    assert ("plan:1.s1", "", "law:") in edges(law, "in")
    assert ("law:2.4.s1", "", "law:1.3.s2-s4") in edges(law, "out")
    assert {work["title"]["zh"] for work in law["works"]} == {
        "上位法", "<i>没有</i>的法",
    }  # fmt: skip
    assert ask(f"{PREFIX}/plan")["works"] == []


def test_a_work_that_is_not_held_is_cited_where_it_is_named(ask):
    for locator in ("1.1", "1.1.s1"):
        (work,) = ask(f"{PREFIX}/law/{locator}")["works"]
        assert work["title"] == {"zh": "上位法", "en": "Superior Law"}
        (citation,) = work["citations"]
        assert key(citation["source"]) == "law:1.1.s1"
        start, end = citation["zh"]["spans"][0]
        assert "上位法" in citation["zh"]["text"][start:end]
    assert ask(f"{PREFIX}/law/1.1.s2")["works"] == []


@pytest.mark.parametrize("library", ["threads_index", "snapshot_dir"])
def test_backward_references_are_the_forward_ones_exactly(
    library: str, request: pytest.FixtureRequest
) -> None:
    ask = asker(request.getfixturevalue(library))
    out: dict[str, list[tuple[str, str, str]]] = {}
    into: dict[str, list[tuple[str, str, str]]] = {}
    slugs = [document["slug"] for document in ask("/api/v1/documents")["documents"]]
    for slug in slugs:
        whole = ask(f"{PREFIX}/{slug}")
        into[f"{slug}:"] = [one for one in edges(whole, "in") if one[2] == f"{slug}:"]
        for locator in walk(ask(f"/api/v1/documents/{slug}")["outline"]):
            answer = ask(f"{PREFIX}/{slug}/{locator}")
            out[key(answer)] = edges(answer, "out")
            into[key(answer)] = edges(answer, "in")
    forward = [one for found in out.values() for one in found]
    backward = [one for found in into.values() for one in found]
    assert sorted(forward) == sorted(backward)
    assert len(set(forward)) == len(forward) > 0
    whole_out = [one for slug in slugs for one in edges(ask(f"{PREFIX}/{slug}"), "out")]
    whole_in = [one for slug in slugs for one in edges(ask(f"{PREFIX}/{slug}"), "in")]
    assert sorted(whole_out) == sorted(whole_in) == sorted(forward)


def test_every_sentence_agrees_with_its_unit(ask):
    for locator in walk(ask("/api/v1/documents/law")["outline"]):
        unit = ask(f"{PREFIX}/law/{locator}")
        segments = ask(f"/api/v1/documents/law/{locator}")["segments"]
        answers = [ask(f"{PREFIX}/law/{one['locator']}") for one in segments]
        assert edges(unit, "out") == [one for at in answers for one in edges(at, "out")]
        named = {one for at in answers for one in edges(at, "in")}
        itself = {one for one in edges(unit, "in") if one[2] == f"law:{locator}"}
        assert set(edges(unit, "in")) == named | itself


def test_related_units_come_with_what_they_share(snapshot_dir: Path) -> None:
    ask = asker(snapshot_dir)
    answer = ask(f"{PREFIX}/western-financial-center/2.3.11")
    assert answer["related"]
    for related in answer["related"]:
        assert related["kind"] in {"goal", "principle", "shared"}
        assert related["terms"]
        assert ask(f"{PREFIX}/western-financial-center/{related['locator']}")["related"]
    assert ask(f"{PREFIX}/western-financial-center/2.3.11.s4")["related"] == []


def test_an_address_may_be_written_leniently(ask):
    assert ask(f"{PREFIX}/law/第二条")["locator"] == "1.2"


@pytest.mark.parametrize("path", ["law/9.9", "law/nowhere", "no-law", "no-law/1"])
def test_what_is_not_there_is_not_found(ask, path):
    assert ask(f"{PREFIX}/{path}", 404)["ok"] is False


def test_what_may_be_several_places_is_refused(snapshot_dir: Path) -> None:
    answer = asker(snapshot_dir)(f"{PREFIX}/western-financial-center/第三节", 409)
    assert answer["candidates"] == ["1.3", "2.3"]
