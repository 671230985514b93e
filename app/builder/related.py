"""Which units of each document are worth reading beside one another."""

from __future__ import annotations

from app.model.glossary import Glossary
from app.model.thread import Relation
from app.relations.lexicon import Lexicon
from app.relations.relate import relate
from app.search.analyzer import ChineseWords
from app.snapshot.codec import Corpus


def relations_of(corpus: Corpus) -> dict[str, tuple[Relation, ...]]:
    """Relate the units of every document, by its slug.

    Its words are cut without the glossary: the terms of that are found by themselves,
    and words inside a term may be a thread that the glossary has not.
    """
    words = ChineseWords(Glossary())
    lexicon = Lexicon(words.cut, words.dictionary())
    return {
        document.slug: relate(document, corpus.glossary, lexicon)
        for document in corpus.documents
    }
