"""Terms that have to do with one another."""

from __future__ import annotations

from app.model.glossary import Glossary
from app.model.glossary import Term
from app.model.locator import Locator
from app.model.usage import TermUse
from app.model.usage import Usages
from app.terms.neighbours import Nested
from app.terms.neighbours import Noted
from app.terms.neighbours import TermShelf

GREEN = Term("green", "绿色金融", "green finance", "concept", ("绿金",), ("GF",))
STANDARD = Term("standard", "绿色金融标准", "green finance standard", "instrument")
CENTRE = Term("centre", "金融中心", "financial centre", "place", (), ("centre",))
FUND = Term("fund", "绿基金", "green fund", "instrument", (), ("gf",))
FINANCE = Term("finance", "金融", "finance", "concept")
ALL = (GREEN, STANDARD, CENTRE, FUND, FINANCE)

USES = tuple(
    TermUse(term, Locator.parse(place))
    for term, places in {
        "green": ("1.s1", "1.s2", "1.s3"), "standard": ("1.s1", "1.s2"),
        "centre": ("1.s3",), "fund": ("1.s1", "1.s2", "1.s3", "1.s4"),
    }.items()
    for place in places
)  # fmt: skip
SHELF = TermShelf(Glossary(ALL), Usages({"plan": USES}))


def test_a_shared_form_is_not_to_be_confused():
    (alike,) = SHELF.neighbours(GREEN).alike
    assert (alike.term, alike.form) == (FUND, "GF")
    (back,) = SHELF.neighbours(FUND).alike
    assert (back.term, back.form) == (GREEN, "gf")


def test_longer_and_shorter_terms_are_found_from_both_ends():
    assert SHELF.neighbours(GREEN).longer == (Nested(STANDARD, "绿色金融标准"),)
    assert SHELF.neighbours(GREEN).shorter == (Nested(FINANCE, "绿色金融"),)
    longer = [one.term for one in SHELF.neighbours(FINANCE).longer]
    assert longer == [GREEN, STANDARD, CENTRE]
    for term in ALL:
        for one in SHELF.neighbours(term).longer:
            assert Nested(term, one.form) in SHELF.neighbours(one.term).shorter


def test_terms_named_in_notes_are_found_from_both_ends():
    board = Term("board", "新三板", "New Third Board", "market", note="See 全国股转.")
    system = Term("system", "全国股转", "NEEQ", "institution")
    shelf = TermShelf(Glossary((board, system)), Usages())
    assert shelf.neighbours(board).noted == (Noted(system, board.note),)
    assert shelf.neighbours(system).noted == (Noted(board, board.note),)


def test_english_words_are_whole():
    art = Term("art", "艺术", "art", "concept")
    part = Term("part", "部分", "part", "concept")
    shelf = TermShelf(Glossary((art, part)), Usages())
    assert shelf.neighbours(part).shorter == ()


def test_what_stands_in_the_same_pairs_comes_by_how_often():
    beside = SHELF.neighbours(GREEN).beside
    assert [(one.term, one.pairs) for one in beside] == [(FUND, 3), (STANDARD, 2)]


def test_a_form_names_its_terms_in_any_spelling():
    assert SHELF.named("綠金") == (GREEN,)
    assert SHELF.named("Financial Centers") == (CENTRE,)
    assert SHELF.named("gf") == (GREEN, FUND)
    assert SHELF.named("。") == SHELF.named("") == ()
