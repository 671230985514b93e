"""Where the annexes of a text begin; not where a text only lists them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.importer.raw import Block
from app.importer.structure.candidates import Candidate
from app.importer.structure.forms import Number
from app.importer.structure.sequence import Remark

_SIGNATURE = 3
_SHORT = 25
_STOPS = ("。", "；", ".", ";")
_WORD = re.compile(r"附.|[A-Za-z]+")


def find_annexes(
    candidates: Sequence[Candidate], blocks: Sequence[Block]
) -> tuple[list[Candidate], list[Remark]]:
    """Find the headings of annexes in order, each number once.

    A number that stands in a list and again above its annex means the latter. An
    address knows one annex 1: a 附表 below 附件1 is part of that.
    """
    found = [c for c in candidates if c.mark.style == "annex"]
    ends = [*(c.index for c in found[1:]), len(blocks)]
    annexes: dict[Number, Candidate] = {}
    remarks = []
    for candidate, end in zip(found, ends, strict=False):
        number = candidate.mark.number
        before = annexes.get(number)
        below = blocks[candidate.index + 1 : end]
        if not below or (":" in candidate.mark.gap and _is_signature(below)):
            remarks.append(_remark("I105", candidate, "has no text below it"))
        elif before is None:
            annexes[number] = candidate
        elif len(annexes) == 1 and _word(before, blocks) == _word(candidate, blocks):
            annexes = {number: candidate}
            remarks.append(_remark("I105", before, "is only the last of a list"))
        else:
            remarks.append(_remark("I102", candidate, "is there already"))
    return sorted(annexes.values(), key=lambda annex: annex.index), remarks


def _is_signature(below: Sequence[Block]) -> bool:
    """Say whether only a name and a date stand below, as in a letter."""
    return len(below) <= _SIGNATURE and all(
        block.kind != "table"
        and len(block.text) <= _SHORT
        and not block.text.endswith(_STOPS)
        for block in below
    )


def _word(candidate: Candidate, blocks: Sequence[Block]) -> str:
    """Give the word before the number: 附件, annex, schedule."""
    match = _WORD.match(blocks[candidate.index].text)
    return match[0].lower() if match else ""


def _remark(code: str, candidate: Candidate, why: str) -> Remark:
    message = f"Annex {candidate.mark.shown} {why} here and was taken for text."
    return Remark(code, candidate.index, message)
