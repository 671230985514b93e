"""A small document on the desk, in a content folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app.editor.server import open_session
from app.editor.session import Session
from app.editor.web import make_app

FRONT = """---
title: {title}
short_title: {title}
lang: {lang}
issued: 2024-05-01
issuers: {issuer}
status: {title}
coverage: {title}
---
"""

ZH = """
第一句话。第二句话。
第三句话有 12 个。

## 一、总则

这是总则。

银行应当报告。[^n1]

[^n1]: 注。
"""

EN = """
This is the first sentence. This is the second.
The third has 12.

## I. General provisions

These are the general provisions.

Banks shall report.[^n1]

[^n1]: A note.
"""

HEADERS = {"Host": "127.0.0.1:5000"}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Write the document ``rules``."""
    return write_document(tmp_path / "content", ZH, EN)


def write_document(folder: Path, zh: str, en: str) -> Path:
    """Write a document with this text below its front matter."""
    texts = (
        ("zh", FRONT.format(title="规则", lang="zh-Hans", issuer="甲部"), zh),
        ("en", FRONT.format(title="Rules", lang="en", issuer="Ministry A"), en),
    )
    for lang, front, text in texts:
        path = folder / lang / "rules.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(front + text, "utf-8")
    return folder


@pytest.fixture
def session(content: Path) -> Session:
    """Open it."""
    return open_session(content, "rules")


@pytest.fixture
def client(session: Session) -> FlaskClient:
    """Ask the page, as if its token were ``token``."""
    return make_app(session, "token").test_client()


Order = Callable[..., tuple[int, str]]


@pytest.fixture
def order(client: FlaskClient, session: Session) -> Order:
    """Give an order without JavaScript; give the status and the page."""

    def give(name: str, **fields: object) -> tuple[int, str]:
        sent = {"version": session.version, **fields, "do": name}
        answer = client.post(
            "/token/do", data=sent, headers=HEADERS, follow_redirects=True
        )
        return answer.status_code, answer.get_data(as_text=True)

    return give
