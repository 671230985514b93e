"""A concordance has a line for every mark of a search, whole, and in a known order."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.document import LANGS
from app.search.concordance import ConcordanceRequest
from app.search.concordance import Line
from app.search.results import SearchRequest
from app.text.normalize import fold_text

HAN = re.compile("[\u4e00-\u9fff]+")
SLUG = "western-financial-center"
QUERIES = (
    "的", "金融", "绿色金融", "green finance", "PBOC", "央行", "lvse jinrong",
    "grean finence", "CCUS OR innovation", '"中欧绿色金融标准"', "zh:CCUS",
    "title:保险", "保险 -健康", "金融 in:2.3", "绿色金融 新加坡 保险 铁路",
)  # fmt: skip


def lines_of(snapshot, text, **options):
    return snapshot.concordance(ConcordanceRequest(text, **options)).lines


def title_or_segment(snapshot, line):
    document = snapshot.documents[line.slug]
    if line.locator.segment:
        return document.by_segment[line.locator].plain
    unit = document.by_locator[line.locator]
    return lambda lang: unit.heading(lang).title


@pytest.mark.parametrize("query", QUERIES)
def test_there_is_a_line_for_every_mark_of_the_search_that_is_no_echo(snapshot, query):
    hits = snapshot.search(SearchRequest(query, size=1000)).hits
    marks = {
        (hit.slug, str(locator), lang, mark.start, mark.end)
        for hit in hits
        for locator, side in [
            (hit.locator, hit.title),
            *((found.locator, found.marks) for found in hit.segments),
        ]
        for lang in LANGS
        for mark in side.side(lang)
        if not mark.echo
    }
    lines = lines_of(snapshot, query)
    assert lines
    found = [
        (line.slug, str(line.locator), line.lang, line.start, line.end)
        for line in lines
    ]
    assert len(found) == len(marks)
    assert set(found) == marks


@given(query=st.sampled_from(QUERIES), sort=st.sampled_from(["document", "left"]))
def test_a_line_is_its_sentence_and_has_the_partner_of_that(snapshot, query, sort):
    for line in lines_of(snapshot, query, sort=sort):
        plain = title_or_segment(snapshot, line)
        assert line.left + line.keyword + line.right == plain(line.lang)
        assert line.partner == plain(line.partner_lang)
        assert all(
            0 <= mark.start < mark.end <= len(line.partner) for mark in line.marks
        )


@given(st.data())
def test_the_keyword_of_a_stretch_of_the_text_is_that_stretch(snapshot, data):
    segments = list(snapshot.documents[SLUG].by_segment.values())
    runs = HAN.findall(data.draw(st.sampled_from(segments)).plain("zh"))
    run = data.draw(st.sampled_from(runs))
    start = data.draw(st.integers(0, len(run) - 1))
    stretch = run[start : start + data.draw(st.integers(1, 6))]
    lines = lines_of(snapshot, f'"{stretch}"')
    assert {line.keyword for line in lines} == {stretch}


def test_every_keyword_is_one_of_the_forms_of_the_term(snapshot):
    forms = {
        fold_text(form)
        for term in snapshot.glossary.terms
        if "PBOC" in term.forms("en")
        for form in term.forms("en")
    }
    lines = lines_of(snapshot, "PBOC")
    assert {fold_text(line.keyword) for line in lines} <= forms
    assert all(any(mark.echo for mark in line.marks) for line in lines)


def test_the_language_narrows_the_lines_and_keeps_their_partners(snapshot):
    both = lines_of(snapshot, "CCUS OR innovation")
    zh, en = (lines_of(snapshot, "CCUS OR innovation", lang=lang) for lang in LANGS)
    assert zh
    assert en
    assert zh == tuple(line for line in both if line.lang == "zh")
    assert en == tuple(line for line in both if line.lang == "en")
    made = snapshot.concordance(ConcordanceRequest("CCUS OR innovation", lang="zh"))
    assert made.counts == {"zh": len(zh), "en": len(en)}


def test_the_order_of_the_text_is_that_of_the_document(snapshot):
    order = [
        str(place)
        for unit in snapshot.documents[SLUG].walk()
        for place in (unit.locator, *(one.locator for one in unit.segments))
    ]
    lines = lines_of(snapshot, "金融 OR finance")
    at = [
        (order.index(str(line.locator)), LANGS.index(line.lang), line.start)
        for line in lines
    ]
    assert at == sorted(at)


def test_chinese_is_ordered_by_pinyin_from_the_keyword_outwards(snapshot):
    right = [line.right[:2] for line in lines_of(snapshot, "金融", sort="right")]
    assert right.index("机构") < right.index("科技") < right.index("中心")
    left = [line.left[-2:] for line in lines_of(snapshot, "金融", sort="left")]
    # 地 di, 色 se, 西部 bu: the character next to the keyword comes first.
    assert left.index("西部") < left.index("绿色")


def test_english_is_ordered_without_case_and_signs(snapshot):
    lines = lines_of(snapshot, "finance", sort="left", lang="en")
    nearest = [fold_text(line.left).rstrip(' “"(,').split(" ")[-1] for line in lines]
    nearest = [word.split("-")[-1].strip('("“,') for word in nearest]
    assert nearest == sorted(nearest)


@pytest.mark.parametrize("sort", ["left", "right"])
def test_lines_with_the_same_context_stay_in_the_order_of_the_text(snapshot, sort):
    order = {line: at for at, line in enumerate(lines_of(snapshot, "金融"))}
    lines = lines_of(snapshot, "金融", sort=sort)
    assert set(lines) == set(order)
    same: dict[str, list[int]] = {}
    for line in lines:
        same.setdefault(line.left if sort == "left" else line.right, []).append(
            order[line]
        )
    assert any(len(places) > 1 for places in same.values())
    assert all(places == sorted(places) for places in same.values())


def test_pages_part_the_lines(snapshot):
    asked = [ConcordanceRequest("金融", page=page, size=50) for page in (1, 2, 3, 4)]
    made = [snapshot.concordance(one) for one in asked]
    assert made[0].pages == 3
    assert sum((one.shown for one in made), ()) == made[0].lines
    assert made[3].shown == ()


@given(
    left=st.text("金融，。 ab1,.-“（", max_size=60),
    right=st.text("金融，。 ab1,.-”）", max_size=60),
    reach=st.integers(1, 40),
)
def test_a_cut_context_is_a_part_of_it_and_no_longer_than_asked(left, right, reach):
    start = len(left)
    line = Line(SLUG, None, "zh", f"{left}词{right}", start, start + 1, "", ())
    before, after = line.before(reach), line.after(reach)
    assert before == left or (before[0] == "…" and left.endswith(before[1:]))
    assert after == right or (after[-1] == "…" and right.startswith(after[:-1]))
    assert len(before) <= max(reach + 1, 0)
    assert len(after) <= max(reach + 1, 0)


def test_no_context_is_cut_inside_a_word_or_a_number():
    text = "It cost 1,000,000 yuan and financial institutions gave X to the others."
    start = text.index("X")
    line = Line(SLUG, None, "en", text, start, start + 1, "", ())
    assert [line.before(reach) for reach in (3, 9, 30, 41, 46, 60)] == [
        "…", "…gave ", "…financial institutions gave ",
        "…yuan and financial institutions gave ",
        "…yuan and financial institutions gave ",
        text[:start],
    ]  # fmt: skip
    assert [line.after(reach) for reach in (2, 5, 9, 40)] == [
        "…", " to…", " to the…", " to the others.",
    ]  # fmt: skip


def test_a_relaxed_or_corrected_search_says_so(snapshot):
    made = snapshot.concordance(ConcordanceRequest("绿色金融 新加坡 保险 铁路"))
    assert made.found.relaxed
    corrected = snapshot.concordance(ConcordanceRequest("grean finence"))
    assert corrected.found.suggestion
    literal = snapshot.concordance(ConcordanceRequest("grean finence", literal=True))
    assert literal.lines == ()
