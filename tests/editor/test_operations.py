"""Whatever is done with rows: no word is lost, and both sides stay equally long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.editor import operations
from app.editor.lines import facing
from app.editor.lines import sentences
from app.editor.lines import written_lines
from app.editor.manuscript import Manuscript
from app.editor.manuscript import Place
from app.editor.manuscript import Row
from app.editor.manuscript import Unit
from app.editor.operations import RefusedError

HERE = Place(0, 0)
ZH = st.sampled_from(["-", "甲。", "乙丙。", "丁。戊！", "己，“庚。”辛。[^n1]"])
EN = st.sampled_from(["-", "One.", "Two, three.", "Four. Five!", "Six.[^n1] Seven."])
ROWS = (
    st.lists(st.builds(Row, ZH, EN, st.booleans()), min_size=1, max_size=6)
    .map(lambda rows: [row for row in rows if not row.is_empty])
    .filter(bool)
)
KEEPING = [
    operations.join,
    operations.part,
    operations.paragraph,
    operations.accept,
    *(
        lambda text, at, do=do, lang=lang: do(text, at, lang)
        for do in (
            operations.push,
            operations.pull,
            operations.send_on,
            operations.send_back,
        )
        for lang in ("zh", "en")
    ),
]


def manuscript(*rows: Row) -> Manuscript:
    return Manuscript((Unit("1", "## 一、甲", "## I. A", rows),))


def pairs(text: Manuscript) -> list[tuple[str, str]]:
    return [(row.zh, row.en) for _, row in text.walk()]


def words(text: Manuscript, lang: str) -> str:
    said = "".join(row.side(lang) for _, row in text.walk() if row.side(lang) != "-")
    return said.replace(" ", "")


@given(ROWS, st.lists(st.tuples(st.sampled_from(KEEPING), st.integers(0, 5))))
def test_no_word_is_lost_and_no_row_is_empty(rows, orders):
    first = text = manuscript(*rows)
    for operation, at in orders:
        try:
            changed = operation(text, Place(0, at))
        except RefusedError:
            continue
        assert changed != text
        text = changed
        assert text.units[0].rows[0].begins or text.units[0].rows == first.units[0].rows
        assert not any(row.is_empty for _, row in text.walk())
    assert words(text, "zh") == words(first, "zh")
    assert words(text, "en") == words(first, "en")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_pulling_takes_back_what_was_pushed(lang):
    text = manuscript(Row("甲。", "A.", begins=True), Row("乙。", "B."))
    pushed = operations.push(text, HERE, lang)
    assert pairs(operations.pull(pushed, HERE, lang)) == pairs(text)


def test_what_moves_down_is_taken_up_by_the_next_gap():
    text = manuscript(
        Row("甲。", "B."), Row("乙。", "C."), Row("丙。", "-"), Row("丁。", "D.")
    )
    assert pairs(operations.push(text, HERE, "en")) == [
        ("甲。", "-"), ("乙。", "B."), ("丙。", "C."), ("丁。", "D."),
    ]  # fmt: skip


def test_what_moves_up_closes_the_next_gap_of_the_other_side():
    text = manuscript(
        Row("甲。", "A."), Row("乙。", "A too."), Row("-", "B."), Row("丁。", "D.")
    )
    assert pairs(operations.pull(text, HERE, "en")) == [
        ("甲。", "A. A too."), ("乙。", "B."), ("丁。", "D."),
    ]  # fmt: skip


def test_a_row_is_parted_where_lines_are_written():
    text = manuscript(Row("甲。乙。", "A. B.", begins=True))
    zh, en = written_lines("甲。\n乙。\n"), written_lines("A.\n B. ")
    parted = operations.rewrite(text, HERE, zh, en)
    assert pairs(parted) == [("甲。", "A."), ("乙。", "B.")]
    assert operations.join(parted, HERE) == text


def test_a_side_left_empty_is_not_translated():
    text = manuscript(Row("甲。", "A."), Row("乙。", "B."))
    assert pairs(operations.rewrite(text, HERE, ("甲。",), ()))[0] == ("甲。", "-")
    assert pairs(operations.rewrite(text, HERE, (), ())) == [("乙。", "B.")]


@pytest.mark.parametrize("line", ["## 二、乙", "# x", "[^n1]: 注"])
def test_text_that_would_be_read_as_something_else_is_refused(line):
    with pytest.raises(RefusedError) as refused:
        operations.rewrite(manuscript(Row("甲。", "A.")), HERE, (line,), ("A.",))
    assert refused.value.reason == "not-text"


def test_a_heading_stays_a_heading():
    text = manuscript(Row("甲。", "A."))
    changed = operations.retitle(text, 0, "## 二、乙", "## II. B")
    assert changed.units[0].zh == "## 二、乙"
    with pytest.raises(RefusedError):
        operations.retitle(text, 0, "乙", "## II. B")


def test_rows_never_leave_their_unit():
    text = manuscript(Row("甲。", "A."))
    with pytest.raises(RefusedError) as refused:
        operations.join(text, HERE)
    assert refused.value.reason == "last"


@pytest.mark.parametrize("at", [Place(0, 9), Place(0, -1), Place(7, 0)])
def test_a_place_that_is_not_there_is_refused(at):
    with pytest.raises(RefusedError) as refused:
        operations.join(manuscript(Row("甲。", "A.")), at)
    assert refused.value.reason == "lost"


def test_the_mark_of_a_note_stays_with_its_sentence():
    assert sentences("zh", "甲。[^n1]乙。") == ["甲。[^n1]", "乙。"]
    assert sentences("en", "A one.[^n1] B two.") == ["A one.[^n1]", "B two."]


def test_the_shorter_side_is_filled_up():
    assert facing(["甲", "乙"], ["A"]) == [("甲", "A"), ("乙", "-")]
