"""The same number of something else: ten days for 十个月, dollars for 元."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from collections.abc import Iterator
from collections.abc import Sequence

from app.translation.numbers import AMOUNTS
from app.translation.numbers import numbers_of
from app.translation.pair import Alarm
from app.translation.pair import only_on_one_side
from app.translation.pair import Pair
from app.translation.tokens import spans_of
from app.translation.tokens import Token


def check_amounts(pair: Pair) -> Iterator[Alarm]:
    """Yield an alarm where a number counts one thing here and another there."""
    zh, en = (_by_number(tokens) for tokens in numbers_of(pair))
    for key in zh.keys() & en.keys():
        units_zh, units_en = _units(zh[key]), _units(en[key])
        if not units_zh or not units_en or units_zh & units_en:
            continue
        yield Alarm(
            AMOUNTS,
            only_on_one_side(sorted(units_zh), sorted(units_en), "Units differ"),
            spans_of(zh[key], pair.zh_folded),
            spans_of(en[key], pair.en_folded),
        )


def _by_number(tokens: Sequence[Token]) -> dict[Hashable, list[Token]]:
    """Group the numbers that count something known."""
    found: dict[Hashable, list[Token]] = defaultdict(list)
    for token in tokens:
        if token.unit:
            found[token.key].append(token)
    return found


def _units(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(token.unit for token in tokens)
