"""What the checks of a translation look like: a mark beside a row, and their page."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app.builder.pipeline import build
from tests.web.conftest import make_client
from tests.web.conftest import Soup
from tests.web.conftest import soup_of

FRONT = """---
title: {title}
short_title: {title}
lang: {lang}
issued: 2024-05-01
issuers: A
status: <i>Unofficial</i>.
coverage: All.
---

"""
ZH = "## 一、总则\n\n设立三百个网点。\n不得<b>篡改</b>记录。\n支持银行发展。\n"
EN = """## I. General

Set up 200 outlets.
Records shall be <b>altered</b>.
Support banks.
"""
REASON = "The <em>records</em> are drafts."


@pytest.fixture(scope="module")
def doubted(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    root = tmp_path_factory.mktemp("doubts")
    write(root / "content", ZH, EN, f"1.s2 T005 {REASON}\n1.s2 T006 {REASON}\n")
    build(root / "content", root / "index")
    return make_client(root / "index")


def write(content: Path, zh: str, en: str, exceptions: str) -> None:
    for lang, tag, title, text in (
        ("zh", "zh-Hans", "办法", zh),
        ("en", "en", "Rules", en),
    ):
        (content / lang).mkdir(parents=True)
        front = FRONT.format(title=title, lang=tag)
        (content / lang / "rules.md").write_text(front + text, "utf-8")
    (content / "rules.exceptions").write_text(exceptions, "utf-8")


@pytest.fixture(scope="module")
def page(doubted: FlaskClient) -> Soup:
    return soup_of(doubted)


def test_a_doubtful_row_has_a_mark_that_leads_to_its_alarm(page: Soup) -> None:
    for address, row in (("/rules/", "1.s1"), ("/rules/1", "s1")):
        (mark,) = page(address).select(".doubt")
        assert mark.parent["id"] == row
        assert mark["href"] == "/rules/checks#T001-1.s1"
        assert mark.get_text() == "To check in the translation: Numbers"
    assert page("/rules/checks").select_one("[id='T001-1.s1']")


def test_the_words_concerned_are_marked(page: Soup) -> None:
    row = page("/rules/checks").select_one("[id='T001-1.s1']")
    assert [mark.get_text() for mark in row.select("mark")] == ["三百", "200"]
    said = row.find_parent("div", "remark").select("code")
    assert [code.get_text() for code in said] == ["三百", "200"]


def test_an_accepted_alarm_shows_its_reason_and_has_no_mark(page: Soup) -> None:
    shown = (
        page("/rules/checks")
        .select_one("[id='T005-1.s2']")
        .find_parent("div", "remark")
    )
    assert REASON in shown.select_one(".accepted").get_text()
    assert not shown.select_one(".accepted em")


def test_the_page_counts_what_was_compared(page: Soup) -> None:
    rows = {
        row.th.get_text(): [cell.get_text() for cell in row.select("td")]
        for row in page("/rules/checks").select(".checked tbody tr")
    }
    assert rows["Numbers"] == ["1", "1", "0"]
    assert rows["Negation and bounds"] == ["1", "0", "1"]
    assert rows["Length"] == ["3", "0", "0"]
    assert len(rows) == 9


def test_the_kinds_are_named_in_chinese_too(page: Soup) -> None:
    text = page("/rules/checks?ui=zh").get_text()
    assert "否定和上下限" in text
    assert "仅见于中文：" in text
