"""Why a result is one, in facts: what a unit has of the query, where, and as what.

All is read off the plan and the marks, so that what is told is what was done. A new way
of reading a word is told by one more kind in `labelled`: hits tell it, and `steps` too.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from app.model.document import LANGS
from app.search.analyzer import stem
from app.search.concept import Concept
from app.search.concept import Plan
from app.search.marks import MarkedPair
from app.search.marks import MarkedUnit
from app.search.needle import Needle
from app.search.needle import Phrase
from app.search.needle import Spelling
from app.search.needle import Substring
from app.search.reasons import FormKind
from app.search.reasons import FoundForm
from app.search.reasons import FoundWord
from app.search.reasons import Together
from app.search.reasons import Why
from app.search.terms import needles
from app.search.variants import numeral_variants
from app.text.english import words
from app.text.normalize import has_han
from app.text.pinyin import cut_pinyin
from app.text.pinyin import syllables

MOST_FORMS = 6
"""How many forms of one word are told."""

_LOOKED_AT = 5
"""In how many sentences of a unit the forms of a word are looked for."""


@lru_cache(maxsize=1_024)
def labelled(concept: Concept) -> tuple[tuple[FormKind, Needle], ...]:
    """Say of every needle of a concept as what it finds the word."""
    return tuple(_labelled(concept))


def _labelled(concept: Concept) -> Iterator[tuple[FormKind, Needle]]:
    named = {
        needle for term in concept.terms for lang in LANGS
        for needle in needles(term, lang)
    }  # fmt: skip
    typed = [needle for needle in concept.needles if _is_typed(needle, concept.text)]
    for at, needle in enumerate(concept.needles):
        if needle in typed or (at == 0 and concept.loose):
            yield "typed", needle
        elif needle in named and (typed or at) and not _is_spelt(needle, concept):
            yield "alias", needle
        else:
            yield _made(needle, concept, mended=not typed), needle
    for needle in concept.loose:
        yield "alone", needle
    for needle in concept.renderings:
        yield "other", needle


def why(marked: MarkedUnit, plan: Plan, meaning: float | None = None) -> Why:
    """Tell what a unit has of a query, and where; *meaning* is how close it is."""
    told = tuple(_found_words(marked, plan))
    mets = [pair.met for pair in marked.segments]
    has = marked.title.met.union(*mets)
    if not has:
        return Why(told, "meaning" if meaning is not None else "named", 0, meaning)
    whole = sum(met == has for met in mets)
    together: Together = "sentence" if whole else "unit"
    if marked.title.met == has:
        together = "heading"
    return Why(told, together, whole or sum(map(bool, mets)), meaning)


def _found_words(marked: MarkedUnit, plan: Plan) -> Iterator[FoundWord]:
    """Tell of every clause; of those that name a term together, once if they can be."""
    at = 0
    while at < len(plan.required):
        run = _naming_together(plan.required[at:])
        together = range(at, at + run)
        whole = _found(marked, plan, together) if run > 1 else None
        if whole and whole.forms:
            yield whole
        else:
            yield from (_found(marked, plan, (one,)) for one in together)
        at += run


def _naming_together(clauses: Sequence[Sequence[Concept]]) -> int:
    """Count the clauses from the first on that name one term together."""
    first = clauses[0][0]
    count = 1
    for clause in clauses[1:] if first.loose else ():
        if not clause[0].loose or clause[0].terms != first.terms:
            break
        count += 1
    return count


def _found(marked: MarkedUnit, plan: Plan, clauses: Sequence[int]) -> FoundWord:
    """Tell where and as what some clauses stand in the same pairs of a unit."""
    wanted = frozenset(clauses)
    heading = wanted <= marked.title.met
    pairs = [pair for pair in marked.segments if wanted <= pair.met]
    looked_at = ([marked.title] if heading else []) + pairs[:_LOOKED_AT]
    clause = plan.required[clauses[0]]
    stands = [form for one in clause for form in _stands_as(one, looked_at)]
    forms = {form.text.casefold(): form for _, form in reversed(stands)}
    seen = {form.text.casefold(): form for is_marked, form in stands if is_marked}
    texts = [plan.required[at] for at in clauses]
    word = " ".join(
        " OR ".join(dict.fromkeys(one.text for one in text)) for text in texts
    )
    shown = tuple((seen or forms).values())[:MOST_FORMS]
    return FoundWord(word, shown, heading, len(pairs))


def _stands_as(
    concept: Concept, pairs: Sequence[MarkedPair]
) -> Iterator[tuple[bool, FoundForm]]:
    """Yield the forms in which a concept stands in some pairs, and if they are marked.

    One inside a longer form is not marked by itself.
    """
    for kind, needle in labelled(concept):
        if concept.field in LANGS and needle.lang != concept.field:
            continue
        for found in pairs:
            side = found.pair.side(needle.lang)
            marks = {(mark.start, mark.end) for mark in found.marks.side(needle.lang)}
            for span in islice(needle.find(side), MOST_FORMS):
                text = side.plain[slice(*span)]
                yield span in marks, FoundForm(kind, text, needle.lang)


def _is_typed(needle: Needle, text: str) -> bool:
    """Say whether a needle is just what was typed, in any of its English forms."""
    if isinstance(needle, Substring):
        return needle.text == text
    if isinstance(needle, Spelling):
        return False
    typed = tuple(word.text for word in words(text))
    stems = tuple(map(stem, typed))
    return needle.words in {typed, stems, (stem("".join(typed)),)}


def _is_spelt(needle: Needle, concept: Concept) -> bool:
    """Say whether a needle is just the Chinese that a word in pinyin spells out."""
    if has_han(concept.text) or not isinstance(needle, Substring):
        return False
    typed = concept.text.replace(" ", "")
    return has_han(needle.text) and tuple(syllables(needle.text)) in cut_pinyin(typed)


def _made(needle: Needle, concept: Concept, *, mended: bool) -> FormKind:
    """Say what was made of a word; it was *mended* if it is not looked for as typed."""
    if isinstance(needle, Phrase):
        return "corrected" if mended else "initials"
    if isinstance(needle, Spelling):
        return "pinyin"
    if has_han(concept.text):
        variants = numeral_variants(concept.text)
        return "homophone" if mended and needle.text not in variants else "numeral"
    if has_han(needle.text) and needle.text not in numeral_variants(concept.text):
        return "pinyin"
    return "corrected" if mended else "numeral"
