"""Styles of a Word document: which are headings, and which carry numbers."""

from __future__ import annotations

import re

from app.importer.sources.word.xml import Element
from app.importer.sources.word.xml import number
from app.importer.sources.word.xml import parse
from app.importer.sources.word.xml import value
from app.importer.sources.word.xml import W

_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|标题|標題)", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录|目錄)\s*(?:[1-9]|heading|标题)", re.IGNORECASE)
_DEEPEST = 6
_LONGEST_CHAIN = 20


class Styles:
    """Paragraph styles by their id, each with those it is based on."""

    def __init__(self, content: bytes | None) -> None:
        self._styles: dict[str, Element] = {}
        self.default = ""
        for style in parse(content).iter(f"{W}style") if content else ():
            if style.get(f"{W}type") == "paragraph":
                name = str(style.get(f"{W}styleId"))
                self._styles[name] = style
                if style.get(f"{W}default") in ("1", "true"):
                    self.default = name

    def of(self, paragraph: Element) -> str:
        """Return the id of a paragraph's style."""
        return value(paragraph.find(f"{W}pPr/{W}pStyle")) or self.default

    def chain(self, style: str) -> list[tuple[str, Element]]:
        """Return a style and those it is based on, itself first."""
        chain: list[tuple[str, Element]] = []
        while style in self._styles and len(chain) < _LONGEST_CHAIN:
            element = self._styles[style]
            chain.append((style, element))
            style = value(element.find(f"{W}basedOn"))
        return chain

    def is_contents(self, paragraph: Element) -> bool:
        """Say whether it belongs to a table of contents that Word made."""
        return any(_CONTENTS.fullmatch(name) for name in self._names(paragraph)[:1])

    def level(self, paragraph: Element) -> int:
        """Return the level of a heading, 1 the highest; 0 for a paragraph."""
        direct = paragraph.find(f"{W}pPr/{W}outlineLvl")
        if direct is not None:
            return _level(direct)
        for (_, style), name in zip(
            self.chain(self.of(paragraph)), self._names(paragraph), strict=True
        ):
            outline = style.find(f"{W}pPr/{W}outlineLvl")
            if outline is not None:
                return _level(outline)
            if heading := _HEADING.fullmatch(name):
                return min(int(heading[1]), _DEEPEST)
            if _TITLE.fullmatch(name):
                return 1
        return 0

    def _names(self, paragraph: Element) -> list[str]:
        """Return the names of a paragraph's style and those it is based on."""
        chain = self.chain(self.of(paragraph))
        return [value(style.find(f"{W}name"), key) for key, style in chain]


def _level(outline: Element) -> int:
    """Return a level from 1; nine is Word's word for none."""
    level = number(outline, 9) + 1
    return level if 1 <= level <= _DEEPEST else 0
