"""Chinese shown in the other script: words change, and nothing else does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from app.text.script import in_script
from app.text.script import SCRIPTS
from app.web.script import page_in_script
from tests.web.conftest import make_client

PLAN = "/western-financial-center/"

han = st.text(st.sampled_from("发展头里程后台面只系制干复金<&>“”a 臺灣髮帳戶准"))


@given(st.text(), st.sampled_from(SCRIPTS))
def test_a_text_keeps_its_length(text: str, script: str) -> None:
    assert len(in_script(text, script)) == len(text)  # type: ignore[arg-type]


@given(st.lists(han, min_size=1), st.sampled_from(SCRIPTS))
def test_marks_stay_where_they_are(pieces: list[str], script: str) -> None:
    """What stands in an element is what stood there, converted in its sentence."""
    from markupsafe import escape

    html = "<p>" + "".join(f"<mark>{escape(one)}</mark>" for one in pieces) + "</p>"
    shown = BeautifulSoup(page_in_script(html, script), "html.parser")  # type: ignore[arg-type]
    whole = in_script("".join(pieces), script)  # type: ignore[arg-type]
    assert shown.get_text() == whole
    assert [len(one.get_text()) for one in shown("mark")] == [*map(len, pieces)]


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("里程碑在城里", "里程碑在城裡"), ("之后的皇后", "之後的皇后"),
        ("平台在台湾", "平臺在臺灣"), ("全面生产面粉", "全面生產麵粉"),
        ("基金发展与头发", "基金發展與頭髮"), ("按照准入标准", "按照准入標準"),
        ("行政复议", "行政復議"), ("对合并决议", "對合併決議"),
        ("公布账户", "公布帳戶"), ("软件", "軟件"), ("征信", "徵信"),
        ("规定制订章程", "規定制訂章程"),
        ("更显著的著作", "更顯著的著作"), ("占地区生产总值", "占地區生產總值"),
    ],
)  # fmt: skip
def test_words_of_policy(simplified: str, traditional: str) -> None:
    assert in_script(simplified, "hant") == traditional
    assert in_script(traditional, "hans") == simplified


def test_a_word_reaches_across_a_mark() -> None:
    shown = page_in_script("<p>头<mark>发</mark><p>发", "hant")
    assert shown == "<p>頭<mark>髮</mark><p>發"


def test_what_is_typed_or_leads_somewhere_stays() -> None:
    html = (
        '<input value="发" title="发"><a href="/发" lang="zh-Hans">发</a>'
        "<code>发</code>"
        '<i lang="zh-Hant">里</i>里程<rt>发</rt>'
    )
    assert page_in_script(html, "hant") == (
        '<input value="发" title="發"><a href="/发" lang="zh-Hant">發</a>'
        "<code>发</code>"
        '<i lang="zh-Hant">里</i>里程<rt>发</rt>'
    )


def test_the_default_page_is_as_written(client: FlaskClient) -> None:
    before = client.get(PLAN).text
    assert 'lang="zh-Hant"' not in before
    assert client.get(PLAN + "?script=junk").text.count("发展") == before.count("发展")


@pytest.mark.parametrize(
    "path", ["/", PLAN, PLAN + "2.3.11?q=发展", "/search?q=发展", "/terms/", "/about",
             "/concordance?q=发展", PLAN + "map", PLAN + "9.9"]
)  # fmt: skip
def test_pages_are_converted_whole(chinese: FlaskClient, path: str) -> None:
    plain = BeautifulSoup(chinese.get(path).text, "html.parser")
    join = "&" if "?" in path else "?"
    shown = BeautifulSoup(chinese.get(f"{path}{join}script=hant").text, "html.parser")
    assert shown.html["lang"] == "zh-Hant"
    assert not shown.select('[lang="zh-Hans"]:not(code)')
    assert not re.search(
        "[发国务员经济这]", shown.main.get_text() if shown.main else ""
    )
    assert [one.get("id") for one in shown(True)] == [
        one.get("id") for one in plain(True)
    ]
    assert [len(one.get_text()) for one in shown("mark")] == [
        len(one.get_text()) for one in plain("mark")
    ]


def test_the_choice_is_remembered_and_the_api_is_as_written(
    client: FlaskClient,
) -> None:
    assert "發展" in client.get(PLAN + "?script=hant").text
    assert "發展" in client.get(PLAN).text
    assert "發展" not in client.get("/api/v1/search?q=发展").text
    client.get("/display?script=auto&next=/")
    assert "發展" not in client.get(PLAN).text


def test_a_traditional_text_is_shown_in_simplified(shelf_dir: Path) -> None:
    client = make_client(shelf_dir)
    assert 'lang="zh-Hant"' in client.get("/other/").text
    shown = client.get("/other/?script=hans").text
    assert 'lang="zh-Hant"' not in shown
    assert 'lang="zh-Hans"' in shown


@pytest.mark.parametrize(
    "address",
    [
        "documents/western-financial-center/2.3.11.s1",
        "search?q=绿色金融", "suggest?q=绿色", "terms?q=绿色", "resolve?ref=第十一条",
    ],
)  # fmt: skip
def test_the_api_answers_in_a_script_if_asked_to(
    client: FlaskClient, address: str
) -> None:
    query = "&" if "?" in address else "?"
    plain = client.get(f"/api/v1/{address}")
    shown = client.get(f"/api/v1/{address}{query}script=hant")
    took = re.compile(r'"took_ms":[\d.]+')
    texts = [took.sub("", one.get_data(as_text=True)) for one in (plain, shown)]
    assert in_script(texts[0], "hant") == texts[1] != texts[0]
    assert "Set-Cookie" not in shown.headers


def test_another_script_is_refused_by_the_api(client: FlaskClient) -> None:
    answer = client.get("/api/v1/documents?script=latn")
    assert answer.status_code == 422
    assert answer.json is not None
    assert answer.json["parameter"] == "script"
