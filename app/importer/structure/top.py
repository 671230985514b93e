"""The title of a document: what stands above everything else."""

from __future__ import annotations

import re

from app.importer.raw import Block
from app.importer.raw import RawText
from app.importer.structure.forms import read_mark
from app.importer.structure.titles import is_chinese
from app.importer.structure.titles import without_stop
from app.importer.structure.units import is_unnumbered

_FAR = 8
"""How many blocks from the top a title is looked for."""

_LONGEST = {True: 70, False: 220}
_SENTENCE = re.compile(r"[。.;；:：,，]$")
_AUTHORITY = re.compile(
    r"中华人民共和国|中華人民共和國|国务院(?:办公厅)?|.{2,20}(?:部|委员会|政府)"
)
_NO_TITLE = re.compile(
    r"[（(〔\[].*|.{0,6}〔\d{4}〕.*|[\d\s年月日./-]+|第[\d/\s]+[号號].{0,6}"
)


def find_title(raw: RawText, first: int, contents: range) -> tuple[str, set[int]]:
    """Find the title above the first heading, and the blocks it stands in."""
    top = [i for i in range(min(first, _FAR)) if i not in contents]
    by_level = [i for i in top if raw.blocks[i].level == 1]
    by_name = [i for i in top if raw.title and raw.blocks[i].text == raw.title]
    usual = [i for i in top[:3] if _may_be_title(raw.blocks[i])][:1]
    for places in (by_level[:1], by_name[:1], usual):
        if places and not is_unnumbered(raw.blocks[places[0]].text):
            return _with_next(raw, places[0], first)
    return "", set()


def _may_be_title(block: Block) -> bool:
    text = block.text
    if block.kind == "table" or read_mark(text) or _NO_TITLE.fullmatch(text):
        return False
    most = _LONGEST[is_chinese(text)]
    return len(text) <= most and not _SENTENCE.search(text) and not is_unnumbered(text)


def _with_next(raw: RawText, index: int, first: int) -> tuple[str, set[int]]:
    """Add the next line to a title that is printed in two."""
    text = without_stop(raw.blocks[index].text)
    if index + 1 < first and _may_be_title(raw.blocks[index + 1]):
        after = raw.blocks[index + 1].text
        if _AUTHORITY.fullmatch(text) and (after.startswith("关于") or len(after) < 30):
            return text + after, {index, index + 1}
        if text.isupper() and after.isupper():
            return f"{text} {after}", {index, index + 1}
    return text, {index}
