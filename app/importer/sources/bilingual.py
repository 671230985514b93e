"""One file with both languages, parted into two texts that keep their places.

Paragraph by paragraph, either language first, or one text after the other: each block
goes to the language it is in. A block with both, as ``第一条 Article 1``, is cut where
the languages change; a row of a table between its cells. What has no words, as a number
or a rule of asterisks, goes to both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace

from app.importer.raw import Block
from app.importer.raw import CELLS
from app.importer.sources.languages import count
from app.text.normalize import CJK

_WORDS = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}")
_LETTER = re.compile(f"[{CJK}A-Za-z\u00c0-\u024f]")
_HEAD = (
    r"(?:Article|Chapter|Section|Part|Title|Annex|Box|Paragraph)\s+(?:\d+|[IVXLC]+)\b"
)
#: Latin signs without Chinese between them, from a letter or number to the end.
_LATIN = re.compile(
    "(?:(?P<number>[(（]?[0-9IVXLC]{1,4}[.)）]\\s+)|(?=[\"“‘'(\\[]?[A-Za-z]))"
    "[^\u2e80-\u9fff\uf900-\uff60\U00020000-\U000323af]{2,}"
)
_HEADED = re.compile(_HEAD)
_BRACKETED = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")
_ADDRESS = re.compile(r"https?://\S+")
_AS_A_RULE = 4
"""One block in so many has both languages."""

_ENOUGH = 4
"""Words in a row that make English; fewer may be a name in a Chinese sentence."""


def part(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return the Chinese and the English blocks of a bilingual file."""
    mixed = sum(len(list(_of_line(block.text))) > 1 for block in blocks)
    # Where lines have both as a rule, a word may be all there is: 总则 General.
    least = 1 if mixed * _AS_A_RULE >= len(blocks) else _ENOUGH
    zh: list[Block] = []
    en: list[Block] = []
    for block in blocks:
        for lang, text in _pieces(block, least):
            piece = replace(block, text=text)
            if lang in ("zh", ""):
                zh.append(piece)
            if lang in ("en", ""):
                en.append(piece)
    if repeated := _repeated_at_the_end(blocks, en):
        # A notice to be copied closes both halves, in English in the Chinese one too.
        zh += en[:repeated]
        del en[:repeated]
    return tuple(zh), tuple(en)


def _repeated_at_the_end(blocks: Sequence[Block], en: Sequence[Block]) -> int:
    """Count the blocks at the head of the English that close the whole file again.

    Only where the English follows the Chinese as a whole.
    """
    if list(blocks[len(blocks) - len(en) :]) != list(en):
        return 0
    texts = [block.text for block in en]
    longest = len(texts) // 2
    return next((n for n in range(longest, 1, -1) if texts[:n] == texts[-n:]), 0)


def _pieces(block: Block, least: int) -> Iterator[tuple[str, str]]:
    """Yield what a block has for each language; no language stands for both."""
    if block.kind == "table":
        yield from _of_cells(block.text.split(CELLS))
    else:
        yield from _of_line(block.text, least)


def _of_cells(cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Part a row between its cells; the cells of numbers go to both."""
    langs = [_lang(cell) for cell in cells]
    if not {"zh", "en"} <= set(langs):
        yield next((lang for lang in langs if lang), ""), CELLS.join(cells)
        return
    for wanted in ("zh", "en"):
        own = [c for c, lang in zip(cells, langs, strict=True) if lang in (wanted, "")]
        yield wanted, CELLS.join(own).strip(" |")


def _of_line(text: str, least: int = _ENOUGH) -> Iterator[tuple[str, str]]:
    """Part a line where the languages change, if it says the same in both."""
    runs = [run for run in _LATIN.finditer(text) if _is_english(run, least)]
    english = " ".join(_trimmed(run[0]) for run in runs)
    chinese = _rest(text, [run.span() for run in runs])
    han, words = count([chinese]).han, len(_WORDS.findall(english))
    is_even = han >= 2 and han < 8 * words and words < 2 * han
    if runs and is_even and not _is_gloss(text):
        yield "zh", chinese
        yield "en", english
    else:
        yield _lang(text), text


def _is_gloss(text: str) -> bool:
    """Say whether all the Chinese of a text stands in brackets, after its English."""
    outside = _BRACKETED.sub("", text)
    return count([outside]).han == 0 and _lang(outside) == "en"


def _rest(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the text without what stands at the spans."""
    pieces: list[str] = []
    at = 0
    for start, end in (*spans, (len(text), len(text))):
        pieces.append(text[at:start].strip())
        at = end
    rest = " ".join(piece for piece in pieces if piece).strip(" /|")
    return rest.removesuffix("（").removesuffix("(").strip()


def _trimmed(run: str) -> str:
    """Take away the signs that parted the languages."""
    run = run.strip(" /|")
    if run.startswith("(") and run.endswith(")") and run.count("(") == 1:
        return run[1:-1].strip()
    return run.removesuffix("(").strip()


def _is_english(run: re.Match[str], least: int) -> bool:
    """Say whether Latin signs inside Chinese are English, and not a name there."""
    found = len(_WORDS.findall(run[0]))
    if found >= _ENOUGH or _HEADED.search(run[0]):
        return True
    return (
        found >= least and run.end() == len(run.string) and run[0].strip()[:1].isupper()
    )


def _lang(text: str) -> str:
    """Return the language most of a text is in; none for numbers and signs."""
    if not _LETTER.search(text):
        return ""
    return "zh" if count([_ADDRESS.sub("", text)]).zh else "en"
