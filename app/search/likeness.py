"""How far one text is from another, and where in a long text a short one stands.

Distances count the letters that must be put in, left out or replaced (Levenshtein).
rapidfuzz has no way to look for a stretch of any length inside a longer text, so that
is done here: Myers, G. (1999), "A fast bit-vector algorithm for approximate string
matching based on dynamic programming", Journal of the ACM 46 (3), in the form of Hyyrö
(2003), on integers as long as the pattern. One step a letter of the text.
"""

from __future__ import annotations

from collections.abc import Hashable
from collections.abc import Iterator
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein


def distance(one: str, other: str) -> int:
    """Count the changes that turn one text into the other."""
    return Levenshtein.distance(one, other)


def alignment(
    one: Sequence[Hashable], other: Sequence[Hashable]
) -> Iterator[tuple[bool, slice, slice]]:
    """Yield the stretches of both in order, and whether they are the same."""
    for step in Levenshtein.opcodes(one, other):
        yield (
            step.tag == "equal",
            slice(step.src_start, step.src_end),
            slice(step.dest_start, step.dest_end),
        )


def closest_ends(pattern: str, text: str) -> tuple[int, list[int]]:
    """Find where the stretches of a text end that are nearest to a pattern.

    The smallest distance comes first. Of ends that lie closer together than half of the
    pattern, which are the same stretch, only the last is given.
    """
    found = _distances(pattern, text, anchored=False)
    least = min(found, default=len(pattern))
    ends: list[int] = []
    for end, value in enumerate(found, 1):
        if value == least:
            if ends and end - ends[-1] < len(pattern) / 2:
                ends.pop()
            ends.append(end)
    return least, ends


def closest_start(pattern: str, text: str) -> int:
    """Find where the stretch begins that ends with the text and is nearest."""
    found = _distances(pattern[::-1], text[::-1], anchored=True)
    least = min(found)
    longest = max(i for i, value in enumerate(found, 1) if value == least)
    return len(text) - longest


def _distances(pattern: str, text: str, *, anchored: bool) -> list[int]:
    """Give the distance of a pattern to the nearest stretch that ends at each letter.

    An *anchored* stretch begins where the text begins.
    """
    masks: dict[str, int] = {}
    for i, char in enumerate(pattern):
        masks[char] = masks.get(char, 0) | 1 << i
    every, last = (1 << len(pattern)) - 1, 1 << (len(pattern) - 1)
    more, less, score = every, 0, len(pattern)
    found = []
    for char in text:
        same = masks.get(char, 0)
        level = ((((same & more) + more) ^ more) | same | less) & every
        up = less | (every & ~(level | more))
        down = more & level
        score += ((up & last) > 0) - ((down & last) > 0)
        up = (up << 1 | anchored) & every
        more = (down << 1 & every) | (every & ~(level | up))
        less = up & level
        found.append(score)
    return found
