"""The structure of a text by length, at its head."""

from __future__ import annotations

from itertools import pairwise

import pytest
from bs4 import BeautifulSoup

from app.model.document import LANGS
from app.model.locator import Locator
from app.snapshot.reader import Snapshot
from tests.web.conftest import Soup

PLAN = "western-financial-center"


@pytest.fixture
def page(soup: Soup) -> BeautifulSoup:
    return soup(f"/{PLAN}/")


def stretches(page: BeautifulSoup, tier: str) -> list[tuple[str, float, float]]:
    """Give the address, the beginning and the end of every stretch."""
    found = []
    for link in page.select(f".overview .{tier} a"):
        line = link.select_one(".line")
        x, width = float(line["x"][:-1]), float(line["width"][:-1])
        found.append((link["href"].removeprefix("#"), x, x + width))
    return found


def test_parts_and_sections_lead_to_their_places(page: BeautifulSoup) -> None:
    parts = [address for address, *_ in stretches(page, "parts")]
    sections = [address for address, *_ in stretches(page, "sections")]
    assert parts == ["0", "1", "2"]
    assert sections == ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "2.5"]
    for address in (*parts, *sections):
        assert page.find(id=address), address


def test_every_stretch_is_as_long_as_its_text(
    page: BeautifulSoup, snapshot: Snapshot
) -> None:
    document = snapshot.documents[PLAN]
    lengths = {
        locator: sum(len(segment.plain(lang)) for lang in LANGS)
        for locator, segment in document.by_segment.items()
    }
    whole = sum(lengths.values())
    for tier in ("parts", "sections"):
        for address, start, end in stretches(page, tier):
            unit = Locator.parse(address)
            own = sum(n for at, n in lengths.items() if unit.contains(at))
            assert end - start == pytest.approx(100 * own / whole, abs=0.3)


def test_stretches_follow_one_another_without_a_hole(page: BeautifulSoup) -> None:
    for tier in ("parts", "sections"):
        for (_, _, end), (_, start, _) in pairwise(stretches(page, tier)):
            assert 0 < start - end < 0.5
    assert stretches(page, "parts")[-1][2] == pytest.approx(100, abs=0.5)


def test_sections_lie_under_their_part(page: BeautifulSoup) -> None:
    parts = {address: (start, end) for address, start, end in stretches(page, "parts")}
    for address, start, end in stretches(page, "sections"):
        first, last = parts[address.partition(".")[0]]
        assert first <= start < end <= last + 0.01


def test_names_are_in_both_languages(page: BeautifulSoup) -> None:
    link = page.select_one('.overview a[href="#2.3"]')
    assert link["aria-label"].startswith("（三）构建支持高质量发展")
    assert " · (3) Build a modern financial service system" in link["aria-label"]
