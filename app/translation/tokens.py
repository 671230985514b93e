"""Tokens with a meaning that both languages share, and how two lists are compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from collections.abc import Hashable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass

from app.model.doubt import Spans
from app.text.normalize import Folded
from app.translation.pair import Alarm
from app.translation.pair import only_on_one_side
from app.translation.pair import Pair


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of a folded text and what it means.

    One that is not *firm* may answer a token on the other side, but need not have an
    answer there: ``a`` may be 一, and often is nothing.
    """

    key: Hashable
    start: int
    end: int
    firm: bool = True
    unit: str = ""
    """What is counted, where a word that says so follows."""
    soft: bool = False
    """Whether it tells, though not firm, when a firm one was put for it."""


Read = Callable[[re.Match[str]], Iterator[Token]]
"""Reads the tokens of what a pattern found; none if it is no such thing after all."""


def read_in_turn(
    text: str, readers: Iterable[tuple[re.Pattern[str], Read]], blank: str
) -> list[Token]:
    """Read a text with one pattern after another, each stretch once.

    *blank* is put for what was read, sign by sign, so that offsets stay.
    """
    found: list[Token] = []
    for pattern, read in readers:
        for match in list(pattern.finditer(text)):
            if tokens := list(read(match)):
                found += tokens
                start, end = match.span()
                text = text[:start] + blank * (end - start) + text[end:]
    return sorted(found, key=lambda token: token.start)


Left = tuple[list[Token], list[Token]]


def unanswered(zh: Sequence[Token], en: Sequence[Token]) -> Left:
    """Give the firm tokens that have no partner.

    What stands twice on one side and once on the other is a matter of style. It counts
    only where both sides have something left over: then one was put for another.
    """
    spare_zh, spare_en = _surplus(zh, en), _surplus(en, zh)
    if spare_zh and spare_en and (_any_firm(spare_zh) or _any_firm(spare_en)):
        return spare_zh, spare_en
    spare_zh = [token for token in spare_zh if token.firm]
    spare_en = [token for token in spare_en if token.firm]
    keys_zh = {token.key for token in zh}
    keys_en = {token.key for token in en}
    return (
        [token for token in spare_zh if token.key not in keys_en],
        [token for token in spare_en if token.key not in keys_zh],
    )


def _surplus(tokens: Sequence[Token], others: Sequence[Token]) -> list[Token]:
    """Give the tokens that tell and are more than the other side has of their kind."""
    there = Counter(token.key for token in others)
    left = []
    for token in tokens:
        if not (token.firm or token.soft):
            continue
        if there[token.key]:
            there[token.key] -= 1
        else:
            left.append(token)
    return left


def _any_firm(tokens: Iterable[Token]) -> bool:
    return any(token.firm for token in tokens)


def spans_of(tokens: Iterable[Token], folded: Folded) -> Spans:
    """Carry the stretches of tokens back to the text as it stands."""
    return tuple(sorted({folded.original(one.start, one.end) for one in tokens}))


def words_of(tokens: Iterable[Token], plain: str, folded: Folded) -> tuple[str, ...]:
    """Give the words of tokens as they stand in the text, each once."""
    spans = (folded.original(one.start, one.end) for one in tokens)
    return tuple(dict.fromkeys(plain[start:end] for start, end in spans))


def one_sided(
    pair: Pair, code: str, what: str, zh: Sequence[Token], en: Sequence[Token]
) -> Alarm:
    """Raise an alarm for the tokens that stand on one side only; *what* differs."""
    zh_words = words_of(zh, pair.zh, pair.zh_folded)
    en_words = words_of(en, pair.en, pair.en_folded)
    return Alarm(
        code,
        only_on_one_side(zh_words, en_words, what),
        spans_of(zh, pair.zh_folded),
        spans_of(en, pair.en_folded),
        zh_words,
        en_words,
    )


def blanked(pattern: re.Pattern[str], text: str, times: int | None = None) -> str:
    """Put blanks in the place of what a pattern finds, of the first few or of all."""
    if times == 0:
        return text
    return pattern.sub(lambda match: "_" * len(match[0]), text, count=times or 0)
