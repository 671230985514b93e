"""The hand-made lists of what a text names, and how well the builder agrees with them.

A list is ``tests/references/gold/<slug>/references.txt``; its top says how to write it:

    1.3.s2 zh 第七条第二款 -> 1.7.s3-s4
    2.3.12.s3 n15 zh 本部分第（五）节 -> 2.5
    0.s1 en Outline of the Plan => Outline of the Plan

Beside it stand the texts, ``zh.md`` and ``en.md``; without them it is the list of a
document in ``content/``.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path

from app.model.document import Document
from app.model.document import Lang
from app.model.document import LANGS
from app.model.place import Place
from app.model.thread import Citation
from app.model.thread import CrossReference
from app.model.thread import Threads
from app.text.normalize import fold_text
from tests.helpers import CONTENT

GOLD = Path(__file__).parent / "gold"

BETWEEN_STRETCHES = " … "
"""Parts the words of a mention that stands more than once in its sentence."""

_ROW = re.compile(
    r"""
    (?P<source>\S+)             # 2.3.12.s3
    (?:\ (?P<note>n\d+))?       # n15, where the words stand in a note
    \ (?P<lang>zh|en)
    \ (?P<words>.+?)            # 本部分第（五）节
    \ (?P<sign>->|=>)           # a place, or a work
    \ (?P<meaning>.+)           # 2.5 · 2 3 4 · a title
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, order=True, slots=True)
class Mention:
    """One side of one sentence, or of its note, names one place or one work.

    *meaning* is an address, or the folded title of a work; *words* are not compared.
    """

    source: str
    note: str
    lang: str
    meaning: str
    words: str = field(compare=False)

    def __str__(self) -> str:
        where = " ".join(part for part in (self.source, self.note, self.lang) if part)
        return f"{where} {self.words} : {self.meaning}"


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a text names: places in the library, and works outside it."""

    places: frozenset[Mention]
    works: frozenset[Mention]


@dataclass(frozen=True, slots=True)
class Score:
    """How a finding agrees with a list."""

    missing: tuple[Mention, ...]
    extra: tuple[Mention, ...]
    precision: float
    recall: float

    def __str__(self) -> str:
        lines = [f"precision {self.precision:.3f}, recall {self.recall:.3f}"]
        lines += [f"  missing  {mention}" for mention in self.missing]
        lines += [f"  too much {mention}" for mention in self.extra]
        return "\n".join(lines)


def read_list(path: Path) -> Mentions:
    """Read a list; a row that cannot be read is an error that shows the row."""
    places: set[Mention] = set()
    works: set[Mention] = set()
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        row = _ROW.fullmatch(line)
        if row is None:
            raise ValueError(f"{path}:{number}: this row cannot be read: {line}")
        to_work = row["sign"] == "=>"
        meanings = [fold_text(row["meaning"])] if to_work else row["meaning"].split()
        (works if to_work else places).update(
            Mention(row["source"], row["note"] or "", row["lang"], one, row["words"])
            for one in meanings
        )
    return Mentions(frozenset(places), frozenset(works))


def lay_out(slug: str, folder: Path, gold: Path = GOLD) -> Path:
    """Put the texts of one list where the builder looks for content."""
    for lang in LANGS:
        (folder / lang).mkdir(parents=True)
        own = gold / slug / f"{lang}.md"
        text = own if own.exists() else CONTENT / lang / f"{slug}.md"
        shutil.copy(text, folder / lang / f"{slug}.md")
    return folder


def found_in(document: Document, threads: Threads) -> Mentions:
    """Give what the builder found, in the terms of a list."""
    places = {
        mention
        for reference in threads.references
        if reference.source.slug == document.slug
        for target in reference.targets
        for mention in _mentions(document, reference, _address(target.place, document))
    }
    works = {
        mention
        for work in threads.works
        for citation in work.citations
        for mention in _mentions(document, citation, "", {"zh": work.zh, "en": work.en})
    }
    return Mentions(frozenset(places), frozenset(works))


def score(wanted: frozenset[Mention], found: frozenset[Mention]) -> Score:
    """Compare what was found with a list; nothing of nothing is all of it."""
    right = len(wanted & found)
    return Score(
        tuple(sorted(wanted - found)),
        tuple(sorted(found - wanted)),
        right / len(found) if found else 1.0,
        right / len(wanted) if wanted else 1.0,
    )


def text_of(document: Document, source: Place, note: str, lang: Lang) -> str:
    """Give the plain text in which a list's words stand."""
    if note:
        return document.by_note[note].side(lang).plain
    return document.by_segment[source.locator].plain(lang)


def _mentions(
    document: Document,
    thread: CrossReference | Citation,
    address: str,
    titles: dict[Lang, str] | None = None,
) -> Iterator[Mention]:
    """Yield a mention for each side that has words for it."""
    for lang in LANGS:
        if not thread.side(lang):
            continue
        text = text_of(document, thread.source, thread.note, lang)
        stretches = [text[start:end] for start, end in thread.side(lang)]
        words = BETWEEN_STRETCHES.join(stretches)
        meaning = fold_text(titles[lang]) if titles else address
        source = str(thread.source.locator)
        yield Mention(source, thread.note, lang, meaning, words)


def _address(place: Place, document: Document) -> str:
    """Write a place as a list does: with its document only if that is another."""
    return str(place.locator) if place.slug == document.slug else str(place)
