"""The texts that are searched, prepared when first needed and then kept."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

from app.model.document import Document
from app.model.document import Lang
from app.model.document import Unit
from app.model.locator import Locator
from app.search.needle import SideText


@dataclass(frozen=True)
class PairText:
    """A pair, or a heading in both languages, ready for finding."""

    locator: Locator
    zh: SideText
    en: SideText

    def side(self, lang: Lang) -> SideText:
        """Give one side."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True)
class UnitText:
    """A unit's heading and its segments, ready for finding."""

    slug: str
    unit: Unit
    title: PairText
    segments: tuple[PairText, ...]

    def pairs(self) -> Iterator[PairText]:
        """Yield the heading, then the segments."""
        yield self.title
        yield from self.segments


class UnitTexts:
    """All units of the library by slug and locator."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._ready: dict[tuple[str, Locator], UnitText] = {}

    def get(self, slug: str, locator: Locator) -> UnitText:
        """Give the texts of one unit.

        :raise KeyError: if there is no such unit.
        """
        text = self._ready.get((slug, locator))
        if text is None:
            text = _prepare(slug, self._documents[slug].by_locator[locator])
            self._ready[slug, locator] = text
        return text


def _prepare(slug: str, unit: Unit) -> UnitText:
    """Lay out the sides of a unit; folding them waits until someone looks."""
    return UnitText(
        slug,
        unit,
        PairText(unit.locator, SideText(unit.zh.title), SideText(unit.en.title)),
        tuple(
            PairText(
                segment.locator,
                SideText(segment.plain("zh")),
                SideText(segment.plain("en")),
            )
            for segment in unit.segments
        ),
    )
