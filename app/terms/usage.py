"""Which terms each pair of a document has, and where, on both sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Sequence

from app.model.document import Document
from app.model.document import Lang
from app.model.document import LANGS
from app.model.glossary import Term
from app.model.locator import Locator
from app.model.thread import Stretch
from app.model.usage import TermUse
from app.terms.occurrences import Occurrence
from app.terms.occurrences import TermFinder


def uses_of(document: Document, finder: TermFinder) -> tuple[TermUse, ...]:
    """List the terms of every heading and every sentence, in the order of the text."""
    found: list[TermUse] = []
    for unit in document.walk():
        found += _uses(unit.locator, unit.zh.title, unit.en.title, finder)
        for segment in unit.segments:
            zh, en = segment.plain("zh"), segment.plain("en")
            found += _uses(segment.locator, zh, en, finder)
    return tuple(found)


def _uses(place: Locator, zh: str, en: str, finder: TermFinder) -> Iterator[TermUse]:
    """Yield the terms of one pair by where they first stand, the Chinese side first."""
    found: dict[Lang, tuple[Occurrence, ...]] = {
        "zh": finder.find(zh, "zh"),
        "en": finder.find(en, "en"),
    }
    stretches: dict[Term, dict[Lang, list[Stretch]]] = defaultdict(
        lambda: {"zh": [], "en": []}
    )
    for lang in LANGS:
        beside = _terms(found["en" if lang == "zh" else "zh"])
        for one in found[lang]:
            stretches[_meant(one, beside)][lang].append((one.start, one.end))
    for term, sides in stretches.items():
        yield TermUse(term.id, place, tuple(sides["zh"]), tuple(sides["en"]))


def _terms(occurrences: Sequence[Occurrence]) -> frozenset[Term]:
    """Give all terms that may be meant on one side."""
    return frozenset(term for one in occurrences for term in one.terms)


def _meant(one: Occurrence, beside: frozenset[Term]) -> Term:
    """Choose among terms that share a form: the one that the other side has too."""
    return next((term for term in one.terms if term in beside), one.terms[0])
