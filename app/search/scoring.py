"""What Whoosh scores of a query: words, stems and headings."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator

from whoosh.query import Term

from app.search import schema as fields
from app.search.concept import Concept
from app.search.needle import Needle
from app.search.needle import Phrase
from app.search.needle import Substring

TITLE_BOOST = 2.0

_TITLES = {fields.ZH_WORDS: fields.ZH_TITLE, fields.EN_STEMS: fields.EN_TITLE}


def scored_terms(concepts: Iterable[Concept]) -> Iterator[Term]:
    """Turn concepts into the words that Whoosh scores, in the text and in headings."""
    for concept in concepts:
        for needle in concept.satisfying():
            for term in terms_of(needle):
                yield term
                if title := _TITLES.get(term.fieldname):
                    yield Term(title, term.text, boost=TITLE_BOOST)


def typed_terms(concepts: Iterable[Concept]) -> Iterator[Term]:
    """Turn concepts into the words that were typed, without their other forms."""
    for concept in concepts:
        for needle in (*concept.loose, *concept.needles)[:1]:
            yield from terms_of(needle)


def terms_of(needle: Needle) -> Iterator[Term]:
    """Turn one needle into its words in the text."""
    if isinstance(needle, Substring):
        yield Term(fields.ZH_WORDS, needle.text)
    elif isinstance(needle, Phrase):
        field = fields.EN_WORDS if needle.exact else fields.EN_STEMS
        yield from (Term(field, word) for word in needle.words)
