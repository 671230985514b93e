"""An address is parsed, printed, climbed and ordered; nothing else passes for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import LocatorError
from app.model.locator import Locator

ORDERED = """
0 0.s1 1 2 2.3 2.3.2 2.3.11 2.3.11.s0a 2.3.11.s1 2.3.11.s4 2.3.11.s4a 2.3.11.s4b
2.3.11.s4za 2.3.11.s10 2.3.12 2.3.12-1 10 annex-1
"""

numbers = st.integers(1, 999).map(str)
steps = st.one_of(
    numbers,
    st.tuples(numbers, numbers).map("-".join),
    numbers.map("annex-{}".format),
    numbers.map("box-{}".format),
)
segments = st.tuples(numbers, st.sampled_from(["", "a", "b", "zc"])).map("".join)
locators = st.builds(
    lambda path, segment, last: Locator(tuple(path), segment, last if segment else ""),
    st.lists(steps, min_size=1, max_size=4),
    st.one_of(st.just(""), segments),
    st.one_of(st.just(""), segments),
)


@given(locators)
def test_what_is_printed_is_parsed_back(locator):
    assert Locator.parse(str(locator)) == locator


@given(st.text(max_size=20))
def test_any_text_is_an_address_or_is_refused_by_name(text):
    try:
        assert str(Locator.parse(text)) == text
    except LocatorError as error:
        assert repr(text) in str(error)  # noqa: PT017


@pytest.mark.parametrize(
    "text",
    ["", ".", "2.", ".2", "2..3", "s4", "2.s", "2.s4-", "2.s4.3", "2.3.11.S4", "２.３",
     "2.3\n", " 2.3", "2.3.x", "annex", "annex-", "2.3.s4-6", "1234567", "-1", "2/3"],
)  # fmt: skip
def test_near_misses_are_refused(text):
    with pytest.raises(LocatorError):
        Locator.parse(text)


def test_a_segment_lies_in_its_unit_and_the_units_above():
    segment = Locator.parse("2.3.11.s4")
    assert segment.parent == Locator.parse("2.3.11")
    assert segment.unit.parent == Locator.parse("2.3")
    assert Locator.parse("2").parent is None
    assert Locator.parse("2.3").contains(segment)
    assert not Locator.parse("2.3.1").contains(segment)
    assert not segment.contains(segment)


def test_a_range_begins_at_its_first_segment():
    place = Locator.parse("2.3.11.s4-s6")
    assert str(place.start) == "2.3.11.s4"
    assert place.fragment == "s4-s6"


def test_addresses_are_ordered_as_a_reader_counts():
    ordered = ORDERED.split()
    mixed = sorted(map(Locator.parse, reversed(ordered)), key=lambda one: one.sort_key)
    assert [str(one) for one in mixed] == ordered
