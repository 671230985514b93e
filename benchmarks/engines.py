"""The engines that are measured: ours, and the set-ups people use without it.

Each is built of the same units, the heading and the body of each in both languages, and
answers a query with the locators of units, best first. All but ours cut Chinese with
jieba as its documentation says, or into trigrams.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import jieba
from jieba.analyse import ChineseAnalyzer
from whoosh.analysis import StemmingAnalyzer
from whoosh.fields import ID
from whoosh.fields import Schema
from whoosh.fields import TEXT
from whoosh.highlight import WholeFragmenter
from whoosh.index import create_in
from whoosh.qparser import MultifieldParser
from whoosh.qparser import OrGroup

from app.builder.pipeline import build
from app.model.document import Unit
from app.search.results import Mark
from app.search.results import SearchRequest
from app.snapshot.reader import open_snapshot
from app.snapshot.store import Store
from benchmarks.marks import CLOSE
from benchmarks.marks import OPEN
from benchmarks.marks import WholeText

TOP = 10

#: What a unit is to a rival: its locator, its Chinese and its English.
Row = tuple[str, str, str]


class Engine(Protocol):
    """What can be measured."""

    name: str

    def search(self, query: str, size: int = TOP) -> list[str]:
        """Give the locators of the best units."""


def rows(units: Sequence[Unit]) -> list[Row]:
    """Flatten units."""
    return [
        (
            str(unit.locator),
            "\n".join([unit.zh.title, *(one.plain("zh") for one in unit.segments)]),
            "\n".join([unit.en.title, *(one.plain("en") for one in unit.segments)]),
        )
        for unit in units
    ]


def cut(text: str) -> str:
    """Cut with jieba as for a search engine, words parted by spaces."""
    return " ".join(word for word in jieba.cut_for_search(text) if word.strip())


class Ours:
    """This program, from its own snapshot."""

    name = "policy reader"

    def __init__(self, content: Path, index: Path) -> None:
        digest = build(content, index).digest
        self._snapshot = open_snapshot(Store(index), str(digest))

    def search(self, query: str, size: int = TOP) -> list[str]:
        """Search as the API does, marks and facets included."""
        request = SearchRequest(query, size=size, places=False)
        return [str(hit.locator) for hit in self._snapshot.search(request).hits]

    def marked(self, query: str) -> dict[str, str]:
        """Give the Chinese of each hit with its marks."""
        found = {}
        for hit in self._snapshot.search(SearchRequest(query, size=100)).hits:
            document = self._snapshot.documents[hit.slug]
            unit = document.by_locator[hit.locator]
            marks = {one.locator: one.marks.zh for one in hit.segments}
            lines = [(unit.zh.title, hit.title.zh)]
            lines += [
                (one.plain("zh"), marks.get(one.locator, ())) for one in unit.segments
            ]
            found[str(hit.locator)] = "\n".join(_signed(*line) for line in lines)
        return found


def _signed(text: str, marks: Sequence[Mark]) -> str:
    """Put signs around the marks of a text."""
    for mark in reversed(marks):
        inside = text[mark.start : mark.end]
        text = f"{text[: mark.start]}{OPEN}{inside}{CLOSE}{text[mark.end :]}"
    return text


class StockWhoosh:
    """Whoosh with jieba's ChineseAnalyzer and highlights, as most tutorials have it."""

    def __init__(self, units: list[Row], index: Path, *, any_word: bool) -> None:
        self.name = f"whoosh + jieba, {'OR' if any_word else 'AND'}"
        schema = Schema(
            locator=ID(stored=True),
            zh=TEXT(analyzer=ChineseAnalyzer(), stored=True),
            en=TEXT(analyzer=StemmingAnalyzer(), stored=True),
        )
        index.mkdir()
        opened = create_in(str(index), schema)
        writer = opened.writer()
        for locator, zh, en in units:
            writer.add_document(locator=locator, zh=zh, en=en)
        writer.commit()
        group = {"group": OrGroup} if any_word else {}
        self._parser = MultifieldParser(["zh", "en"], schema, **group)
        self._searcher = opened.searcher()

    def search(self, query: str, size: int = TOP) -> list[str]:
        """Parse, search, and highlight both fields."""
        results = self._searcher.search(self._parser.parse(query), limit=size)
        for hit in results:
            hit.highlights("zh"), hit.highlights("en")
        return [hit["locator"] for hit in results]

    def marked(self, query: str) -> dict[str, str]:
        """Give the Chinese of each hit with its marks."""
        results = self._searcher.search(self._parser.parse(query), limit=100)
        results.fragmenter = WholeFragmenter(charlimit=None)
        results.formatter = WholeText()
        return {hit["locator"]: hit.highlights("zh") for hit in results}


class Fts5:
    """SQLite FTS5: all words, or any where none has all; trigrams, or cut by jieba."""

    def __init__(self, units: list[Row], *, trigram: bool) -> None:
        self.name = f"SQLite FTS5, {'trigram' if trigram else 'jieba'}"
        self._cut = str if trigram else cut
        tokenizer = "trigram" if trigram else "porter unicode61"
        self._db = sqlite3.connect(":memory:", check_same_thread=False)
        self._db.execute(
            "CREATE VIRTUAL TABLE units USING fts5"
            f"(locator UNINDEXED, zh, en, tokenize='{tokenizer}')"
        )
        self._db.executemany(
            "INSERT INTO units VALUES (?, ?, ?)",
            [(locator, self._cut(zh), en) for locator, zh, en in units],
        )

    def search(self, query: str, size: int = TOP) -> list[str]:
        """Search with snippets of both columns."""
        words = re.findall(r"\w+", self._cut(query))
        quoted = [f'"{word}"' for word in words]
        for joint in (" ", " OR "):
            found = self._db.execute(
                "SELECT locator, snippet(units, 1, '[', ']', '', 30), "
                "snippet(units, 2, '[', ']', '', 30) "
                "FROM units WHERE units MATCH ? ORDER BY rank LIMIT ?",
                (joint.join(quoted) or '""', size),
            ).fetchall()
            if found:
                return [row[0] for row in found]
        return []


class Fts5Trigram(Fts5):
    """FTS5 over the text as it is; cut by jieba, what it marks is not in the text."""

    def __init__(self, units: list[Row]) -> None:
        super().__init__(units, trigram=True)

    def marked(self, query: str) -> dict[str, str]:
        """Give the Chinese of each hit with its marks."""
        words = re.findall(r"\w+", self._cut(query))
        quoted = " ".join(f'"{word}"' for word in words)
        found = self._db.execute(
            "SELECT locator, highlight(units, 1, ?, ?) FROM units WHERE units MATCH ?",
            (OPEN, CLOSE, quoted),
        )
        return dict(found.fetchall())


class Tantivy:
    """tantivy, jieba-cut Chinese and stemmed English; any word, ranked by BM25."""

    name = "tantivy + jieba"

    def __init__(self, units: list[Row]) -> None:
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_text_field("locator", stored=True)
        builder.add_text_field("zh", tokenizer_name="whitespace")
        builder.add_text_field("en", tokenizer_name="en_stem")
        self._index = tantivy.Index(builder.build())
        writer = self._index.writer()
        for locator, zh, en in units:
            writer.add_document(tantivy.Document(locator=locator, zh=cut(zh), en=en))
        writer.commit()
        self._index.reload()
        self._searcher = self._index.searcher()

    def search(self, query: str, size: int = TOP) -> list[str]:
        """Search both fields."""
        words = " ".join(re.findall(r"\w+", cut(query)))
        if not words:
            return []
        parsed = self._index.parse_query(words, ["zh", "en"])
        hits = self._searcher.search(parsed, size).hits
        return [self._searcher.doc(address)["locator"][0] for _, address in hits]
