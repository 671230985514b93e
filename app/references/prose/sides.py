"""Everything that one side of a sentence, or of a note, names: places and works.

A place may be of a work that stands beside it, 《刑法》第七条, Article 7 of the
Criminal Law; then it is no place of this document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace

from app.model.document import Lang
from app.model.document import Text
from app.references.prose import en_places
from app.references.prose import en_titles
from app.references.prose import zh_places
from app.references.prose import zh_titles
from app.references.prose.title import Title
from app.references.prose.title import touches
from app.references.prose.written import inside
from app.references.prose.written import Written
from app.references.prose.zh_titles import BareNames
from app.text.normalize import fold
from app.text.normalize import Folded

_TO_PLACE = re.compile(
    r"(?:\s*[（(][^（）()]{0,60}[）)])?\s*(?:关于[^，。；]{1,30}?的|中的?|的|之)?\s*"
)
"""What may stand between a Chinese title and a place in that work."""
_OF_TITLE = re.compile(
    r",?\s+(?:of|in|under|to)\s+(?:the\s+|an?\s+)?"
    r"(?:Annex(?:es)?\s+(?:[IVX]+\s+)?to\s+(?:the\s+)?)?"
)
"""What may stand between an English place and the title that it is of."""
_ELSEWHERE = re.compile(
    r"""
      \s+(?:of\s+(?:the\s+)?)?[A-Z]{3,8}\b  # Article 16 TFEU
    | \s+[A-Z][a-z]+\s+[A-Z][a-z]+          # the Article 29 Working Party
    | \s+thereof\b
    """,
    re.VERBOSE,
)
_LISTED = re.compile(
    r"\s*(?:[、，,；;]|以及|及|和|或者?|与|and|or|to|,\s*and|,\s*or)\s*", re.IGNORECASE
)
_BARE_WORK = re.compile(r".?[法典]$|条例$|公约$|宪章$|条约$")
"""What stands in front of a place in a work whose name is not known."""
_OWN = re.compile(r"本\w{1,5}?第")
_TAIL_OWN = re.compile(r"\s+(?:of|in|under)\s+(?:this|the present)\s+")


@dataclass(frozen=True, slots=True)
class Named:
    """A place as written; *work* is the title it is of, *elsewhere* if it has none."""

    written: Written
    work: Title | None = None
    elsewhere: bool = False

    @property
    def is_own(self) -> bool:
        """Say whether it is a place of the document in which it stands."""
        return self.work is None and not self.elsewhere


@dataclass(frozen=True, slots=True)
class Side:
    """What one side names, outside the stretches that are linked by hand."""

    places: tuple[Named, ...] = ()
    titles: tuple[Title, ...] = ()


def read_side(
    text: Text | None, lang: Lang, aliases: Sequence[str], held: BareNames
) -> Side:
    """Read one side.

    *aliases* are names that the text gave works before; *held* are those of the
    documents of the library.
    """
    if text is None:
        return Side()
    folded = _fold(text, lang)
    titles = _titles(text, folded, lang, aliases, held)
    given = [one.alias for one in titles if one.alias and one.alias not in aliases]
    if given:  # the sentence that gives a short name may use it too
        titles = _titles(text, folded, lang, [*aliases, *given], held)
    if lang == "zh":
        found = zh_places.find_places(folded)
        places = [Named(one, elsewhere=one.of == "work") for one in found]
        places = _after_titles(text.plain, places, titles)
    else:
        places = [Named(one) for one in en_places.find_places(folded)]
        places = _before_titles(text.plain, places, titles)
    linked = [(one.start, one.end) for one in text.spans if one.kind == "link"]
    kept = [one for one in titles if not touches((one.start, one.end), linked)]
    taken = [*linked, *((one.start, one.end) for one in titles)]
    free = [
        one
        for one in places
        if not touches((one.written.start, one.written.end), taken)
    ]
    return Side(tuple(_carried(free)), tuple(kept))


def _fold(text: Text, lang: Lang) -> Folded:
    """Fold one side, once for all that is looked for in it."""
    return zh_places.fold_chinese(text.plain) if lang == "zh" else fold(text.plain)


def _titles(
    text: Text, folded: Folded, lang: Lang, aliases: Sequence[str], held: BareNames
) -> list[Title]:
    """Find the titles of one side."""
    if lang == "zh":
        return zh_titles.find_titles(text.plain, folded, aliases, held)
    italics = [(one.start, one.end) for one in text.spans if one.kind == "em"]
    return en_titles.find_titles(text.plain, aliases, italics)


def _after_titles(
    text: str, places: Sequence[Named], titles: Sequence[Title]
) -> list[Named]:
    """Give Chinese places the work that stands in front, through a whole list."""
    found: list[Named] = []
    for place in places:
        start = place.written.start
        before = [title for title in titles if title.end <= start]
        if _OWN.match(text, start) or place.elsewhere:
            found.append(place)
        elif not (before and before[-1].end == start) and _BARE_WORK.match(
            text[max(0, start - 2) : start]
        ):
            found.append(replace(place, elsewhere=True))
        elif before and _TO_PLACE.fullmatch(text, before[-1].end, start):
            found.append(replace(place, work=before[-1]))
        elif found and _goes_on(text, found[-1].written.end, start):
            found.append(_of_the_same(place, found[-1]))
        else:
            found.append(place)
    return found


def _before_titles(
    text: str, places: Sequence[Named], titles: Sequence[Title]
) -> list[Named]:
    """Give English places the work that stands behind, through a whole list."""
    found: list[Named] = []
    for place in reversed(places):
        end = place.written.end
        of = _OF_TITLE.match(text, end)
        before = _in_title(text, place.written.start, titles)
        work = before or next(
            (one for one in titles if of and one.start == of.end()), None
        )
        if work is not None:
            found.append(replace(place, work=work))
        elif _ELSEWHERE.match(text, end):
            found.append(replace(place, elsewhere=True))
        elif (
            found
            and not found[-1].is_own
            and not _TAIL_OWN.match(text, end)
            and _goes_on(text, end, found[-1].written.start)
        ):
            found.append(_of_the_same(place, found[-1]))
        else:
            found.append(place)
    return found[::-1]


def _in_title(text: str, start: int, titles: Sequence[Title]) -> Title | None:
    """Find the work of ``In Regulation (EU) 2016/679, Article 19 is deleted``."""
    for title in titles:
        if text[title.end : start] == ", " and text[: title.start].endswith("In "):
            return title
    return None


def _of_the_same(place: Named, other: Named) -> Named:
    """Take a place for one in the work that its neighbour in a list is of."""
    return replace(place, work=other.work, elsewhere=other.elsewhere)


def _carried(places: Sequence[Named]) -> list[Named]:
    """Read 该条第二款 and the second paragraph of that article by the place before."""
    found: list[Named] = []
    for place in places:
        if place.written.of == "place":
            if not found:
                continue
            before = found[-1]
            written = inside(before.written.levels, place.written)
            place = replace(before, written=written)
        found.append(place)
    return found


def _goes_on(text: str, end: int, start: int) -> bool:
    """Say whether only what joins a list stands between two places."""
    return end < start and _LISTED.fullmatch(text, end, start) is not None
