"""Small documents, and relations as lines that a person can judge."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from app.model.document import Document
from app.model.document import FrontMatter
from app.model.document import Heading
from app.model.document import Segment
from app.model.document import Text
from app.model.document import Unit
from app.model.document import UnitKind
from app.model.glossary import Glossary
from app.model.locator import Locator
from app.model.thread import Relation
from app.search.analyzer import ChineseWords
from app.terms.lexicon import Lexicon

Pair = tuple[str, str]


@cache
def lexicon() -> Lexicon:
    """Give what the builder gives; the dictionary takes a second to read."""
    words = ChineseWords(Glossary())
    return Lexicon(words.cut, words.dictionary())


def unit(
    place: str,
    heading: Pair,
    *lines: Pair,
    children: tuple[Unit, ...] = (),
    kind: UnitKind = "measure",
) -> Unit:
    """Make a unit with a sentence for each pair; an empty side is not translated."""
    locator = Locator.parse(place)
    segments = tuple(
        Segment(locator.at(str(at)), Text(zh) if zh else None, Text(en) if en else None)
        for at, (zh, en) in enumerate(lines, 1)
    )
    paragraphs = (segments,) if segments else ()
    zh, en = heading
    number = locator.path[-1]
    heads = Heading(f"{number}. ", zh), Heading(f"{number}. ", en)
    return Unit(
        locator, kind, len(locator.path) + 1, number, *heads, paragraphs, children
    )


def document(*units: Unit) -> Document:
    """Make a document."""
    zh = FrontMatter("成渝重庆规划", "规划", "zh-Hans", "", (), "", "")
    en = FrontMatter("Chongqing Plan", "Plan", "en", "", (), "", "")
    return Document("plan", zh, en, units, ())


def told(relations: Iterable[Relation]) -> list[str]:
    """Write relations as lines: ``1 > 2 goal: 绿色金融 green finance 6:1``."""
    return [
        f"{one.unit} > {one.other} {one.kind}: "
        + ", ".join(
            f"{term.zh} {term.en} {term.here}:{term.there}" for term in one.terms
        )
        for one in relations
    ]
