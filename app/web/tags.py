"""The language tags of HTML: the usual ones, and those a document says of itself."""

from __future__ import annotations

from typing import NamedTuple

from app.model.document import Document
from app.model.document import Lang


class LangTags(NamedTuple):
    """What ``lang`` says of each side."""

    zh: str = "zh-Hans"
    en: str = "en"

    def side(self, lang: Lang) -> str:
        """Give the tag of one language."""
        return self.zh if lang == "zh" else self.en


LANG_TAGS = LangTags()


def tags_of(document: Document) -> LangTags:
    """Give the tags of a document, which may be in Traditional Chinese."""
    return LangTags(document.zh.lang, document.en.lang)
