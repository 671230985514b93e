"""Two wordings of one sentence, laid side by side: what is the same and what is not.

Chinese is compared character by character, English word by word. Traditional
characters, full-width forms, capitals and kinds of quotation marks make no difference;
nor do spaces and hyphens, which a line break or a copied page puts in and takes out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.model.document import Lang
from app.search.likeness import alignment
from app.search.results import Change
from app.text.normalize import fold_text

_TOKEN: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"\s+|[A-Za-z0-9]+|.", re.DOTALL),
    "en": re.compile(r"\s+|\w+|.", re.DOTALL),
}
_LOOSE = re.compile(r"[\s\-]+")


def difference(quoted: str, text: str, lang: Lang) -> tuple[Change, ...]:
    """Compare a quotation with the text; empty if there is no difference.

    What is the same and what is missing make up the text, exactly; what is the same and
    what is added make up the quotation, as the text writes it.
    """
    changes = list(_joined(_changes(quoted, text, lang)))
    return tuple(changes) if any(one.kind != "same" for one in changes) else ()


_Block = tuple[bool, str, str]
"""Whether the two are the same; then the quotation's words and the text's."""


def _changes(quoted: str, text: str, lang: Lang) -> Iterator[Change]:
    """Yield what is the same, what only the quotation has, and what only the text."""
    for same, added, missing in _blocks(quoted, text, lang):
        if same or loose(added) == loose(missing):
            yield Change("same", missing)
        else:
            # A space at the end of both is no part of the change.
            ends = added[-1:].isspace() and missing[-1:].isspace()
            yield Change("added", added[:-1] if ends else added)
            yield Change("missing", missing[:-1] if ends else missing)
            yield Change("same", missing[-1] if ends else "")


def _blocks(quoted: str, text: str, lang: Lang) -> list[_Block]:
    """Align the words; changes with no more than a space between them are one."""
    ours, theirs = _TOKEN[lang].findall(quoted), _TOKEN[lang].findall(text)
    blocks: list[_Block] = []
    for same, here, there in alignment(_keys(ours), _keys(theirs)):
        one = (same, "".join(ours[here]), "".join(theirs[there]))
        if len(blocks) > 1 and not same and blocks[-1][0] and blocks[-1][2].isspace():
            blocks[-2:] = [_merged(*blocks[-2:])]
        if blocks and not same and not blocks[-1][0]:
            one = _merged(blocks.pop(), one)
        blocks.append(one)
    return blocks


def _merged(one: _Block, other: _Block) -> _Block:
    """Make one change of two neighbours."""
    return False, one[1] + other[1], one[2] + other[2]


def _keys(tokens: list[str]) -> list[str]:
    """Give what is compared of each word."""
    return [" " if token.isspace() else _key(token) for token in tokens]


def _key(text: str) -> str:
    """Fold a text; a quotation inside a quotation has the other quotation marks."""
    return fold_text(text).replace("'", '"')


def loose(text: str) -> str:
    """Give a text as it is compared: folded, without spaces and hyphens."""
    return _LOOSE.sub("", _key(text))


def _joined(changes: Iterator[Change]) -> Iterator[Change]:
    """Drop empty stretches and join what is the same on both sides of one."""
    last: Change | None = None
    for change in changes:
        if not change.text:
            continue
        if last and last.kind == change.kind == "same":
            last = Change("same", last.text + change.text)
            continue
        if last:
            yield last
        last = change
    if last:
        yield last
