"""Specific words of a document that are in no glossary, with their renderings.

A Chinese phrase and an English one belong together if they stand in the same lines, and
no other phrase stands in these lines as well as they do. What cannot be told so stays
out: a phrase of one language alone is no reason to read on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter

from app.model.glossary import Glossary
from app.model.glossary import Term
from app.relations.bodies import Body
from app.relations.bodies import Line
from app.relations.runs import chinese_runs
from app.relations.runs import english_runs
from app.relations.runs import may_be_term
from app.relations.runs import Phrase
from app.relations.runs import Run
from app.relations.runs import shared_phrases
from app.terms.lexicon import Lexicon
from app.terms.pieces import written_en
from app.terms.pieces import written_zh
from app.text.normalize import fold_text

COMMON = 0.25
"""The share of units from which on a word makes no phrase specific."""

ALIKE = 0.85
"""How well the lines of both phrases must agree (Dice)."""

At = frozenset[int]
"""The lines that have a phrase."""


def phrases_of(
    bodies: Sequence[Body], glossary: Glossary, lexicon: Lexicon
) -> dict[Term, float]:
    """Find the phrases that several units share, each as a term without an id.

    With each goes how rare it is in texts of all kinds, from 0 to 1.
    """
    owned = [
        (owner, line)
        for owner, body in enumerate(bodies)
        for line in body.lines
        if line.zh and line.en
    ]
    owners, lines = [owner for owner, _ in owned], [line for _, line in owned]
    chinese = [chinese_runs(line.zh, lexicon.cut) for line in lines]
    common = _common(chinese, owners, len(bodies))
    zh = shared_phrases(chinese, owners)
    en = shared_phrases([english_runs(line.en) for line in lines], owners)
    longest_zh = _longest(zh)
    longest_en = _longest(
        {phrase: at for phrase, at in en.items() if may_be_term(phrase)}
    )
    known = {
        fold_text(form)
        for term in glossary.terms
        for form in (term.zh, *term.forms("en"))
    }
    found = {}
    for one, other in _pairs(longest_zh, longest_en):
        phrase, rendering = longest_zh[one], longest_en[other]
        if lexicon.may_be_term(phrase) and _as_long(phrase, rendering):
            term = _term(phrase, rendering, [lines[at] for at in sorted(one | other)])
            if lexicon.is_place(phrase):
                term = replace(term, kind="place")
            if not {fold_text(term.zh), fold_text(term.en)} & known:
                found[term] = lexicon.rarity(phrase, common)
    return found


def _common(
    lines: Sequence[Sequence[Run]], owners: Sequence[int], count: int
) -> set[str]:
    """List the words that so many units have that they make no phrase specific."""
    having: dict[str, set[int]] = defaultdict(set)
    for owner, runs in zip(owners, lines, strict=True):
        for run in runs:
            for word in run:
                having[word].add(owner)
    return {word for word, units in having.items() if len(units) > COMMON * count}


def _as_long(zh: Phrase, en: Phrase) -> bool:
    """Say whether a rendering is long enough: one of 风险可控 has two words at least.

    *Vigorously develop* is none either: it is no name of anything.
    """
    count = sum(key.count("-") + 1 for key in en)
    return count >= min(2, len("".join(zh)) // 4 + 1) and not en[0].endswith("ly")


def _term(zh: Phrase, en: Phrase, lines: Sequence[Line]) -> Term:
    """Make a term of two phrases, as lines write them."""
    return Term(
        "",
        written_zh(zh, [line.zh for line in lines]),
        written_en(en, [line.en for line in lines]),
        "",
    )


def _longest(phrases: Mapping[Phrase, At]) -> dict[At, Phrase]:
    """Keep, of phrases with the same lines, the one that has all others in it."""
    same: dict[At, list[Phrase]] = defaultdict(list)
    for phrase, at in phrases.items():
        same[at].append(phrase)
    found = {}
    for at, each in same.items():
        longest = max(each, key=len)
        if all(_has(longest, phrase) for phrase in each):
            found[at] = longest
    return found


def _has(longer: Phrase, shorter: Phrase) -> bool:
    """Say whether a phrase stands inside another, or is it."""
    count = len(shorter)
    return any(
        longer[start : start + count] == shorter
        for start in range(len(longer) - count + 1)
    )


def _pairs(zh: Mapping[At, Phrase], en: Mapping[At, Phrase]) -> Iterator[tuple[At, At]]:
    """Yield where phrases stand that choose each other, before all others."""
    chosen, back = _best(zh, en), _best(en, zh)
    for one, other in chosen.items():
        if back.get(other) == one:
            yield one, other


def _best(these: Mapping[At, Phrase], those: Mapping[At, Phrase]) -> dict[At, At]:
    """Choose for each set of lines the one of those that agrees best, if one does."""
    having: dict[int, list[At]] = defaultdict(list)
    for at in those:
        for line in at:
            having[line].append(at)
    chosen = {}
    for at in these:
        near = {other for line in at for other in having.get(line, ())}
        ranked = sorted(
            ((_alike(at, other), other) for other in near), key=itemgetter(0)
        )
        alone = len(ranked) < 2 or ranked[-2][0] < ranked[-1][0]
        if ranked and alone and ranked[-1][0] >= ALIKE:
            chosen[at] = ranked[-1][1]
    return chosen


def _alike(one: At, other: At) -> float:
    """Say how well two sets of lines agree (Dice)."""
    return 2 * len(one & other) / (len(one) + len(other))
