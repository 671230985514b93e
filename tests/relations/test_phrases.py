from __future__ import annotations

import pytest

from app.model.glossary import Glossary
from app.model.glossary import Term
from app.relations.bodies import bodies_of
from app.relations.phrases import phrases_of
from tests.relations.helpers import document
from tests.relations.helpers import lexicon
from tests.relations.helpers import Pair
from tests.relations.helpers import unit


def phrases(*lines: Pair, glossary: Glossary | None = None) -> list[str]:
    """List the phrases of a text in which every line is a unit."""
    units = (unit(f"1.{at}", ("", ""), line) for at, line in enumerate(lines, 1))
    bodies = bodies_of(document(*units))
    found = phrases_of(bodies, glossary or Glossary(), lexicon())
    return sorted(f"{term.zh} = {term.en}" for term in found)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([("推广区块链存证。", "Promote blockchain evidence."),
          ("研究区块链。", "Study the blockchain.")], ["区块链 = blockchain"]),
        ([("绿色项目的贷款。", "Loans for green projects."),
          ("支持绿色项目。", "Support a green project.")],
         ["绿色项目 = green project"]),
        ([("推廣區塊鏈。", "Promote the Blockchain."),
          ("研究区块链。", "Study a Blockchain.")], ["區塊鏈 = Blockchain"]),
    ],
    ids=["a word", "a phrase in any number", "as the first line writes it"],
)  # fmt: skip
def test_what_stands_in_the_same_lines_belongs_together(lines, expected):
    assert phrases(*lines) == expected


@pytest.mark.parametrize(
    "lines",
    [
        [("推广区块链。", "Promote ledgers."), ("研究区块链。", "Study databases.")],
        [("票据与仓单。", "Bills. Receipts."), ("仓单与票据。", "Receipts. Bills.")],
        [("支持它。", "Support it."), ("支持他们。", "Support them.")],
        [("前款规定。", "The preceding rule."), ("依前款。", "By the preceding one.")],
        [("到2025年。", "By 2025."), ("在2025年。", "In 2025.")],
    ],
    ids=["no rendering", "rivals", "a verb", "a reference", "a number"],
)
def test_what_is_no_term_or_cannot_be_told(lines):
    assert phrases(*lines) == []


def test_a_phrase_of_one_unit_alone_is_none():
    one = unit("1.1", ("区块链", "Blockchain"), ("推广区块链。", "Promote blockchain."))
    assert not phrases_of(bodies_of(document(one)), Glossary(), lexicon())


def test_what_the_glossary_has_is_left_to_it():
    lines = (
        ("推广区块链。", "Promote blockchain."),
        ("研究区块链。", "Study blockchain."),
    )
    term = Term("chain", "区块链", "blockchain", "concept")
    assert phrases(*lines, glossary=Glossary((term,))) == []
    other = Term("chain", "分布式账本", "blockchain", "concept")
    assert phrases(*lines, glossary=Glossary((other,))) == []


def test_two_that_fit_equally_well_leave_it_open():
    both = [("区块链。", "Ledgers. Chains.")] * 6
    ledgers, chains = ("账。", "Ledgers."), ("链条。", "Chains.")
    assert phrases(*both, ledgers) == ["区块链 = Chains"]
    assert phrases(*both, ledgers, chains) == []
