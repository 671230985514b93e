"""The words of a text or a query that carry meaning, and the terms inside a text."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping

from app.model.document import Lang
from app.model.document import LANGS
from app.model.glossary import Glossary
from app.search.analyzer import ChineseWords
from app.search.stopwords import STOP_WORDS
from app.search.stopwords import ZH_STOP_WORDS
from app.text.english import words
from app.text.normalize import fold_text
from app.text.normalize import has_han


def content_words(text: str, chinese: ChineseWords) -> Iterator[str]:
    """Yield the words that say something, folded: Chinese ones cut by jieba."""
    folded = fold_text(text)
    if has_han(folded):
        for word in chinese.cut(folded):
            if has_han(word) and len(word) > 1 and word not in ZH_STOP_WORDS:
                yield word
    for found in words(folded):
        word = found.text
        if len(word) > 1 and word.isalpha() and word not in STOP_WORDS:
            yield word


def inner_words(text: str, chinese: ChineseWords) -> Iterator[str]:
    """Yield the Chinese words of a text, and those inside long ones; no small ones."""
    for word, _, _ in chinese.cut_for_search(fold_text(text)):
        if has_han(word) and word not in ZH_STOP_WORDS:
            yield word


def main_forms(glossary: Glossary) -> Mapping[Lang, frozenset[str]]:
    """Give the main forms of all terms in each language, folded."""
    return {
        lang: frozenset(fold_text(term.forms(lang)[0]) for term in glossary.terms)
        for lang in LANGS
    }


def forms_inside(text: str, forms: Iterable[str]) -> set[str]:
    """Give the folded forms that a text has."""
    folded = fold_text(text)
    return {form for form in forms if form in folded}
