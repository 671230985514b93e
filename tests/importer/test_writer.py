"""What is written reads back as just the sentences that were put in."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example
from hypothesis import given
from hypothesis import strategies as st

from app.content.grammar import parse_heading
from app.content.layout import Layout
from app.errors import LedgerError
from app.importer.draft import Draft
from app.importer.draft import DraftRow
from app.importer.draft import DraftUnit
from app.importer.pipeline import ExistsError
from app.importer.pipeline import import_texts
from app.importer.plain import LONGEST_PIECE
from app.importer.plain import pieces
from app.importer.plain import tidy
from app.importer.writer import compose
from app.importer.writer import FaultyDocumentError
from app.importer.writer import prepare
from app.importer.writer import write_together

FRONT = {
    "title": "T", "short_title": "T", "issued": "2024-05-01", "issuers": "A",
    "status": "S", "coverage": "C",
}  # fmt: skip
FRONTS = {"zh": {**FRONT, "lang": "zh-Hans"}, "en": {**FRONT, "lang": "en"}}

HOSTILE = [
    "<script>alert(1)</script>", "---", "-", "--", "# One", "## 一、总则", "#",
    "[^n1]", "[^n1]: A note", "text[^n1]", "*a* **b** _c_ __d__", "[a](javascript:b)",
    "[a](#2.3)", "![x](y)", "`code`", "title: x", "&lt;&amp;", "\\", "\\*", "\\\\-",
    "- x", "1. x", "> x", "| a | b |", "![", "!", "[", "](", "\x02", "\x02" + "5\x03",
    "a\u2028b", "\ufeffa", "=a+b", "https://example.org/a_b_c", "~~~", "$x$",
    "第一条 正文", "a\ud800b",
]  # fmt: skip

hostile = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=40),
    st.lists(
        st.sampled_from([*"*_[]()\\-#^!:<>|` n1", "[^n1]", "**"]), max_size=30
    ).map("".join),
)


def rows_of(*pairs: tuple[str, str]) -> list[DraftRow]:
    return [DraftRow(zh, en, 1.0) for zh, en in pairs]


def read_back(folder: Path, draft: Draft):
    return prepare(Layout(folder), "x", compose(draft, FRONTS))


@given(st.lists(st.tuples(hostile, hostile), min_size=1, max_size=5))
@example([(text, text) for text in HOSTILE])
def test_sentences_come_back(pairs):
    rows = rows_of(*((tidy(zh), tidy(en)) for zh, en in pairs))
    rows = [row for row in rows if row.zh or row.en] or rows_of(("一", "One"))
    draft = Draft([DraftUnit(None, None, [rows[:2], rows[2:]])])
    ready = read_back(Path("content"), draft)
    segments = ready.document.by_segment.values()
    assert [(one.plain("zh"), one.plain("en")) for one in segments] == [
        (row.zh, row.en) for row in rows
    ]
    for one in segments:
        assert not any(side and side.spans for side in (one.zh, one.en))


@given(hostile)
@example("A" * 500)
def test_words_of_headings_come_back(words):
    zh = parse_heading(2, "一、 ")
    title = tidy(words).removesuffix("-")
    draft = Draft([DraftUnit(with_title(zh, title), with_title(zh, title), [])])
    (unit,) = read_back(Path("content"), draft).document.walk()
    expected = title if len(title) <= 300 else title[:299] + "…"
    assert unit.zh.title == expected


def with_title(heading, title):
    return replace(heading, title=title)


@given(st.text(st.sampled_from("ab，。, \\*_["), min_size=1, max_size=9_000))
def test_long_sentences_are_cut_and_lose_nothing(text):
    text = tidy(text)
    cut = pieces(text)
    assert "".join("".join(cut).split()) == "".join(text.split())
    assert all(len(piece) <= LONGEST_PIECE for piece in cut)


def test_a_side_without_a_sentence_is_a_hyphen(tmp_path):
    draft = Draft([DraftUnit(None, None, [rows_of(("一。", ""), ("", "Two."))])])
    texts = compose(draft, FRONTS)
    assert texts["zh"].splitlines()[-2:] == ["一。", "-"]
    assert texts["en"].splitlines()[-2:] == ["-", "Two."]


def test_paragraphs_and_headings_stand_apart(tmp_path):
    zh, en = parse_heading(3, "（一）目的"), parse_heading(3, "(1) Aim")
    part, part_en = parse_heading(2, "一、总则"), parse_heading(2, "I. General")
    draft = Draft(
        [
            DraftUnit(None, None, []),
            DraftUnit(part, part_en, []),
            DraftUnit(zh, en, [rows_of(("一。", "One.")), rows_of(("二。", "Two."))]),
        ]
    )
    body = compose(draft, FRONTS)["zh"].partition("\n---\n")[2]
    assert body == "\n## 一、总则\n\n### （一）目的\n\n一。\n\n二。\n"
    assert list(map(str, read_back(tmp_path, draft).document.by_segment)) == [
        "1.1.s1",
        "1.1.s2",
    ]


def test_what_has_errors_is_refused(tmp_path):
    one = parse_heading(2, "一、总则")
    draft = Draft([DraftUnit(one, one, []), DraftUnit(one, one, [])])
    with pytest.raises(FaultyDocumentError, match="N001"):
        read_back(tmp_path, draft)


def test_a_ledger_that_cannot_be_trusted_is_not_built_upon(tmp_path):
    (tmp_path / "x.ids").write_text("nonsense\n", "utf-8")
    with pytest.raises(LedgerError, match=r"/x\.ids:1: The ledger does not begin"):
        read_back(tmp_path, Draft([DraftUnit(None, None, [rows_of(("一", "One"))])]))


def test_files_are_written_together(tmp_path):
    paths = {tmp_path / "zh" / "a.md": "一\n", tmp_path / "en" / "a.md": "One\n"}
    write_together(paths)
    assert {path: path.read_text("utf-8") for path in paths} == paths
    assert len(list(tmp_path.rglob("*.*"))) == 2


@pytest.mark.parametrize("failure", [OSError("disk full"), KeyboardInterrupt()])
def test_or_none_of_them(tmp_path, monkeypatch, failure):
    old = tmp_path / "zh" / "a.md"
    old.parent.mkdir()
    old.write_text("old\n", "utf-8")
    move, calls = Path.replace, []

    def fail_late(self, target):
        calls.append(target)
        if len(calls) == 2:
            raise failure
        return move(self, target)

    monkeypatch.setattr(Path, "replace", fail_late)
    with pytest.raises(type(failure)):
        write_together({old: "new\n", tmp_path / "en" / "a.md": "One\n"})
    assert old.read_text("utf-8") == "old\n"
    assert [path.name for path in tmp_path.rglob("*")] == ["zh", "a.md"]


def test_what_a_killed_import_left_is_cleared_and_finished(tmp_path):
    content = tmp_path / "content"
    zh, en = tmp_path / "zh.txt", tmp_path / "en.txt"
    zh.write_text("第一条 应当公开。\n第二条 自公布之日起施行。\n", "utf-8")
    en.write_text(
        "Article 1 It shall be public.\nArticle 2 It enters into force at once.\n",
        "utf-8",
    )
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    left = content / "en" / f".law.md.{gone.pid}.part"
    for name in ("zh", "en"):
        (content / name).mkdir(parents=True)
    (content / "zh" / "law.md").write_text("half", "utf-8")
    with pytest.raises(ExistsError):
        import_texts([zh, en], "law", content)
    left.write_text("half", "utf-8")
    import_texts([zh, en], "law", content)
    assert not left.exists()
    assert "Article 2" in (content / "en" / "law.md").read_text("utf-8")
