"""One way to fold text for comparing, with a map back to the original.

Query and text go through the same function: NFKC (full-width, half-width, ligatures),
case, Traditional to Simplified Chinese, quotes and dashes. Marks are computed on folded
text and carried back, so that they are exact in code points of the original string.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from functools import lru_cache

from opencc import OpenCC

CJK = (
    "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0002ebe0\U00030000-\U000323af"
)
"""The inside of a character class for Chinese characters."""

_HAN = re.compile(f"[{CJK}]")
_PLAIN = re.compile(r"[\x20-\x7e]*")

#: Signs that are typed in several ways and mean the same.
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»「」『』〝〞", '"'),
        **dict.fromkeys("‘’‚‛`´", "'"),
        **dict.fromkeys("‐‑‒–—―−─﹣", "-"),
        "。": ".",
        "、": ",",
        "·": "-",
        "•": "-",
        "\u3000": " ",
        "\u00a0": " ",
        "\t": " ",
    }
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; character *i* came from original[starts[i]:ends[i]]."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Carry a span of the folded text back, widened to whole characters."""
        return self.starts[start], self.ends[end - 1]


@cache
def _converter() -> OpenCC:
    """Load the Traditional-to-Simplified tables once."""
    return OpenCC("t2s")


def fold(text: str) -> Folded:
    """Fold a text and keep the map back."""
    if _PLAIN.fullmatch(text):
        positions = tuple(range(len(text) + 1))
        return Folded(text.lower(), positions[:-1], positions[1:])
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        folded = _fold_cluster(text[start:end])
        chars.append(folded)
        starts += [start] * len(folded)
        ends += [end] * len(folded)
    return Folded("".join(chars), tuple(starts), tuple(ends))


def fold_text(text: str) -> str:
    """Fold a text for which no marks are needed."""
    return fold(text).text


def has_han(text: str) -> bool:
    """Say whether there is a Chinese character in the text."""
    return _HAN.search(text) is not None


def _clusters(text: str) -> list[tuple[int, int]]:
    """Cut a text into base characters, each with the marks that combine with it."""
    cuts = [
        i for i, char in enumerate(text) if i == 0 or not unicodedata.combining(char)
    ]
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))


@lru_cache(maxsize=20_000)
def _fold_cluster(cluster: str) -> str:
    """Fold one character; fold again until nothing changes, so folding is stable."""
    for _ in range(4):
        signs = unicodedata.normalize("NFKC", cluster.translate(_SIGNS)).casefold()
        folded = "".join(map(_simplify, _without_accents(signs)))
        if folded == cluster:
            break
        cluster = folded
    return cluster


def _without_accents(text: str) -> str:
    """Drop the accents of Latin letters: café is found as cafe."""
    parts = unicodedata.normalize("NFD", text)
    if len(parts) == 1 or not parts[0].isascii():
        return text
    return "".join(char for char in parts if not unicodedata.combining(char))


def _simplify(char: str) -> str:
    """Write a Traditional character in Simplified.

    One at a time: what OpenCC makes of a character in a word (乾坤, 乾燥) would make a
    stretch of the text unlike the same stretch in a query that begins elsewhere.
    """
    simple = str(_converter().convert(char)) if has_han(char) else char
    return simple if len(simple) == 1 else char
