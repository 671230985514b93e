"""Citations as files for programs: BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date

from app.citation.source import Source
from app.citation.styles import SITE

_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}", "#": r"\#", "$": r"\$", "%": r"\%",
    "&": r"\&", "_": r"\_", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}  # fmt: skip
_KEY = re.compile("[^A-Za-z0-9.-]")


def bibtex(sources: Sequence[Source]) -> str:
    """Write entries of BibTeX in UTF-8; every authority is one name, in braces."""
    return "\n".join(map(_entry, sources))


def _entry(source: Source) -> str:
    """Write one entry; a brace that has no partner would end it, so all are escaped."""
    fields = {
        "author": " and ".join(f"{{{_latex(name)}}}" for name in source.issuers),
        "title": f"{{{_latex(source.title)}}}",
        "year": str(source.issued.year) if source.issued else "",
        "date": source.issued.isoformat() if source.issued else "",
        "pages": _latex(source.place),
        "url": source.url,
        "urldate": source.accessed.isoformat(),
        "langid": "chinese" if source.is_chinese else "english",
        "note": _latex(source.status),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@misc{{{_KEY.sub('-', source.key)},\n{''.join(lines)}}}\n"


def _latex(text: str) -> str:
    """Escape what LaTeX reads as a command."""
    return "".join(_LATEX.get(char, char) for char in _line(text))


def ris(sources: Sequence[Source]) -> str:
    """Write records of RIS; a line that breaks would begin another field."""
    return "".join(map(_record, sources))


def _record(source: Source) -> str:
    """Write one record."""
    issued = source.issued
    fields = [
        ("TY", "GOVDOC"),
        ("ID", source.key),
        *(("AU", name) for name in source.issuers),
        ("TI", source.title),
        ("PY", str(issued.year) if issued else ""),
        ("DA", issued.strftime("%Y/%m/%d") if issued else ""),
        ("SP", source.place),
        ("LA", source.lang),
        ("UR", source.url),
        ("Y2", source.accessed.strftime("%Y/%m/%d")),
        ("N1", source.status),
    ]
    lines = [f"{tag}  - {_line(value)}\r\n" for tag, value in fields if value]
    return "".join(lines) + "ER  - \r\n"


def csl_json(sources: Sequence[Source]) -> str:
    """Write items of CSL-JSON."""
    return json.dumps(list(map(_item, sources)), ensure_ascii=False, indent=2) + "\n"


def _item(source: Source) -> dict[str, object]:
    """Write one item; what is empty is left out."""
    item: dict[str, object] = {
        "id": source.key,
        "type": "webpage",
        "title": source.title,
        "container-title": SITE,
        "author": [{"literal": name} for name in source.issuers],
        "issued": _parts(source.issued),
        "accessed": _parts(source.accessed),
        "section": source.place,
        "URL": source.url,
        "language": source.lang,
        "note": source.status,
    }
    return {name: value for name, value in item.items() if value}


def _parts(day: date | None) -> dict[str, list[list[int]]]:
    """Write a date as CSL does."""
    return {"date-parts": [[day.year, day.month, day.day]]} if day else {}


def _line(text: str) -> str:
    """Put a text on one line."""
    return " ".join(text.split())
