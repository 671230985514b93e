"""Pinyin over the Chinese: without it the page is exactly what it was."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from app.text.readings import Reading
from app.web.layers import lay
from app.web.layers import Point
from app.web.layers import Wrap
from app.web.ruby import bare
from app.web.ruby import ruby_over

PLAN = "/western-financial-center/"
RUBY = re.compile(r"<ruby>(.*?)<rt>.*?</rt></ruby>")


@st.composite
def laid(draw: st.DrawFn) -> tuple[str, list[Reading], list[list[Wrap]], list[Point]]:
    """Draw a text with words, elements that cross them, and notes between letters."""
    plain = draw(st.text(st.sampled_from("金融中心<&>，a "), min_size=1, max_size=20))
    cuts = sorted(draw(st.sets(st.integers(0, len(plain)), max_size=8)))
    words = [
        Reading(start, ("pīn",) * (end - start))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    edges = st.tuples(st.integers(0, len(plain)), st.integers(0, len(plain)))
    layers = [
        [Wrap(min(one), max(one), Markup("<b>"), Markup("</b>"))]
        for one in draw(st.lists(edges, max_size=3))
    ]
    ends = sorted(draw(st.sets(st.integers(1, len(plain)), max_size=3)))
    note = Markup("<sup>1</sup>")
    return plain, words, layers, [Point(at, note, glued=True) for at in ends]


@given(laid())
def test_without_pinyin_it_is_the_page_as_it_was(
    drawn: tuple[str, list[Reading], list[list[Wrap]], list[Point]],
) -> None:
    plain, words, layers, points = drawn
    shown = lay(plain, layers, points, ruby_over(plain, words))
    assert RUBY.sub(r"\1", str(shown)) == lay(plain, layers, points)


def test_a_word_that_is_cut_is_read_by_the_syllable() -> None:
    words = [Reading(0, ("jīn", "róng"))]
    whole = lay("金融", (), (), ruby_over("金融", words))
    assert whole == "<ruby>金融<rt>jīnróng</rt></ruby>"
    mark = [Wrap(1, 2, Markup("<mark>"), Markup("</mark>"))]
    assert lay("金融", [mark], (), ruby_over("金融", words)) == (
        "<ruby>金<rt>jīn</rt></ruby><mark><ruby>融<rt>róng</rt></ruby></mark>"
    )


def test_bare_words_have_no_pinyin() -> None:
    assert bare("<ruby>金<rt>jīn</rt></ruby> &amp; <b>b</b>") == "金 & b"


@pytest.mark.parametrize("path", [PLAN, f"{PLAN}2.3.11", f"{PLAN}2.2.6?q=发行"])
def test_only_rubies_are_added(client: FlaskClient, path: str) -> None:
    before = BeautifulSoup(client.get(path).text, "html.parser")
    join = "&" if "?" in path else "?"
    after = BeautifulSoup(client.get(f"{path}{join}pinyin=1").text, "html.parser")
    assert before.title
    assert after.title
    assert len(after("rt")) > 20
    assert not before("rt")
    for rt in after("rt"):
        rt.decompose()
    main_before, main_after = before.find("main"), after.find("main")
    assert main_before
    assert main_after
    assert main_after.get_text() == main_before.get_text()
    assert after.title.get_text() == before.title.get_text()
    described = "meta[name=description]"
    assert after.select_one(described) == before.select_one(described)


def test_every_sentence_and_heading_is_read(client: FlaskClient) -> None:
    page = BeautifulSoup(client.get(f"{PLAN}?pinyin=1").text, "html.parser")
    sides = page.select(
        "#text .para > .row > .zh:not(.untranslated), #text .row.title > .zh"
    )
    assert len(sides) > 130
    han = re.compile("[\u4e00-\u9fff]")
    for side in sides:
        for ruby in side("ruby"):
            ruby.decompose()
        assert not han.search(side.get_text()), side.get_text()


def test_the_choice_is_remembered_and_taken_back(client: FlaskClient) -> None:
    assert "<rt>" not in client.get(PLAN).text
    assert "pinyin.css" not in client.get(PLAN).text
    assert "<rt>" in client.get(f"{PLAN}?pinyin=1").text
    again = client.get(PLAN)
    assert "<rt>" in again.text
    assert "pinyin.css" in again.text
    assert "<rt>" not in client.get(f"{PLAN}?pinyin=0").text
    assert "<rt>" not in client.get(PLAN).text
    client.get("/display?pinyin=1&next=/")
    assert "<rt>" in client.get(PLAN).text
    assert (
        client.get(PLAN).headers["ETag"]
        != client.get(f"{PLAN}?pinyin=0").headers["ETag"]
    )


def test_the_choice_is_kept_on_the_way(client: FlaskClient) -> None:
    response = client.get(f"{PLAN}2.3.11.s4?pinyin=1")
    assert response.headers["Location"].endswith("2.3.11?pinyin=1#s4")


def test_programs_get_the_text(client: FlaskClient) -> None:
    client.get(f"{PLAN}?pinyin=1")
    assert "<rt>" not in client.get("/api/v1/documents/western-financial-center").text


def test_traditional_characters_keep_their_pinyin(client: FlaskClient) -> None:
    page = client.get(f"{PLAN}2.3.11?pinyin=1&script=hant").text
    assert "<ruby>綠色<rt>lǜsè</rt></ruby>" in page
