"""A corpus → a snapshot on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from pathlib import Path

from app.search.analyzer import ChineseWords
from app.search.indexer import build_index
from app.search.meaning.table import write_table
from app.snapshot.codec import Corpus
from app.snapshot.codec import encode
from app.snapshot.manifest import FORMAT_VERSION
from app.snapshot.manifest import hash_folder
from app.snapshot.manifest import Manifest
from app.snapshot.readings import Readings

CORPUS = "corpus.json"
WHOOSH = "whoosh"
MEANING = "meaning"


def write_snapshot(
    folder: Path,
    corpus: Corpus,
    sources: Mapping[str, str],
    digest: str,
    chinese: ChineseWords,
    readings: Readings,
) -> Iterator[str]:
    """Write everything into an empty folder; yield each unit as it is indexed.

    *sources* has the hashes of the content files. The manifest is written last.
    """
    (folder / CORPUS).write_bytes(encode(corpus))
    readings.write(folder)
    index = folder / WHOOSH
    index.mkdir()
    yield from build_index(index, corpus.documents, chinese)
    vectors = folder / MEANING
    vectors.mkdir()
    write_table(vectors, corpus.documents, corpus.glossary, chinese)
    manifest = Manifest(
        FORMAT_VERSION, digest, dict(sources), hash_folder(folder), count(corpus)
    )
    manifest.write(folder)


def count(corpus: Corpus) -> dict[str, int]:
    """Count what a corpus holds."""
    units = [unit for document in corpus.documents for unit in document.walk()]
    return {
        "documents": len(corpus.documents),
        "units": len(units),
        "segments": sum(len(unit.segments) for unit in units),
        "notes": sum(len(document.notes) for document in corpus.documents),
        "terms": len(corpus.glossary.terms),
    }
