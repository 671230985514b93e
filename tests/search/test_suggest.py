"""While one types, what may be meant is named, best first, each thing once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import QueryError
from app.model.document import Heading
from app.model.glossary import Glossary
from app.model.glossary import Term
from app.search.keys import en_keys
from app.search.keys import END
from app.search.keys import initials_keys
from app.search.keys import pinyin_keys
from app.search.keys import Typed
from app.search.keys import zh_keys
from app.search.prefixes import LONGEST
from app.search.prefixes import PrefixIndex
from app.search.suggest import Suggester
from app.snapshot.suggestions import Suggestions
from app.text.letters import letters
from tests.helpers import read_cases

SLUG = "western-financial-center"
FEW = st.text("ab c绿金融色-'（", max_size=8)


def written(suggestion):
    """Write a suggestion as the cases do."""
    if suggestion.kind == "term":
        return suggestion.query
    prefix = "go " if suggestion.kind == "reference" else ""
    return f"{prefix}{suggestion.place.locator}"


@pytest.mark.parametrize("case", read_cases("suggest"), ids=str)
def test_cases(snapshot, case):
    found = list(map(written, snapshot.suggest(case.given))) or ["nothing"]
    expected = case.expected.split("\n")
    if expected[-1] == "only":
        assert found == expected[:-1]
    else:
        assert found[: len(expected)] == expected


def terms(*forms):
    """Make terms of pairs of forms."""
    return Glossary(tuple(Term(str(i), zh, en, "") for i, (zh, en) in enumerate(forms)))


def asked(glossary, text, counts=None):
    counts = counts or {}
    suggester = Suggester({}, glossary, lambda term: counts.get(term.zh, 0))
    return [one.zh.text for one in suggester.find(text, 20, lambda one: True)]


def test_the_whole_form_its_beginning_and_its_inside_come_in_this_order():
    glossary = terms(("乙甲", "x"), ("甲乙", "x"), ("甲", "x"))
    counts = {"乙甲": 9, "甲乙": 5, "甲": 1}
    assert asked(glossary, "甲", counts) == ["甲", "甲乙", "乙甲"]


def test_the_more_frequent_comes_first_and_what_does_not_occur_last():
    glossary = terms(("甲乙", "a one"), ("甲丙", "a two"), ("甲丁", "a three"))
    counts = {"甲丙": 2, "甲丁": 3}
    assert asked(glossary, "甲", counts) == ["甲丁", "甲丙", "甲乙"]
    assert asked(glossary, "a", counts) == ["甲丁", "甲丙", "甲乙"]


def test_initials_are_tried_only_if_nothing_else_is_found():
    glossary = terms(("各人", "each"), ("甲", "growth"))
    assert asked(glossary, "gr") == ["甲"]
    assert asked(terms(("各人", "each")), "gr") == ["各人"]


def test_headings_come_after_terms_that_match_as_well(snapshot):
    kinds = [one.kind for one in snapshot.suggest("深", size=20)]
    assert kinds == sorted(kinds, reverse=True) == ["term"] * 2 + ["heading"] * 2


def test_each_thing_comes_once(snapshot):
    for text in ("financial", "金融", "c", "深", "第一", "measure 1"):
        found = snapshot.suggest(text, size=20)
        meant = [one.term or one.place for one in found]
        assert len(set(meant)) == len(meant) > 1


class Uncounted:
    """Stands for a searcher that has counted nothing."""

    def frequency(self, term):
        return 0


def test_a_unit_that_is_named_by_its_number_is_no_heading_too(snapshot):
    document = snapshot.documents[SLUG]
    named = replace(document.units[0], zh=Heading("", "序言"))
    document = replace(document, units=(named, *document.units[1:]))
    suggestions = Suggestions({SLUG: document}, Glossary(), Uncounted())
    assert [one.kind for one in suggestions.find("序", "", 8)] == ["heading"]
    assert [one.kind for one in suggestions.find("序言", "", 8)] == ["reference"]


def test_both_sides_are_marked_where_they_have_what_was_typed(snapshot):
    (term,) = snapshot.suggest("ccus")
    assert term.zh.text[slice(*term.zh.marks[0])] == "CCUS"
    assert term.en.text[slice(*term.en.marks[0])] == "CCUS"


def test_the_other_name_that_was_typed_is_shown_and_searched(snapshot):
    (term,) = snapshot.suggest("pbo")
    assert (term.query, term.lang, term.zh.marks, term.en.marks) == (
        "PBOC", "en", (), (),
    )  # fmt: skip
    assert (term.also.text, term.also.marks) == ("PBOC", ((0, 3),))


def test_pinyin_marks_the_characters_it_spells_and_searches_in_chinese(snapshot):
    first = snapshot.suggest("lvse")[0]
    assert (first.query, first.lang) == ("绿色金融", "zh")
    assert first.zh.marks == ((0, 2),)


def test_a_number_is_marked_in_both_headings(snapshot):
    (only,) = snapshot.suggest("measure 11")
    for side in (only.zh, only.en):
        ((start, end),) = side.marks
        assert side.text[start:end] == "11"


def test_a_choice_leads_to_what_it_promises(snapshot):
    for text in ("measure 1", "第十", "2.3.", "二（三）", "序言", "2.3.11.s4"):
        for one in snapshot.suggest(text, size=20):
            assert snapshot.goto(one.query) == one.place, one.query


def test_a_place_narrows_what_is_suggested(snapshot):
    within = f"{SLUG}:2.3"
    for text in ("measure 1", "金融", "深"):
        for one in snapshot.suggest(text, within, 20):
            if one.place:
                assert str(one.place.locator).startswith("2.3")
    everywhere = [one.query for one in snapshot.suggest("永续")]
    assert everywhere == ["永续债"]
    assert snapshot.suggest("永续", within) == ()
    with pytest.raises(QueryError) as caught:
        snapshot.suggest("金", "nowhere")
    assert caught.value.parameter == "in"


@given(st.lists(FEW, max_size=6), FEW)
def test_the_sorted_places_find_what_a_search_of_everything_finds(texts, query):
    query = Typed.read(query).tight
    keys = [
        (number, key)
        for number, text in enumerate(texts)
        for key in (*zh_keys(text), *en_keys(text))
    ]
    found = list(PrefixIndex(keys).find([query] if query else []))
    expected = {
        number
        for number, key in keys
        if query and any(key.text.startswith(query, at) for at in key.begins)
    }
    assert set(found) == expected
    tiers = {
        number: min(
            2 if at else 0 if key.text == query else 1
            for owner, key in keys
            if owner == number
            for at in key.begins
            if key.text.startswith(query, at)
        )
        for number in expected
    }
    order = [tiers[number] for number in dict.fromkeys(found)]
    assert order == sorted(order)


@given(st.text(max_size=30), st.integers(0, 10), st.integers(1, 10))
def test_what_is_marked_is_what_was_typed(text, start, length):
    for make in (zh_keys, en_keys, pinyin_keys, initials_keys):
        for key in make(text):
            assert END not in key.text
            for query in (key.text[at : at + length] for at in key.begins[start:]):
                spans = list(key.spans(query))
                assert query.isspace() or spans
                for begin, end in spans:
                    assert 0 <= begin < end <= len(text)
                    if make is zh_keys and not letters(text).text.count(query) > 1:
                        assert query in letters(text[begin:end]).text


@given(st.text(max_size=120))
def test_no_text_breaks_the_suggestions_and_marks_stay_in_the_text(snapshot, text):
    found = snapshot.suggest(text)
    assert len(found) <= 8
    for one in found:
        for side in filter(None, (one.zh, one.en, one.also)):
            end = 0
            for start, stop in side.marks:
                assert end <= start < stop <= len(side.text)
                end = stop


def test_a_text_longer_than_any_heading_suggests_nothing(snapshot):
    assert snapshot.suggest("绿" * LONGEST) == ()
    with pytest.raises(QueryError, match="1,000"):
        snapshot.suggest("绿" * 1001)
