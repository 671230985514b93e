"""Aligned lines as words: what pairs of terms are looked for in."""

from __future__ import annotations

from collections.abc import Container
from collections.abc import Iterator
from dataclasses import dataclass

from app.model.document import Document
from app.model.locator import Locator
from app.terms.lexicon import Lexicon
from app.terms.pieces import english_pieces
from app.terms.pieces import JOINT
from app.text.normalize import fold_text
from app.text.normalize import has_han

Words = tuple[str, ...]

SIGN = ""
"""Stands where a sign does: no phrase reaches across it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A heading or a sentence in both languages, whole and cut into words."""

    locator: Locator
    plain_zh: str
    plain_en: str
    zh: Words
    en: Words


def rows_of(document: Document, lexicon: Lexicon) -> tuple[Row, ...]:
    """Cut the headings and sentences that a document has in both languages."""
    return tuple(
        Row(locator, zh, en, _chinese(zh, lexicon), _english(en))
        for locator, zh, en in _lines(document)
        if zh and en
    )


def content_words(words: Words, stop_words: Container[str]) -> Iterator[int]:
    """Yield where the words stand that mean something by themselves."""
    for at, word in enumerate(words):
        if word != SIGN and word not in stop_words:
            yield at


def _lines(document: Document) -> Iterator[tuple[Locator, str, str]]:
    """Yield every heading and sentence with its address."""
    for unit in document.walk():
        yield unit.locator, unit.zh.title, unit.en.title
        for segment in unit.segments:
            yield segment.locator, segment.plain("zh"), segment.plain("en")


def _chinese(plain: str, lexicon: Lexicon) -> Words:
    """Cut a Chinese line into words and signs."""
    cut = lexicon.cut(fold_text(plain))
    return tuple(word if has_han(word) or word.isalnum() else SIGN for word in cut)


def _english(plain: str) -> Words:
    """Cut an English line into words, in the singular, and signs."""
    folded = fold_text(plain)
    found: list[str] = []
    end = 0
    for piece in english_pieces(folded):
        if found and not JOINT.fullmatch(folded[end : piece.start]):
            found.append(SIGN)
        found.append(piece.key)
        end = piece.end
    return tuple(found)
