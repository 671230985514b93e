"""The reader over the shipped content, and over a small text full of traps."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient

from app import create_app
from app.builder.pipeline import build
from app.config import Config

TRAPS = Path(__file__).parent / "content"
THREADS = Path(__file__).parent / "threads"

MOVED = {
    "zh": "这一句将要搬走，它足够长，能被认出来。\n",
    "en": "This sentence will be moved away; it is long enough to be recognised.\n",
}
DELETED = {
    "zh": "这一句将要**删去**。\n",
    "en": "This sentence will be **deleted**.\n",
}
AFTER = {
    "zh": "第二项只有一句。\n",
    "en": "The second item has but one sentence.\n",
}

Soup = Callable[..., BeautifulSoup]


@cache
def reader_of(index: Path) -> Flask:
    """Make a reader once for all tests."""
    return create_app(Config(index=index))


def make_client(index: Path, accept: str = "en") -> FlaskClient:
    """Visit a reader with a new browser in one language."""
    client = reader_of(index).test_client()
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = accept
    return client


def soup_of(client: FlaskClient) -> Soup:
    """Read pages as trees: ``soup("/about", status=200)``."""

    def read(path: str, status: int = 200) -> BeautifulSoup:
        response = client.get(path)
        assert response.status_code == status, response.status
        return BeautifulSoup(response.get_data(as_text=True), "html.parser")

    return read


@pytest.fixture
def client(snapshot_dir: Path) -> FlaskClient:
    """A visitor who reads English; the cookies are new for every test."""
    return make_client(snapshot_dir)


@pytest.fixture
def chinese(snapshot_dir: Path) -> FlaskClient:
    """A visitor who reads Chinese."""
    return make_client(snapshot_dir, "zh-CN,zh;q=0.9,en;q=0.5")


@pytest.fixture
def soup(client: FlaskClient) -> Soup:
    """Pages of the shipped content."""
    return soup_of(client)


def build_traps(root: Path) -> Path:
    """Build the small text, then again after a sentence moved and one was deleted."""
    content, index = root / "content", root / "index"
    shutil.copytree(TRAPS, content)
    first = build(content, index)
    assert first.digest, first.findings
    for lang in ("zh", "en"):
        path = content / lang / "rules.md"
        text = path.read_text("utf-8")
        text = text.replace(DELETED[lang], "").replace(MOVED[lang], "")
        text = text.replace(AFTER[lang], AFTER[lang] + MOVED[lang])
        path.write_text(text, "utf-8")
    second = build(content, index)
    assert second.digest, second.findings
    return index


@pytest.fixture(scope="session")
def traps_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the index of the small text."""
    return build_traps(tmp_path_factory.mktemp("traps"))


@pytest.fixture(scope="session")
def shelf_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build two texts, one of them in Traditional Chinese."""
    root = tmp_path_factory.mktemp("shelf")
    shutil.copytree(TRAPS, root / "content")
    for lang in ("zh", "en"):
        text = (TRAPS / lang / "rules.md").read_text("utf-8")
        text = text.replace("zh-Hans", "zh-Hant").replace(
            "short_title: ", "short_title: 2"
        )
        (root / "content" / lang / "other.md").write_text(text, "utf-8")
    built = build(root / "content", root / "index")
    assert built.digest, built.findings
    return root / "index"


def build_threads(root: Path) -> Path:
    """Build a law and a plan that name each other, and works that are not there."""
    shutil.copytree(THREADS, root / "content")
    built = build(root / "content", root / "index")
    assert built.digest, built.findings
    return root / "index"


@pytest.fixture(scope="session")
def threads_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the index of texts that name each other."""
    return build_threads(tmp_path_factory.mktemp("threads"))


@pytest.fixture
def threads_soup(threads_dir: Path) -> Soup:
    """Pages of texts that name each other."""
    return soup_of(make_client(threads_dir))


@pytest.fixture
def shelf_soup(shelf_dir: Path) -> Soup:
    """Pages of two texts."""
    return soup_of(make_client(shelf_dir))


@pytest.fixture
def trapped(traps_dir: Path) -> FlaskClient:
    """A visitor of the small text."""
    return make_client(traps_dir)


@pytest.fixture
def trap_soup(trapped: FlaskClient) -> Soup:
    """Pages of the small text."""
    return soup_of(trapped)
