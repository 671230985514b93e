"""The parts of a Word document, unpacked within bounds."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

from app.importer.errors import SourceError

Parts = dict[str, bytes]

MOST_PARTS = 5_000
MOST_XML = 40_000_000
"""Bytes of text and styles when unpacked; the Civil Code takes three million."""

MOST_ELEMENTS = 1_000_000
"""In one part; the converter takes some 40 microseconds for each."""

#: What `zipfile` raises, by the place where the file was cut or written over.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError,
    OSError, OverflowError, RuntimeError, ValueError,
)  # fmt: skip

_DOCUMENT = "word/document.xml"
_OTHERS = (
    ("xl/", "this is an Excel file; save the sheet as HTML, or its text as .txt."),
    ("ppt/", "this is a PowerPoint file; save its text as .txt."),
    ("META-INF/container.xml", "this is an EPUB file; save its text as HTML or .txt."),
    ("content.xml", "this is an OpenDocument file; open it and save it as .docx."),
)


def open_package(path: Path, data: bytes) -> Parts:
    """Unpack what is XML in a Word document; pictures and macros stay packed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = package.infolist()
            _check(path, infos)
            return {
                info.filename: _read(path, package, info) for info in _wanted(infos)
            }
    except _BROKEN:
        raise SourceError(
            path, "the Word file is cut off or damaged; get it once more."
        ) from None


def _wanted(infos: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """Name the parts that may hold text or say how it looks."""
    return [info for info in infos if info.filename.endswith((".xml", ".rels"))]


def _check(path: Path, infos: list[zipfile.ZipInfo]) -> None:
    """Refuse what is no Word document, is locked, or unpacks beyond bounds."""
    names = {info.filename for info in infos}
    if _DOCUMENT not in names:
        for start, problem in _OTHERS:
            if any(name.startswith(start) for name in names):
                raise SourceError(path, problem)
        raise SourceError(path, "this is a packed file (ZIP); unpack it first.")
    if any(info.flag_bits & 1 for info in infos):
        raise SourceError(path, "the file is locked with a password; unlock it first.")
    size = sum(info.file_size for info in _wanted(infos))
    if size > MOST_XML or len(infos) > MOST_PARTS:
        raise SourceError(
            path,
            f"the Word file unpacks to {size // 1_000_000} MB of text in {len(infos)} "
            f"parts; at most {MOST_XML // 1_000_000} MB in {MOST_PARTS} are read.",
        )


_HEAD = 400
"""So many bytes of a part tell its encoding."""


def _read(path: Path, package: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Unpack one part; entities, which can grow without end, are never in one."""
    content = package.read(info)
    if b"\0" in content[:_HEAD]:
        raise SourceError(
            path, "the Word file has parts in UTF-16, which Word never writes."
        )
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise SourceError(
            path, "the Word file defines entities, which Word never does."
        )
    if content.count(b"<") > 2 * MOST_ELEMENTS:  # each may begin and end
        raise SourceError(
            path, f"the Word file has more than {MOST_ELEMENTS:,} elements; cut it up."
        )
    return content
