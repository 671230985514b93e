"""Files that are not what they seem: one clear sentence each, within bounds."""

from __future__ import annotations

import io
import os
import zipfile

import pytest

from app.importer.errors import SourceError
from app.importer.sources.files import MOST_TEXT
from app.importer.sources.reading import read_file
from tests.importer.sources.files import paragraph
from tests.importer.sources.files import write_word

NOISE = bytes((at * at * 31 + at // 7) % 256 for at in range(20_000))


def packed(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "empty"),
        (b" \r\n\n", "empty"),
        (b"\xef\xbb\xbf\n", "no text"),
        (b"<html><script>alert('all')</script></html>", "no text"),
        (NOISE, "no text; give HTML"),
        (b"\x7fELF\x02\x01\x01" + NOISE, "no text; give HTML"),
        (b"\x89PNG\r\n\x1a\n" + NOISE, "picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + NOISE, "old Word.*save it as .docx"),
        (b"{\\rtf1\\ansi hello}", "RTF"),
        (b"%PDF-1.7\nnothing", "PDF is cut off or damaged"),
        (
            b"<?xml version='1.0'?><w:wordDocument>text</w:wordDocument>",
            "XML of another",
        ),
        (packed(a__txt=b"hello"), "packed file"),
        (packed(xl__workbook_xml=b"<a/>"), "Excel"),
        (packed(word__document_xml=b"<a/>"), "Word file is damaged"),
        (packed(word__document_xml=b"<a>"), "Word file is damaged"),
        (packed(word__document_xml=b"<!DOCTYPE a [<!ENTITY x 'y'>]><a/>"), "entities"),
        (packed(word__document_xml=bytes(60_000_000)), "unpacks to 60 MB"),
        ("第一条为了规范".encode() * 20_000, "without a break"),
        (b"<html>" + b"<div>" * 500_000, "elements"),
        (b"a" * (MOST_TEXT + 1), "MB of text are read"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
@pytest.mark.parametrize("name", ["file.txt"])
def test_bytes_decide(tmp_path, name, data, problem):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SourceError, match=problem) as caught:
        read_file(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_a_word_file_that_was_cut_off_is_said_to_be(tmp_path, part):
    body = "".join(paragraph(f"第{at}条 为了规范管理。") for at in range(500))
    path = write_word(tmp_path / "a.docx", body)
    data = path.read_bytes()
    for damaged in (data[: int(len(data) * part)], data[int(len(data) * part) :]):
        path.write_bytes(b"PK\x03\x04" + damaged.removeprefix(b"PK\x03\x04"))
        with pytest.raises(SourceError, match="cut off or damaged"):
            read_file(path)


def test_a_name_says_nothing(tmp_path):
    word = write_word(tmp_path / "word.txt", paragraph("第一条 为了规范管理。"))
    page = tmp_path / "page"
    page.write_bytes(b"<!doctype html><title>x</title><h1>Law</h1>")
    assert read_file(word).read_as == "Word"
    assert read_file(page).read_as == "HTML, UTF-8"
    assert read_file(page).blocks[0].kind == "heading"


def test_deep_pages_are_read(tmp_path):
    path = tmp_path / "deep.html"
    path.write_text("<html>" + "<div>" * 5_000 + "第一条 为了规范。", "utf-8")
    assert [block.text for block in read_file(path).blocks] == ["第一条 为了规范。"]


def test_what_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for name, problem in (
        ("none", "no such file"),
        (".", "folder"),
        ("pipe", "not a file"),
    ):
        with pytest.raises(SourceError, match=problem):
            read_file(tmp_path / name)
