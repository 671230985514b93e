"""One line of content: Markdown to plain text with spans, and back.

Only emphasis, strong emphasis, links and note references mean something. All else
that Markdown or HTML knows - lists, headings, tags, entities, images, code - stays
the letters it is written in. This is the one door of the markdown library.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field
from functools import lru_cache
from xml.etree.ElementTree import Element
from xml.etree.ElementTree import SubElement

from markdown import Markdown
from markdown.inlinepatterns import ESCAPE_RE
from markdown.inlinepatterns import EscapeInlineProcessor
from markdown.inlinepatterns import InlineProcessor
from markdown.inlinepatterns import LINK_RE
from markdown.inlinepatterns import LinkInlineProcessor
from markdown.inlinepatterns import Pattern
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown.treeprocessors import InlineProcessor as InlineTreeProcessor
from markdown.util import Registry

from app.model.document import Span
from app.model.document import SpanKind
from app.model.document import Text

NOTE_ID = r"[A-Za-z0-9][A-Za-z0-9_-]*"
"""A pattern for the id of a note, ``n1``."""

_NOTE = rf"\[\^({NOTE_ID})\]"

# The library's own reading of emphasis loses its way in runs of asterisks that do not
# match; ours asks only that the signs touch the words, and that _ stands between words.
_EMPHASIS = (
    ("strong", r"(\*\*)(?!\s)(.+?)(?<!\s)\*\*(?!\*)"),
    ("strong", r"(?<!\w)(__)(?!\s)(.+?)(?<!\s)__(?!\w)"),
    ("em", r"(\*)(?!\s)([^*]+)(?<!\s)\*"),
    ("em", r"(?<!\w)(_)(?!\s)([^_]+)(?<!\s)_(?!\w)"),
)

_LINK_TARGET = re.compile(
    r"""
    (?:
        https?://[^/?\#]             # another site, by its full address
      | (?!//)[^:/?\#]*(?:[/?\#]|$)  # this site: #2.3.12 · slug#3.1 · /about
    )
    [^\s\\<>"\[\]]*                  # nothing a browser would read otherwise
    """,
    re.VERBOSE | re.IGNORECASE,
)

_ESCAPABLE = "\\*_[]()#-!:"
_MARKUP = re.compile(r"[\\*_\[]")
_SPECIAL = re.compile(r"[\\*_\[\]]|!(?=\Z)")
_GRAMMAR = re.compile(
    rf"""
    \#(?=\#*(?:\s|\Z))  # would be a heading
  | -\Z                # would be untranslated
  | {_NOTE}:           # would define a note
    """,
    re.VERBOSE,
)
"""What the line grammar would take for something else, up to the sign to escape."""

# Python-Markdown keeps its places with STX and ETX. Where the text has them, lone
# surrogates stand in, which no UTF-8 file can hold.
_SHIELD = {0x02: "\ud802", 0x03: "\ud803"}
_UNSHIELD = {0xD802: "\x02", 0xD803: "\x03"}
_STASHED = re.compile("\x02(\\d+)\x03")

_ORDER: tuple[SpanKind, ...] = ("link", "strong", "em", "note")


@dataclass(frozen=True, slots=True)
class Inline:
    """A line as read: its *text*, and the targets of links that were *refused*."""

    text: Text
    refused: tuple[str, ...] = ()


def parse(line: str) -> Text:
    """Read the Markdown of one line.

    >>> parse("See **measure** [12](#2.3.12).[^n1]").plain
    'See measure 12.'
    """
    return read(line).text


def read(line: str) -> Inline:
    """Read the Markdown of one line, and say which links may not be followed."""
    if not _MARKUP.search(line):
        return Inline(Text(line))
    root = Element("div")
    SubElement(root, "p").text = line.translate(_SHIELD)
    _inline_processor().run(root)
    flat = _Flat()
    flat.add(root)
    spans = sorted(flat.spans, key=_span_order)
    return Inline(Text("".join(flat.pieces), tuple(spans)), tuple(flat.refused))


def to_markdown(text: Text) -> str:
    """Write a text as one line that reads as the same text again.

    Where emphasis cannot be written so, as where em and strong touch, it is left out;
    the words, links and notes never are.
    """
    plainer = Text(
        text.plain, tuple(s for s in text.spans if s.kind in ("link", "note"))
    )
    line = _write(plainer, escaped=True)
    for candidate in (_write(text, escaped=False), _write(text, escaped=True)):
        if parse(candidate) == text:
            line = candidate
            break
    taken = _GRAMMAR.match(line)
    return f"{line[: taken.end() - 1]}\\{line[taken.end() - 1 :]}" if taken else line


def _write(text: Text, *, escaped: bool) -> str:
    """Write the marks into the text: ends first, then notes, then beginnings."""
    line: list[str] = []
    cuts = {0, len(text.plain)}
    cuts.update(span.start for span in text.spans)
    cuts.update(span.end for span in text.spans)
    ordered = sorted(cuts)
    for cut, following in zip(ordered, [*ordered[1:], len(text.plain)], strict=True):
        here = [span for span in text.spans if span.start == cut < span.end]
        line += [
            _closing(span)
            for span in reversed(text.spans)
            if span.start < span.end == cut
        ]
        line += [
            f"[^{span.target}]"
            for span in text.spans
            if span.kind == "note" and span.start == cut
        ]
        line += [_OPENING[span.kind] for span in here]
        chunk = text.plain[cut:following]
        line.append(_SPECIAL.sub(r"\\\g<0>", chunk) if escaped else chunk)
    return "".join(line)


_OPENING: dict[SpanKind, str] = {"em": "*", "strong": "**", "link": "["}


def _closing(span: Span) -> str:
    """Write the end of a span."""
    if span.kind == "link":
        bracketed = "(" in span.target or ")" in span.target
        return f"](<{span.target}>)" if bracketed else f"]({span.target})"
    return _OPENING[span.kind]


def _span_order(span: Span) -> tuple[int, int, int]:
    """Order spans from the left, the outer before the inner."""
    return span.start, -span.end, _ORDER.index(span.kind)


@dataclass
class _Flat:
    """The element tree laid flat: pieces of text, and spans by their offsets."""

    pieces: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, element: Element) -> None:
        """Take up an element with all below it."""
        start = self.length
        self._add_text(element.text)
        for child in element:
            self.add(child)
            self._add_text(child.tail)
        target = _clean(element.get("href") or "")
        if element.tag == "note":
            self.spans.append(Span(start, start, "note", element.get("id") or ""))
        elif element.tag == "a" and not _is_link(target):
            self.refused.append(target)
        elif element.tag == "a" and self.length > start:
            self.spans.append(Span(start, self.length, "link", target))
        elif element.tag in ("em", "strong"):
            self._add_emphasis(start, "em" if element.tag == "em" else "strong")

    def _add_emphasis(self, start: int, kind: SpanKind) -> None:
        """Lay emphasis over the words since *start*, not over space at their edges."""
        words = "".join(self.pieces)[start:]
        end = start + len(words.rstrip())
        start += len(words) - len(words.lstrip())
        if start < end:
            inner = [s for s in self.spans if s.kind == kind and s.start >= start]
            self.spans = [span for span in self.spans if span not in inner]
            self.spans.append(Span(start, end, kind))

    def _add_text(self, text: str | None) -> None:
        piece = _clean(text or "")
        self.pieces.append(piece)
        self.length += len(piece)


def _clean(text: str) -> str:
    """Put back what was escaped and what was shielded."""
    return _STASHED.sub(lambda match: chr(int(match[1])), text).translate(_UNSHIELD)


def _is_link(target: str) -> bool:
    """Say whether a link may lead there: http, https, or a place on this site."""
    return bool(target) and _LINK_TARGET.fullmatch(target) is not None


class _NoteProcessor(InlineProcessor):
    """Reads ``[^n1]``."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        """Give an empty element that carries the note's id."""
        return Element("note", id=m[1]), m.start(), m.end()


@lru_cache(maxsize=1)
def _inline_processor() -> InlineTreeProcessor:
    """Build the processor once; its patterns are the whole of our Markdown."""
    markdown = Markdown()
    markdown.ESCAPED_CHARS = list(_ESCAPABLE)
    patterns: Registry[Pattern] = Registry()
    markdown.inlinePatterns = patterns
    patterns.register(EscapeInlineProcessor(ESCAPE_RE, markdown), "escape", 40)
    patterns.register(_NoteProcessor(_NOTE, markdown), "note", 30)
    patterns.register(LinkInlineProcessor(LINK_RE, markdown), "link", 20)
    for n, (tag, pattern) in enumerate(_EMPHASIS):
        patterns.register(SimpleTagInlineProcessor(pattern, tag), f"{tag} {n}", 10 - n)
    processor = InlineTreeProcessor(markdown)
    markdown.treeprocessors.register(processor, "inline", 20)
    return processor
