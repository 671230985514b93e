from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from app.content.grammar import LEVELS
from app.content.grammar import parse_heading
from app.importer.codes import CODES
from app.importer.outline import Outline
from app.importer.raw import Block
from app.importer.raw import RawText
from app.importer.structure import outline
from app.model.document import Lang
from tests.helpers import CONTENT

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


def raw_text(text: str, lang: Lang) -> RawText:
    blocks = [
        Block(line.strip(), place, "table" if " | " in line else "paragraph")
        for place, line in enumerate(text.splitlines(), 1)
        if line.strip()
    ]
    return RawText(Path("raw.txt"), lang, lang, blocks, "plain text")


def addresses(read: Outline) -> list[tuple[int, str]]:
    """Give the level and the address of each unit, as the content would have it."""
    above: list[tuple[int, str]] = []
    found = []
    for unit in read.units:
        if unit.heading is None:
            found.append((1, "0"))
            continue
        while above and above[-1][0] >= unit.heading.level:
            above.pop()
        above.append((unit.heading.level, unit.heading.step))
        found.append((unit.heading.level, ".".join(step for _, step in above)))
    return found


def shown(read: Outline) -> str:
    lines = [f"title: {read.title}".rstrip()]
    for (level, address), unit in zip(addresses(read), read.units, strict=True):
        heading = unit.heading
        words = f" ‹{heading.label}› ‹{heading.title}›" if heading else ""
        body = f" {len(unit.paragraphs)}" if unit.paragraphs else ""
        lines.append(f"{'  ' * (level - 1)}{address}{words}{body}")
    lines += [f"{found.line}: {found.code}" for found in read.findings]
    return "\n".join(lines) + "\n"


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


def all_text(read: Outline) -> str:
    parts = [read.title]
    for unit in read.units:
        if unit.heading:
            parts += [unit.heading.label, unit.heading.title]
        parts += [paragraph.text for paragraph in unit.paragraphs]
    return letters("".join(parts))


def check_promises(raw: RawText, read: Outline) -> None:
    """Check what is true of every outline, whatever its text."""
    seen = [address for _, address in addresses(read)]
    assert len(seen) == len(set(seen))
    assert read.units[0].heading is None
    for unit in read.units[1:]:
        heading = unit.heading
        assert heading is not None
        assert heading.number
        assert heading.level in LEVELS
        again = parse_heading(heading.level, heading.label + heading.title)
        assert again == heading
        assert str(heading) == str(heading).rstrip()
    assert all(found.code in CODES for found in read.findings)
    if not any(found.code in ("I104", "I106") for found in read.findings):
        text = letters("".join(block.text for block in raw.blocks))
        assert sorted(all_text(read)) == sorted(text)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_outline_is(path, request):
    given, _, expected = path.read_text("utf-8").partition(">>>\n")
    lang = "zh" if path.stem.startswith("zh") else "en"
    raw = raw_text(given, lang)
    read = outline(raw)
    if request.config.getoption("--save-golden"):
        path.write_text(f"{given}>>>\n{shown(read)}", "utf-8")
    else:
        assert shown(read) == expected
    check_promises(raw, read)


LABELS = st.sampled_from(
    [
        *("第一编", "第一章", "第二章　总则", "第一节", "第一条", "第二条　为了"),
        *("第二条之一", "第三条的规定", "第十二條之一", "附件", "附件1", "附件二："),
        *(
            "专栏1",
            "一、",
            "二、任务",
            "三、",
            "（一）",
            "（二）目标。加强",
            "(1)",
            "(2)",
        ),
        *("(1)Aims", "1.", "2.", "3.Aims", "1、", "2。", "①", "②", "1)", "a)", "(a)"),
        *("(i)", "A.", "B.", "I.", "II.", "0.", "目录", "附则", "Preamble", "Annex"),
        *("TITLE I", "PART ONE", "Chapter 1", "Section 2", "Article 1", "Annex I"),
        *("Article 2 The", "Article 2 bis", "Schedule 2", "Box 1", "Contents"),
        *("“第一条", "第二条。”", "1.5", "2021年"),
    ]
)
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=12)
LINES = st.tuples(LABELS | TEXT, TEXT).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES | LABELS, max_size=25), st.sampled_from(["zh", "en"]))
def test_whatever_the_text_nothing_is_lost_and_addresses_are_unique(lines, lang):
    raw = raw_text("\n".join(lines), lang)
    check_promises(raw, outline(raw))


def test_no_text_at_all_is_an_empty_preamble():
    read = outline(raw_text("", "zh"))
    assert [unit.heading for unit in read.units] == [None]
    assert not read.units[0].paragraphs


def test_a_long_law_is_read_whole():
    """Three hundred pages: twelve thousand lines, every article with a list."""
    lines = ["长法", "第一章 总则"]
    for number in range(1, 3001):
        lines.append(f"第{number}条 为了第{number}项目的，制定本条。")
        lines += ["（一）甲；", "（二）乙；", "第五条规定的除外。"]
    read = outline(raw_text("\n".join(lines), "zh"))
    assert len(read.units) == 3002
    assert {len(unit.paragraphs) for unit in read.units[2:]} == {4}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_plan_without_its_line_breaks_keeps_its_addresses(lang):
    """Every unit of the shipped plan is found again from its numbers alone."""
    text = (CONTENT / lang / "western-financial-center.md").read_text("utf-8")
    body = text.split("\n---\n", 1)[1].split("\n[^", 1)[0]
    lines, expected = [], []
    for paragraph in body.strip().split("\n\n"):
        signs = re.match(r"#*", paragraph)
        assert signs
        if level := len(signs[0]):
            expected.append(parse_heading(level, paragraph[level + 1 :]))
        lines.append(paragraph[level:].replace("\n", " "))
    read = outline(raw_text("\n".join(lines), lang))
    assert [unit.heading for unit in read.units[1:]] == expected
    assert not [found for found in read.findings if found.code != "I103"]
