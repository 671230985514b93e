"""The file that the browser searches in: the texts of a snapshot, its terms and words.

What a browser cannot find out for itself is done here, once for each snapshot: the
words of the Chinese, the sounds of its characters, and other ways of writing them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from collections.abc import Mapping
from typing import Any

from app.model.document import Document
from app.model.document import Unit
from app.model.glossary import Glossary
from app.references.names import display_name
from app.search.analyzer import ChineseWords
from app.search.analyzer import stem
from app.search.stopwords import STOP_WORDS
from app.search.stopwords import ZH_STOP_WORDS
from app.snapshot.reader import Snapshot
from app.text.english import british_spellings
from app.text.english import words
from app.text.normalize import fold_text
from app.text.normalize import has_han
from app.web.find.chinese import characters_by_weight
from app.web.find.chinese import common_words
from app.web.find.chinese import no_slips
from app.web.find.chinese import sounds
from app.web.find.chinese import sounds_here
from app.web.find.chinese import traditional
from app.web.find.chinese import words_by_weight


def index_file(snapshot: Snapshot) -> bytes:
    """Write the file for one snapshot: the same bytes for the same snapshot."""
    parts = _parts(list(snapshot.documents.values()), snapshot.glossary)
    parts = {"digest": snapshot.digest, **parts}
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()


def _parts(documents: list[Document], glossary: Glossary) -> dict[str, Any]:
    """Gather all that the browser needs."""
    chinese = ChineseWords(glossary)
    texts = [fold_text(text) for one in documents for text in _chinese(one)]
    forms = [fold_text(form) for one in glossary.terms for form in one.forms("zh")]
    said = [form for form in forms if has_han(form)]
    dictionary = common_words(chinese)
    by_syllable = sounds(texts, dictionary)
    usual = {char: said for said, chars in by_syllable.items() for char in chars}
    vocabulary = words_by_weight([*texts, *said], chinese)
    written = {char for text in (*texts, *forms, *ZH_STOP_WORDS) for char in text}
    return {
        "documents": [_document(one, usual) for one in documents],
        "terms": [[t.id, t.forms("zh"), t.forms("en")] for t in glossary.terms],
        "words": vocabulary,
        "characters": characters_by_weight([*texts, *said], chinese),
        "not_slips": " ".join(no_slips(texts, vocabulary, usual, dictionary)),
        "traditional": traditional(written),
        "sounds": by_syllable,
        "spelling": _spelling(documents, glossary),
        "stop_words": {"zh": sorted(ZH_STOP_WORDS), "en": sorted(STOP_WORDS)},
    }


def _document(document: Document, usual: Mapping[str, str]) -> dict[str, Any]:
    """Write a document with its units."""
    fronts = (document.zh, document.en)
    return {
        "slug": document.slug,
        "tags": [front.lang for front in fronts],
        "titles": [front.title for front in fronts],
        "short": [front.short_title for front in fronts],
        "coverage": [front.coverage for front in fronts],
        "units": [_unit(document, unit, usual) for unit in document.walk()],
    }


def _unit(document: Document, unit: Unit, usual: Mapping[str, str]) -> dict[str, Any]:
    """Write a unit: its headings, its names, and its sentences in both languages."""
    return {
        "at": str(unit.locator),
        "kind": unit.kind,
        "number": unit.number,
        "zh": [unit.zh.label, unit.zh.title],
        "en": [unit.en.label, unit.en.title],
        "names": [display_name(document, unit.locator, lang) for lang in ("zh", "en")],
        "here": sounds_here(fold_text(unit.zh.title), usual),
        "rows": [
            [
                one.locator.segment,
                one.zh.plain if one.zh else None,
                one.en.plain if one.en else None,
                sounds_here(fold_text(one.plain("zh")), usual),
            ]
            for one in unit.segments
        ],
    }


def _chinese(document: Document) -> Iterator[str]:
    """Yield every heading and sentence in Chinese."""
    for unit in document.walk():
        yield unit.zh.title
        for one in unit.segments:
            yield one.plain("zh")


def _spelling(documents: list[Document], glossary: Glossary) -> Mapping[str, str]:
    """Give the British words whose American form has a stem that occurs."""
    texts = [form for term in glossary.terms for form in term.forms("en")]
    for document in documents:
        for unit in document.walk():
            texts += [unit.en.title, *(one.plain("en") for one in unit.segments)]
    stems = {stem(word.text) for text in texts for word in words(fold_text(text))}
    return {
        british: american
        for british, american in sorted(british_spellings().items())
        if stem(american) in stems
    }
