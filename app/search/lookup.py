"""Which units hold a needle: Whoosh names candidates, the text itself decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from functools import lru_cache

from whoosh.query import And
from whoosh.query import Query
from whoosh.query import Term as WhooshTerm
from whoosh.searching import Searcher

from app.model.locator import Locator
from app.search import schema as fields
from app.search.analyzer import needed_grams
from app.search.analyzer import needed_spelling
from app.search.analyzer import stem
from app.search.concept import Concept
from app.search.needle import Needle
from app.search.needle import Spelling
from app.search.needle import Substring
from app.search.query import Field
from app.search.texts import PairText
from app.search.texts import UnitText
from app.search.texts import UnitTexts
from app.text.normalize import fold_text
from app.text.normalize import has_han
from app.text.pinyin import syllables

Docs = frozenset[int]
"""Units, by their numbers in the index."""

CACHED_NEEDLES = 4_096

ENOUGH_TOKENS = 16
"""How many tokens of a long needle are asked for; the text itself decides anyway."""


class Lookup:
    """Looks needles up in one open index."""

    def __init__(self, searcher: Searcher, texts: UnitTexts) -> None:
        self._searcher = searcher
        self._texts = texts
        self._found = lru_cache(maxsize=CACHED_NEEDLES)(self._find)
        self._surfaces = lru_cache(maxsize=CACHED_NEEDLES)(self._read_surfaces)

    @cached_property
    def units(self) -> tuple[tuple[str, Locator], ...]:
        """The slug and locator of every unit, by its number in the index."""
        return tuple(
            (stored[fields.SLUG], Locator.parse(stored[fields.LOCATOR]))
            for stored in map(
                self._searcher.stored_fields, range(self._searcher.doc_count_all())
            )
        )

    @cached_property
    def vocabulary(self) -> dict[str, int]:
        """The English words of all texts, with the number of units that have each."""
        reader = self._searcher.reader()
        return {
            term.decode(): info.doc_frequency()
            for term, info in reader.iter_field(fields.EN_WORDS)
        }

    @cached_property
    def spellings(self) -> dict[str, int]:
        """The pinyin of the Chinese words of all texts, with how often each occurs."""
        found: Counter[str] = Counter()
        for term, info in self._searcher.reader().iter_field(fields.ZH_WORDS):
            word = term.decode()
            if len(word) > 1 and has_han(word):
                found["".join(syllables(word))] += info.doc_frequency()
        return dict(found)

    def text(self, doc: int) -> UnitText:
        """Give the texts of a unit."""
        return self._texts.get(*self.units[doc])

    def docs(self, concept: Concept) -> Docs:
        """Find the units that satisfy a concept."""
        found: set[int] = set()
        for needle in concept.satisfying():
            found |= self._found(needle, concept.field)
        return frozenset(found)

    def occurs(self, concept: Concept) -> bool:
        """Say whether anything satisfies a concept."""
        return any(
            self._found(needle, concept.field) for needle in concept.satisfying()
        )

    def surfaces(self, needle: Needle, field: Field) -> list[str]:
        """List the folded words that a needle finds, the most frequent first."""
        return list(self._surfaces(needle, field))

    def _read_surfaces(self, needle: Needle, field: Field) -> tuple[str, ...]:
        """Read the words that a needle finds from the texts."""
        found: Counter[str] = Counter()
        for doc in sorted(self._found(needle, field)):
            for pair in _pairs(self.text(doc), field):
                side = pair.side(needle.lang)
                spans = needle.find(side)
                found.update(fold_text(side.plain[start:end]) for start, end in spans)
        return tuple(word for word, _ in found.most_common())

    def has_stem(self, word: str) -> bool:
        """Say whether any text has a word with this stem."""
        return bool(self._searcher.reader().doc_frequency(fields.EN_STEMS, word))

    def knows(self, word: str) -> bool:
        """Say whether an English word or a form of it, or these letters, occur."""
        return self.has_stem(stem(word)) or bool(self._found(Substring(word), ""))

    def scope(self, within: str) -> Docs:
        """Find the units of a document, or of a part of one: ``plan:2.3``."""
        query = WhooshTerm(fields.SCOPE, within)
        return frozenset(query.docs(self._searcher))

    def _find(self, needle: Needle, field: Field) -> Docs:
        """Find the units that hold a needle in the given field."""
        if field in {"zh", "en"} and needle.lang != field:
            return frozenset()
        candidates = _candidates(needle).docs(self._searcher)
        return frozenset(
            doc
            for doc in candidates
            if any(
                next(iter(needle.find(pair.side(needle.lang))), None)
                for pair in _pairs(self.text(doc), field)
            )
        )


def _pairs(text: UnitText, field: Field) -> Iterable[PairText]:
    """Give the pairs that a field speaks of."""
    return (text.title,) if field == "title" else text.pairs()


def _candidates(needle: Needle) -> Query:
    """Ask the index which units may hold a needle."""
    if isinstance(needle, Substring):
        name, tokens = fields.GRAMS, needed_grams(needle.text)
    elif isinstance(needle, Spelling):
        name, tokens = fields.PINYIN, needed_spelling(needle.syllables)
    else:
        name = fields.EN_WORDS if needle.exact else fields.EN_STEMS
        tokens = set(needle.words)
    some = sorted(tokens, key=lambda token: (-len(token), token))[:ENOUGH_TOKENS]
    return And([WhooshTerm(name, token) for token in some])
