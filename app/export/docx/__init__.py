"""DOCX: a Word document, both languages in two columns, a row for each pair."""

from __future__ import annotations

from app.export.docx.document import write

__all__ = ["write"]
