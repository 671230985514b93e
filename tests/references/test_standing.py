"""Whether an address was published, and what stands there now."""

from __future__ import annotations

import pytest

from app.model.document import Document
from app.model.ledger import Entry
from app.model.ledger import Ledger
from app.model.locator import Locator
from app.references.standing import is_published
from app.references.standing import standing
from tests.relations.helpers import document
from tests.relations.helpers import unit


def at(address: str) -> Locator:
    return Locator.parse(address)


@pytest.fixture
def text() -> Document:
    lines = [(f"第{n}句。", f"Sentence {n}.") for n in range(1, 5)]
    return document(unit("1", ("甲", "A"), *lines))


LEDGER = Ledger(
    (
        Entry(at("1.s1"), "live"),
        Entry(at("1.s2"), "live"),
        Entry(at("1.s9"), "moved", target=at("1.s2")),
        Entry(at("1.s8"), "gone", "旧。", "Old."),
        Entry(at("3.s1"), "gone", "旧。", "Old."),
    )
)


@pytest.mark.parametrize(
    ("address", "published", "now"),
    [
        ("1", True, "1"),
        ("1.s3", True, "1.s3"),
        ("1.s9", True, "1.s2"),
        ("1.s8", True, None),
        ("3", True, None),
        ("2", False, None),
        ("1.s7", False, None),
        ("1.s2-s3", True, "1.s2-s3"),
        ("1.s3-s2", False, None),
        ("1.s3-s7", False, "1.s3-s7"),
    ],
)
def test_what_an_address_comes_to(
    text: Document, address: str, published: bool, now: str | None
) -> None:
    assert is_published(text, LEDGER, at(address)) is published
    found = standing(text, LEDGER, at(address))
    assert (str(found.place.locator) if found else None) == now


def test_a_range_covers_its_sentences_in_the_order_of_the_text(text: Document) -> None:
    found = standing(text, LEDGER, at("1.s2-s4"))
    assert found is not None
    assert [str(one) for one in found.covered] == ["1.s2", "1.s3", "1.s4"]
