"""Every file gives the text back, says what it is, and holds against its schema."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from app.content.front_matter import parse_front
from app.content.front_matter import REQUIRED
from app.content.source import Source
from app.export.extract import Extract
from app.export.extract import extract_in_script
from app.export.extract import Run
from app.export.extract import Words
from app.export.extracting import extract_document
from app.export.formats import FORMATS
from app.export.html_page import write as write_html
from app.export.markdown_text import write as write_markdown
from app.export.tmx import write as write_tmx
from app.export.xliff import write as write_xliff
from app.export.xml_text import allowed
from app.model.document import Span
from app.text.script import in_script
from tests.export.conftest import SITE
from tests.export.conftest import SLUG
from tests.export.made import extract_of
from tests.export.made import stressed
from tests.export.made import texts
from tests.export.reading import assert_valid_tmx
from tests.export.reading import assert_valid_xliff
from tests.export.reading import from_html
from tests.export.reading import from_md
from tests.export.reading import from_tmx
from tests.export.reading import from_xliff
from tests.export.reading import Pairs
from tests.export.reading import READERS

MARKED_UP = ("html", "md", "tmx", "xliff")


@pytest.mark.parametrize("kind", READERS)
def test_others_read_the_same_pairs_as_the_site_has(
    plan: Extract, site_pairs: Pairs, kind: str
) -> None:
    assert len(site_pairs) == 133
    assert READERS[kind](FORMATS[kind].write(plan)) == site_pairs


@pytest.mark.parametrize("kind", READERS)
def test_a_file_says_what_its_text_is(plan: Extract, kind: str) -> None:
    text = FORMATS[kind].write(plan).decode()
    (source,) = plan.sources
    for words in (source.status, source.licence):
        assert words.zh in text
        assert words.en in text
    assert "No licence is stated for this text." in text
    assert plan.digest in text
    assert f"{source.address}2.3.11.s4" in text
    licensed = replace(
        source, licence=replace(source.licence, en="CC BY 4.0", zh="署名")
    )
    said = FORMATS[kind].write(replace(plan, sources=(licensed,))).decode()
    assert "CC BY 4.0" in said
    assert "署名" in said
    assert "No licence" not in said


def test_the_licence_is_the_one_of_the_front_matter(snapshot, monkeypatch) -> None:
    document = snapshot.documents[SLUG]
    lines = ("---", *(f"{name}: x" for name in REQUIRED), "licence: 署名", "---")
    said = parse_front(Source("content/zh/x.md", lines)).as_model()
    licensed = replace(document, zh=said, en=replace(document.en, licence="CC BY 4.0"))
    monkeypatch.setitem(snapshot.documents, SLUG, licensed)
    (source,) = extract_document(snapshot, SLUG, SITE.address).sources
    assert source.licence == Words("署名", "CC BY 4.0")


@pytest.mark.parametrize("kind", READERS)
def test_notes_are_not_taken_away(snapshot, plan: Extract, kind: str) -> None:
    text = FORMATS[kind].write(plan).decode()
    notes = snapshot.documents[plan.slug].notes
    assert notes
    for note in notes:
        assert note.zh.plain not in text
        assert note.en.plain not in text


@pytest.mark.parametrize("kind", READERS)
def test_a_result_set_is_what_the_search_finds_best_first(
    results: Extract, kind: str
) -> None:
    found = READERS[kind](FORMATS[kind].write(results))
    wanted = [(results.id_of(pair), pair.zh, pair.en) for pair in results.pairs]
    if kind not in {"tmx"}:
        wanted = [(name.split(":")[1], zh, en) for name, zh, en in wanted]
    assert found == wanted
    assert 4 < len(found) < 133


def test_xliff_and_tmx_hold_against_their_schemas(
    plan: Extract, results: Extract
) -> None:
    nothing = replace(results, sources=(), units=())
    for extract in (
        plan,
        results,
        nothing,
        extract_of(None, "e"),
        extract_of("中", None),
    ):
        assert_valid_xliff(write_xliff(extract))
        assert_valid_tmx(write_tmx(extract))


def test_headings_are_notes_of_xliff_and_no_segments(plan: Extract) -> None:
    text = write_xliff(plan).decode()
    assert '<note category="heading" appliesTo="source">二、主要任务</note>' in text
    assert '<note category="heading" appliesTo="target">II. Main tasks</note>' in text


def test_a_page_needs_no_other_file_and_has_no_script(plan: Extract) -> None:
    page = write_html(plan).decode()
    for word in ("<script", "<img", "url(", "@import", " src=", "stylesheet"):
        assert word not in page
    assert page.count('lang="zh-Hans"') > 133
    assert page.count('lang="en"') > 133


def test_json_has_the_shape_of_the_text(plan: Extract) -> None:
    shape = json.loads(FORMATS["json"].write(plan))
    assert [unit["locator"] for unit in shape["units"]][:4] == ["0", "1", "1.1", "1.2"]
    assert shape["documents"][0]["issuers"]["en"][0] == "People’s Bank of China"
    assert shape["languages"] == {"zh": "zh-Hans", "en": "en"}
    assert "score" not in shape["units"][0]


def test_the_bytes_are_the_same_in_every_process(plan: Extract) -> None:
    script = (
        "import hashlib;from tests.export.made import extract_of;"
        "from app.export.formats import FORMATS;"
        "print([hashlib.sha256(f.write(extract_of('中','e'))).hexdigest()"
        " for f in FORMATS.values()])"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", script],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1
    for format_ in FORMATS.values():
        assert format_.write(plan) == format_.write(plan)


def test_traditional_chinese_is_the_same_text_and_says_so(plan: Extract) -> None:
    taken = extract_in_script(plan, "hant")
    for one, other in zip(taken.pairs, plan.pairs, strict=True):
        assert one.zh == in_script(other.zh or "", "hant")
        assert (one.en, one.locator) == (other.en, other.locator)
    for write in (write_html, write_markdown):
        assert "發布機關" in write(taken).decode()
        assert "發" not in write(plan).decode()
    text = write_xliff(taken).decode()
    assert 'srcLang="zh-Hant"' in text
    assert "西部金融中心規劃" in text
    assert "规划" not in text


@given(zh=texts, en=texts)
@settings(max_examples=150)
def test_no_text_breaks_a_file(zh: str, en: str) -> None:
    extract = extract_of(zh, en)
    zh, en = allowed(zh), allowed(en)
    wanted = [("1.s1", zh, en)]
    assert _without_breaks(from_tmx(write_tmx(extract))) == _without_breaks(wanted)
    assert _without_breaks(from_xliff(write_xliff(extract))) == _without_breaks(wanted)
    assert _without_breaks(from_html(write_html(extract))) == _without_breaks(wanted)
    assert_valid_xliff(write_xliff(extract))
    assert_valid_tmx(write_tmx(extract))
    shape = json.loads(FORMATS["json"].write(extract_of(zh, en)))
    assert shape["units"][0]["heading"] == {"zh": zh, "en": en}


def _without_breaks(pairs: Pairs) -> Pairs:
    """Leave line breaks out: XML and HTML read every kind of them as one."""
    return [
        (name, *("".join(one.splitlines()) for one in sides)) for name, *sides in pairs
    ]


@given(zh=texts, en=texts)
@settings(max_examples=150)
def test_a_spreadsheet_gets_the_text_and_no_formula(zh: str, en: str) -> None:
    text = FORMATS["csv"].write(extract_of(zh, en))
    ((_, first, second),) = READERS["csv"](text)
    for cell, was in ((first, zh), (second, en)):
        assert cell in {was, f"'{was}"}
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@given(zh=texts, en=texts)
@settings(max_examples=150)
def test_markdown_shows_the_text_and_nothing_else(zh: str, en: str) -> None:
    words = [" ".join(one.split()) for one in (zh, en)]
    if all(words):
        ((place, first, second),) = from_md(write_markdown(extract_of(*words)))
        assert place == "1.s1"
        assert [first.strip(), second.strip()] == [one.strip() for one in words]


@given(
    text=st.text("中文ab", min_size=1, max_size=12),
    cuts=st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=3),
    kinds=st.lists(st.sampled_from(["em", "strong"]), min_size=3, max_size=3),
)
def test_emphasis_lies_where_it_lay(text, cuts, kinds) -> None:
    spans = [
        Span(min(a, b, len(text)), min(max(a, b), len(text)), kind)
        for (a, b), kind in zip(cuts, kinds, strict=False)
    ]
    runs = list(stressed(text, *spans).runs("zh"))
    assert "".join(run.text for run in runs) == text
    set_in = [run for run in runs for _ in run.text]
    for at, run in enumerate(set_in):
        over = {span.kind for span in spans if span.start <= at < span.end}
        assert (run.em, run.strong) == ("em" in over, "strong" in over)


def test_emphasis_is_kept_where_the_format_has_it() -> None:
    extract = extract_of("x", "x")
    pair = stressed("将要删去。", Span(2, 4, "strong"), Span(3, 4, "em"))
    assert list(pair.runs("zh"))[1] == Run("删", strong=True)
    unit = replace(extract.units[0], paragraphs=((pair,),))
    extract = replace(extract, units=(unit,))
    for write in (write_html, write_markdown):
        text = write(extract).decode()
        assert "将要<strong>删</strong><strong><em>去</em></strong>。" in text
    assert "<seg>将要删去。</seg>" in write_tmx(extract).decode()


def test_headings_stand_one_below_the_other_from_the_title(
    plan: Extract, results: Extract
) -> None:
    ranks = {unit.locator: plan.rank_of(unit) for unit in plan.units}
    assert [ranks[one] for one in ("0", "1", "2.3", "2.3.11")] == [1, 1, 2, 3]
    alone = replace(plan, units=(plan.units[-1],))
    assert alone.rank_of(alone.units[0]) == 1
    assert {results.rank_of(unit) for unit in results.units} == {1}
    for extract in (plan, alone, results):
        page = write_html(extract).decode()
        ranked = [int(found) for found in re.findall("<h([1-6])", page)]
        assert ranked[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(ranked))
