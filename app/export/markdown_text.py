"""Markdown: headings in both languages, then pair by pair, each with its address.

The Chinese stands after the address, the English below it as a quotation, so that it
reads well as it is, too. What Markdown would take for a sign is escaped. Emphasis is
written with tags: ``**`` beside a sign of Chinese is not always read as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator

from app.export.about import Fact
from app.export.about import facts_of
from app.export.about import in_its_script
from app.export.about import UNTRANSLATED
from app.export.extract import Extract
from app.export.extract import ExtractUnit
from app.export.extract import Pair
from app.export.extract import Words
from app.model.document import Lang
from app.model.document import LANGS

_SIGNS = re.compile(r"[\\`*_{}\[\]#~]")
_AT_START = re.compile(r"^(\s*)([-+])|^(\s*\d+)([.)])")
_DEEPEST = 6


def write(extract: Extract) -> bytes:
    """Write a document, a part of one, or a result set."""
    blocks = [*_head(extract)]
    for unit in extract.units:
        blocks.append(_heading(extract, unit))
        blocks += [_pair(extract, pair) for pair in unit.pairs]
    return ("\n\n".join(blocks) + "\n").encode()


def _head(extract: Extract) -> Iterator[str]:
    """Write the titles, and what the documents say of themselves."""
    yield f"# {_both(extract.full_title)}"
    yield f"<{extract.address}>"
    for source in extract.sources:
        if extract.slug is None:
            yield f"<strong>{_both(source.title)}</strong>"
        for lang in LANGS:
            yield _facts(facts_of(extract, source), lang)


def _facts(facts: Iterable[Fact], lang: Lang) -> str:
    """List what is said in one language."""
    return "\n".join(_fact(fact, lang) for fact in facts if fact.value.side(lang))


def _fact(fact: Fact, lang: Lang) -> str:
    """Write what is said, in a list of its language: its marker begins another list."""
    marker, colon = ("-", "：") if lang == "zh" else ("*", ": ")
    return f"{marker} {fact.label.side(lang)}{colon}{_escape(fact.value.side(lang))}"


def _heading(extract: Extract, unit: ExtractUnit) -> str:
    """Write a heading; its rank is its depth below the title."""
    signs = "#" * min(_DEEPEST, 1 + extract.rank_of(unit))
    return f"{signs} {_both(unit.heading)}"


def _both(words: Words) -> str:
    """Write both languages on one line."""
    return " · ".join(_escape(words.side(lang)) for lang in LANGS if words.side(lang))


def _pair(extract: Extract, pair: Pair) -> str:
    """Write a pair."""
    place = f"[{pair.locator}](<{pair.address}>)"
    zh, en = (_side(extract, pair, lang) for lang in LANGS)
    return f"{place} {zh}\n\n> {en}"


def _side(extract: Extract, pair: Pair, lang: Lang) -> str:
    """Write one language of a pair."""
    if pair.side(lang) is None:
        return _escape(in_its_script(UNTRANSLATED, extract).side(lang))
    text = ""
    for run in pair.runs(lang):
        words = _escape(run.text)
        words = f"<em>{words}</em>" if run.em else words
        text += f"<strong>{words}</strong>" if run.strong else words
    return _AT_START.sub(_escaped_start, text)


def _escape(text: str) -> str:
    """Escape what would be a sign anywhere, and put it on one line."""
    text = " ".join(text.splitlines())
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SIGNS.sub(r"\\\g<0>", text)


def _escaped_start(start: re.Match[str]) -> str:
    """Escape what would begin a list: a hyphen, a plus sign, or 1. and the like."""
    return f"{start[1] or start[3] or ''}\\{start[2] or start[4]}"
