"""The page: what it does, and whom it refuses."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from app import create_app
from app.builder.pipeline import check
from app.config import Config
from app.content.layout import Layout
from app.editor import files
from app.editor.files import MendFirstError
from app.editor.manuscript import Place
from app.editor.operations import join
from app.editor.server import NoDocumentError
from app.editor.server import open_session
from tests.editor.conftest import EN
from tests.editor.conftest import HEADERS
from tests.editor.conftest import write_document
from tests.editor.conftest import ZH
from tests.helpers import CONTENT

ROOT = Path(__file__).parents[2]


def files_of(content):
    return {p: p.read_bytes() for p in sorted(content.rglob("*")) if p.is_file()}


def rows(session):
    return [(row.zh, row.en) for _, row in session.text.walk()]


def test_the_shipped_text_is_written_as_it_was_read():
    layout = Layout(CONTENT)
    frame, text = files.read(layout, "western-financial-center")
    for lang in ("zh", "en"):
        there = layout.path(lang, frame.slug).read_text("utf-8")
        assert files.write(frame, text, lang).text == there


def test_undo_gives_exactly_the_former_state(session, order):
    states = [session.text]
    for name in ("join", "accept", "push-en", "on-zh"):
        assert order(name, row=1)[0] == 200
        states.append(session.text)
    for state in reversed(states[:-1]):
        order("undo")
        assert session.text == state
    assert not session.unsaved
    for state in states[1:]:
        order("redo")
        assert session.text == state


def test_what_is_saved_passes_the_checks_and_is_read_back(session, order, content):
    order("rewrite", row=1, zh="第一句话。\n第二句话。", en="First.\nSecond.")
    order("accept", row=4)
    assert "Saved" in order("save")[1]
    assert not check(content).errors
    assert rows(open_session(content, "rules")) == rows(session)
    again = open_session(content, "rules")
    assert again.text.accepted == session.text.accepted
    reviewed = (content / "rules.reviewed").read_text("utf-8")
    assert re.search(r"^1\.s2\t[0-9a-f]{12}\t银行应当报告", reviewed, re.MULTILINE)


def test_errors_are_shown_and_nothing_is_written(session, order, content):
    before = files_of(content)
    order("rewrite", row=1, zh="无此注。[^n9]", en="No such note.[^n9]")
    status, page = order("save")
    assert status == 409
    assert "M001" in re.search(r'id="r1".*?</div>', page, re.DOTALL)[0]
    assert files_of(content) == before
    order("undo")
    assert session.text == session.saved


def test_files_that_changed_on_disk_are_not_overwritten(session, order, content):
    order("join", row=1)
    path = content / "en" / "rules.md"
    path.write_text(path.read_text("utf-8").replace("Banks", "All banks"), "utf-8")
    before = files_of(content)
    status, page = order("save")
    assert (status, "changed on disk" in page) == (409, True)
    assert files_of(content) == before
    order("open")
    assert rows(session)[-1][1] == "All banks shall report.[^n1]"


def test_nothing_is_written_where_one_file_cannot_be(
    session, order, content, monkeypatch
):
    order("join", row=1)
    before = files_of(content)
    replace = Path.replace

    def failing(self, target):
        if Path(target).parent.name == "en":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    status, page = order("save")
    assert (status, "No space left" in page) == (409, True)
    assert files_of(content) == before
    assert session.unsaved


def test_an_order_for_a_former_state_is_refused(session, order):
    old = session.version
    order("join", row=1)
    now = session.text
    status, page = order("join", row=1, version=old)
    assert (status, "another tab" in page) == (409, True)
    assert session.text == now


def test_only_what_changed_is_sent(client, session):
    sent = {"do": "push-en", "row": 3, "version": session.version}
    answer = client.post(
        "/token/do", data=sent, headers={**HEADERS, "Accept": "application/json"}
    ).json
    assert answer["units"] == {"1": [3, 4, 5]}
    assert set(answer["rows"]) == {"3", "4", "5"}
    assert answer["unsaved"]


def test_hostile_text_stays_text(session, order):
    _, page = order(
        "rewrite", row=1, zh="<script>alert(1)</script>", en='"><img src=x>'
    )
    assert "<script>alert" not in page
    assert "<img" not in page


def test_addresses_of_other_sentences_stay(session, order, content, tmp_path):
    from app.builder.pipeline import build

    build(content, tmp_path / "index")
    order(
        "rewrite",
        row=1,
        zh="第一句话。\n第二句话。",
        en="This is the first sentence.\nThis is the second.",
    )
    order("save")
    built = build(content, tmp_path / "index")
    ledger = (content / "rules.ids").read_text("utf-8")
    assert built.digest
    assert re.search(r"^0\.s2\tlive\t\w+\t-\t第三句话", ledger, re.MULTILINE)
    assert re.search(r"^0\.s1a\tlive", ledger, re.MULTILINE)


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1.evil.example:5000"},
        {**HEADERS, "Origin": "http://evil.example"},
        {**HEADERS, "Origin": "null"},
        {**HEADERS, "Origin": "http://127.0.0.1:8000"},
        {**HEADERS, "Sec-Fetch-Site": "cross-site"},
        {**HEADERS, "Sec-Fetch-Site": "same-site"},
    ],
)
def test_other_pages_may_order_nothing(client, session, headers):
    before = session.text
    sent = {"do": "join", "row": 1, "version": session.version}
    assert client.post("/token/do", data=sent, headers=headers).status_code == 403
    assert session.text is before


def test_nobody_gets_in_without_the_token(client):
    for path in ("/", "/do", "/other/", "/editor.js", "/token/../rules.md"):
        assert client.get(path, headers=HEADERS).status_code in (404, 405)


def test_no_inline_code_and_no_other_site(client):
    answer = client.get("/token/", headers=HEADERS)
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    page = answer.get_data(as_text=True)
    assert not re.search(r"<script(?![^>]*src=)|style=|\son\w+=", page)


def test_the_public_reader_does_not_know_the_page(snapshot_dir):
    app = create_app(Config(index=snapshot_dir))
    assert not [rule for rule in app.url_map.iter_rules() if "edit" in rule.rule]
    client = app.test_client()
    for path in ("/edit", "/static/editor.js", "/static/editor.css", "/do"):
        assert client.get(path).status_code == 404
    assert not [name for name in app.view_functions if name.startswith("editor")]


@pytest.mark.parametrize("slug", ["nothing", "../rules", "Rules", "", "zh"])
def test_a_document_that_is_not_there_is_named(content, slug):
    with pytest.raises(NoDocumentError, match="it has: rules"):
        open_session(content, slug)


def test_a_front_matter_that_is_not_filled_in_yet_is_kept(content):
    path = content / "zh" / "rules.md"
    path.write_text(path.read_text("utf-8").replace("issuers: 甲部\n", ""), "utf-8")
    session = open_session(content, "rules")
    session.apply(session.version, lambda text: join(text, Place(0, 0)))
    assert session.save(session.version).paths
    assert "issuers" not in path.read_text("utf-8")


def test_gaps_are_left_where_the_lines_do_not_go_together(tmp_path):
    shorter = EN.replace("The third has 12.\n", "")
    session = open_session(write_document(tmp_path, ZH, shorter), "rules")
    assert rows(session)[1] == ("第三句话有 12 个。", "-")
    assert session.doubtful


@pytest.mark.parametrize(
    ("zh", "en", "code"),
    [
        (ZH, EN.replace("## I. General provisions\n", ""), "A006"),
        (ZH.replace("这是总则。", "长" * 5000), EN, "F017"),
        (ZH, EN.replace("[^n1]: A note.", "[^n1]: A.\n\nMore."), "M005"),
        (ZH, EN.replace("A note.", ""), "A005"),
    ],
)
def test_what_must_be_mended_in_the_files_is_named(tmp_path, zh, en, code):
    with pytest.raises(MendFirstError, match=rf"rules\.md:\d+: {code} "):
        open_session(write_document(tmp_path, zh, en), "rules")


def test_the_command_serves_this_machine_until_it_is_stopped(content):
    running = subprocess.Popen(
        [sys.executable, "-m", "flask", "--app", "app", "edit", "rules",
         "--content", str(content)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    line = running.stdout.readline()
    port = int(re.search(r"http://127\.0\.0\.1:(\d+)/[\w-]{20,}/", line)[1])
    socket.create_connection(("127.0.0.1", port)).close()
    running.send_signal(signal.SIGINT)
    running.communicate(timeout=20)
    assert running.returncode == 0
