from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.source import decode
from app.content.source import read_source


def codes(data: bytes) -> list[str]:
    return [f"{found.code}:{found.line}" for found in decode(data, "x").findings]


def test_plain_lines_are_read_without_findings():
    source = decode("甲\n\nb\n".encode(), "x")
    assert source.lines == ("甲", "", "b")
    assert source.findings == ()


def test_an_empty_file_has_no_lines():
    assert decode(b"", "x").lines == ()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a\n\xff\xfe\n", ["F001:2"]),
        ("甲\n乙".encode("gb18030"), ["F001:1", "F008:2"]),
        (b"\xef\xbb\xbfa\n", ["F002:1"]),
        (b"a\r\nb\r\n", ["F003:1"]),
        (b"a\nb\rc\n", ["F003:2"]),
        (b"a\n\x00\x00b\n", ["F004:2"]),
        ("a\u2028b\n".encode(), ["F004:1"]),
        ("a\ufeff\u200bb\n".encode(), ["F004:1", "F004:1"]),
        (b"a", ["F008:1"]),
        ("\ufeffa\r\n\x07".encode(), ["F002:1", "F003:1", "F008:2", "F004:2"]),
    ],
)
def test_every_fault_is_found_on_its_line(data, expected):
    assert codes(data) == expected


@pytest.mark.parametrize(
    "text", ["葛\U000e0100", "می\u200cخواهم", "\U0002ebf0", "　a\xa0b"]
)
def test_signs_that_writing_needs_are_no_fault(text):
    assert codes(f"{text}\n".encode()) == []


def test_line_separators_of_other_kinds_do_not_part_lines():
    assert decode("a\u2028b\x0bc\x85d\n".encode(), "x").lines == ("a\u2028b\x0bc\x85d",)


@given(st.binary())
def test_any_bytes_can_be_read(data):
    source = decode(data, "x")
    assert len(source.lines) <= data.count(b"\n") + data.count(b"\r") + 1


def test_a_missing_file_is_a_finding(tmp_path):
    source = read_source(tmp_path / "x.md", "content/zh/x.md")
    assert not source.readable
    assert list(map(str, source.findings)) == [
        "content/zh/x.md: F005 The file cannot be read: No such file or directory."
    ]
