"""A wording that the texts do not use finds what is meant, if there are vectors."""

from __future__ import annotations

import shutil

import numpy as np
import pytest

from app.search.analyzer import ChineseWords
from app.search.meaning.closeness import Meaning
from app.search.meaning.encoder import DIMENSIONS
from app.search.meaning.encoder import encode
from app.search.meaning.table import read_table
from app.search.meaning.table import write_table
from app.search.results import SearchRequest
from app.snapshot.reader import open_snapshot
from app.snapshot.store import Store


@pytest.fixture(scope="module")
def table(snapshot, tmp_path_factory):
    folder = tmp_path_factory.mktemp("vectors")
    documents = list(snapshot.documents.values())
    write_table(folder, documents, snapshot.glossary, ChineseWords(snapshot.glossary))
    return read_table(folder)


def units_of(snapshot):
    return [one for document in snapshot.documents.values() for one in document.walk()]


def test_every_heading_and_segment_has_a_row_in_order(snapshot, table):
    sizes = [1 + len(unit.segments) for unit in units_of(snapshot)]
    assert np.diff(table.first).tolist() == sizes
    assert len(table.zh) == len(table.en) == len(table.start) - 1 == sum(sizes)


def test_the_words_of_a_row_are_in_its_text(snapshot, table):
    pairs = [
        pair
        for unit in units_of(snapshot)
        for pair in [
            (unit.zh.title, unit.en.title),
            *((one.plain("zh"), one.plain("en")) for one in unit.segments),
        ]
    ]
    row = next(i for i, (_, en) in enumerate(pairs) if "weather indices" in en)
    words = {
        table.vocabulary[i] for i in table.ids[table.start[row] : table.start[row + 1]]
    }
    assert {"weather", "气象", "agricultural insurance", "农业保险"} <= words
    assert "the" not in words


def test_vectors_have_length_one_or_mean_nothing():
    vectors = encode(["农业保险", "agricultural insurance", "。——", ""])
    assert vectors.shape == (4, DIMENSIONS)
    assert np.allclose(np.linalg.norm(vectors, axis=1), [1, 1, 0, 0], atol=1e-3)
    assert vectors[0] @ vectors[1] > 0.6


def test_a_unit_is_closest_to_its_own_sentences(snapshot, table):
    meaning, units = Meaning(table), units_of(snapshot)
    unit = next(i for i, one in enumerate(units) if str(one.locator) == "2.3.10")
    text = units[unit].segments[2].plain("en")
    words = dict.fromkeys(text.lower().rstrip(".").split()[:12], True)
    found = meaning.compare(text, words, range(len(units)))
    assert max(found, key=lambda one: found[one].sentences) == unit
    rows = found[unit].rows
    assert len(rows) == 1 + len(units[unit].segments)
    assert max(range(len(rows)), key=rows.__getitem__) == 3


def test_what_names_a_term_in_other_words_is_like_it(table):
    terms = ["agricultural insurance", "carbon accounting", "insurance institution"]
    vectors = table.words[[table.vocabulary.index(term) for term in terms]]
    cosines = vectors @ encode(["crop insurance"])[0]
    assert terms[cosines.argmax()] == "agricultural insurance"
    assert cosines.max() > 0.8


@pytest.fixture(scope="module")
def wordy(snapshot_dir, tmp_path_factory):
    """Open the same snapshot as a build without the encoder would have made it."""
    copy = tmp_path_factory.mktemp("wordy") / "index"
    shutil.copytree(snapshot_dir, copy)
    store = Store(copy)
    folder = store.folder(store.current()) / "meaning"
    manifest = folder.parent / "manifest.json"
    for file in folder.iterdir():
        line = f'"meaning/{file.name}"'
        kept = [one for one in manifest.read_text().splitlines() if line not in one]
        manifest.write_text("\n".join(kept).replace(",\n }", "\n }") + "\n")
        file.unlink()
    snapshot = open_snapshot(store, store.current())
    yield snapshot
    snapshot.close()


@pytest.mark.parametrize(
    ("query", "unit"),
    [
        (
            "Can a car accident in Chongqing be settled by an insurer in Chengdu?",
            "2.2.9",
        ),
        ("国家金融科技认证中心放在哪座城市？", "2.4.16"),
    ],
)
def test_without_vectors_a_question_goes_by_its_words(wordy, query, unit):
    results = wordy.search(SearchRequest(query))
    assert results.relaxed
    assert str(results.hits[0].locator) == unit


def test_without_vectors_nothing_is_meant(wordy):
    assert wordy.search(SearchRequest("nursing homes and housekeeping")).total == 0
