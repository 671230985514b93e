"""The formats there are: what each is called, how it is sent, and who writes it.

A writer is ``app.export.<module>.write``; it is loaded when it is first wanted, since
the libraries of some formats are large and most readers never ask for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import cast
from typing import Protocol

from app.export.extract import Extract


class Writer(Protocol):
    """What writes one format."""

    def __call__(self, extract: Extract) -> bytes:
        """Write the file."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file."""

    extension: str
    """What stands in addresses and behind the name of a file: ``tmx``."""
    media_type: str
    name: str
    """What people call it."""
    module: str
    """The module of ``app.export`` that writes it."""

    def write(self, extract: Extract) -> bytes:
        """Write a file; the same bytes for the same extract, always."""
        writer = cast(Writer, import_module(f"app.export.{self.module}").write)
        return writer(extract)


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_ALL = (
    Format("csv", "text/csv", "CSV", "csv_table"),
    Format("json", "application/json", "JSON", "json_file"),
    Format("md", "text/markdown", "Markdown", "markdown_text"),
    Format("html", "text/html", "HTML", "html_page"),
    Format("tmx", "application/x-tmx+xml", "TMX", "tmx"),
    Format("xliff", "application/xliff+xml", "XLIFF", "xliff"),
    Format("docx", _WORD, "Word", "docx"),
    Format("epub", "application/epub+zip", "EPUB", "epub"),
    Format("akn", "application/akn+xml", "Akoma Ntoso", "akn"),
)

FORMATS: Mapping[str, Format] = {format_.extension: format_ for format_ in _ALL}
"""Every format by its extension, in the order in which they are offered."""
