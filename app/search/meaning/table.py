"""The vectors of a library: made by the build, read by the search.

A row is a heading or a segment, unit after unit, as the index has them. Numbers are
16-bit floats, mapped into memory, so that only what is looked at is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import fields
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.model.document import Document
from app.model.document import Unit
from app.model.glossary import Glossary
from app.search.analyzer import ChineseWords
from app.search.meaning.encoder import encode
from app.search.meaning.encoder import is_available
from app.search.meaning.encoder import Vectors
from app.search.meaning.words import content_words
from app.search.meaning.words import forms_inside
from app.search.meaning.words import main_forms

Half = NDArray[np.float16]
Numbers = NDArray[np.int32]

_BATCH = 512
_VOCABULARY = "vocabulary.json"


@dataclass(frozen=True)
class Table:
    """All vectors of a library."""

    zh: Half
    """The Chinese of each row."""
    en: Half
    """The English of each row."""
    whole_zh: Half
    """The Chinese of each unit: the mean of its rows, of length 1."""
    whole_en: Half
    """The English of each unit in the same way."""
    first: Numbers
    """The first row of each unit, and after the last unit the number of rows."""
    vocabulary: tuple[str, ...]
    """The words and the glossary's terms that occur, each once."""
    words: Vectors
    """The vector of each, 32 bits a number: every query is compared with all."""
    spread: Numbers
    """In how many units each occurs."""
    ids: Numbers
    """The words of each row, as positions in the vocabulary, row after row."""
    start: Numbers
    """Where the words of each row begin in *ids*, and after the last row its length."""


def write_table(
    folder: Path,
    documents: Iterable[Document],
    glossary: Glossary,
    chinese: ChineseWords,
) -> None:
    """Write the vectors of a library into an empty folder; none without the encoder."""
    if not is_available():
        return
    rows: list[tuple[str, str]] = []
    first = [0]
    for unit in (unit for document in documents for unit in document.walk()):
        rows += _pairs(unit)
        first.append(len(rows))
    numbers: dict[str, int] = {}
    ids = [
        sorted({numbers.setdefault(word, len(numbers)) for word in found})
        for found in _words(rows, glossary, chinese)
    ]
    zh, en = (_encoded([row[side] for row in rows]) for side in (0, 1))
    arrays: dict[str, NDArray[Any]] = {
        "zh": zh.astype(np.float16),
        "en": en.astype(np.float16),
        "whole_zh": _wholes(zh, first),
        "whole_en": _wholes(en, first),
        "first": np.array(first, dtype=np.int32),
        "words": _encoded(list(numbers)),
        "spread": _spread(ids, first, len(numbers)),
        "ids": np.array([one for row in ids for one in row], dtype=np.int32),
        "start": np.cumsum([0, *map(len, ids)], dtype=np.int32),
    }
    for name, array in arrays.items():
        np.save(folder / f"{name}.npy", array, allow_pickle=False)
    text = json.dumps(list(numbers), ensure_ascii=False)
    (folder / _VOCABULARY).write_text(text, "utf-8")


def read_table(folder: Path) -> Table | None:
    """Read the vectors of a library; None if it was built without the encoder."""
    if not (folder / _VOCABULARY).is_file() or not is_available():
        return None
    arrays: dict[str, Any] = {
        one.name: np.load(folder / f"{one.name}.npy", mmap_mode="r", allow_pickle=False)
        for one in fields(Table)
        if one.name != "vocabulary"
    }
    vocabulary = json.loads((folder / _VOCABULARY).read_text("utf-8"))
    return Table(vocabulary=tuple(vocabulary), **arrays)


def _pairs(unit: Unit) -> Iterator[tuple[str, str]]:
    """Yield the heading of a unit and its segments, in both languages."""
    yield unit.zh.title, unit.en.title
    for segment in unit.segments:
        yield segment.plain("zh"), segment.plain("en")


def _words(
    rows: Iterable[tuple[str, str]], glossary: Glossary, chinese: ChineseWords
) -> Iterator[set[str]]:
    """Give the words and the terms of each row."""
    terms = main_forms(glossary)
    for zh, en in rows:
        found = {*content_words(zh, chinese), *content_words(en, chinese)}
        yield found | forms_inside(zh, terms["zh"]) | forms_inside(en, terms["en"])


def _encoded(texts: list[str]) -> Vectors:
    """Encode many texts, some at a time."""
    parts = [encode(texts[i : i + _BATCH]) for i in range(0, len(texts), _BATCH)]
    return np.concatenate([*parts, encode([])])


def _wholes(rows: Vectors, first: list[int]) -> Half:
    """Give the vector of each unit: the mean of its rows, made as long as a row's."""
    sums = np.add.reduceat(rows, first[:-1]) if len(rows) else rows
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    return np.asarray(sums / np.maximum(lengths, 1e-9), dtype=np.float16)


def _spread(ids: list[list[int]], first: list[int], count: int) -> Numbers:
    """Count the units that have each word."""
    spread = np.zeros(count, dtype=np.int32)
    for start, end in pairwise(first):
        for word in {one for row in ids[start:end] for one in row}:
            spread[word] += 1
    return spread
