"""What the search in the browser is given: its page, its file, and its library."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app.model.document import LANGS
from app.text.normalize import fold_text
from app.text.pinyin import syllables
from app.web.find.index_file import index_file

STATIC = Path(__file__).parents[2] / "static"


@pytest.fixture(scope="module")
def said(snapshot):
    return json.loads(index_file(snapshot))


def test_the_file_has_every_sentence_and_every_form_of_a_term(snapshot, said):
    (document,) = snapshot.documents.values()
    (written,) = said["documents"]
    rows = {
        f"{unit['at']}.s{number}": (zh, en)
        for unit in written["units"]
        for number, zh, en, _ in unit["rows"]
    }
    assert rows == {
        str(locator): (one.plain("zh"), one.plain("en"))
        for locator, one in document.by_segment.items()
    }
    assert [unit["at"] for unit in written["units"]] == [
        str(unit.locator) for unit in document.walk()
    ]
    assert {one: (zh, en) for one, zh, en in said["terms"]} == {
        term.id: tuple(list(term.forms(lang)) for lang in LANGS)
        for term in snapshot.glossary.terms
    }


def test_the_file_tells_how_every_character_sounds_where_it_stands(said):
    usual = {char: syl for syl, chars in said["sounds"].items() for char in chars}
    for unit in said["documents"][0]["units"]:
        for text, here in [
            (unit["zh"][1], unit["here"]),
            *((row[1], row[3]) for row in unit["rows"]),
        ]:
            folded = fold_text(text)
            spelt = [usual.get(char, char) for char in folded]
            for at, syllable in here:
                spelt[at] = syllable
            assert spelt == syllables(folded)


def test_traditional_characters_are_told_with_what_they_stand_for(said):
    traditional, simplified = said["traditional"]
    assert len(traditional) == len(simplified)
    assert dict(zip(traditional, simplified, strict=True))["債"] == "债"
    assert list(map(fold_text, traditional)) == list(simplified)


def test_the_file_of_a_snapshot_is_kept_for_good(client: FlaskClient, snapshot, said):
    page = client.get("/search/offline").text
    (href,) = re.findall(r'href="(/search-index[^"]*)"', page)
    assert href == f"/search-index.json?v={snapshot.digest}"
    answer = client.get(href)
    assert answer.json == said  # the same whenever it is made
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["Vary"] == "Accept-Encoding"
    packed = client.get(href, headers={"Accept-Encoding": "br"})
    assert packed.headers["Content-Encoding"] == "br"
    assert len(packed.data) < 50_000


def test_without_a_snapshot_it_is_what_there_is_now(client: FlaskClient):
    answer = client.get("/search-index.json")
    assert answer.cache_control.no_cache
    again = client.get(
        "/search-index.json", headers={"If-None-Match": answer.headers["ETag"]}
    )
    assert again.status_code == 304


def test_a_former_snapshot_leads_to_the_present_one(client: FlaskClient, snapshot):
    answer = client.get("/search-index.json?v=0000")
    assert answer.status_code == 302
    assert answer.location.endswith(f"?v={snapshot.digest}")
    assert answer.cache_control.no_store


@pytest.mark.parametrize(
    "query", ["", "?q=%3Cscript%3E", f"?q={'长' * 2_000}", "?page=x"]
)
def test_the_page_is_the_same_whatever_is_asked(client: FlaskClient, query):
    answer = client.get(f"/search/offline{query}")
    assert answer.status_code == 200
    bare = client.get("/search/offline")

    def main(text: str) -> str:
        return text[text.index("<main") : text.index("</main>")]

    assert main(answer.text) == main(bare.text)


def test_libraries_are_as_their_packages_have_them():
    table = (STATIC / "vendor" / "README.md").read_text("utf-8")
    rows = re.findall(
        r"^\| `([\w.]+)` \|.*\| `([0-9a-f]{64})` \|$", table, re.MULTILINE
    )
    assert {name for name, _ in rows} == {
        file.name for file in (STATIC / "vendor").glob("*.js")
    }
    for name, digest in rows:
        data = (STATIC / "vendor" / name).read_bytes()
        assert hashlib.sha256(data).hexdigest() == digest
