"""A place may be written in many ways; it is found, or refused with what was meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from app.content.loader import load
from app.errors import AmbiguousReferenceError
from app.errors import NotAReferenceError
from app.errors import PlaceError
from app.errors import UnknownPlaceError
from app.model.document import LANGS
from app.model.place import Place
from app.references.names import display_name
from app.references.resolver import Resolver
from tests.helpers import CONTENT
from tests.helpers import read_cases

DOCUMENT = load(CONTENT).documents[0]
SIGNS = "第二三（）()部分节条项.s-0123 IVXmeasure措施句至之#:"
RESOLVER = Resolver({DOCUMENT.slug: DOCUMENT}, {})


def outcome(text: str) -> str:
    """Say what becomes of a written place."""
    try:
        return str(RESOLVER.resolve(text).locator)
    except AmbiguousReferenceError as error:
        return " ".join(["ambiguous", *error.candidates])
    except UnknownPlaceError:
        return "unknown"
    except NotAReferenceError:
        return "not a reference"


@pytest.mark.parametrize("case", read_cases("references"), ids=str)
def test_written_places(case):
    ways = case.given.split("\n")
    assert {way: outcome(way) for way in ways} == dict.fromkeys(ways, case.expected)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "unit", list(DOCUMENT.walk()), ids=lambda unit: str(unit.locator)
)
def test_the_name_of_every_unit_and_segment_leads_back_to_it(unit, lang):
    for place in (unit, *unit.segments):
        name = display_name(DOCUMENT, place.locator, lang)
        assert RESOLVER.resolve(name) == Place(DOCUMENT.slug, place.locator), name


def test_every_canonical_address_resolves_to_itself():
    for locator in (*DOCUMENT.by_locator, *DOCUMENT.by_segment):
        assert RESOLVER.resolve(str(locator)).locator == locator


def test_an_unknown_place_names_those_that_are_near():
    with pytest.raises(UnknownPlaceError) as caught:
        RESOLVER.resolve("2.2.11")
    assert caught.value.nearest[0] == "2.3.11"
    with pytest.raises(UnknownPlaceError) as caught:
        RESOLVER.resolve("measure 27")
    assert caught.value.nearest[0] == "2.5.18"
    with pytest.raises(UnknownPlaceError) as caught:
        RESOLVER.resolve("2.3.11.s40")
    assert caught.value.nearest[-1] == "2.3.11.s13"


@settings(max_examples=300)
@given(
    st.text(
        st.sampled_from("第二三（）()部分节条项.s-0123 IVXmeasure措施句至之#:"),
        max_size=30,
    )
)
def test_no_text_breaks_the_parser(text):
    try:
        place = RESOLVER.resolve(text)
    except PlaceError:
        return
    assert place.slug == DOCUMENT.slug


@pytest.mark.parametrize(
    "text", ["二" * 1000, "(" * 200, "1." * 60, "第" * 119, "s4-" * 30]
)
def test_long_and_hostile_references_are_refused_quickly(text):
    with pytest.raises(PlaceError):
        RESOLVER.resolve(text)
