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
    plain: dict[Lang, str] = {"zh": zh, "en": en}
    # What is inside a longer term tells what is meant as well.
    named = {lang: _terms(finder.find_all(plain[lang], lang)) for lang in LANGS}
    stretches: dict[Term, dict[Lang, list[Stretch]]] = defaultdict(
        lambda: {"zh": [], "en": []}
    )
    for lang in LANGS:
        beside = named["en" if lang == "zh" else "zh"]
        for one in finder.find(plain[lang], lang):
            if term := _meant(one, beside):
                stretches[term][lang].append((one.start, one.end))
    for term, sides in stretches.items():
        yield TermUse(term.id, place, tuple(sides["zh"]), tuple(sides["en"]))


def _terms(occurrences: Sequence[Occurrence]) -> frozenset[Term]:
    """Give all terms that may be meant on one side."""
    return frozenset(term for one in occurrences for term in one.terms)


def _meant(one: Occurrence, beside: frozenset[Term]) -> Term | None:
    """Choose among terms that share a form: the one that the other side has too.

    Where that has none of them, words that may mean something else are no term.
    """
    clear = (term for term in one.terms if term not in one.doubtful)
    return next((term for term in one.terms if term in beside), next(clear, None))
