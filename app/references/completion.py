"""The beginning of a written place → the places it may become: measure 1, 10 to 18.

Units are kept by their number and by the unit above, and numbers in order of their
digits, their Chinese and their Roman form. What one key costs grows with the number of
units that have the number that was typed, and is bounded by ``MOST_TRIED``.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from itertools import islice

from app.errors import NotAReferenceError
from app.model.document import Document
from app.model.document import Unit
from app.model.locator import Locator
from app.model.place import Place
from app.references.parser import parse_reference
from app.references.parser import Reference
from app.references.patterns import ZH_KINDS
from app.references.resolver import agrees
from app.references.resolver import chains
from app.references.resolver import is_printed_so
from app.text.numerals import CHINESE_NUMERAL
from app.text.numerals import format_chinese
from app.text.numerals import format_roman
from app.text.numerals import parse_number

MOST_TRIED = 2_000
"""How many units with one number are looked at, to find those that are meant."""

_LAST_NUMERAL = re.compile(rf"(?:\d+|{CHINESE_NUMERAL}|(?<![a-z])[ivxlc]+)$")
_COUNTED = re.compile(r"(.*?)(\d+)", re.ASCII)
_LAST_CHARACTER = chr(0x10FFFF)
_GOES_ON = re.compile(r"[.:/、]$")
"""Ends a reference after which a level is still to come: ``2.3.``"""

_UNFINISHED = [
    (word[:end], word)
    for word in ZH_KINDS
    for end in range(1, len(word))
    if word[:end] not in ZH_KINDS
]
"""Chinese counting words that are half typed, and whole: 第二部 is 第二部分."""


@dataclass(frozen=True, slots=True)
class Completion:
    """A place that may be meant; *named* if its own number was typed or begun."""

    place: Place
    named: bool


@dataclass(frozen=True, slots=True)
class _Node:
    """A unit of a document, with those above it, outermost first."""

    slug: str
    chain: tuple[Unit, ...]

    @property
    def unit(self) -> Unit:
        return self.chain[-1]

    @property
    def place(self) -> Place:
        return Place(self.slug, self.unit.locator)


_Fits = Callable[[Place], bool]


class Completer:
    """Completes written places in a library; *documents* are by slug."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._below: dict[tuple[str, ...], list[_Node]] = defaultdict(list)
        self._numbered: dict[str, list[_Node]] = defaultdict(list)
        for slug, document in documents.items():
            for chain in chains(document.units):
                node, path = _Node(slug, chain), chain[-1].locator.path
                self._below[path[:-1]].append(node)
                self._numbered[path[-1]].append(node)
        self._written = sorted(_written(self._numbered))

    def complete(self, text: str, most: int, fits: _Fits) -> tuple[Completion, ...]:
        """List places that a text names or begins to name; none if it is no reference.

        First those that it names, then those whose number goes on, as 10 goes on from
        1, then what lies directly below the first. *fits* says which are wanted at all.
        """
        folded = unicodedata.normalize("NFKC", text).casefold().strip()
        reference = _read(folded)
        if reference is None:
            return ()
        found: dict[Place, Completion] = {}
        for node, named in self._candidates(folded, reference, fits):
            for place in self._places(node, reference):
                found.setdefault(place, Completion(place, named))
            if len(found) >= most:
                break
        return tuple(found.values())[:most]

    def _candidates(
        self, folded: str, reference: Reference, fits: _Fits
    ) -> Iterator[tuple[_Node, bool]]:
        """Yield units, best first, and whether each is named by its own number."""
        exact = self._exact(reference, fits)
        below = self._inside(exact[0], fits) if exact else []
        if reference.segment:
            yield from ((node, True) for node in exact)
            return
        if not (below and _GOES_ON.search(folded)):
            yield from ((node, True) for node in exact)
            yield from ((node, True) for node in self._longer(folded, reference, fits))
        yield from ((node, False) for node in below)

    def _inside(self, node: _Node, fits: _Fits) -> list[_Node]:
        """List what lies directly below a unit."""
        level = self._below.get(node.unit.locator.path, ())
        return [one for one in level if one.slug == node.slug and fits(one.place)]

    def _exact(self, reference: Reference, fits: _Fits) -> list[_Node]:
        """List the units a reference names: the exact path, and all that agree with it.

        Those come first whose number is printed as it was written, in brackets or not.
        """
        dotted = reference.dotted
        level = self._below.get(dotted.path[:-1], ()) if dotted else ()
        exact = [
            node for node in level if node.unit.locator == dotted and fits(node.place)
        ]
        if exact and len(reference.steps) > 1:
            return exact
        agreeing = self._agreeing(reference, fits)
        agreeing.sort(key=lambda node: not is_printed_so(node.chain, reference))
        return exact + agreeing

    def _longer(
        self, folded: str, reference: Reference, fits: _Fits
    ) -> Iterator[_Node]:
        """Yield the units whose number begins with the one that stands at the end."""
        numeral = _LAST_NUMERAL.search(folded)
        number = reference.steps[-1].number
        value = str(parse_number(numeral[0])) if numeral else ""
        if reference.segment or not numeral or not number.endswith(value):
            return
        level = dotted.path[:-1] if (dotted := reference.dotted) else ()
        for longer in self._going_on(number.removesuffix(value), numeral[0]):
            if longer != number:
                last = replace(reference.steps[-1], number=longer)
                steps = (*reference.steps[:-1], last)
                agreeing = self._agreeing(Reference(steps), fits)
                yield from (
                    node
                    for node in agreeing
                    if not level or node.unit.locator.path[:-1] == level
                )

    def _going_on(self, head: str, numeral: str) -> list[str]:
        """List the numbers whose written form begins with a numeral, as one counts."""
        start = bisect_left(self._written, (head, numeral))
        end = bisect_left(self._written, (head, numeral + _LAST_CHARACTER))
        found = {number for _, _, number in self._written[start:end]}
        return sorted(found, key=lambda number: (len(number), number))

    def _agreeing(self, reference: Reference, fits: _Fits) -> list[_Node]:
        """List the units that end in the number of a reference and lie as it says."""
        nodes = self._numbered.get(reference.steps[-1].number, ())
        wanted = (node for node in nodes if fits(node.place))
        return [
            node
            for node in islice(wanted, MOST_TRIED)
            if agrees(node.chain, reference.steps)
        ]

    def _places(self, node: _Node, reference: Reference) -> Iterator[Place]:
        """Yield the unit, or the sentences in it that are asked for, if it has them."""
        if not reference.segment:
            yield node.place
            return
        locator = node.unit.locator
        ends = [locator.at(reference.segment)]
        if reference.last:
            ends.append(locator.at(reference.last))
        known = self._documents[node.slug].by_segment
        if all(end in known for end in ends) and ends == sorted(
            ends, key=lambda end: end.sort_key
        ):
            path = locator.path
            yield Place(node.slug, Locator(path, reference.segment, reference.last))


def _read(folded: str) -> Reference | None:
    """Read a reference, though it may want its last bracket or half a word."""
    readings = [folded]
    if folded.count("(") > folded.count(")"):
        readings.append(f"{folded})")
    readings += [
        folded.removesuffix(half) + word
        for half, word in _UNFINISHED
        if folded.endswith(half)
    ]
    for reading in readings:
        try:
            return parse_reference(reading)
        except NotAReferenceError:
            continue
    return None


def _written(numbers: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Yield what stands before each number, and the number as it may be written."""
    for number in numbers:
        if not (match := _COUNTED.fullmatch(number)):
            continue
        value = int(match[2])
        forms = {match[2], format_chinese(value)}
        if 0 < value < 90:
            forms.add(format_roman(value).casefold())
        yield from ((match[1], form, number) for form in forms)
