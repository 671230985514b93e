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
    return Folded(_simplify("".join(chars)), tuple(starts), tuple(ends))


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


def _fold_cluster(cluster: str) -> str:
    """Fold one character; fold again until nothing changes, so folding is stable."""
    for _ in range(3):
        folded = unicodedata.normalize("NFKC", cluster.translate(_SIGNS)).casefold()
        if folded == cluster:
            break
        cluster = folded
    return cluster


def _simplify(text: str) -> str:
    """Write Traditional Chinese in Simplified, character for character.

    OpenCC looks at whole words; where that would change the length, and with it the
    map back, the text is converted one character at a time.
    """
    if not has_han(text):
        return text
    simple = str(_converter().convert(text))
    if len(simple) == len(text):
        return simple
    singles = (str(_converter().convert(char)) for char in text)
    return "".join(
        one if len(one) == 1 else char for one, char in zip(singles, text, strict=True)
    )
