"""The canonical written form of a place in each language; it parses back."""

from __future__ import annotations

from app.model.document import Document
from app.model.document import Lang
from app.model.document import Unit
from app.model.locator import Locator
from app.text.numerals import format_chinese
from app.text.numerals import format_roman

#: How each kind of unit is called, with its number.
ZH_NAMES = {
    "preamble": "序言",
    "part": "第{}部分",
    "chapter": "第{}章",
    "section": "第（{}）节",
    "subsection": "第{}目",
    "item": "第{}项",
    "measure": "第{}项措施",
    "article": "第{}条",
    "annex": "附件{}",
    "box": "专栏{}",
}
EN_NAMES = {
    "preamble": "Preamble",
    "part": "Part {}",
    "chapter": "Chapter {}",
    "section": "section ({})",
    "subsection": "subsection {}",
    "item": "item {}",
    "measure": "measure {}",
    "article": "Article {}",
    "annex": "Annex {}",
    "box": "Box {}",
}


def display_name(document: Document, locator: Locator, lang: Lang) -> str:
    """Write out a place, as 第二部分第（三）节第11项措施 or its English form.

    The place of a unit that the document no longer has is written as its address.
    """
    chain = [
        document.by_locator.get(Locator(locator.path[: depth + 1]))
        for depth in range(len(locator.path))
    ]
    names = [_unit_name(unit, lang) for unit in chain if unit is not None]
    if len(names) < len(chain):
        return str(locator)
    if locator.segment:
        names.append(_segment_name(locator, lang))
    return ("" if lang == "zh" else ", ").join(names)


def _unit_name(unit: Unit, lang: Lang) -> str:
    """Name one unit without those above it."""
    number = unit.number
    if lang == "zh":
        if unit.kind in {"part", "section"} and number.isdigit():
            number = format_chinese(int(number))
        if unit.kind == "article" and "-" in number:
            first, _, rest = number.partition("-")
            return f"第{first}条之{rest}"
        return ZH_NAMES[unit.kind].format(number)
    if unit.kind == "part" and number.isdigit() and 0 < int(number) < 90:
        number = format_roman(int(number))
    return EN_NAMES[unit.kind].format(number)


def _segment_name(locator: Locator, lang: Lang) -> str:
    """Name a segment or a range inside its unit."""
    first, last = locator.segment, locator.last
    if not (first + last).isdigit():
        return f"s{first}-s{last}" if last else f"s{first}"
    if lang == "zh":
        return f"第{first}至{last}句" if last else f"第{first}句"
    return f"sentences {first}-{last}" if last else f"sentence {first}"
