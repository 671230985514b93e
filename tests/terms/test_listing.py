"""A glossary in order, filtered, and in pages."""

from __future__ import annotations

import pytest

from app.model.glossary import Glossary
from app.model.glossary import Term
from app.model.locator import Locator
from app.model.usage import TermUse
from app.model.usage import Usages
from app.terms.listing import Listing
from app.terms.listing import TermList
from app.terms.listing import TermRequest

TERMS = (
    Term("bank-governor", "行长", "governor", "place", (), ("head of a bank",)),
    Term("bank", "银行", "bank", "institution"),
    Term("green", "绿色金融", "green finance", "concept", ("綠金",), ("GF",)),
    Term("plan", "《规划纲要》", "“Outline”", "strategy"),
    Term("ccus", "CCUS", "carbon capture, utilization and storage", "concept"),
    Term("g20", "20国集团", "20-nation group", "institution"),
)
USES = (
    TermUse("green", Locator.parse("1"), ((0, 4),), ((0, 13), (20, 22))),
    TermUse("green", Locator.parse("1.s1"), ((0, 4),)),
)
LISTING = Listing(Glossary(TERMS), Usages({"plan": USES}))


def select(**asked: object) -> TermList:
    return LISTING.select(TermRequest(**asked))  # type: ignore[arg-type]


def ids(found: TermList) -> list[str]:
    return [entry.term.id for entry in found.entries]


def test_chinese_is_ordered_by_the_pinyin_of_words_and_signs_do_not_count():
    found = select()
    assert ids(found) == ["ccus", "plan", "bank-governor", "green", "bank", "g20"]
    assert [entry.letter for entry in found.entries] == ["C", "G", "H", "L", "Y", "#"]


def test_english_is_ordered_by_its_letters_and_signs_do_not_count():
    found = select(sort="en")
    assert ids(found) == ["bank", "ccus", "bank-governor", "green", "plan", "g20"]
    assert [entry.letter for entry in found.entries] == ["B", "C", "G", "G", "O", "#"]


def test_a_letter_is_one_of_the_order():
    assert ids(select(letter="G")) == ["plan"]
    assert ids(select(letter="G", sort="en")) == ["bank-governor", "green"]
    assert ids(select(letter="#")) == ["g20"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("金融", ["green"]), ("綠色", ["green"]), ("绿金", ["green"]),
        ("gf", ["green"]), ("Green Fin", ["green"]),
        ("lvse", ["green"]), ("lü se", ["green"]), ("yin hang", ["bank"]),
        ("ｂａｎｋ", ["bank-governor", "bank"]), ("nothing", []), ("y", []),
    ],
)  # fmt: skip
def test_words_are_a_part_of_any_form_or_begin_the_pinyin(text, found):
    assert ids(select(text=text)) == found


def test_counts_say_what_each_choice_would_give():
    found = select(sort="en", kind="concept")
    assert found.kinds == {"concept": 2, "institution": 2, "place": 1, "strategy": 1}
    assert found.letters == {"C": 1, "G": 1}
    narrowed = select(sort="en", kind="concept", letter="G")
    assert narrowed.kinds == {"concept": 1, "place": 1}
    for letter, count in found.letters.items():
        assert select(sort="en", kind="concept", letter=letter).total == count
    for kind, count in found.kinds.items():
        assert select(kind=kind).total == count


def test_occurrences_are_counted_by_the_fuller_side():
    (green,) = [one for one in select().entries if one.term.id == "green"]
    assert (green.occurrences, green.pairs) == (3, 2)
    assert LISTING.count(TERMS[0]) == 0


def test_pages_together_are_the_whole_list():
    whole = ids(select())
    pages = [select(page=page, size=4) for page in (1, 2, 3)]
    assert [ids(page) for page in pages] == [whole[:4], whole[4:], []]
    assert {page.pages for page in pages} == {2}
    assert select(text="nothing").pages == 1


def test_the_terms_around_one_are_of_its_kind_and_no_more_than_wanted():
    many = tuple(
        Term(f"t{n}", f"词{n:03}", f"word {n:03}", "concept") for n in range(50)
    )
    listing = Listing(Glossary(many), Usages())
    for at in (0, 1, 25, 49):
        total, terms = listing.around(many[at], "en", 9)
        assert (total, len(terms)) == (50, 9)
        assert many[at] in terms
    assert listing.around(many[3], "zh", 90)[0] == 50
    assert len(listing.around(many[3], "zh", 90)[1]) == 50
