"""Whether a query is a question in plain words, whose every word nobody can ask for."""

from __future__ import annotations

import re

from app.search.query import ParsedQuery
from app.text.normalize import fold_text

LEAST_CLAUSES = 3
"""With fewer words that count, a question is answered like any other query."""

_ZH = re.compile(
    "[吗呢]|什么|怎么|怎样|如何|为何|为什么|何时|何地|哪|谁|多少|几|是否|能否|可否|有没有|"
    "能不能|是不是|会不会|要不要"
)
_EN = re.compile(
    "(what|which|who|whom|whose|how|when|where|why|is|are|was|were|do|does|did|has|have|"
    r"can|could|may|must|shall|should|will|would|in which|at what)\b"
)


def is_plain(query: ParsedQuery) -> bool:
    """Say whether a query is words without any operator."""
    return not query.excluded and all(
        len(group) == 1 and not group[0].quoted and not group[0].field
        for group in query.groups
    )


def is_question(query: ParsedQuery) -> bool:
    """Say whether a query is plain words that ask something."""
    if not is_plain(query):
        return False
    text = fold_text(" ".join(word.text for group in query.groups for word in group))
    return text.endswith("?") or bool(_ZH.search(text) or _EN.match(text))
