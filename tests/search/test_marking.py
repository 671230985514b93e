"""The text is marked as the results are."""

from __future__ import annotations

import pytest

from app.search.results import PairMarks
from app.search.results import SearchRequest

SLUG = "western-financial-center"

QUERIES = [
    "绿色金融", "green finance", "lvse jinrong", "PBOC", '"绿色金融"', "金融 -保险",
    "金融 in:2.3", "zh:CCUS", "绿色金融 新加坡 铁路", "grean polcies", "measure 11",
    "支持重庆、成都成为中欧绿色金融标准认定和应用试点城市", "碳税", "the", "",
]  # fmt: skip


def expected(snapshot, request):
    results = snapshot.search(request)
    segments = {
        one.locator: one.marks
        for hit in results.hits
        for one in hit.segments
        if one.marks != PairMarks()
    }
    titles = {hit.locator: hit.title for hit in results.hits}
    return segments, {at: marks for at, marks in titles.items() if marks != PairMarks()}


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("options", [{}, {"lang": "zh"}, {"literal": True}], ids=str)
def test_a_document_is_marked_as_its_hits_are(snapshot, query, options):
    request = SearchRequest(query, size=100, **options)
    marks = snapshot.mark(request, SLUG)
    segments, titles = expected(snapshot, request)
    assert dict(marks.segments) == segments
    assert dict(marks.titles) == titles
    order = [locator.sort_key for locator in marks.segments]
    assert order == sorted(order)


@pytest.mark.parametrize("query", QUERIES)
def test_a_unit_is_marked_as_in_the_whole_document(snapshot, query):
    request = SearchRequest(query)
    whole = snapshot.mark(request, SLUG)
    having = list(dict.fromkeys(at.unit for at in (*whole.titles, *whole.segments)))
    having.sort(key=lambda unit: unit.sort_key)
    for unit in snapshot.documents[SLUG].by_locator:
        marks = snapshot.mark(request, SLUG, unit)
        here = {at: one for at, one in marks.segments.items() if at.unit == unit}
        assert here == {
            at: one for at, one in whole.segments.items() if at.unit == unit
        }
        near = {at.unit for at in (*marks.titles, *marks.segments)}
        before = [one for one in having if one.sort_key < unit.sort_key]
        after = [one for one in having if one.sort_key > unit.sort_key]
        assert near >= {*before[-1:], *after[:1]}, unit
