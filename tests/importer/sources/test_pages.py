"""Whole pages as governments publish them: what is left of each is a golden file."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.importer.sources.reading import read_file
from tests.importer.sources.test_cases import shown

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page(page: Path, golden):
    found = read_file(page)
    about = f"title: {found.title}\nissued: {found.issued}\naddress: {found.address}\n"
    golden(page.with_suffix(".txt"), f"{about}\n{shown(found)}\n")
