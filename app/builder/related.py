"""What a build adds to the documents: their terms, and which units belong together."""

from __future__ import annotations

from app.model.thread import Relation
from app.model.usage import Usages
from app.relations.relate import relate
from app.search.analyzer import plain_words
from app.snapshot.codec import Corpus
from app.terms.lexicon import Lexicon
from app.terms.occurrences import TermFinder
from app.terms.usage import uses_of


def relations_of(corpus: Corpus) -> dict[str, tuple[Relation, ...]]:
    """Relate the units of every document, by its slug.

    Its words are cut without the glossary: the terms of that are found by themselves,
    and words inside a term may be a thread that the glossary has not.
    """
    words = plain_words()
    lexicon = Lexicon(words.cut, words.dictionary())
    return {
        document.slug: relate(document, corpus.glossary, lexicon)
        for document in corpus.documents
    }


def usages_of(corpus: Corpus) -> Usages:
    """Find the terms of the glossary in every document."""
    finder = TermFinder(corpus.glossary.terms, plain_words().cut)
    return Usages(
        {document.slug: uses_of(document, finder) for document in corpus.documents}
    )
