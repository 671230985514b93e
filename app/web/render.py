"""Text, its spans and its marks become HTML here and nowhere else, escaped once."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Iterable

from flask_babel import gettext
from markupsafe import escape
from markupsafe import Markup

from app.model.document import Heading
from app.model.document import Lang
from app.model.document import Span
from app.model.document import Text
from app.search.results import Mark
from app.web.laid_links import apart
from app.web.laid_links import LaidLink
from app.web.laid_links import links
from app.web.layers import lay
from app.web.layers import Point
from app.web.layers import Wrap
from app.web.ruby import setting_of
from app.web.tags import LANG_TAGS
from app.web.tags import LangTags
from app.web.urls import Target

_HAN = r"\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff"

_FOREIGN: dict[Lang, re.Pattern[str]] = {
    # Latin words inside Chinese: printable ASCII and curly signs between letters.
    "zh": re.compile(r"[A-Za-z](?:[ -~‘’…–—]*[A-Za-z0-9)…])?"),
    # Chinese inside English: Han characters and the full-width signs between them.
    "en": re.compile(rf"[{_HAN}](?:[{_HAN}\u3000-\u303f\uff00-\uffef]*[{_HAN}])?"),
}
_LATIN_WORD = re.compile(r"[a-z]{2}")
_HAS_HAN = re.compile(rf"[{_HAN}]")
_NUMBERED_NOTE = re.compile(r"n\d+", re.ASCII)
_HYPHENATED = re.compile(r"\w+(?:-\w+)+")


def text_html(
    text: Text,
    lang: Lang,
    linker: Callable[[str], Target | None],
    marks: Iterable[Mark] = (),
    with_notes: bool = True,
    tags: LangTags = LANG_TAGS,
    references: Iterable[LaidLink] = (),
    terms: Iterable[LaidLink] = (),
) -> Markup:
    """Set one language of a segment or a note, with what is laid over it.

    A link that is written by hand goes before the *references* found in its words, and
    both go before its *terms*.
    """
    by_hand = [
        LaidLink(span.start, span.end, target)
        for span in _spans(text, "link")
        if (target := linker(span.target))
    ]
    stops = [span.end for span in _spans(text, "note")]
    layers = [
        links(apart(by_hand, references, terms), stops if with_notes else []),
        _foreign(text.plain, lang, tags),
        _marks(marks),
        [_element(span, "strong") for span in _spans(text, "strong")],
        [_element(span, "em") for span in _spans(text, "em")],
    ]
    notes = _spans(text, "note") if with_notes else ()
    points = [Point(span.end, _note_mark(span.target), glued=True) for span in notes]
    return lay(text.plain, layers, points, setting_of(text.plain, lang))


def heading_html(
    heading: Heading,
    lang: Lang,
    marks: Iterable[Mark] = (),
    tags: LangTags = LANG_TAGS,
    with_pinyin: bool = False,
) -> Markup:
    """Set a heading as printed; breaks and marks are offsets into its title.

    Only the heading of what is read has pinyin: one that leads there is short.
    """
    plain, shift = str(heading), len(heading.label)
    shifted = [Mark(mark.start + shift, mark.end + shift, mark.echo) for mark in marks]
    layers = [_foreign(plain, lang, tags), _marks(shifted), _unbroken(plain, lang)]
    breaks = [Point(shift + offset, Markup("<wbr>")) for offset in heading.breaks]
    setting = setting_of(plain, lang) if with_pinyin else None
    return lay(plain, layers, breaks, setting)


def line_html(
    plain: str, lang: Lang, tags: LangTags = LANG_TAGS, with_pinyin: bool = False
) -> Markup:
    """Set a line that has nothing laid over it: a title, a fact."""
    setting = setting_of(plain, lang) if with_pinyin else None
    return lay(plain, [_foreign(plain, lang, tags)], (), setting)


def line_css(plain: str) -> Markup:
    """Write a line as a CSS string: everything but ASCII letters by its number."""
    escaped = (
        char if char.isascii() and char.isalnum() else f"\\{ord(char):x} "
        for char in plain
    )
    return Markup('"{}"').format(Markup("").join(map(Markup, escaped)))


def words_html(words: str) -> Markup:
    """Set words of unknown language, such as a query, with the language they show."""
    return Markup('<span lang="{}">{}</span>').format(tag_of(words), visible(words))


def visible(words: str) -> str:
    """Put a sign for every character that cannot be seen, such as one of direction."""
    return "".join(char if char.isprintable() else "\ufffd" for char in words)


def sentence_html(sentence: str, **values: str) -> Markup:
    """Fill a sentence of the interface; values that are HTML already stay so."""
    return escape(sentence) % values


def tag_of(words: str) -> str:
    """Guess the language tag of a few words."""
    return LANG_TAGS.side("zh" if _HAS_HAN.search(words) else "en")


def _spans(text: Text, kind: str) -> list[Span]:
    """Take the spans of one kind, in order."""
    return sorted(
        (span for span in text.spans if span.kind == kind), key=lambda span: span.start
    )


def _element(span: Span, name: str) -> Wrap:
    """Lay a plain element over a span."""
    return Wrap(span.start, span.end, Markup(f"<{name}>"), Markup(f"</{name}>"))


def _marks(marks: Iterable[Mark]) -> list[Wrap]:
    """Lay the marks of a search over a text."""
    openings = {False: Markup("<mark>"), True: Markup('<mark class="echo">')}
    return [
        Wrap(mark.start, mark.end, openings[mark.echo], Markup("</mark>"))
        for mark in sorted(marks, key=lambda mark: mark.start)
    ]


def _foreign(plain: str, lang: Lang, tags: LangTags) -> list[Wrap]:
    """Find the runs in the other language; an acronym in Chinese is no such run."""
    other: Lang = "en" if lang == "zh" else "zh"
    opening = Markup('<span lang="{}">').format(tags.side(other))
    return [
        Wrap(match.start(), match.end(), opening, Markup("</span>"))
        for match in _FOREIGN[lang].finditer(plain)
        if lang == "en" or _LATIN_WORD.search(match[0])
    ]


def _unbroken(plain: str, lang: Lang) -> list[Wrap]:
    """Keep the hyphenated words of an English heading on one line."""
    if lang == "zh":
        return []
    opening = Markup('<span class="nb">')
    return [
        Wrap(match.start(), match.end(), opening, Markup("</span>"))
        for match in _HYPHENATED.finditer(plain)
    ]


def note_number(note: str) -> str:
    """Give what calls a note in the text: ``7`` for ``n7``."""
    return note[1:] if _NUMBERED_NOTE.fullmatch(note) else note


def note_anchor(note: str) -> str:
    """Give the anchor of a note, which no other anchor of a page may be."""
    return note if _NUMBERED_NOTE.fullmatch(note) else f"note-{note}"


def _note_mark(note: str) -> Markup:
    """Make the raised number that calls a note."""
    number = note_number(note)
    label = gettext("Editorial note %(number)s", number=number)
    return Markup(
        '<sup><a href="#{}" tabindex="-1" aria-label="{}">{}</a></sup>'
    ).format(note_anchor(note), label, number)
