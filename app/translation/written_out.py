"""Numbers as English writes them out: twenty-first, one hundred and forty-four."""

from __future__ import annotations

import re
from fractions import Fraction

ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
    "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = (
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_ORDINALS = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh",
    "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth",
    "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9,
    "trillion": 10**12,
}  # fmt: skip
_VALUES = (
    {word: value for value, word in enumerate(ONES)}
    | {word: value for value, word in enumerate(_ORDINALS)}
    | {word: 20 + 10 * step for step, word in enumerate(_TENS)}
    | {word[:-1] + "ieth": 20 + 10 * step for step, word in enumerate(_TENS)}
)
PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4,
    "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5, "sixths": 6, "eighths": 8,
    "tenth": 10, "tenths": 10, "thousandth": 1000, "thousandths": 1000,
    "ten-thousandths": 10_000,
}  # fmt: skip
ANSWERS: dict[str, tuple[Fraction, ...]] = {
    **dict.fromkeys(
        (
            "a", "an", "each", "every", "per", "single", "sole", "once", "annual",
            "annually", "yearly", "monthly", "daily", "primary", "first-class",
            "initial", "same", "another",
        ),
        (Fraction(1),),
    ),
    **dict.fromkeys(
        (
            "both", "double", "doubled", "twice", "dual", "twin", "pair", "couple",
            "bilateral", "secondary", "either", "mutual", "two-way",
        ),
        (Fraction(2),),
    ),
    **dict.fromkeys(("triple", "tertiary", "trilateral", "thrice"), (Fraction(3),)),
    "quadruple": (Fraction(4),),
    **dict.fromkeys(("half", "halves", "semi"), (Fraction(1, 2), Fraction(6))),
    **dict.fromkeys(("majority", "midyear"), (Fraction(1, 2),)),
    "quarter": (Fraction(1, 4), Fraction(3)),
    "dozen": (Fraction(12),),
    "decade": (Fraction(10),),
    "century": (Fraction(100),),
}  # fmt: skip
"""Words that answer a Chinese numeral and need no answer."""

_W = rf"(?:{'|'.join(sorted((*_VALUES, *SCALES), key=len, reverse=True))})"
RUN = rf"{_W}(?:[ -]{_W}|(?<=hundred) and {_W}|(?<=thousand) and {_W})*"
"""A pattern for a number written out."""


def word_value(run: str) -> Fraction:
    """Read a number in words: one hundred and forty-four, twenty-first."""
    total = current = 0
    for word in re.findall(r"[a-z]+", run):
        if word in SCALES:
            current = (current or 1) * SCALES[word]
            if word != "hundred":
                total, current = total + current, 0
        elif word != "and":
            current += _VALUES[word]
    return Fraction(total + current)
