"""A title as it stands in a text, and what makes two titles the same work."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.model.thread import Stretch
from app.text.normalize import fold_text


@dataclass(frozen=True, slots=True)
class Title:
    """A title as it stands, from *start* to *end* in code points, brackets included.

    *alias* is the name that the text gives the work for what follows. *sure* is false
    where only the other language makes it certain.
    """

    start: int
    end: int
    words: str
    alias: str = ""
    sure: bool = True


def apart(spans: Sequence[Stretch]) -> list[Stretch]:
    """Order stretches and leave out those that lie inside another."""
    kept: list[Stretch] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def touches(stretch: Stretch, others: Sequence[Stretch]) -> bool:
    """Say whether a stretch lies over another one."""
    return any(start < stretch[1] and stretch[0] < end for start, end in others)


_NATION = re.compile(
    r"^中华人民共和国|(?:of\s+)?(?:the\s+)?people'?s\s+republic\s+of\s+china"
    r"|^prc\s+|\s+of\s+the\s+prc\b"
)
_VERSION = re.compile(r"\([^()]*(?:年|修订|修正|\d{4})[^()]*\)$")
_SIGNS = re.compile(r"[\W_]+")


def title_key(words: str) -> str:
    """Fold a title to what makes it one work: without its state and its version."""
    folded = fold_text(words).strip("《》〈〉 ")
    folded = _NATION.sub("", _VERSION.sub("", folded).strip())
    folded = re.sub(r"^the\s+|^of\s+", "", folded.strip())
    return _SIGNS.sub("", folded)
