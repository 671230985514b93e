"""Whatever is imported becomes a document that passes the checks, or one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import HealthCheck
from hypothesis import settings
from hypothesis import strategies as st

from app.alignment.align import Judged
from app.alignment.beads import Bead
from app.errors import ReaderError
from app.importer import rows
from app.importer.pipeline import import_texts
from app.importer.report import write_report
from app.importer.writer import FaultyDocumentError

SAMPLES = Path(__file__).parent / "samples"

NUMBERS = (
    "一", "二", "三", "十二", "1", "2", "3", "１", "0", "零", "99999", "十十", "廿一",
    "I", "IV", "A", "a", "i", "12A", "bis",
)  # fmt: skip
HEADINGS = (
    "第{}条", "第{}章 总则", "第{}节", "{}、任务", "（{}）目的", "{}.", "第{}编",
    "附件{}", "专栏{} 表", "第{}条之一", "第{}条 正文。", "①{}", "Article {}",
    "Chapter {} General", "Section {}", "({}) Aim", "Part {}", "Annex {}", "Box {}",
    "Article {}-1", "Title {}", "Schedule {}", "Article {} This runs on.",
)  # fmt: skip
JUNK = (
    "---", "-", "- x", "#", "## 一、", "[^n1]: x", "* * *", "a" * 5_000, "一" * 5_000,
    "1" + "万" * 200, "<b>x</b>", "|a|b|", "“", "。", "[x](y)", "\u202e", "x\x0by",
    "\\",
)  # fmt: skip

line = st.one_of(
    st.builds(
        str.format,
        st.sampled_from(HEADINGS),
        st.sampled_from(NUMBERS),
    ),
    st.sampled_from(JUNK),
)
edits = st.lists(st.tuples(st.floats(0, 1), st.booleans(), line), max_size=25)


def edited(lang: str, changes: list[tuple[float, bool, str]]) -> str:
    """Put lines into the sample law, or in the place of its own."""
    lines = (SAMPLES / f"law.{lang}.md").read_text("utf-8").split("---\n", 2)[2]
    text = [line for line in lines.split("\n") if line]
    for where, instead, new in changes:
        at = int(where * len(text))
        text[at : at + instead] = [new]
    return "\n\n".join(text)


def face(units, progress):
    """Put sentences side by side as they come, which takes no time."""
    return [
        [
            Judged(
                Bead(range(n, n + (n < zh)), range(n, n + (n < en))),
                0.5,
            )
            for n in range(max(zh, en))
        ]
        for zh, en in ((sum(map(len, u.zh)), sum(map(len, u.en))) for u in units)
    ]


@given(edits, edits)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_anything(tmp_path, zh, en):
    paths = [tmp_path / "zh.txt", tmp_path / "en.txt"]
    for path, lang, changes in zip(paths, ("zh", "en"), (zh, en), strict=True):
        path.write_text(edited(lang, changes), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows, "align_all", face)
        try:
            made = import_texts(paths, "x", tmp_path / "content", dry_run=True)
        except FaultyDocumentError:
            raise
        except ReaderError as error:
            said = str(error)
        else:
            said = write_report(made, whole=False)
    assert said
    assert not (tmp_path / "content").exists()
