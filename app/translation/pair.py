"""A sentence in both languages, and where the two may not say the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from app.model.document import Segment
from app.model.doubt import Spans
from app.model.locator import Locator
from app.text.normalize import fold
from app.text.normalize import Folded


@dataclass(frozen=True)
class Pair:
    """Both sides of a sentence, as they stand and folded."""

    locator: Locator
    zh: str
    en: str

    @classmethod
    def of(cls, segment: Segment) -> Pair:
        """Take the plain texts of a segment."""
        return cls(segment.locator, segment.plain("zh"), segment.plain("en"))

    @cached_property
    def zh_folded(self) -> Folded:
        """The Chinese text, folded."""
        return fold(self.zh)

    @cached_property
    def en_folded(self) -> Folded:
        """The English text, folded."""
        return fold(self.en)


@dataclass(frozen=True, slots=True)
class Alarm:
    """What one check found in a pair.

    *zh* and *en* are the stretches concerned, in code points of the plain texts.
    *zh_words* and *en_words* say what stands on one side only.
    """

    code: str
    message: str
    zh: Spans = ()
    en: Spans = ()
    zh_words: tuple[str, ...] = ()
    en_words: tuple[str, ...] = ()


def only_on_one_side(
    zh_words: Iterable[str], en_words: Iterable[str], what: str
) -> str:
    """Say for an editor what stands on one side and lacks its partner."""
    said = []
    for words, lang, other in (
        (zh_words, "Chinese", "English"),
        (en_words, "English", "Chinese"),
    ):
        if listed := ", ".join(dict.fromkeys(words)):
            said.append(f"the {lang} has {listed}, the {other} has not")
    return f"{what}: {'; '.join(said)}."
