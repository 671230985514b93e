"""Names that a text itself points out, in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.terms.pieces import english_pieces
from app.text.normalize import fold_text
from app.text.normalize import has_han

_QUOTED_ZH = re.compile("[“「]([^“”「」]+)[”」]")
_QUOTED_EN = re.compile("“([^“”]+)”")

_SENTENCE = re.compile("[，。；：！？,;:!?]")
"""Signs that no name has."""

_LEAST, _MOST = 2, 12
"""How many characters a quoted Chinese name may have."""

_MOST_WORDS = 6
"""How many words a quoted English name may have."""


def quoted_names(zh: str, en: str) -> Iterator[tuple[str, str]]:
    """Yield the names that both sides of a row have in quotation marks, in order.

    Only where both sides have as many: else it is open which belong together.
    """
    ours, theirs = _QUOTED_ZH.findall(zh), _QUOTED_EN.findall(en)
    if len(ours) == len(theirs):
        for one, other in zip(ours, theirs, strict=True):
            if _is_name(one, other):
                yield one, other


def _is_name(zh: str, en: str) -> bool:
    """Say whether what is quoted may be a name rather than a sentence."""
    words = sum(1 for _ in english_pieces(fold_text(en)))
    whole = not _SENTENCE.search(zh) and not _SENTENCE.search(en)
    long = _LEAST <= len(zh) <= _MOST and 0 < words <= _MOST_WORDS
    return whole and long and has_han(zh) and en == en.strip()
