"""One file to one language's half of a document; faults become findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.content import grammar
from app.content import inline
from app.content.codes import finding
from app.content.front_matter import FrontLines
from app.content.front_matter import parse_front
from app.content.source import Source
from app.model.document import Lang
from app.model.document import Text
from app.model.finding import Finding
from app.model.locator import Locator

PREAMBLE = Locator(("0",))

_UNREADABLE = "?"  # stands in an address for a number that cannot be read


@dataclass(frozen=True, slots=True)
class HalfLine:
    """A line and where it stands.

    *text* is what a line of text, a heading's title or a note says; None for others.
    *refused* are the targets of its links that may not be followed.
    """

    number: int
    line: grammar.Line
    text: Text | None = None
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HalfUnit:
    """A heading with the lines below it, down to the next; or the preamble."""

    locator: Locator
    heading: HalfLine | None
    lines: tuple[HalfLine, ...]
    """All lines below the heading, blank ones too."""

    @property
    def number(self) -> int:
        """The line the unit begins on; 0 for a preamble without a line."""
        if self.heading:
            return self.heading.number
        return self.lines[0].number if self.lines else 0

    @property
    def title(self) -> grammar.Heading | None:
        """The heading as the grammar reads it."""
        line = self.heading.line if self.heading else None
        return line if isinstance(line, grammar.Heading) else None

    @property
    def paragraphs(self) -> tuple[tuple[HalfLine, ...], ...]:
        """The lines of text, parted where anything else stands between them."""
        paragraphs: list[list[HalfLine]] = [[]]
        for line in self.lines:
            if isinstance(line.line, grammar.TextLine | grammar.Untranslated):
                paragraphs[-1].append(line)
            else:
                paragraphs.append([])
        return tuple(tuple(paragraph) for paragraph in paragraphs if paragraph)

    @property
    def address(self) -> str:
        """The address for a finding; empty if a number in it cannot be read."""
        readable = not any(step.startswith(_UNREADABLE) for step in self.locator.path)
        return str(self.locator) if readable else ""


@dataclass(frozen=True, slots=True)
class Half:
    """One language of a document, as its file has it."""

    lang: Lang
    path: str
    front: FrontLines
    units: tuple[HalfUnit, ...]
    """The preamble, which may be without text, then every heading in order."""
    tail: tuple[HalfLine, ...]
    """The lines from the first note at the end of the file on."""
    findings: tuple[Finding, ...]
    readable: bool = True

    def walk(self) -> Iterator[HalfLine]:
        """Yield every line below the front matter."""
        for unit in self.units:
            if unit.heading:
                yield unit.heading
            yield from unit.lines
        yield from self.tail

    @property
    def notes(self) -> dict[str, HalfLine]:
        """The notes by id, in order; of one defined twice, the first."""
        notes: dict[str, HalfLine] = {}
        for line in self.walk():
            if isinstance(line.line, grammar.NoteDefinition):
                notes.setdefault(line.line.id, line)
        return notes


def parse(source: Source, lang: Lang) -> Half:
    """Read one language's half of a document; every line finds its place."""
    front = parse_front(source)
    found = [*source.findings, *front.findings]
    body = []
    for number, raw in enumerate(source.lines[front.end :], front.end + 1):
        if raw != raw.strip():
            message = "The line has space at its start or end; delete it."
            found.append(finding("F009", source.path, number, message))
        body.append(_read(number, raw.strip()))
    units, tail = _cut(body)
    readable = source.readable and any(source.lines)
    return Half(lang, source.path, front, units, tail, tuple(found), readable)


def _read(number: int, raw: str) -> HalfLine:
    """Read one line, and the Markdown in it."""
    line = grammar.parse_line(raw)
    match line:
        case grammar.TextLine() | grammar.NoteDefinition():
            words = line.text
        case grammar.Heading():
            words = line.title
        case _:
            return HalfLine(number, line)
    if words == grammar.UNTRANSLATED:
        return HalfLine(number, line)
    read = inline.read(words)
    return HalfLine(number, line, read.text, read.refused)


def _cut(body: list[HalfLine]) -> tuple[tuple[HalfUnit, ...], tuple[HalfLine, ...]]:
    """Cut the lines at the headings and before the notes at the end."""
    end = _end_of_text(body)
    starts = [
        i for i, line in enumerate(body[:end]) if isinstance(line.line, grammar.Heading)
    ]
    units = [HalfUnit(PREAMBLE, None, tuple(body[: starts[0] if starts else end]))]
    above: list[tuple[int, Locator]] = []
    for start, stop in zip(starts, [*starts[1:], end], strict=False):
        locator = _place(body[start], above)
        units.append(HalfUnit(locator, body[start], tuple(body[start + 1 : stop])))
    return tuple(units), tuple(body[end:])


def _end_of_text(body: list[HalfLine]) -> int:
    """Find the first note that no text follows; the end, if there is none."""
    end = len(body)
    for i in range(len(body) - 1, -1, -1):
        if isinstance(body[i].line, grammar.NoteDefinition):
            end = i
        elif not isinstance(body[i].line, grammar.Blank):
            break
    return end


def _place(line: HalfLine, above: list[tuple[int, Locator]]) -> Locator:
    """Give a heading its address below the nearest heading of a higher rank.

    *above* holds the headings that lead down to the previous one, and is kept so.
    """
    heading = line.line
    unreadable = f"{_UNREADABLE}{line.number}"
    if not isinstance(heading, grammar.Heading) or heading.level not in grammar.LEVELS:
        return Locator((unreadable,))
    while above and above[-1][0] >= heading.level:
        above.pop()
    step = heading.step if heading.number else unreadable
    locator = above[-1][1].child(step) if above else Locator((step,))
    above.append((heading.level, locator))
    return locator
