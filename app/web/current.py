"""The snapshot this request is answered from: one, taken once."""

from __future__ import annotations

from flask import abort
from flask import current_app
from flask import Flask
from flask import g

from app.config import Config
from app.model.document import Document
from app.snapshot.current import CurrentSnapshot
from app.snapshot.reader import Snapshot
from app.web.tags import LangTags
from app.web.tags import tags_of

_KEY = "current_snapshot"


def init_app(app: Flask, config: Config) -> None:
    """Watch the index folder for snapshots."""
    app.extensions[_KEY] = CurrentSnapshot(config.index)


def get_snapshot() -> Snapshot:
    """Give the snapshot for this request; a new one is taken up by the next request.

    :raise SnapshotError: if there is none.
    """
    if _KEY not in g:
        current: CurrentSnapshot = current_app.extensions[_KEY]
        setattr(g, _KEY, current.get())
    snapshot: Snapshot = getattr(g, _KEY)
    return snapshot


def get_document(slug: str) -> Document:
    """Give a document.

    :raise NotFound: if there is none of that name.
    """
    document = get_snapshot().documents.get(slug)
    if document is None:
        abort(404)
    return document


def get_tags(slug: str) -> LangTags:
    """Give the language tags of a document."""
    return tags_of(get_snapshot().documents[slug])
