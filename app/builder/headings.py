"""Where a Chinese heading may break: between words, never inside one."""

from __future__ import annotations

from dataclasses import replace

from app.model.document import Document
from app.model.document import Unit
from app.search.analyzer import ChineseWords


def with_breaks(document: Document, chinese: ChineseWords) -> Document:
    """Copy a document with the breaks of its Chinese headings filled in."""

    def unit_with_breaks(unit: Unit) -> Unit:
        heading = replace(unit.zh, breaks=chinese.breaks(unit.zh.title))
        children = tuple(map(unit_with_breaks, unit.children))
        return replace(unit, zh=heading, children=children)

    return replace(document, units=tuple(map(unit_with_breaks, document.units)))
