"""Plain text on its way into the content: one line, nothing unseen, not too long."""

from __future__ import annotations

import re
import unicodedata

from app.content.source import LONGEST_LINE
from app.text.normalize import CJK

_UNSEEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
_JOINERS = {"\u200c", "\u200d"}  # they change how letters look
_SPACE = re.compile(r"\s+")
_SPREAD = re.compile(f"[{CJK}](?: [{CJK}]){{1,5}}")


def tidy(text: str) -> str:
    """Make a text one line that the content may have."""
    text = _SPACE.sub(" ", text)
    if not text.isascii() or not text.isprintable():
        text = "".join(
            char
            for char in text
            if char in _JOINERS or unicodedata.category(char) not in _UNSEEN
        )
    return text.strip()


def unspread(title: str) -> str:
    """Close up a title that was spread to fill its line.

    >>> unspread("总 则")
    '总则'
    """
    return title.replace(" ", "") if _SPREAD.fullmatch(title) else title


def shortened(text: str, most: int) -> str:
    """Cut a text that has more than *most* characters."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


LONGEST_PIECE = LONGEST_LINE // 2 - 1
"""So long a text fits on a line, even if every sign in it must be escaped."""

_BREAK = re.compile(r".*(?:[,;:、，；：。.)）]|\s)", re.DOTALL)


def pieces(text: str) -> list[str]:
    """Cut a sentence that is too long for a line, after a comma or a space if it can.

    >>> pieces("One, two.")
    ['One, two.']
    """
    cut = []
    while len(text) > LONGEST_PIECE:
        head = text[:LONGEST_PIECE]
        match = _BREAK.match(head)
        end = match.end() if match and match.end() > LONGEST_PIECE // 2 else len(head)
        cut.append(text[:end].strip())
        text = text[end:].strip()
    return [piece for piece in (*cut, text) if piece]
