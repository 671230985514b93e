"""What a file is, by its bytes; its name only decides between kinds of plain text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from app.importer.errors import SourceError

Kind = Literal["html", "mhtml", "word", "pdf", "markdown", "plain"]

#: How files begin that hold text but cannot be read here, and what to do about them.
_REFUSED = (
    (b"\xd0\xcf\x11\xe0", "this is an old Word, WPS or Excel file (.doc, .wps, .xls); "
     "open it and save it as .docx."),
    (b"{\\rtf", "this is an RTF file; open it in Word or LibreOffice and save it as "
     ".docx."),
    (b"\xdb\xa5", "this is a very old Word file; open it and save it as .docx."),
    (b"\x1f\x8b", "this is a packed file (gzip); unpack it first."),
    (b"7z\xbc\xaf", "this is a packed file (7-Zip); unpack it first."),
    (b"Rar!", "this is a packed file (RAR); unpack it first."),
    (b"bplist", "this is a web archive of Safari; save the page as HTML."),
    (b"\x89PNG", "this is a picture; a text in a picture needs OCR first."),
    (b"\xff\xd8\xff", "this is a picture; a text in a picture needs OCR first."),
    (b"GIF8", "this is a picture; a text in a picture needs OCR first."),
    (b"II*\0", "this is a picture; a text in a picture needs OCR first."),
    (b"MM\0*", "this is a picture; a text in a picture needs OCR first."),
    (b"AT&TFORM", "this is a DjVu file; save its text as .txt or .pdf."),
)  # fmt: skip

_HTML = re.compile(
    r"(?:\s|<\?xml[^>]*>|<!--(?:(?!-->).)*-->)*<(?:!doctype\s+html|html|head|body|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(
    r"</?(?:p|div|br|span|table|td|tr|h[1-6]|ul|li|a|font|article)\b[^<>]*>",
    re.IGNORECASE,
)
_MHTML = re.compile(
    rb"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/related",
    re.IGNORECASE,
)
_XML = re.compile(r"<\?xml\s")
_MARKDOWN = re.compile(r"^#{1,6} +\S", re.MULTILINE)


def binary_kind(path: Path, data: bytes) -> Kind | None:
    """Recognise what is no plain text; refuse what cannot be read."""
    for start, problem in _REFUSED:
        if data.startswith(start):
            raise SourceError(path, problem)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "word"
    if b"%PDF-" in data[:1_024]:
        return "pdf"
    if _MHTML.match(data[:8_192].replace(b"\r\n", b"\n")):
        return "mhtml"
    return None


def text_kind(path: Path, text: str) -> Kind:
    """Recognise which kind of text it is."""
    suffix = path.suffix.lower()
    start = text[:20_000].lstrip("\ufeff \t\r\n")
    if _HTML.match(start) or len(_TAGS.findall(start)) > 2 + len(start) // 2_000:
        return "html"
    if _XML.match(start):
        raise SourceError(
            path, "this is XML of another program; save the text as HTML or .docx."
        )
    if suffix in (".md", ".markdown", ".mkd"):
        return "markdown"
    if len(_MARKDOWN.findall(text[:200_000])) > 1:
        return "markdown"
    return "plain"
