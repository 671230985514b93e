"""Files to raw texts: two files, one a language, or one that has both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.importer.errors import SourceError
from app.importer.raw import Block
from app.importer.raw import RawText
from app.importer.sources.bilingual import part
from app.importer.sources.encoding import decode
from app.importer.sources.files import load
from app.importer.sources.files import MOST_TEXT
from app.importer.sources.found import Found
from app.importer.sources.html import read_html
from app.importer.sources.html import read_mhtml
from app.importer.sources.kinds import binary_kind
from app.importer.sources.kinds import text_kind
from app.importer.sources.languages import count
from app.importer.sources.languages import language
from app.importer.sources.languages import tag
from app.importer.sources.markdown import read_markdown
from app.importer.sources.pdf import read_pdf
from app.importer.sources.plain import read_plain
from app.importer.sources.word import read_word
from app.importer.sources.wrapping import is_contents
from app.model.document import Lang

MOST_SIGNS = 100_000
"""In one paragraph; more is no text that anybody could read line by line."""

MOST_BLOCKS = 100_000
"""In one file; no library has a law of so many paragraphs."""

_NAMES = {"zh": "Chinese", "en": "English"}


def read_texts(paths: Sequence[Path]) -> tuple[RawText, RawText]:
    """Return the Chinese and the English text of two files, or of a bilingual one.

    Which of two files is which is told by their languages, not by their order. Raises
    `SourceError` with one sentence for a file that cannot be read.
    """
    if len(paths) == 1:
        return _both(paths[0], read_file(paths[0]))
    one, other = (_whole(path, read_file(path)) for path in paths)
    if one.lang == other.lang:
        missing = _NAMES["en" if one.lang == "zh" else "zh"]
        raise SourceError(
            other.path,
            f"this text is {_NAMES[one.lang]}, and so is {one.path}; "
            f"give the {missing} text beside it.",
        )
    return (one, other) if one.lang == "zh" else (other, one)


def read_file(path: Path) -> Found:
    """Read one file of any kind, languages aside."""
    data = load(path)
    kind = binary_kind(path, data)
    if kind == "word":
        found = read_word(path, data)
    elif kind == "pdf":
        found = read_pdf(path, data)
    else:
        found = _read_text(path, data, is_mhtml=kind == "mhtml")
    return _checked(path, found)


def _read_text(path: Path, data: bytes, *, is_mhtml: bool) -> Found:
    """Read what is text all through."""
    if len(data) > MOST_TEXT:
        raise SourceError(
            path,
            f"the file has {len(data) // 1_000_000} MB, and at most "
            f"{MOST_TEXT // 1_000_000} MB of text are read; give a part of it.",
        )
    if is_mhtml:
        return read_mhtml(path, data)
    decoded = decode(data, declares=b"<" in data[:4_096])
    if decoded is None:
        raise SourceError(
            path, "this is no text; give HTML, .docx, PDF, Markdown or plain text."
        )
    text, encoding = decoded
    kind = text_kind(path, text)
    if kind == "html":
        return read_html(path, text, encoding)
    reader = read_markdown if kind == "markdown" else read_plain
    return reader(text, encoding)


def _checked(path: Path, found: Found) -> Found:
    """Leave out a table of contents; refuse no text, or a paragraph beyond reason."""
    kept = [block for block in found.blocks if not is_contents(block.text)]
    dropped = found.dropped + len(found.blocks) - len(kept)
    found = replace(found, blocks=tuple(kept), dropped=dropped)
    if not found.blocks:
        raise SourceError(path, "there is no text in it.")
    if len(found.blocks) > MOST_BLOCKS:
        raise SourceError(
            path,
            f"the file has {len(found.blocks):,} paragraphs, and at most "
            f"{MOST_BLOCKS:,} are read; give a part of it.",
        )
    for block in found.blocks:
        if len(block.text) > MOST_SIGNS:
            raise SourceError(
                path,
                f"paragraph {block.place} has {len(block.text):,} characters without "
                f"a break; at most {MOST_SIGNS:,} are read.",
            )
    return found


def _whole(path: Path, found: Found) -> RawText:
    """Take a file for the text of the language that most of it is in."""
    texts = [block.text for block in found.blocks]
    lang = language(count(texts))
    if lang not in ("zh", "en"):
        raise SourceError(path, lang)
    return _raw(path, "zh" if lang == "zh" else "en", found, found.blocks)


def _both(path: Path, found: Found) -> tuple[RawText, RawText]:
    """Part a file that has both languages."""
    zh, en = part(found.blocks)
    for blocks, lang in ((zh, "zh"), (en, "en")):
        least = 8 if lang == "zh" else 5
        counts = count(block.text for block in blocks)
        if (counts.han if lang == "zh" else counts.words) < least:
            raise SourceError(
                path,
                f"there is no {_NAMES[lang]} text in it; give a second file, with the "
                f"{_NAMES[lang]} text.",
            )
        problem = language(counts)
        if problem != lang:
            raise SourceError(path, problem)
    return _raw(path, "zh", found, zh), _raw(path, "en", found, en)


def _raw(path: Path, lang: Lang, found: Found, blocks: Sequence[Block]) -> RawText:
    """Put what was found under a language; a title in the other one is none."""
    title = found.title
    if title and count([title]).zh != (lang == "zh"):
        title = ""
    return RawText(
        path,
        lang,
        tag(lang, (block.text for block in blocks)),
        blocks,
        found.read_as,
        title=title,
        issued=found.issued,
        address=found.address,
        dropped=found.dropped,
    )
