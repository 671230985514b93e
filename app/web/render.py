"""Text, its spans and its marks become HTML here and nowhere else, escaped once."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from flask_babel import gettext
from markupsafe import escape
from markupsafe import Markup

from app.model.document import Heading
from app.model.document import Lang
from app.model.document import Span
from app.model.document import Text
from app.search.results import Mark
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


@dataclass(frozen=True, slots=True)
class _Wrap:
    """An element laid over a stretch of text."""

    start: int
    end: int
    opening: Markup
    closing: Markup
    link: bool = False
    """Whether it may hold no other link."""


@dataclass(frozen=True, slots=True)
class LaidLink:
    """A link that the words of a text do not have of themselves."""

    start: int
    end: int
    target: Target


@dataclass(frozen=True, slots=True)
class _Point:
    """An empty element put in after a character."""

    at: int
    element: Markup
    glued: bool = False
    """Whether a line may not end before it."""


_Layers = Sequence[Sequence[_Wrap]]


def text_html(
    text: Text,
    lang: Lang,
    linker: Callable[[str], Target | None],
    marks: Iterable[Mark] = (),
    with_notes: bool = True,
    tags: LangTags = LANG_TAGS,
    references: Iterable[LaidLink] = (),
) -> Markup:
    """Set one language of a segment or a note, with what is laid over it.

    A link that is written by hand goes before the *references* found in its words.
    """
    by_hand = [
        LaidLink(span.start, span.end, target)
        for span in _spans(text, "link")
        if (target := linker(span.target))
    ]
    stops = [span.end for span in _spans(text, "note")]
    layers = [
        _links(_apart(by_hand, references), stops if with_notes else []),
        _foreign(text.plain, lang, tags),
        _marks(marks),
        [_element(span, "strong") for span in _spans(text, "strong")],
        [_element(span, "em") for span in _spans(text, "em")],
    ]
    notes = _spans(text, "note") if with_notes else ()
    points = [_Point(span.end, _note_mark(span.target), glued=True) for span in notes]
    return _set(text.plain, layers, points)


def heading_html(
    heading: Heading,
    lang: Lang,
    marks: Iterable[Mark] = (),
    tags: LangTags = LANG_TAGS,
) -> Markup:
    """Set a heading as printed; breaks and marks are offsets into its title."""
    plain, shift = str(heading), len(heading.label)
    shifted = [Mark(mark.start + shift, mark.end + shift, mark.echo) for mark in marks]
    layers = [_foreign(plain, lang, tags), _marks(shifted), _unbroken(plain, lang)]
    breaks = [_Point(shift + offset, Markup("<wbr>")) for offset in heading.breaks]
    return _set(plain, layers, breaks)


def line_html(plain: str, lang: Lang, tags: LangTags = LANG_TAGS) -> Markup:
    """Set a line that has nothing laid over it: a title, a fact."""
    return _set(plain, [_foreign(plain, lang, tags)], ())


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


def _element(span: Span, name: str) -> _Wrap:
    """Lay a plain element over a span."""
    return _Wrap(span.start, span.end, Markup(f"<{name}>"), Markup(f"</{name}>"))


def _apart(first: Iterable[LaidLink], then: Iterable[LaidLink]) -> list[LaidLink]:
    """Put links in order; what would lie over an earlier or a longer one is left.

    One of the same words to the same place says more of it, and takes its stead.
    """
    found = sorted(then, key=lambda link: (link.start, -link.end))
    same = {(one.start, one.end, one.target.href): one for one in found}
    kept: list[LaidLink] = []
    for link in (*first, *found):
        if all(link.end <= one.start or one.end <= link.start for one in kept):
            kept.append(same.get((link.start, link.end, link.target.href), link))
    return sorted(kept, key=lambda link: link.start)


def _links(links: Iterable[LaidLink], stops: Sequence[int]) -> list[_Wrap]:
    """Lay links over a text; one is split where a note is called within it."""
    wraps = []
    for link in links:
        inner = {stop for stop in stops if link.start < stop < link.end}
        cuts = sorted({link.start, link.end} | inner)
        for start, end in pairwise(cuts):
            opening = _link_tag(link.target)
            wraps.append(_Wrap(start, end, opening, Markup("</a>"), link=True))
    return wraps


def _link_tag(target: Target) -> Markup:
    """Open a link; of a place, it says what a script can show of it beforehand."""
    if target.external:
        return Markup('<a href="{}" rel="noopener">').format(target.href)
    if not target.previews:
        return Markup('<a href="{}">').format(target.href)
    count = Markup(' data-places="{}"').format(target.places)
    form = '<a class="ref" href="{}" aria-description="{}" data-preview="{}"{}>'
    return Markup(form).format(
        target.href,
        target.description,
        " ".join(target.previews),
        count if target.places > 1 else "",
    )


def _marks(marks: Iterable[Mark]) -> list[_Wrap]:
    """Lay the marks of a search over a text."""
    openings = {False: Markup("<mark>"), True: Markup('<mark class="echo">')}
    return [
        _Wrap(mark.start, mark.end, openings[mark.echo], Markup("</mark>"))
        for mark in sorted(marks, key=lambda mark: mark.start)
    ]


def _foreign(plain: str, lang: Lang, tags: LangTags) -> list[_Wrap]:
    """Find the runs in the other language; an acronym in Chinese is no such run."""
    other: Lang = "en" if lang == "zh" else "zh"
    opening = Markup('<span lang="{}">').format(tags.side(other))
    return [
        _Wrap(match.start(), match.end(), opening, Markup("</span>"))
        for match in _FOREIGN[lang].finditer(plain)
        if lang == "en" or _LATIN_WORD.search(match[0])
    ]


def _unbroken(plain: str, lang: Lang) -> list[_Wrap]:
    """Keep the hyphenated words of an English heading on one line."""
    if lang == "zh":
        return []
    opening = Markup('<span class="nb">')
    return [
        _Wrap(match.start(), match.end(), opening, Markup("</span>"))
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


def _set(plain: str, layers: _Layers, points: Sequence[_Point]) -> Markup:
    """Lay all layers over a text, the first outermost."""
    if not plain:
        return Markup("").join(point.element for point in points)
    return _nest(plain, 0, len(plain), layers, points)


def _nest(
    plain: str, start: int, end: int, layers: _Layers, points: Sequence[_Point]
) -> Markup:
    """Set a stretch; an inner element is split where an outer one begins or ends."""
    if not layers:
        return _leaf(plain, start, end, points)
    html, at = Markup(), start
    for wrap in layers[0]:
        first, last = max(wrap.start, at), min(wrap.end, end)
        if first >= last:
            continue
        if first > at:
            html += _nest(plain, at, first, layers[1:], points)
        # The number of a note is a link as well, and stands behind this one.
        behind = [point for point in points if wrap.link and point.at == last]
        within = [point for point in points if point not in behind]
        inner = _nest(plain, first, last, layers[1:], within)
        html += wrap.opening + inner + wrap.closing
        html += Markup("").join(point.element for point in behind)
        at = last
    return html + _nest(plain, at, end, layers[1:], points) if at < end else html


def _leaf(plain: str, start: int, end: int, points: Sequence[_Point]) -> Markup:
    """Escape a stretch without elements and put in the points that follow it."""
    html, at = Markup(), start
    for point in points:
        if not (start < point.at <= end or point.at == start == 0):
            continue
        if point.glued and point.at > at:
            html += escape(plain[at : point.at - 1]) + Markup('<span class="nb">')
            html += escape(plain[point.at - 1]) + point.element + Markup("</span>")
        else:
            html += escape(plain[at : point.at]) + point.element
        at = max(at, point.at)
    return html + escape(plain[at:end])
