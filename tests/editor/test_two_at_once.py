"""Two tabs, two editors, and what a page says of what was done."""

from __future__ import annotations

import os
import socket
from dataclasses import replace

import pytest

from app.builder.pipeline import build
from app.editor.files import UnreadableError
from app.editor.reviewed import read_reviewed
from app.editor.server import open_session
from app.editor.server import PortError
from app.editor.server import serve
from tests.editor.conftest import HEADERS


def reviewed(content):
    return read_reviewed(content / "rules.reviewed")


def marks(session):
    return [row.fingerprint for _, row in session.text.walk()]


def test_links_on_the_answer_to_a_refused_order_lead_back(client, session):
    sent = {"do": "paragraph", "row": 1, "version": session.version}
    refused = client.post("/token/do?ui=en", data=sent, headers=HEADERS)
    page = refused.get_data(as_text=True)
    assert refused.status_code == 409
    assert page.index('id="r1"') < page.index('role="alert"') < page.index("data-tools")
    answer = client.get("/token/do?row=2&ui=zh", headers=HEADERS)
    assert answer.status_code == 303
    assert answer.location == "/token/?row=2&ui=zh"


def test_what_was_typed_is_still_there_when_it_is_refused(order):
    status, page = order("rewrite", row=1, zh="## 不行", en="No heading here.")
    assert status == 409
    assert "## 不行</textarea>" in page
    assert "No heading here.</textarea>" in page


def test_an_old_page_cannot_throw_away_what_was_done_since(session, order):
    old = session.version
    order("join", row=1)
    now = session.text
    assert order("open", version=old)[0] == 409
    assert session.text is now


def test_rows_that_another_editor_accepted_stay_accepted(session, order, content):
    order("accept", row=1)
    order("accept", row=2)
    order("save")
    other = open_session(content, "rules")
    one, two, three, four = marks(session)
    order("accept", row=1)
    order("accept", row=3)
    order("save")
    other.apply(other.version, lambda text: text_with(text, four))
    other.save(other.version)
    assert reviewed(content) == {two, three, four}
    order("undo")
    order("save")
    assert reviewed(content) == {two, four}
    assert one not in reviewed(content)


def text_with(text, mark):
    return replace(text, accepted=text.accepted | {mark})


def test_undo_names_the_deed_and_goes_back_to_its_row(client, session, order):
    order("accept", row=4)
    order("join", row=3)
    assert "Undone: join 1.s1" in order("undo", row=1)[1]
    sent = {"do": "undo", "row": 1, "version": session.version}
    answer = client.post(
        "/token/do?ui=zh",
        data=sent,
        headers={**HEADERS, "Accept": "application/json"},
    ).json
    assert answer["said"] == "已撤销：认可 1.s2"
    assert answer["current"] == 4
    assert "Done again: accept 1.s2" in order("redo", row=1)[1]


def test_a_save_says_in_chinese_what_becomes_of_addresses(client, content, tmp_path):
    build(content, tmp_path / "index")
    session = client.application.extensions["session"]
    for sent in ({"do": "rewrite", "row": 2, "zh": "", "en": ""}, {"do": "save"}):
        answer = client.post(
            "/token/do?ui=zh",
            data={**sent, "version": session.version},
            headers={**HEADERS, "Accept": "application/json"},
        )
    said = answer.json["said"]
    assert said == (
        "已保存：content/zh/rules.md、content/en/rules.md。"
        "下次构建时地址的变化：停用 1 个（0.s2）。"
    )


def test_a_taken_port_is_named(content):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortError, match=f"^Port {port} is taken; choose another"):
            serve(content, "rules", port, print)


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo])
@pytest.mark.parametrize("name", ["zh/rules.md", "rules.reviewed"])
def test_what_is_no_file_is_named_and_not_waited_for(content, make, name):
    (content / name).unlink(missing_ok=True)
    make(content / name)
    with pytest.raises(UnreadableError, match=rf"^\S*{name} cannot be edited\. This"):
        open_session(content, "rules")
