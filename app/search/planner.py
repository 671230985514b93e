"""A parsed query → a plan: each word with everything it may stand for."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass

from app.search.chinese import ChineseReading
from app.search.chinese import tight
from app.search.concept import Concept
from app.search.concept import Correction
from app.search.concept import MOST_CLAUSES
from app.search.concept import Plan
from app.search.english import EnglishReading
from app.search.needle import phrase
from app.search.needle import Substring
from app.search.pinyin import PinyinReading
from app.search.query import ParsedQuery
from app.search.query import Word
from app.search.question import is_plain
from app.search.question import is_question
from app.search.question import LEAST_CLAUSES
from app.search.stopwords import STOP_WORDS
from app.search.variants import numeral_variants
from app.text.normalize import has_han

Group = tuple[Word, ...]


@dataclass(frozen=True)
class Planner:
    """Makes plans out of the readings of both languages."""

    english: EnglishReading
    pinyin: PinyinReading
    chinese: ChineseReading

    def plan(self, query: ParsedQuery, *, literal: bool = False) -> Plan:
        """Make the plan of a query; a *literal* one adds and corrects nothing."""
        if literal:
            clauses = [self._exactly(group) for group in query.groups]
            corrected: list[Correction] = []
        else:
            corrected = []
            clauses = list(self._clauses(query.groups, corrected))
        clauses = [clause for clause in clauses if clause][:MOST_CLAUSES]
        return Plan(
            tuple(clauses),
            " ".join(word.text for group in query.groups for word in group),
            tuple(
                concept
                for word in query.excluded[:MOST_CLAUSES]
                for concept in _exact(word)
            ),
            suggestion=_suggestion(query, corrected),
            plain=is_plain(query),
            question=not literal
            and len(clauses) >= LEAST_CLAUSES
            and is_question(query),
            stopped=not clauses and bool(query.groups),
        )

    def _clauses(
        self, groups: Sequence[Group], corrected: list[Correction]
    ) -> Iterator[tuple[Concept, ...]]:
        """Read the groups in order; English words side by side are read together."""
        run: list[Word] = []
        for group in (*groups, ()):
            if len(group) == 1 and _is_plain_english(group[0], run):
                run.append(group[0])
                continue
            yield from ((concept,) for concept in self._latin(run, corrected))
            run = []
            if len(group) == 1 and _is_plain_english(group[0], run):
                run.append(group[0])
            elif len(group) == 1 and not group[0].quoted:
                found = self.chinese.concepts(group[0], corrected)
                yield from ((concept,) for concept in found)
            elif group:
                yield tuple(c for word in group for c in self._alternative(word))

    def _latin(
        self, run: Sequence[Word], corrected: list[Correction]
    ) -> Iterator[Concept]:
        """Read Latin words side by side: English, or pinyin where that occurs."""
        for stretch in self.pinyin.stretches(run, corrected):
            if isinstance(stretch, Concept):
                yield stretch
            else:
                pieces = self.english.pieces(stretch)
                corrected += (
                    Correction(piece.word, piece.corrected)
                    for piece in pieces
                    if piece.corrected
                )
                yield from self.english.concepts(pieces)

    def _alternative(self, word: Word) -> Iterator[Concept]:
        """Read a quoted word, or one of several of which any will do."""
        if word.quoted:
            yield from _exact(word)
        elif has_han(word.text):
            yield self.chinese.whole(tight(word.text), word.field)
        else:
            yield from self._latin([word], [])

    @staticmethod
    def _exactly(group: Group) -> tuple[Concept, ...]:
        """Read a group as it is typed."""
        return tuple(concept for word in group for concept in _exact(word))


def _is_plain_english(word: Word, run: Sequence[Word]) -> bool:
    """Say whether a word may go on a run of English words in the same field."""
    if word.quoted or has_han(word.text):
        return False
    return not run or run[-1].field == word.field


def _exact(word: Word) -> Iterator[Concept]:
    """Read just what was typed: a stretch of Chinese, or English words in order."""
    text = tight(word.text)
    if has_han(text):
        forms = (text, *numeral_variants(text))
        yield Concept(text, tuple(map(Substring, forms)), field=word.field)
        return
    words = phrase(word.text, exact=word.quoted)
    if words is not None and not set(words.words) <= STOP_WORDS:
        yield Concept(text, (words, Substring(text)), field=word.field)


def _suggestion(query: ParsedQuery, corrected: Sequence[Correction]) -> str | None:
    """Write the query as it was corrected; None if nothing was."""
    better = {one.word: one.text for one in corrected}
    if not better:
        return None
    return " ".join(
        " OR ".join(better.get(word) or word.written for word in group)
        for group in query.groups
    )
