"""English words: where they stand, and one spelling for British and American forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

from breame.data.spelling_constants import BRITISH_ENGLISH_SPELLINGS

_WORD = re.compile(r"[a-z0-9]+(?:[.,](?=\d)[0-9]+)*")
_ISE = re.compile(r"(?<=\w{3})is(e|es|ed|er|ers|ing|ation|ations|ational)$")
_PLURAL = re.compile(
    r"(?<=\w\w)(?:(?P<y>ies)|(?<=ss|ch|sh)es|(?<=[xz])es|(?<![siu])s)$"
)
_HYPHEN = re.compile(r"-(?=[a-z0-9])")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a folded text; *hyphen* says that one joins it to the next."""

    text: str
    start: int
    end: int
    hyphen: bool = False


def words(folded: str) -> Iterator[Word]:
    """Cut a folded text into English words and numbers; ``circle's`` is ``circle``."""
    for match in _WORD.finditer(folded):
        hyphen = _HYPHEN.match(folded, match.end()) is not None
        text = match[0]
        if text == "s" and folded[: match.start()].endswith("'"):
            continue
        yield Word(text, match.start(), match.end(), hyphen)


def joined(found: Sequence[Word]) -> Iterator[Word]:
    """Yield the words that hyphens make of their neighbours: co-operation, cooperation.

    Of three that are joined, each two that touch and all three.
    """
    for start, first in enumerate(found):
        text, end = first.text, start
        while found[end].hyphen and end + 1 < len(found):
            end += 1
            text += found[end].text
            yield Word(text, first.start, found[end].end)


def american(word: str) -> str:
    """Give the American spelling of a word: centre is center, programme is program.

    Words in -ise that the list does not have are folded by rule; that a few, such as
    ``promise``, get a wrong letter does no harm, since text and query get the same.
    """
    listed = BRITISH_ENGLISH_SPELLINGS.get(word)
    return str(listed) if listed else _ISE.sub(r"iz\1", word)


def british_spellings() -> Mapping[str, str]:
    """Give every word that is listed with a British spelling, and its American one."""
    return {
        str(british): str(other) for british, other in BRITISH_ENGLISH_SPELLINGS.items()
    }


def singular(word: str) -> str:
    """Give the singular of a folded noun, in American spelling; others stay.

    Only the ending is looked at, and it makes no difference that a few words get a
    wrong one, since all texts get the same. It keeps apart what a stem does not:
    *finance* and *financing*, *insurer* and *insurance*.
    """
    return _PLURAL.sub(lambda found: "y" if found["y"] else "", american(word))


def is_abbreviation(form: str) -> bool:
    """Say whether a form is capitals only, so that ``SAFE`` is not the word safe."""
    return " " not in form and form.isupper()
