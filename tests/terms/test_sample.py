"""The finder against the judgement of a person, and in laws it was not made for."""

from __future__ import annotations

from pathlib import Path
from typing import cast
from typing import NamedTuple

import pytest

from app.content.loader import load
from app.model.document import Document
from app.model.document import Lang
from app.model.document import LANGS
from app.model.glossary import Glossary
from app.model.locator import Locator
from app.terms.occurrences import TermFinder
from app.terms.usage import uses_of
from tests.references.gold_lists import CONTENT
from tests.references.gold_lists import lay_out

SAMPLE = Path(__file__).parent / "sample.txt"
BESIDE = "# Beside the sample\n"


class Judged(NamedTuple):
    """One line of the sample."""

    place: str
    lang: Lang
    words: str
    term: str
    verdict: str


def judged(text: str) -> list[Judged]:
    """Read the lines of the sample."""
    found = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            place, lang, words, term, verdict = line.split(" | ")
            found.append(Judged(place, cast(Lang, lang), words, term, verdict))
    return found


DRAWN, EXTRA = map(judged, SAMPLE.read_text(encoding="utf-8").split(BESIDE))


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return load(CONTENT).glossary


@pytest.fixture(scope="module")
def marked(glossary: Glossary) -> set[tuple[str, Lang, str, str]]:
    """Everything that the finder finds in the sentences of the plan."""
    (plan,) = load(CONTENT).documents
    return set(words_of(plan, glossary))


def words_of(
    document: Document, glossary: Glossary
) -> list[tuple[str, Lang, str, str]]:
    """List place, language, words and term of everything found in sentences."""
    return [
        (str(use.place), lang, sentence(document, use.place, lang)[start:end], use.term)
        for use in uses_of(document, TermFinder(glossary.terms))
        if use.place.segment
        for lang in LANGS
        for start, end in use.side(lang)
    ]


def sentence(document: Document, place: Locator, lang: Lang) -> str:
    return document.by_segment[place].plain(lang)


def test_what_was_judged_is_still_found(
    marked: set[tuple[str, Lang, str, str]],
) -> None:
    for line in (*DRAWN, *EXTRA):
        assert line.verdict in {"right", "wrong", "none"}
        assert (line[:4] in marked) == (line.verdict != "none"), line


def test_a_judged_word_stands_in_its_sentence(glossary: Glossary) -> None:
    (plan,) = load(CONTENT).documents
    for line in (*DRAWN, *EXTRA):
        place = Locator.parse(line.place)
        assert line.words in sentence(plan, place, line.lang), line
        assert line.term in glossary.by_id, line


def test_at_least_98_of_100_marks_are_right() -> None:
    assert len(DRAWN) >= 200
    assert {line.lang for line in DRAWN} == set(LANGS)
    right = sum(line.verdict == "right" for line in DRAWN)
    assert right >= 0.98 * len(DRAWN)


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("law-zh", {"国务院", "State Council", "行业自律"}),
        ("plan-box", {"国务院", "State Council", "数据交易场所", "data trading venue",
                      "地方政府专项债券", "local government special bonds"}),
        ("treaty-eu", {"欧洲联盟", "European Union", "EU"}),
    ],
)  # fmt: skip
def test_a_law_that_the_glossary_was_not_made_for_has_no_wrong_marks(
    slug: str, expected: set[str], glossary: Glossary, tmp_path: Path
) -> None:
    """In one, *yuan* stands eight times, and is never the currency of that name."""
    (law,) = load(lay_out(slug, tmp_path)).documents
    assert {words for _, _, words, _ in words_of(law, glossary)} == expected
