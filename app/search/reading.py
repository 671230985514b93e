"""How a query was read: its words as they were typed, each beside what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from itertools import islice

from app.search.chinese import tight
from app.search.concept import Concept
from app.search.concept import MOST_CLAUSES
from app.search.concept import Plan
from app.search.explain import MOST_FORMS
from app.search.needle import Substring
from app.search.query import ParsedQuery
from app.search.query import Word
from app.search.reasons import Step
from app.search.reasons import WordReading
from app.search.steps import Steps
from app.text.normalize import fold_text
from app.text.normalize import has_han

Clause = tuple[Concept, ...]

_MOST_PINYIN = 8
"""How many typed words one expression in pinyin has at most."""


def read_query(
    query: ParsedQuery, plan: Plan, steps: Steps, *, literal: bool = False
) -> tuple[WordReading, ...]:
    """Tell of every word of a query, in its order, how it was read."""
    told = [*_Telling(plan, steps, literal).words(query)]
    told += [
        WordReading(word.written, (Step("excluded"),))
        for word in query.excluded[:MOST_CLAUSES]
    ]
    return tuple(told)


class _Telling:
    """Hands the clauses of a plan out to the words they were made of."""

    def __init__(self, plan: Plan, steps: Steps, literal: bool) -> None:
        self._left = list(plan.required)
        self._full = len(plan.required) >= MOST_CLAUSES
        self._steps = steps
        self._texts = {one.text for one in plan.concepts}
        self._literal = literal

    def words(self, query: ParsedQuery) -> Iterator[WordReading]:
        """Tell of the words, then of clauses that no single word led to."""
        singles: list[Word] = []
        for group in (*query.groups, ()):
            if len(group) == 1 and not (group[0].quoted or self._literal):
                singles.append(group[0])
                continue
            yield from self._run(singles)
            singles = []
            yield from self._alternatives(group)
        for clause in self._left:
            yield from self._tell(clause[0].text, clause)

    def _run(self, run: Sequence[Word]) -> Iterator[WordReading]:
        """Tell of words side by side that are all required."""
        at = 0
        while at < len(run):
            word = run[at]
            if has_han(word.text):
                yield from self._chinese(word)
                at += 1
                continue
            clauses, length = self._latin(run[at:])
            typed = " ".join(one.written for one in run[at : at + length])
            if clauses:
                yield from self._tell(typed, clauses[0], alone=_alone(clauses))
            else:
                yield WordReading(typed, self._set_aside((typed,)))
            at += length

    def _latin(self, run: Sequence[Word]) -> tuple[list[Clause], int]:
        """Find the clauses of a Latin word, of a term, or of several in pinyin."""
        folded = [fold_text(word.text) for word in run[:_MOST_PINYIN]]
        for length in range(len(folded), 0, -1):
            clause = self._take(" ".join(folded[:length]))
            if clause is not None:
                more = list(self._with_term(clause, run[length:]))
                return [clause, *more], length + len(more)
        return [], 1

    def _with_term(self, clause: Clause, rest: Sequence[Word]) -> Iterator[Clause]:
        """Take the clauses of words that name a term together with one before them."""
        for word in rest:
            following = self._left[0] if self._left else ()
            same = (
                following
                and clause[0].loose
                and following[0].loose
                and following[0].terms == clause[0].terms
                and following[0].text == fold_text(word.text)
            )
            if not same:
                break
            yield self._left.pop(0)

    def _chinese(self, word: Word) -> Iterator[WordReading]:
        """Tell of a Chinese word: whole, or cut into what occurs."""
        text = tight(word.text)
        whole = self._take(text)
        if whole is not None:
            yield from self._tell(word.written, whole)
            return
        parts, rest = self._parts(text)
        steps = _folded(word.text, text)
        if parts:
            steps += (Step("cut", tuple(part[0].text for part in parts)),)
        yield WordReading(word.written, steps + self._set_aside(rest))
        for part in parts:
            yield from self._tell(part[0].text, part)

    def _parts(self, text: str) -> tuple[list[Clause], tuple[str, ...]]:
        """Take the clauses a Chinese word was cut into; give what is left of it."""
        parts: list[Clause] = []
        rest, at = [], 0
        while self._left:
            piece = self._left[0][0].text
            found = text.find(piece, at)
            if found < 0:
                break
            rest.append(text[at:found])
            parts.append(self._left.pop(0))
            at = found + len(piece)
        words = (re.findall(r"\w+", left) for left in (*rest, text[at:]))
        return parts, tuple(one for found in words for one in found)

    def _alternatives(self, group: Sequence[Word]) -> Iterator[WordReading]:
        """Tell of words of which any one is enough, or of one in quotation marks."""
        texts = {tight(word.text) for word in group} | {
            fold_text(word.text) for word in group
        }
        clause = self._take(*texts) or ()
        for word in group:
            own = tuple(one for one in clause if one.text == tight(word.text))
            beside = (other for other in group if other != word)
            others = tuple(one.written for one in islice(beside, MOST_FORMS))
            either = (Step("either", others),) if others else ()
            as_it_is = word.quoted or (self._literal and has_han(word.text))
            exact = (Step("exact"),) if as_it_is else ()
            if own:
                yield from self._tell(word.written, own, exact + either)
            else:
                yield WordReading(word.written, self._set_aside((word.written,)))

    def _tell(
        self,
        typed: str,
        clause: Clause,
        more: tuple[Step, ...] = (),
        alone: tuple[str, ...] = (),
    ) -> Iterator[WordReading]:
        """Tell of one clause under the words that led to it."""
        concept = clause[0]
        bare = typed.removeprefix(f"{concept.field}:").strip('"')
        steps = _folded(bare, concept.text) if " " not in bare else ()
        steps += more + tuple(self._steps.of(concept))
        if alone:
            steps += (Step("alone", alone),)
        yield WordReading(typed, steps)

    def _set_aside(self, words: Sequence[str]) -> tuple[Step, ...]:
        """Say that words were left out; of a query that is too long, nothing."""
        return (Step("common", tuple(words)),) if words and not self._full else ()

    def _take(self, *texts: str) -> Clause | None:
        """Take the first clause left that has a concept of one of these texts."""
        if self._texts.isdisjoint(texts):
            return None
        for at, clause in enumerate(self._left):
            if any(concept.text in texts for concept in clause):
                return self._left.pop(at)
        return None


def _alone(clauses: Sequence[Clause]) -> tuple[str, ...]:
    """List the words that name a term together, each as it is looked for alone."""
    if len(clauses) < 2:
        return ()
    return tuple(
        next((n.text for n in one[0].loose if isinstance(n, Substring)), one[0].text)
        for one in clauses
    )


def _folded(typed: str, read: str) -> tuple[Step, ...]:
    """Say that a word was written in another way; capitals and signs say nothing."""
    same = _letters(typed.casefold()) == _letters(read)
    return () if same else (Step("folded", (read,)),)


def _letters(text: str) -> str:
    """Leave the letters and digits of a text."""
    return "".join(re.findall(r"\w", text))
