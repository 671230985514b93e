from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app import create_app
from app.builder.pipeline import build
from app.config import Config
from app.freezer.freeze import freeze
from app.progress import Silent
from tests.freezer.links import Files
from tests.web.conftest import build_traps

CONTENT = Path(__file__).parent / "content"
BASE = "https://example.org/policies"


def frozen(index: Path, place: Path, base: str = BASE) -> Files:
    """Freeze a reader."""
    freeze(create_app(Config(index=index)), place, base, Silent())
    return Files(place, base)


@pytest.fixture(scope="session")
def traps_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the index of the small text."""
    return build_traps(tmp_path_factory.mktemp("traps"))


@pytest.fixture(scope="session")
def files(traps_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Freeze the small text, in which a sentence moved and another was deleted."""
    return frozen(traps_dir, tmp_path_factory.mktemp("frozen") / "site")


def frozen_plan(root: Path, base: str = "") -> Files:
    """Build a small plan that has measures and terms, and freeze it."""
    shutil.copytree(CONTENT, root / "content")
    built = build(root / "content", root / "index")
    assert built.digest, built.findings
    return frozen(root / "index", root / "site", base)


@pytest.fixture(scope="session")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Freeze a plan for a site that has no address yet."""
    return frozen_plan(tmp_path_factory.mktemp("nowhere"))
