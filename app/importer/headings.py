"""Headings as the content has them: the same number on both sides."""

from __future__ import annotations

from dataclasses import replace

from app.content.grammar import Heading
from app.content.grammar import LEVELS
from app.content.grammar import parse_heading
from app.content.grammar import UNTRANSLATED
from app.content.inline import to_markdown
from app.importer.plain import shortened
from app.importer.plain import tidy
from app.model.document import Lang
from app.model.document import Text
from app.model.document import UnitKind
from app.text.numerals import format_chinese
from app.text.numerals import format_roman

LONGEST_TITLE = 300
"""How many characters the words of a heading may have."""

_ZH_NAMED: dict[UnitKind, str] = {
    "part": "第{}编", "chapter": "第{}章", "section": "第{}节", "article": "第{}条",
}  # fmt: skip
_EN_NAMED: dict[UnitKind, str] = {
    "part": "Part {}", "chapter": "Chapter {}", "section": "Section {}",
    "article": "Article {}", "annex": "Annex {}", "box": "Box {}",
}  # fmt: skip
_ZH_BARE = {2: "{}、", 3: "（{}）"}
_EN_BARE = {3: "({}) "}


def facing(heading: Heading, lang: Lang) -> Heading:
    """Make the heading of a unit that a language does not have: number and a hyphen."""
    label = _zh_label(heading) if lang == "zh" else _en_label(heading)
    title = UNTRANSLATED if heading.title else ""
    return replace(heading, label=label, title=title)


def _zh_label(heading: Heading) -> str:
    number, _, sub = heading.number.partition("-")
    written = format_chinese(int(number))
    if heading.kind in ("annex", "box"):
        return f"{'附件' if heading.kind == 'annex' else '专栏'}{number} "
    if heading.named:
        after = f"之{format_chinese(int(sub))}" if sub else ""
        return _ZH_NAMED[heading.kind].format(written) + after + " "
    if heading.level in _ZH_BARE:
        return _ZH_BARE[heading.level].format(written)
    return f"{number}. "


def _en_label(heading: Heading) -> str:
    if heading.named or heading.kind in ("annex", "box"):
        return _EN_NAMED[heading.kind].format(heading.number) + " "
    if heading.level == min(LEVELS):
        number = int(heading.number)
        return f"{format_roman(number) if number < 400 else number}. "
    return _EN_BARE.get(heading.level, "{}. ").format(heading.number)


def agree(zh: Heading, en: Heading) -> bool:
    """Say whether two headings may face each other."""
    same_kind = not (zh.named and en.named) or zh.kind == en.kind
    return zh.number == en.number and zh.step == en.step and same_kind


def with_number_of(heading: Heading, other: Heading, lang: Lang) -> Heading:
    """Give a heading the number and kind of its partner, and leave it its words."""
    return replace(facing(other, lang), title=heading.title)


def is_addressable(heading: Heading) -> bool:
    """Say whether its line is read again as a heading with just this number."""
    read = parse_heading(heading.level, written(heading).partition(" ")[2])
    return bool(heading.number) and (read.number, read.kind) == (
        heading.number,
        heading.kind,
    )


def written(heading: Heading) -> str:
    """Write the line of a heading; its words are plain text."""
    title = heading.title
    if title != UNTRANSLATED:
        title = to_markdown(Text(shortened(tidy(title), LONGEST_TITLE)))
    return f"{'#' * heading.level} {heading.label.lstrip()}{title}".rstrip()
