"""A facet has as many units as one gets by following it; none if nothing has all."""

from __future__ import annotations

import pytest

from app.search.results import SearchRequest

SLUG = "western-financial-center"


@pytest.mark.parametrize(
    "query",
    [
        "金融", "绿色金融", "green finance", "CCUS", "perpetual", "measure 11",
        "第十一条", "2.3", "绿色金融 新加坡 铁路", "金融 -保险", "金融 in:2.3",
        "grean polcies", "title:保险", "governance",
        "国家金融科技认证中心放在哪座城市？",
        "支持重庆、成都成为中欧绿色金融标准认定和应用试点城市",
    ],
)  # fmt: skip
@pytest.mark.parametrize("within", ["", f"{SLUG}:2"])
def test_every_count_is_what_following_it_gives(snapshot, query, within):
    asked = SearchRequest(query, within)
    results = snapshot.search(asked)
    for kind in ("doc", "section"):
        for value in results.facets[kind]:
            narrowed = snapshot.search(SearchRequest(query, value.value))
            assert value.count == narrowed.total, (kind, value)
    sides = {value.value: value.count for value in results.facets["lang"]}
    assert not (results.relaxed and sides)
    for lang in ("zh", "en"):
        one = snapshot.search(SearchRequest(query, within, lang=lang))
        whole = 0 if one.relaxed else one.total
        assert results.relaxed or sides.get(lang, 0) == whole, lang


def test_a_part_counts_what_lies_below_it(snapshot):
    sections = snapshot.search(SearchRequest("金融")).facets["section"]
    counts = {value.value: value.count for value in sections}
    assert counts[f"{SLUG}:2"] == sum(
        count for value, count in counts.items() if value.startswith(f"{SLUG}:2.")
    ) + int(any(str(hit.locator) == "2" for hit in hits(snapshot, "金融")))


def hits(snapshot, query):
    return snapshot.search(SearchRequest(query, size=100)).hits
