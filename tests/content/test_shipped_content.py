"""The content this repository ships: complete, aligned, and without a finding."""

from __future__ import annotations

import pytest

from app.content.loader import load
from app.model.locator import Locator
from tests.helpers import CONTENT

SLUG = "western-financial-center"


@pytest.fixture(scope="module")
def library():
    return load(CONTENT)


@pytest.fixture(scope="module")
def document(library):
    return next(one for one in library.documents if one.slug == SLUG)


def test_nothing_is_found(library):
    assert [str(found) for found in library.findings] == []


def test_the_plan_is_complete(document, library):
    assert len(document.by_locator) == 33
    assert len(document.by_segment) == 133
    assert len(document.notes) == 21
    assert len(library.glossary.terms) == 228
    assert len(library.glossary.by_id) == 228


def test_the_measures_are_numbered_through(document):
    assert list(document.measures) == [str(n) for n in range(1, 19)]
    assert str(document.measures["11"].locator) == "2.3.11"


def test_the_basic_principles_are_no_measures(document):
    assert document.by_locator[Locator.parse("1.2.1")].kind == "item"


def test_measure_11_has_thirteen_sentences(document):
    measure = document.measures["11"]
    assert [str(segment.locator) for segment in measure.segments] == [
        f"2.3.11.s{n}" for n in range(1, 14)
    ]
    sentence = document.by_segment[Locator.parse("2.3.11.s4")]
    assert sentence.plain("zh").startswith("支持重庆、成都成为中欧绿色金融标准认定")
    assert sentence.plain("en").startswith("Support Chongqing and Chengdu in becoming")


def test_every_sentence_is_in_both_languages_and_no_note_is_in_its_text(document):
    for segment in document.by_segment.values():
        for text in (segment.zh, segment.en):
            assert text
            assert "[^" not in text.plain
            assert text.plain.strip() == text.plain


def test_every_note_is_called_once(document):
    called = [note for one in document.by_segment.values() for note in one.notes]
    assert called == list(document.by_note)


def test_an_address_has_its_line(document, library):
    line = library.lines[SLUG, Locator.parse("2.3.11.s4")]
    for lang in ("zh", "en"):
        path = CONTENT / lang / f"{SLUG}.md"
        raw = path.read_text("utf-8").split("\n")[line - 1]
        assert raw == document.by_segment[Locator.parse("2.3.11.s4")].plain(lang)
