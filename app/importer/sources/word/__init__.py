"""Word documents, by way of mammoth, which keeps paragraphs, tables and footnotes.

What it loses is mended in the document before it: the numbers that Word counts itself
(``numbering``), text boxes, hidden and moved text (``mending``).
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import mammoth
from lxml import etree

from app.importer.errors import SourceError
from app.importer.sources.characters import clean
from app.importer.sources.found import Found
from app.importer.sources.html import read_fragment
from app.importer.sources.word.mending import mended
from app.importer.sources.word.package import open_package
from app.importer.sources.word.package import Parts

_HEADINGS = "\n".join(f"p.Heading{n} => h{n}:fresh" for n in range(1, 7))


def read_word(path: Path, data: bytes) -> Found:
    """Read a Word document with its numbers as text and all changes accepted."""
    parts = open_package(path, data)
    try:
        pieces = mended(parts)
        html = _html(pieces.parts)
    except (KeyError, ValueError, AttributeError, TypeError, IndexError) as error:
        raise _damaged(path) from error
    except (etree.XMLSyntaxError, zipfile.BadZipFile, RecursionError) as error:
        raise _damaged(path) from error
    found = read_fragment(path, html, "Word")
    return replace(found, title=_title(parts, found), dropped=pieces.dropped)


def _damaged(path: Path) -> SourceError:
    """Say that the file cannot be read as Word would."""
    return SourceError(
        path, "the Word file is damaged; open it in Word and save it again as .docx."
    )


def _html(parts: Mapping[str, bytes]) -> str:
    """Convert the mended document."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    packed.seek(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        result = mammoth.convert_to_html(
            packed,
            style_map=_HEADINGS,
            include_default_style_map=False,
            include_embedded_style_map=False,
            convert_image=lambda _: [],
        )
    return str(result.value)


def _title(parts: Parts, found: Found) -> str:
    """Return the title of the properties if the text has it too; often it is stale."""
    try:
        root = etree.fromstring(parts["docProps/core.xml"])
    except (KeyError, etree.XMLSyntaxError):
        return ""
    title = clean(root.findtext("{http://purl.org/dc/elements/1.1/}title") or "")
    start = [block.text for block in found.blocks[:20]]
    return title if title and any(title in text for text in start) else ""
