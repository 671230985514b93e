"""The plan and a result set, taken from the shipped content."""

from __future__ import annotations

import pytest

from app.export.asked import Site
from app.export.extract import Extract
from app.export.extracting import extract_document
from app.export.extracting import extract_results
from app.search.results import SearchRequest
from app.snapshot.reader import Snapshot
from tests.export.reading import Pairs

SLUG = "western-financial-center"
SITE = Site("https://example.org")


@pytest.fixture(scope="session")
def plan(snapshot: Snapshot) -> Extract:
    """Take the whole plan."""
    return extract_document(snapshot, SLUG, SITE.address)


@pytest.fixture(scope="session")
def results(snapshot: Snapshot) -> Extract:
    """Take what a search finds; one hit is a heading without sentences."""
    asked = SearchRequest("主要任务 OR 绿色金融")
    return extract_results(snapshot, asked, SITE.address, SITE.search(asked))


@pytest.fixture(scope="session")
def site_pairs(snapshot: Snapshot) -> Pairs:
    """Give every pair as the site has it."""
    return [
        (str(one.locator), one.plain("zh"), one.plain("en"))
        for one in snapshot.documents[SLUG].by_segment.values()
    ]
