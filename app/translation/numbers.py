"""Numbers, years and shares that stand on one side only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Sequence
from fractions import Fraction
from typing import cast

from app.translation.numbers_en import english_numbers
from app.translation.numbers_zh import chinese_numbers
from app.translation.pair import Alarm
from app.translation.pair import Pair
from app.translation.tokens import Left
from app.translation.tokens import one_sided
from app.translation.tokens import Token
from app.translation.tokens import unanswered

NUMBERS = "T001"
DATES = "T002"
SHARES = "T003"
AMOUNTS = "T004"

_SAID = {
    NUMBERS: "Numbers differ",
    DATES: "Dates differ",
    SHARES: "Percentages or fractions differ",
    AMOUNTS: "Amounts differ",
}
_MONEY = ("yuan", "dollar", "euro", "Hong Kong dollar", "yen")


def numbers_of(pair: Pair) -> tuple[list[Token], list[Token]]:
    """Read the numbers of both sides."""
    return chinese_numbers(pair.zh_folded.text), english_numbers(pair.en_folded.text)


def check_numbers(pair: Pair) -> Iterator[Alarm]:
    """Yield an alarm for each kind of number that has no partner."""
    left_zh, left_en = _compare(*numbers_of(pair))
    for code, (zh, en) in _by_code(left_zh, left_en).items():
        yield one_sided(pair, code, _SAID[code], zh, en)


def _compare(zh: Sequence[Token], en: Sequence[Token]) -> Left:
    """Compare like with like, then what is left whatever its kind."""
    left_zh, left_en = unanswered(zh, en)
    values_zh, values_en = _values(zh, left_en), _values(en, left_zh)
    return (
        [token for token in left_zh if _value(token) not in values_en],
        [token for token in left_en if _value(token) not in values_zh],
    )


def _values(tokens: Sequence[Token], asking: Sequence[Token]) -> set[Fraction]:
    """Give the values one side has of another kind than is asked for."""
    kinds = {cast("tuple[str, Fraction]", token.key)[0] for token in asking}
    return {
        _value(token)
        for token in tokens
        if cast("tuple[str, Fraction]", token.key)[0] not in kinds or not token.firm
    }


def _value(token: Token) -> Fraction:
    return cast("tuple[str, Fraction]", token.key)[1]


def _by_code(
    left_zh: Sequence[Token], left_en: Sequence[Token]
) -> dict[str, tuple[list[Token], list[Token]]]:
    """Sort what is left by what it counts; one put for another stays together."""
    found: dict[str, tuple[list[Token], list[Token]]] = defaultdict(lambda: ([], []))
    for side, tokens in enumerate((left_zh, left_en)):
        for token in tokens:
            found[code_of(token)][side].append(token)
    return found


def code_of(token: Token) -> str:
    """Say which check a number belongs to."""
    kind, value = cast("tuple[str, Fraction]", token.key)
    if kind == "share":
        return SHARES
    if kind in ("year", "month"):
        return DATES
    if token.unit in _MONEY or value >= 10_000:
        return AMOUNTS
    return NUMBERS
