from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content import grammar
from app.content.grammar import Field
from app.content.grammar import parse_field
from app.content.grammar import parse_line
from app.content.inline import to_markdown
from app.model.document import Text
from tests.helpers import read_cases

RAW = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]))
HEADINGS = st.tuples(
    st.integers(1, 7).map("#".__mul__),
    st.sampled_from(["", " ", "  "]),
    st.sampled_from(
        ["一、", "（一）", "(1)", "1.", "第三章", "第十二条之一", "附件一", "Box 5"]
    ),
    st.sampled_from(["", " ", "　", "："]),
    RAW,
).map("".join)


@pytest.mark.parametrize("case", read_cases("grammar"), ids=str)
def test_lines_are(case):
    lines = case.given.split("\n")
    assert "\n".join(map(show, map(parse_line, lines))) == case.expected


def show(line: grammar.Line) -> str:
    match line:
        case grammar.Heading():
            kind = line.kind if line.named else f"({line.kind})"
            step, numeral = line.step or "-", line.numeral or "-"
            return f"{line.level} {kind} {step} {numeral} ‹{line.label}› ‹{line.title}›"
        case grammar.NoteDefinition():
            return f"note {line.id} ‹{line.text}›"
        case grammar.Untranslated():
            return "untranslated"
        case grammar.Blank():
            return "blank"
        case grammar.TextLine():
            return "text"


@pytest.mark.parametrize("case", read_cases("grammar"), ids=str)
def test_lines_are_written_as_they_were_read(case):
    for line in case.given.split("\n"):
        assert str(parse_line(line)) == line


@given(RAW | HEADINGS)
def test_any_line_is_written_as_it_was_read(raw):
    assert str(parse_line(raw)) == raw


@given(RAW)
def test_any_field_is_written_as_it_was_read(raw):
    field = parse_field(raw)
    assert field is None or str(field) == raw


def test_a_field_keeps_colons_in_its_value():
    assert parse_field("source: https://example.org/: a") == Field(
        "source", "https://example.org/: a"
    )


@pytest.mark.parametrize(
    "raw", ["", "title", "title:", "title: ", "title：甲", ": a", "Title: a", "a b: c"]
)
def test_what_is_no_field(raw):
    assert parse_field(raw) is None


@given(RAW.filter(str.strip))
def test_any_text_can_be_written_as_a_line_of_text(plain):
    line = to_markdown(Text(plain))
    assert isinstance(parse_line(line), grammar.TextLine)
