"""Where sentences end: the cases of translators, and what holds for every text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.sentences import split_en
from app.text.sentences import split_zh
from tests.helpers import CONTENT
from tests.helpers import TESTS


def blocks(name: str) -> list[list[str]]:
    """Read the blocks of a file of cases, each with its title first."""
    text = (TESTS / "cases" / f"{name}.txt").read_text("utf-8")
    text = text[text.index("\n# ") + 1 :]
    return [block.split("\n") for block in re.split(r"\n{2,}", text.strip("\n"))]


def joined(lines: list[str], space: str) -> str:
    """Make one paragraph of sentences; a backslash at the end leaves out the space."""
    return "".join(
        line[:-1] if line.endswith("\\") else line + space for line in lines
    ).rstrip()


@pytest.mark.parametrize("block", blocks("sentences-zh"), ids=lambda block: block[0])
def test_chinese_sentences_end_where_a_translator_ends_them(block):
    assert split_zh(joined(block[1:], "")) == block[1:]


@pytest.mark.parametrize("block", blocks("sentences-en"), ids=lambda block: block[0])
def test_english_sentences_end_where_a_translator_ends_them(block):
    expected = [line.removesuffix("\\") for line in block[1:]]
    assert split_en(joined(block[1:], " ")) == expected


@pytest.mark.parametrize(("lang", "space"), [("zh", ""), ("en", " ")])
def test_the_plan_is_parted_into_its_lines(lang, space):
    split = split_zh if lang == "zh" else split_en
    path = CONTENT / lang / "western-financial-center.md"
    body = path.read_text("utf-8").split("\n---\n", 1)[1].split("\n[^n1]:")[0]
    parts = [part.strip("\n") for part in body.split("\n\n")]
    paragraphs = [part.split("\n") for part in parts if part and part[0] != "#"]
    assert [split(space.join(part)) for part in paragraphs] == paragraphs


PIECES = st.lists(
    st.sampled_from(
        [
            "。", "！", "？", "…", ".", "!", "?", "“", "”", "「", "」", '"', "'", "（",
            "）", "(", ")", "[", "]", " ", "\u3000", "1", "2.3", "一", "第三条", "Mr",
            "U.S", "No", "The", "end", "A", "i.e", "说", "的", "：", ":", "；", "e.g.",
            "[1]", "[^n1]", "www.a.com", "\n", "文",
        ]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(PIECES | st.text(max_size=60))
def test_nothing_is_lost_and_no_sentence_is_empty(text):
    for split in (split_zh, split_en):
        sentences = split(text)
        assert all(sentence == sentence.strip() != "" for sentence in sentences)
        assert "".join("".join(sentences).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "piece", ["“(", "(", "”)", "。", ". ", '" .', "他说“甲（乙。”", "a"]
)
def test_a_text_of_a_hundred_thousand_signs_is_no_trouble(piece):
    text = piece * (100_000 // len(piece))
    for split in (split_zh, split_en):
        assert len("".join(split(text))) <= len(text)
