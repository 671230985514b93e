"""Fixtures and options for all tests."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from app.builder.pipeline import build
from app.snapshot.reader import open_snapshot
from app.snapshot.reader import Snapshot
from app.snapshot.store import Store
from tests.helpers import assert_golden
from tests.helpers import CONTENT

# The same examples on every run, however busy the machine is.
settings.register_profile("suite", deadline=None, derandomize=True)
settings.load_profile("suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--save-golden",
        action="store_true",
        help="write the expected files of the golden tests anew; review the diff",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with an expected file: ``golden(path, actual)``."""
    save = bool(request.config.getoption("--save-golden"))
    return lambda path, actual: assert_golden(path, actual, save=save)


@pytest.fixture(scope="session")
def snapshot_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the shipped content once, from a copy; give the index folder."""
    root = tmp_path_factory.mktemp("shipped")
    shutil.copytree(CONTENT, root / "content")
    built = build(root / "content", root / "index")
    assert built.digest, built.findings
    return root / "index"


@pytest.fixture(scope="session")
def snapshot(snapshot_dir: Path) -> Iterator[Snapshot]:
    """Open the snapshot of the shipped content."""
    store = Store(snapshot_dir)
    digest = store.current()
    assert digest
    opened = open_snapshot(store, digest)
    yield opened
    opened.close()
