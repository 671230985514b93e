"""Lines of text put together and taken apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.alignment.align import align
from app.content.grammar import UNTRANSLATED
from app.model.document import Lang
from app.text.sentences import split_en
from app.text.sentences import split_zh

_BETWEEN: dict[Lang, str] = {"zh": "", "en": " "}
_SPLIT = {"zh": split_zh, "en": split_en}
_NOTE_MARKS = re.compile(r"(?:\s*\[\^[^\]\s]{1,80}\])+")


def join(lang: Lang, *lines: str) -> str:
    """Make one line of several; those without a translation add nothing."""
    said = [line for line in lines if line != UNTRANSLATED]
    return _BETWEEN[lang].join(said) or UNTRANSLATED


def sentences(lang: Lang, line: str) -> list[str]:
    """Part a line into its sentences; the mark of a note stays where it was put.

    A line that is not translated has none.
    """
    if line == UNTRANSLATED:
        return []
    parts: list[str] = []
    for sentence in _SPLIT[lang](line):
        marks = _NOTE_MARKS.match(sentence)
        if marks and parts:
            parts[-1] += marks[0].rstrip()
            sentence = sentence[marks.end() :]
        if sentence.strip():
            parts.append(sentence.strip())
    return parts


def written_lines(text: str) -> tuple[str, ...]:
    """Give the lines that an editor wrote, an empty one as not translated."""
    lines = [" ".join(line.split()) for line in text.strip().splitlines()]
    return tuple(line or UNTRANSLATED for line in lines)


def facing(zh: Sequence[str], en: Sequence[str]) -> list[tuple[str, str]]:
    """Put the lines of two languages side by side, the shorter one filled up."""
    size = max(len(zh), len(en))
    ours, theirs = ([*side, *[UNTRANSLATED] * (size - len(side))] for side in (zh, en))
    return list(zip(ours, theirs, strict=True))


def suggested(zh: str, en: str) -> tuple[list[str], list[str]]:
    """Suggest where a row may be parted: where its sentences go together, or once."""
    ours, theirs = sentences("zh", zh), sentences("en", en)
    beads = align(ours, theirs) if ours and theirs else []
    if len(beads) < 2:
        return _at_first("zh", ours), _at_first("en", theirs)
    return (
        [join("zh", *ours[bead.zh.start : bead.zh.stop]) for bead in beads],
        [join("en", *theirs[bead.en.start : bead.en.stop]) for bead in beads],
    )


def _at_first(lang: Lang, parts: list[str]) -> list[str]:
    """Part the first sentence from the others."""
    return [*parts[:1], *([join(lang, *parts[1:])] if parts[1:] else [])]
