"""Files made for the tests: Word documents and PDF."""

from __future__ import annotations

import zipfile
from pathlib import Path

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def write_word(
    path: Path, body: str, numbering: str = "", styles: str = "", notes: str = ""
) -> Path:
    """Write the least that Word opens: *body* is XML without the prefix's name."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "word/document.xml",
            f"<w:document {W}><w:body>{body}</w:body></w:document>",
        )
        package.writestr(
            "word/numbering.xml", f"<w:numbering {W}>{numbering}</w:numbering>"
        )
        package.writestr("word/styles.xml", f"<w:styles {W}>{styles}</w:styles>")
        package.writestr(
            "word/footnotes.xml", f"<w:footnotes {W}>{notes}</w:footnotes>"
        )
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr(
            "_rels/.rels", _relations("officeDocument", "word/document.xml")
        )
        package.writestr(
            "word/_rels/document.xml.rels",
            _relations(
                "numbering",
                "numbering.xml",
                "styles",
                "styles.xml",
                "footnotes",
                "footnotes.xml",
            ),
        )
    return path


def paragraph(text: str, properties: str = "") -> str:
    """Return a paragraph of Word."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def numbered(text: str, level: int, num: int = 1) -> str:
    """Return a paragraph that Word numbers."""
    return paragraph(
        text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    )


def level(at: int, kind: str, text: str, more: str = "") -> str:
    """Return how a level of a list is numbered."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def _relations(*pairs: str) -> str:
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    inside = "".join(
        f'<Relationship Id="r{at}" Type="{kinds}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(zip(pairs[::2], pairs[1::2], strict=True))
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{package}">{inside}</Relationships>'


_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/'
    'vnd.openxmlformats-package.relationships+xml"/></Types>'
)


def write_pdf(path: Path, pages: list[list[tuple[int, int, str]]]) -> Path:
    """Write lines of Latin text at their places, eleven points high."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "",
               "<</Type/Font/Subtype/Type1/BaseFont/Courier>>"]  # fmt: skip
    kids = []
    for lines in pages:
        content = "".join(
            f"BT /F 11 Tf {x} {y} Td <{text.encode('latin-1').hex()}> Tj ET\n"
            for x, y, text in lines
        )
        objects.append(f"<</Length {len(content)}>>stream\n{content}endstream")
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources"
            f"<</Font<</F 3 0 R>>>>/Contents {len(objects)} 0 R>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    body = "%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj{content}endobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    end = f"xref\n0 {len(offsets) + 1}\n0000000000 65535 f \n{table}"
    trailer = (
        f"trailer<</Root 1 0 R/Size {len(offsets) + 1}>>\nstartxref\n{len(body)}\n%%EOF"
    )
    path.write_bytes(f"{body}{end}{trailer}".encode("latin-1"))
    return path
