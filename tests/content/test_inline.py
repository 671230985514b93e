from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.inline import parse
from app.content.inline import read
from app.content.inline import to_markdown
from app.model.document import Span
from app.model.document import Text
from tests.helpers import read_cases

LINE = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]))
PLAIN = st.text(st.characters(exclude_characters="\n\\*_[]", exclude_categories=["Cs"]))
SIGNS = st.lists(
    st.sampled_from(
        [
            "*",
            "**",
            "_",
            "__",
            "[",
            "]",
            "](#1)",
            "[^n1]",
            "\\",
            "!",
            "a",
            "中 ",
            "\x02",
        ]
    )
).map("".join)

WORDS = st.text("金融 a1*_[]\\!#-&<>:", min_size=1, max_size=6).filter(str.strip)
TARGETS = st.sampled_from(
    ["#2.3.12", "other-slug#3.1", "/about", "https://example.org/*a_(b)?c=1&d#e"]
)


@pytest.mark.parametrize("case", read_cases("inline"), ids=str)
def test_a_line_reads_as(case):
    assert show(case.given) == case.expected


def show(line: str) -> str:
    result = read(line)
    plain = result.text.plain
    lines = [f"‹{plain}›"]
    for span in result.text.spans:
        if span.kind == "note":
            assert span.start == span.end
            lines.append(f"{span.start} note {span.target}")
        else:
            words = f"‹{plain[span.start : span.end]}› {span.target}".rstrip()
            lines.append(f"{span.start}-{span.end} {span.kind} {words}")
    return "\n".join([*lines, *(f"refused {target}" for target in result.refused)])


@given(PLAIN)
def test_text_without_markup_stays_as_it_is(line):
    assert parse(line) == Text(line)


@given(LINE | SIGNS)
def test_any_line_can_be_read_and_spans_lie_inside_its_text(line):
    text = parse(line)
    for span in text.spans:
        assert 0 <= span.start <= span.end <= len(text.plain)
        assert (span.start == span.end) == (span.kind == "note")


@given(LINE | SIGNS)
def test_reading_adds_no_character_and_loses_no_letter(line):
    plain = parse(line).plain
    rest = iter(line)
    assert all(char in rest for char in plain)
    if "](" not in line and "[^" not in line:
        assert [c for c in plain if c.isalnum()] == [c for c in line if c.isalnum()]


@given(LINE | SIGNS)
def test_what_was_read_is_written_so_that_its_words_links_and_notes_are_read_again(
    line,
):
    text = parse(line)
    again = parse(to_markdown(text))
    assert again.plain == text.plain
    assert lasting(again) == lasting(text)


def lasting(text: Text) -> list[Span]:
    return [span for span in text.spans if span.kind in ("link", "note")]


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """Make a text of runs of words, marked or not, with notes behind some of them."""
    plain = ""
    spans: list[Span] = []
    for _ in range(draw(st.integers(1, 5))):
        start = len(plain)
        plain += draw(WORDS).strip()
        end = len(plain)
        kinds = draw(
            st.sampled_from(
                [(), ("em",), ("strong",), ("link",), ("strong", "em"), ("link", "em")]
            )
        )
        spans += [
            Span(start, end, kind, draw(TARGETS) if kind == "link" else "")
            for kind in kinds
        ]
        if draw(st.booleans()):
            spans.append(Span(end, end, "note", draw(st.sampled_from(["n1", "n2"]))))
        plain += draw(st.sampled_from([" ", "，", "of the "]))
    return Text(plain, tuple(spans))


@given(texts())
def test_a_text_written_as_markdown_reads_as_the_same_text(text):
    assert parse(to_markdown(text)) == text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (Text("a_b [2021] 2 * 3"), "a_b [2021] 2 * 3"),
        (Text("*a*"), r"\*a\*"),
        (Text("# a"), r"\# a"),
        (Text("## a"), r"\## a"),
        (Text("-"), r"\-"),
        (Text(": a", (Span(0, 0, "note", "n1"),)), r"[^n1]\: a"),
        (Text("[^n1]: a"), r"\[^n1\]: a"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_only_what_would_be_read_otherwise_is_escaped(text, line):
    assert to_markdown(text) == line
    assert parse(line) == text


def test_where_emphasis_cannot_be_written_the_words_stay():
    touching = Text("ab", (Span(0, 1, "strong"), Span(1, 2, "em")))
    assert parse(to_markdown(touching)).plain == "ab"
