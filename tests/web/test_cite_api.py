"""The API says how a place is cited, as the page does."""

from __future__ import annotations

import pytest

PLAN = "western-financial-center"


def test_a_sentence_has_its_words_its_citations_and_its_files(client, soup):
    answer = client.get(f"/api/v1/cite/{PLAN}/2.3.11.s7").json
    assert answer["ok"] is True
    assert answer["locator"] == "2.3.11.s7"
    assert answer["zh"] == "推动成熟的碳核算方法和成果在金融体系中应用。"
    assert answer["en"].startswith("Promote the application of mature carbon")
    assert answer["url"] == f"http://localhost/{PLAN}/2.3.11.s7"
    cited = answer["citations"]
    shown = [
        code.get_text()
        for code in soup(f"/{PLAN}/2.3.11.s7/cite").select("code.as-text")
    ]
    both = cited["gbt7714"]
    assert [both["zh"], both["en"], cited["apa"], cited["chicago"]] == shown
    for path in answer["files"].values():
        assert client.get(path).status_code == 200


def test_a_range_and_a_unit_run_on(client):
    answer = client.get(f"/api/v1/cite/{PLAN}/2.3.11.s4-s6").json
    assert [one["locator"] for one in answer["segments"]] == [
        "2.3.11.s4", "2.3.11.s5", "2.3.11.s6",
    ]  # fmt: skip
    assert answer["zh"].count("。") == 3
    assert ". Promote" in answer["en"]
    unit = client.get(f"/api/v1/cite/{PLAN}/第十一条").json
    assert unit["locator"] == "2.3.11"
    assert answer["zh"] in unit["zh"]


def test_a_whole_document_has_no_words(client):
    answer = client.get(f"/api/v1/cite/{PLAN}").json
    assert answer["locator"] == answer["zh"] == answer["en"] == ""
    assert answer["url"] == f"http://localhost/{PLAN}/"
    assert answer["files"]["bibtex"] == f"/{PLAN}/cite.bib"


def test_what_moved_and_what_is_gone_say_so(trapped):
    moved = trapped.get("/api/v1/cite/rules/1.1.1.s4").json
    assert (moved["locator"], moved["moved_from"]) == ("1.1.2.s2", "1.1.1.s4")
    assert moved["url"] == "http://localhost/rules/1.1.2.s2"
    gone = trapped.get("/api/v1/cite/rules/1.1.1.s3").json
    assert gone["gone"] is True
    assert "since deleted" in gone["citations"]["apa"]


@pytest.mark.parametrize(
    ("path", "status", "help"),
    [
        ("no-such-text", 404, "nearest"),
        ("rules/9.9", 404, "nearest"),
        ("rules/item 1", 409, "candidates"),
    ],
)
def test_what_is_not_there_is_an_error_that_helps(trapped, path, status, help):
    answer = trapped.get(f"/api/v1/cite/{path}")
    assert answer.status_code == status
    assert answer.json["ok"] is False
    assert answer.json[help]
