"""The checks of the translation: single sentences, and whole texts with errors."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.layout import Layout
from app.content.loader import load
from app.content.loader import load_glossary
from app.model.document import Document
from app.model.locator import Locator
from app.text.numerals import format_chinese
from app.translation.check import Checker
from app.translation.check import Habits
from app.translation.check import pairs_of
from app.translation.pair import Pair
from tests.helpers import CONTENT
from tests.helpers import read_cases
from tests.helpers import TESTS
from tests.translation.seeding import Seed
from tests.translation.seeding import seeds

GLOSSARY, _ = load_glossary(Layout(CONTENT))
CHECKER = Checker(GLOSSARY)
HERE = Locator.parse("1.s1")

TEXTS = ("western-financial-center", "law-zh", "plan-box")


def codes(pair: Pair, habits: Habits | None = None) -> set[str]:
    return {alarm.code for alarm in CHECKER.alarms(pair, habits or Habits())}


def text(name: str, folder: Path) -> Document:
    """Read the plan of this library, or one of the texts made for references."""
    if name == TEXTS[0]:
        return next(one for one in load(CONTENT).documents if one.slug == name)
    for lang in ("zh", "en"):
        path = folder / lang / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        gold = TESTS / "references" / "gold" / name / f"{lang}.md"
        path.write_text(gold.read_text("utf-8"), "utf-8")
    return load(folder).documents[0]


@pytest.mark.parametrize("case", read_cases("translation"), ids=str)
def test_a_sentence(case):
    zh, en = case.given.split("\n")
    expected = set() if case.expected == "nothing" else set(case.expected.split())
    assert codes(Pair(HERE, zh, en)) == expected


@pytest.mark.parametrize("name", TEXTS)
def test_alarms_on_a_clean_text_are_few(name, tmp_path):
    pairs = pairs_of(text(name, tmp_path))
    habits = Habits.of(pairs)
    alarmed = [pair for pair in pairs if codes(pair, habits)]
    assert len(alarmed) <= 0.05 * len(pairs), [str(one.locator) for one in alarmed]


@pytest.mark.parametrize("name", TEXTS[:2])
def test_errors_of_all_kinds_are_found(name, tmp_path):
    pairs = pairs_of(text(name, tmp_path))
    habits = Habits.of(pairs)
    made = seeds([(pair.zh, pair.en) for pair in pairs], GLOSSARY, 100)
    lost = [one for one in made if not is_found(one, pairs[one.row], habits)]
    assert len(made) == 100
    assert len({one.kind for one in made}) >= 14
    assert len(lost) <= 5, "\n".join(f"{o.kind}: {o.zh} | {o.en}" for o in lost)


def is_found(seed: Seed, clean: Pair, habits: Habits) -> bool:
    """Say whether an error raises an alarm that the sound pair does not raise."""
    before = Counter(CHECKER.alarms(clean, habits))
    after = Counter(CHECKER.alarms(Pair(clean.locator, seed.zh, seed.en), habits))
    return bool(after - before)


@given(st.integers(min_value=13, max_value=9_999))
def test_a_number_is_the_same_in_every_writing(number):
    en = f"Set up {number} outlets in {number:,} days."
    zh = f"在{number}日内设立{format_chinese(number)}个网点。"
    assert codes(Pair(HERE, zh, en)) <= {"T009"}


@given(st.integers(13, 9_999), st.integers(13, 9_999))
def test_another_number_is_found(one, other):
    pair = Pair(HERE, f"设立{format_chinese(one)}个网点。", f"Set up {other} outlets.")
    assert ("T001" in codes(pair)) == (one != other)


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_is_too_odd(zh, en):
    for alarm in CHECKER.alarms(Pair(HERE, zh, en), Habits()):
        for spans, plain in ((alarm.zh, zh), (alarm.en, en)):
            assert all(0 <= start < end <= len(plain) for start, end in spans)
