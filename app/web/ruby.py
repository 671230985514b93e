"""Chinese set with its pinyin above it, where the reader asks for that.

A word is one ``<ruby>``. Where an element begins or ends inside a word, each part has
the syllables of its own characters, so that marks, links and notes stand as they do
without pinyin. Without ``<rt>`` the text is exactly as written.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from markupsafe import escape
from markupsafe import Markup

from app.model.document import Lang
from app.text.readings import Reading
from app.web.current import get_snapshot
from app.web.interface import shows_pinyin
from app.web.layers import Setting

_RT = re.compile(r"<rt>.*?</rt>")
_RUBY = Markup("<ruby>{}<rt>{}</rt></ruby>")


def setting_of(plain: str, lang: Lang) -> Setting | None:
    """Give what sets a text with pinyin; None if it is to stand as it is."""
    if lang != "zh" or not shows_pinyin():
        return None
    words = get_snapshot().readings.of(plain)
    return ruby_over(plain, words) if words else None


def bare(html: str) -> str:
    """Give the words of what is set: without elements, and without their pinyin."""
    return Markup(_RT.sub("", html)).striptags()


def ruby_over(plain: str, words: Sequence[Reading]) -> Setting:
    """Give what sets stretches of a text whose words these are."""
    ends = [word.end for word in words]

    def set_stretch(start: int, end: int) -> Markup:
        html, at = Markup(), start
        for word in words[bisect_right(ends, start) :]:
            if word.start >= end:
                break
            first, last = max(word.start, start), min(word.end, end)
            html += escape(plain[at:first])
            if (first, last) == (word.start, word.end):
                html += _RUBY.format(plain[first:last], word)
            else:
                html += _syllables(plain, word, first, last)
            at = last
        return html + escape(plain[at:end])

    return set_stretch


def _syllables(plain: str, word: Reading, start: int, end: int) -> Markup:
    """Set a part of a word, each character by itself."""
    return Markup("").join(
        _RUBY.format(plain[at], word.syllables[at - word.start])
        for at in range(start, end)
    )
