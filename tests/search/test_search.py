"""A search finds what was asked for, marks just that, and says what it did."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from app.errors import QueryError
from app.model.document import LANGS
from app.search.results import SearchRequest
from app.text.normalize import fold_text
from tests.helpers import read_cases

SLUG = "western-financial-center"
HAN = re.compile("[\u4e00-\u9fff]+")
EVERYTHING = 100
SIGNS = '\ufdfa㍿千亿金融绿色 "-:ORzhentitle（）《》。，*?[]{}~^&|\\/\x00\n1２三'


def ask(snapshot, text, **options):
    return snapshot.search(SearchRequest(text, **{"size": EVERYTHING, **options}))


@pytest.mark.parametrize("case", read_cases("search"), ids=str)
def test_cases(snapshot, case):
    results = ask(snapshot, case.given)
    said = []
    if results.reason:
        said.append(f"nothing: {results.reason}")
    if results.suggestion:
        said.append(f"suggestion: {results.suggestion}")
    if results.relaxed:
        said.append("relaxed")
    said += [str(hit.locator) for hit in results.hits]
    expected = case.expected.split("\n")
    assert said[: len(expected)] == expected


def test_an_abbreviation_is_marked_only_where_it_is_written_out(snapshot):
    marked = {
        fold_text(snapshot.documents[SLUG].by_segment[one.locator].plain("en"))[
            mark.start : mark.end
        ]
        for hit in ask(snapshot, "IoT").hits
        for one in hit.segments
        for mark in one.marks.en
    }
    assert marked == {"internet of things"}


def substrings(document):
    """List every stretch of one to six Chinese characters, with its segments."""
    found: dict[str, set] = {}
    for segment in document.by_segment.values():
        for run in HAN.findall(segment.plain("zh")):
            for length in range(1, 7):
                for start in range(len(run) - length + 1):
                    stretch = run[start : start + length]
                    found.setdefault(stretch, set()).add(segment.locator)
    return found


def test_every_substring_is_found_bare_and_quoted_and_marked_exactly(snapshot):
    document = snapshot.documents[SLUG]
    stretches = substrings(document)
    assert len(stretches) > 15_000
    forms = {
        fold_text(form) for term in snapshot.glossary.terms for form in term.forms("zh")
    }
    for stretch, places in stretches.items():
        for query in (stretch, f'"{stretch}"'):
            results = ask(snapshot, query, places=False)
            matching = [match for hit in results.hits for match in hit.segments]
            assert places <= {match.locator for match in matching}, query
            for match in matching:
                plain = document.by_segment[match.locator].plain("zh")
                marked = {plain[mark.start : mark.end] for mark in match.marks.zh}
                if stretch in plain:
                    assert marked == {stretch}, query
                else:  # a whole term is also found by its other names
                    assert query in forms
                    assert set(map(fold_text, marked)) <= forms


def test_a_pair_is_marked_on_both_sides(snapshot):
    for query, zh, en in [
        ("绿色金融", "绿色金融", "green finance"),
        ("green finance", "绿色金融", "green finance"),
    ]:
        best = ask(snapshot, query).hits[0].segments[0]
        segment = snapshot.documents[SLUG].by_segment[best.locator]
        (left,), (right,) = best.marks.zh, best.marks.en
        assert segment.plain("zh")[left.start : left.end] == zh
        assert segment.plain("en")[right.start : right.end] == en
        assert left.echo == (query == en)
        assert right.echo == (query == zh)


def test_marks_are_exact_in_traditional_full_width_and_curly_text(snapshot):
    best = ask(snapshot, '"一帶一路"').hits[0].segments[0]
    text = snapshot.documents[SLUG].by_segment[best.locator].plain("zh")
    assert {text[mark.start : mark.end] for mark in best.marks.zh} == {"一带一路"}


@settings(max_examples=200, deadline=None)
@given(
    st.text(
        st.one_of(
            st.sampled_from(SIGNS),
            st.characters(exclude_categories=["Cs"]),
        ),
        max_size=200,
    )
)
def test_no_query_breaks_the_search_and_marks_stay_in_the_text(snapshot, text):
    results = ask(snapshot, text)
    document = snapshot.documents[SLUG]
    assert results.total == len(results.hits)
    assert (results.reason is None) == (results.total > 0)
    for hit in results.hits:
        for match in hit.segments:
            for lang in LANGS:
                plain = document.by_segment[match.locator].plain(lang)
                end = 0
                for mark in match.marks.side(lang):
                    assert end <= mark.start < mark.end <= len(plain)
                    end = mark.end


def test_only_one_side_may_be_asked(snapshot):
    assert ask(snapshot, "CCUS", lang="zh").total == 1
    assert ask(snapshot, "perpetual", lang="zh").total == 0
    facets = ask(snapshot, "perpetual").facets
    assert [(value.value, value.count) for value in facets["lang"]] == [("en", 1)]


def test_a_search_may_be_narrowed_and_still_says_what_lies_elsewhere(snapshot):
    everywhere = ask(snapshot, "绿色金融")
    narrowed = ask(snapshot, "绿色金融", within=f"{SLUG}:1")
    assert [str(hit.locator) for hit in narrowed.hits] == ["1.3"]
    assert narrowed.facets["section"] == everywhere.facets["section"]
    with pytest.raises(QueryError, match="no document or unit") as caught:
        ask(snapshot, "绿色金融", within="nowhere")
    assert caught.value.parameter == "in"


def test_pages_part_the_results_and_the_one_past_the_end_is_empty(snapshot):
    everything = ask(snapshot, "金融").hits
    pages = [
        ask(snapshot, "金融", size=10, page=page).hits
        for page in range(1, len(everything) // 10 + 2)
    ]
    assert sum(pages, ()) == everything
    assert ask(snapshot, "金融", size=10, page=99).hits == ()


def test_the_order_of_the_document_may_be_asked(snapshot):
    hits = ask(snapshot, "绿色金融", sort="document").hits
    keys = [hit.locator.sort_key for hit in hits]
    assert keys == sorted(keys)


def test_a_literal_search_adds_and_corrects_nothing(snapshot):
    assert ask(snapshot, "央行", literal=True).total == 0
    assert ask(snapshot, "lsit", literal=True).suggestion is None


def test_the_same_search_gives_the_same_answer(snapshot):
    assert ask(snapshot, "金融 服务") == ask(snapshot, "金融 服务")


def test_an_empty_answer_names_what_is_unknown_and_the_longest_part_that_is_known(
    snapshot,
):
    results = ask(snapshot, "碳税")
    assert (results.unknown, results.closest) == (("碳税",), "碳")


def test_where_the_hits_lie_is_told_in_the_order_of_the_text(snapshot):
    places = ask(snapshot, "绿色金融").places[SLUG]
    assert [str(place) for place in places] == [
        "1.3.s4", "2.3.11.s1", "2.3.11.s3", "2.3.11.s4", "2.3.11.s5",
    ]  # fmt: skip


def test_a_query_that_is_too_long_is_refused(snapshot):
    with pytest.raises(QueryError, match="1,000"):
        ask(snapshot, "金" * 1001)


def test_a_place_that_may_be_several_names_them(snapshot):
    places = [str(place.locator) for place in ask(snapshot, "第一条").candidates]
    assert places == ["1.2.1", "2.1.1"]
