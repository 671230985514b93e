from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from app.model.document import Heading
from app.model.document import Span
from app.model.document import Text
from app.search.results import Mark
from app.web.render import heading_html
from app.web.render import line_css
from app.web.render import line_html
from app.web.render import text_html
from app.web.render import words_html
from app.web.urls import Target


def to_example(target: str) -> Target | None:
    """Resolve every link to one page, but lead nowhere from nowhere."""
    return None if target == "nowhere" else Target("/page")


def test_marks_and_spans_may_cross() -> None:
    text = Text("abcdef", (Span(0, 4, "strong"), Span(1, 5, "link", "x")))
    html = text_html(text, "en", to_example, [Mark(2, 6)])
    assert html == (
        '<strong>a</strong><a href="/page"><strong>b</strong><mark><strong>cd</strong>'
        "e</mark></a><mark>f</mark>"
    )


def test_an_echo_is_another_kind_of_mark() -> None:
    html = text_html(Text("green"), "en", to_example, [Mark(0, 5, echo=True)])
    assert html == '<mark class="echo">green</mark>'


def test_a_link_that_leads_nowhere_is_plain_text() -> None:
    text = Text("see", (Span(0, 3, "link", "nowhere"),))
    assert text_html(text, "en", to_example) == "see"


def test_an_acronym_in_chinese_is_no_foreign_phrase() -> None:
    assert line_html("治理（ESG）与CCUS", "zh") == "治理（ESG）与CCUS"
    assert "<span" in line_html("作“highland”。", "zh")


def test_breaks_and_marks_of_a_heading_count_from_its_title() -> None:
    heading = Heading("11. ", "推进绿色金融", (2,))
    html = heading_html(heading, "zh", [Mark(2, 6)])
    assert html == "11. 推进<wbr><mark>绿色金融</mark>"


def test_hyphenated_words_of_an_english_heading_stay_whole() -> None:
    heading = Heading("1. ", "A multi-level, well-made thing")
    html = heading_html(heading, "en")
    assert '<span class="nb">multi-level</span>, <span class="nb">well-made' in html


@pytest.mark.parametrize("words", ['a"b', "a\\b", "a\nb", "规则", "</style>", "\\"])
def test_a_css_string_holds_any_line(words: str) -> None:
    string = line_css(words)
    assert string[0] == string[-1] == '"'
    inner = string[1:-1]
    assert '"' not in inner
    assert "<" not in inner
    assert all(char.isalnum() or char in "\\ " for char in inner)


def test_words_of_a_query_carry_the_language_they_show() -> None:
    assert words_html("碳 tax") == '<span lang="zh-Hans">碳 tax</span>'
    assert words_html("<b>") == '<span lang="en">&lt;b&gt;</span>'


LETTERS = st.text(alphabet="ab中文。<&\"' -", max_size=30)


@st.composite
def laid_over(draw: st.DrawFn) -> tuple[Text, list[Mark]]:
    """Draw a text with any spans and marks over it."""
    plain = draw(LETTERS)
    place = st.integers(0, len(plain))
    spans, marks = [], []
    for _ in range(draw(st.integers(0, 6))):
        start, end = sorted((draw(place), draw(place)))
        kind = draw(st.sampled_from(["em", "strong", "link", "note", "mark"]))
        if kind == "mark":
            marks.append(Mark(start, end, draw(st.booleans())))
        elif kind == "note":
            spans.append(Span(start, start, "note", "n1"))
        else:
            spans.append(Span(start, end, kind, "x"))
    return Text(plain, tuple(spans)), marks


@given(laid_over(), st.sampled_from(["zh", "en"]))
def test_whatever_lies_over_a_text_its_letters_stay_the_same(
    drawn: tuple[Text, list[Mark]], lang: str
) -> None:
    text, marks = drawn
    html = text_html(text, lang, to_example, marks)  # type: ignore[arg-type]
    tree = BeautifulSoup(html, "html.parser")
    calls = tree.select("sup")
    assert len(calls) == len(text.notes)
    for call in calls:
        call.decompose()
    assert tree.get_text() == text.plain
