"""Reads the files back as others do: spreadsheets, browsers, translators' tools."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

from bs4 import BeautifulSoup
from lxml import etree
from markdown import markdown
from translate.storage.tmx import tmxfile
from translate.storage.xliff2 import Xliff2File

SCHEMAS = Path(__file__).parent / "schemas"

Pairs = list[tuple[str, str, str]]
"""Locators with the Chinese and the English; empty where there is none."""

XLIFF = {"x": "urn:oasis:names:tc:xliff:document:2.0"}
METADATA = "{urn:oasis:names:tc:xliff:metadata:2.0}metadata"


def from_csv(data: bytes) -> Pairs:
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [
        (row["locator"], row["zh"], row["en"]) for row in rows if ".s" in row["locator"]
    ]


def from_json(data: bytes) -> Pairs:
    return [
        (pair["locator"], pair["zh"] or "", pair["en"] or "")
        for unit in json.loads(data)["units"]
        for paragraph in unit["paragraphs"]
        for pair in paragraph
    ]


def from_html(data: bytes) -> Pairs:
    page = BeautifulSoup(data.decode(), "html.parser")
    return [
        (row.select_one(".loc").text, *_sides(row))
        for row in page.select("section > div.row")
    ]


def _sides(row) -> tuple[str, str]:
    zh, en = row.select("p.zh, p.en")
    return tuple("" if "missing" in one["class"] else one.text for one in (zh, en))


def from_md(data: bytes) -> Pairs:
    page = BeautifulSoup(markdown(data.decode()), "html.parser")
    pairs = []
    for quoted in page.select("blockquote"):
        zh = quoted.find_previous_sibling("p")
        place = zh.a.extract().text
        pairs.append((place, zh.text.removeprefix(" "), quoted.p.text))
    return pairs


def from_tmx(data: bytes) -> Pairs:
    return [
        (unit.getid(), str(unit.source or ""), str(unit.target or ""))
        for unit in tmxfile.parsestring(data).units
    ]


def from_xliff(data: bytes) -> Pairs:
    return [
        (unit.getid(), str(unit.source or ""), str(unit.target or ""))
        for unit in Xliff2File.parsestring(data).units
    ]


READERS: dict[str, Callable[[bytes], Pairs]] = {
    "csv": from_csv,
    "json": from_json,
    "html": from_html,
    "md": from_md,
    "tmx": from_tmx,
    "xliff": from_xliff,
}


@cache
def _schema(name: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / name))


def assert_valid_xliff(data: bytes) -> None:
    """Hold a file against the schemas of OASIS, and its ids against its text."""
    tree = etree.fromstring(data)
    _schema("xliff_core_2.0.xsd").assertValid(tree)
    for metadata in tree.iter(METADATA):
        _schema("xliff_metadata.xsd").assertValid(metadata)
    for file in tree.findall("x:file", XLIFF):
        for name in ("group", "unit"):
            ids = [one.get("id") for one in file.iterfind(f".//x:{name}", XLIFF)]
            assert len(ids) == len(set(ids))


def assert_valid_tmx(data: bytes) -> None:
    """Hold a file against the DTD of TMX 1.4."""
    dtd = etree.DTD(SCHEMAS / "tmx14.dtd")
    tree = etree.fromstring(data)
    assert dtd.validate(tree), dtd.error_log
    ids = [unit.get("tuid") for unit in tree.iter("tu")]
    assert len(ids) == len(set(ids))
