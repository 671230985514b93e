"""A reader whose snapshot has a few threads that the tests know."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import create_app
from app.config import Config
from app.model.locator import Locator
from app.model.place import Place
from app.model.thread import CrossReference
from app.model.thread import Relation
from app.model.thread import RelationKind
from app.model.thread import SharedTerm
from app.model.thread import Target
from app.model.thread import Threads
from tests.web.conftest import Soup
from tests.web.conftest import soup_of

PLAN = "western-financial-center"

GREEN = SharedTerm("绿色金融", "green finance", 6, 1, "green-finance")
FINTECH = SharedTerm("金融科技", "fintech", 1, 2, "fintech")


def relation(unit: str, other: str, kind: RelationKind, term: SharedTerm) -> Relation:
    return Relation(Locator.parse(unit), Locator.parse(other), kind, (term,), 1.0)


THREADS = Threads(
    references=(
        CrossReference(
            Place(PLAN, Locator.parse("2.3.11.s9")),
            (Target(Place(PLAN, Locator.parse("2.2.8"))),),
            note="n17",
        ),
    ),
    relations={
        PLAN: (
            relation("2.3.11", "1.3", "goal", GREEN),
            relation("1.3", "2.3.11", "goal", GREEN),
            relation("2.4.16", "1.3", "goal", FINTECH),
            relation("2.4.16", "2.2.5", "shared", FINTECH),
        )
    },
)


@pytest.fixture
def threaded(snapshot_dir: Path) -> Flask:
    """Make a reader that has just these threads."""
    app = create_app(Config(index=snapshot_dir))
    app.extensions["current_snapshot"].get().threads = THREADS
    return app


@pytest.fixture
def mapped(threaded: Flask) -> FlaskClient:
    """A visitor of the maps who reads English."""
    client = threaded.test_client()
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


@pytest.fixture
def map_soup(mapped: FlaskClient) -> Soup:
    """Pages with maps."""
    return soup_of(mapped)
