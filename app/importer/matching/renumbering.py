"""A heading with the number of its partner, in its own form."""

from __future__ import annotations

from dataclasses import replace

from app.content.grammar import Heading
from app.content.grammar import parse_heading
from app.text.numerals import format_chinese
from app.text.numerals import format_roman
from app.text.numerals import parse_chinese
from app.text.numerals import parse_roman

_ROMAN_LIMIT = 90


def renumbered(heading: Heading, number: str) -> Heading:
    """Give a heading another number: ``Article 7`` as 5 is ``Article 5``.

    One whose number cannot be written in its form has it in Arabic digits.
    """
    if heading.number == number:
        return heading
    numeral = _written(heading.numeral, number)
    at = heading.label.rfind(heading.numeral) if heading.numeral else -1
    if at >= 0:
        end = at + len(heading.numeral)
        label = f"{heading.label[:at]}{numeral}{heading.label[end:]}"
    else:
        label = f"{number}. "
    made = replace(heading, number=number, numeral=numeral, label=label)
    read = parse_heading(heading.level, label + heading.title)
    return made if read.number == number else replace(made, label=f"{number}. ")


def _written(printed: str, number: str) -> str:
    """Write a number as another is printed: Roman, Chinese or Arabic."""
    main, dash, sub = number.partition("-")
    first = printed.partition("-")[0]
    if parse_roman(first) is not None and int(main) < _ROMAN_LIMIT:
        main = format_roman(int(main))
    elif parse_chinese(first) is not None:
        main = format_chinese(int(main))
    return f"{main}{dash}{sub}"
