"""A quotation laid on the text: where it begins and ends, and how alike the two are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from functools import cached_property
from itertools import accumulate
from itertools import product

from app.model.document import Lang
from app.search.likeness import closest_ends
from app.search.likeness import closest_start
from app.search.likeness import distance
from app.search.quotation.candidates import Stretch
from app.search.quotation.readings import Reading
from app.text.normalize import fold_text

_FOOTHOLD: dict[Lang, int] = {"zh": 1, "en": 3}
"""As many letters at an end may fit the next sentence by chance."""

_HOPELESS = 1 / 3
"""If more letters than this differ at best, a closer look is not worth while."""

_BETWEEN: dict[Lang, str] = {"zh": "", "en": " "}

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Fit:
    """Letters *start* to *end* of a stretch, which a reading was compared with."""

    reading: Reading
    lang: Lang
    stretch: Stretch
    start: int
    end: int

    @cached_property
    def changed(self) -> int:
        """How many letters differ."""
        text = self.stretch.letters[self.start : self.end]
        return distance(self.reading.letters.text, text)

    @cached_property
    def likeness(self) -> float:
        """How much of the longer of the two is as in the other, from 0 to 1."""
        return 1 - self.changed / max(self._length(), len(self.reading.text))

    @property
    def quality(self) -> tuple[int, float]:
        """What ranks it: how many letters agree, less how many do not; likeness."""
        return len(self.reading.letters.text) - 2 * self.changed, self.likeness

    @cached_property
    def parts(self) -> tuple[tuple[int, int, int], ...]:
        """The sentences it touches: the place in the unit, and a span of the text."""
        return tuple(self._parts())

    @property
    def text(self) -> str:
        """The text from its first letter to its last, with all signs between."""
        plain = {one.at: one.plain for one in self.stretch.sentences}
        if len(self.parts) == 1:
            at, start, end = self.parts[0]
            return plain[at][start:end]
        (at, start, _), *_, (final, _, end) = self.parts
        whole = (plain[n] for n in range(at + 1, final))
        inner = filter(None, (plain[at][start:], *whole))
        return _BETWEEN[self.lang].join((*inner, plain[final][:end]))

    def _parts(self) -> Iterator[tuple[int, int, int]]:
        begin = 0
        for sentence in self.stretch.sentences:
            size = len(sentence.letters.text)
            first, last = max(self.start - begin, 0), min(self.end - begin, size)
            if first < last:
                yield sentence.at, *sentence.letters.original(first, last)
            begin += size

    def _length(self) -> int:
        """Count the characters, with the signs at the ends of whole sentences."""
        length, begin = len(self.text), 0
        for sentence in self.stretch.sentences:
            found = sentence.letters
            if found.text and begin == self.start:
                length += found.starts[0]
            begin += len(found.text)
            if found.text and begin == self.end:
                length += len(sentence.plain) - found.ends[-1]
        return length


def fits(reading: Reading, lang: Lang, stretch: Stretch) -> Iterator[Fit]:
    """Yield where in a stretch a reading stands, as near as anywhere in it.

    The ends are fitted to the sentences: a foothold in the next one is given up, and
    the rest of one is taken in if that makes the two more alike.
    """
    quoted, text = reading.letters.text, stretch.letters
    least, ends = closest_ends(quoted, text)
    if least > _HOPELESS * len(quoted):
        return
    for end in ends:
        start = closest_start(quoted, text[:end])
        if start < end:
            fit = _without_footholds(Fit(reading, lang, stretch, start, end))
            yield max(
                _snapped(fit), key=lambda one: (one.likeness, one.end - one.start)
            )


def _bounds(stretch: Stretch) -> list[int]:
    """Give where the sentences of a stretch begin and end."""
    sizes = (len(one.letters.text) for one in stretch.sentences)
    return list(accumulate(sizes, initial=0))


def _without_footholds(fit: Fit) -> Fit:
    """Draw back from a neighbouring sentence of which next to nothing is quoted."""
    inner = [b for b in _bounds(fit.stretch) if fit.start < b < fit.end]
    if not inner:
        return fit
    later = replace(fit, start=inner[0])
    if later.changed - fit.changed <= _FOOTHOLD[fit.lang]:
        fit = later
    earlier = replace(fit, end=inner[-1])
    if fit.start < inner[-1] and earlier.changed - fit.changed <= _FOOTHOLD[fit.lang]:
        fit = earlier
    return fit


def _snapped(fit: Fit) -> Iterator[Fit]:
    """Yield it as it is, and with either end moved to that of its sentence."""
    bounds = _bounds(fit.stretch)
    starts = {fit.start, max(b for b in bounds if b <= fit.start)}
    ends = {fit.end, min(b for b in bounds if b >= fit.end)}
    for start, end in product(sorted(starts), sorted(ends)):
        snapped = replace(fit, start=start, end=end)
        yield _of_whole_words(snapped) if fit.lang == "en" else snapped


def _of_whole_words(fit: Fit) -> Fit:
    """Take in the rest of an English word, unless the quotation breaks off in it."""
    joined, text = fit.stretch.joined, fit.stretch.letters
    words = _WORD.findall(fold_text(fit.reading.text))
    start, end = fit.start, fit.end
    while joined[start]:
        start -= 1
    while end < len(joined) and joined[end]:
        end += 1
    first, last = fit.start + 1, fit.end - 1
    while first < len(joined) and joined[first]:
        first += 1
    while joined[last]:
        last -= 1
    return replace(
        fit,
        start=fit.start if text[start:first].endswith(words[0]) else start,
        end=fit.end if text[last:end].startswith(words[-1]) else end,
    )
