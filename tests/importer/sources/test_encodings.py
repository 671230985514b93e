"""Plain text in any encoding, with or without a mark that says which."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.importer.sources.encoding import decode

HANS = "第一条　为了规范管理，维护国家利益，制定本条例。\n第二条　自公布之日起施行。\n"
HANT = "第一條　為了規範管理，維護國家利益，制定本條例。\n第二條　自公布之日起施行。\n"
EN = "Article 1 This Law is enacted to regulate the people’s rights – “all” of them.\n"


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (HANS, "utf-8", "UTF-8"),
        (HANS, "utf-8-sig", "UTF-8"),
        (HANS, "gbk", "GB 18030"),
        (HANS + "〇𠮷", "gb18030", "GB 18030"),
        (HANT, "big5", "Big5"),
        (HANT, "gbk", "GB 18030"),
        (HANS, "utf-16", "UTF-16"),
        (HANS, "utf-16-le", "UTF-16"),
        (HANS, "utf-16-be", "UTF-16"),
        (HANS, "utf-32", "UTF-32"),
        (EN, "utf-16-le", "UTF-16"),
        (EN, "utf-16-be", "UTF-16"),
        (EN, "cp1252", "Windows-1252"),
        (EN, "utf-8", "UTF-8"),
        (EN.replace("–", "—"), "gbk", "GB 18030"),
        (HANS.partition("。")[0], "gbk", "GB 18030"),
        (HANT.partition("。")[0], "big5", "Big5"),
    ],
)
def test_encoding_is_found(text, codec, name):
    assert decode(text.encode(codec)) == (text, name)


def test_utf_16_with_its_mark_for_the_other_order():
    data = codecs.BOM_UTF16_BE + HANS.encode("utf-16-be")
    assert decode(data) == (HANS, "UTF-16")


def test_what_is_declared_decides_where_both_would_do():
    page = '<meta charset="gb2312"><p>Beijing’s law</p>'
    assert decode(page.encode("gbk"), declares=True) == (page, "GB 18030")


def test_a_wrong_declaration_is_seen():
    page = f'<meta charset="big5"><p>{HANS}</p>'
    assert decode(page.encode("gbk"), declares=True) == (page, "GB 18030")


def test_a_few_broken_bytes_do_not_lose_the_text():
    data = (HANS * 20).encode("utf-8")[:-3]
    assert decode(data) == ((HANS * 20)[:-2], "UTF-8")


@given(st.binary(min_size=400, max_size=2_000))
def test_any_bytes_are_text_or_not(data):
    found = decode(data)
    assert found is None or isinstance(found[0], str)


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), max_size=80))
def test_a_few_rare_characters_change_nothing(rare):
    text = HANS * 6 + rare
    for codec in ("utf-8", "gb18030", "utf-16-le", "utf-16-be"):
        assert decode(text.encode(codec))[0] == text
