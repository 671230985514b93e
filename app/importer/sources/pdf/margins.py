"""Headers, footers and numbers of pages, told from the text by being repeated."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from app.importer.sources.pdf.layout import Line
from app.importer.sources.wrapping import is_contents
from app.importer.sources.wrapping import NUMBER

_MARGIN = 0.12
"""Of the height of a page, at its head and at its foot."""

_DIGITS = re.compile(r"[0-9０-９]+|\b[ivxlc]+\b")
_PAGE = re.compile(
    r"[-–—－—·\s|]*(?:第|page|p\.)?\s*(?:[0-9０-９]{1,4}|[ivxlc]{1,7})\s*(?:页|頁)?"
    r"(?:\s*(?:/|of|共|，共|,)\s*[0-9]{1,4}\s*(?:页|頁)?)?[-–—－—·\s|]*",
    re.IGNORECASE,
)


def without_margins(pages: Sequence[Sequence[Line]]) -> tuple[list[Line], int]:
    """Return the lines of all pages that are text, and how many were left out."""
    repeated = Counter(
        key
        for page in pages
        for key in {_key(line) for line in page if _is_outer(line)}
    )
    often = max(2, min(3, len(pages) // 2))
    kept: list[Line] = []
    dropped = 0
    for page in pages:
        for line in page:
            text = line.text.strip()
            is_page = _is_outer(line) and _PAGE.fullmatch(text)
            if (
                is_page
                or is_contents(text)
                or (_is_outer(line) and repeated[_key(line)] >= often)
            ):
                dropped += 1
            else:
                kept.append(line)
    return kept, dropped


def _is_outer(line: Line) -> bool:
    """Say whether a line stands at the head or at the foot of its page."""
    return line.bottom > line.height * (1 - _MARGIN) or line.top < line.height * _MARGIN


def _key(line: Line) -> tuple[str, int]:
    """Return a line with its numbers made alike, and where it stands.

    The numbers of articles are kept: pages may begin with one each.
    """
    words = "".join(line.text.lower().split())
    if not NUMBER.match(line.text.strip()):
        words = _DIGITS.sub("#", words)
    return words, round(line.bottom / 6)
