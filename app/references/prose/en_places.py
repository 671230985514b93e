"""Finds the places that an English text names: Articles 7(2) and 8, the preceding one.

Levels stand in either order: ``Article 7, paragraph 2`` from the outer to the inner,
``paragraph 2 of Article 7`` the other way round. Numbers of a list share their word.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace

from app.references.prose import en_forms as forms
from app.references.prose.en_groups import Group
from app.references.prose.en_groups import read_group
from app.references.prose.written import Antecedent
from app.references.prose.written import CLAUSE
from app.references.prose.written import inside
from app.references.prose.written import Level
from app.references.prose.written import Written
from app.text.normalize import Folded


def find_places(folded: Folded) -> Iterator[Written]:
    """Yield the places a text names, from the left."""
    text, position = folded.text, 0
    while match := forms.START.search(text, position):
        group = read_group(text, match.end())
        if group is None:
            position = match.end() + 1
            continue
        places, position = _read_places(text, group)
        for written in places:
            start, end = folded.original(written.start, written.end)
            of: Antecedent = "place" if forms.THAT.match(text, written.end) else ""
            yield replace(written, start=start, end=end, of=of)


def _read_places(text: str, group: Group) -> tuple[list[Written], int]:
    """Read what stands round a group: item (1) or item (3) of paragraph 2 share it."""
    inner, position = _inside(text, group)
    outer, position = _around(text, position, inner)
    places = list(_places(inner, outer, position))
    if last := _end_of_range(text, position, inner):
        levels = last.elements[0].levels
        places[-1] = replace(places[-1], end=last.end, to=levels)
        return places, last.end
    joint = forms.JOINT.match(text, position)
    following = read_group(text, joint.end()) if joint else None
    if following and not following.relative and _has(places[-1], following.rank):
        others, end = _read_places(text, following)
        return [*places, *(inside(places[-1].levels, one) for one in others)], end
    if following and not outer and following.rank == inner.rank >= CLAUSE:
        others, end = _read_places(text, following)
        above = tuple(one for one in others[0].levels if one.rank < inner.rank)
        shared = [replace(one, levels=(*above, *one.levels)) for one in places]
        return [*shared, *others], end
    return places, position


def _has(written: Written, rank: int) -> bool:
    """Say whether a place has a level of this rank, and one above it."""
    ranks = [level.rank for level in written.levels]
    return rank in ranks and min(ranks) < rank


def _inside(text: str, group: Group) -> tuple[Group, int]:
    """Read the inner levels that follow a single place: Article 7, paragraph 2."""
    while len(group.elements) == 1 and (comma := forms.COMMA.match(text, group.end)):
        following = read_group(text, comma.end())
        if following is None or following.relative or following.rank <= group.rank:
            break
        of = forms.OF.match(text, following.end)
        around = read_group(text, of.end()) if of else None
        if around and around.rank >= group.rank:
            break  # paragraph 2 of Article 6 stands by itself
        first = group.elements[0]
        elements = [
            replace(one, levels=(*first.levels, *one.levels))
            for one in following.elements
        ]
        elements[0] = replace(elements[0], start=first.start)
        group = Group(tuple(elements), following.rank, following.end)
    return group, group.end


def _around(text: str, position: int, inner: Group) -> tuple[Sequence[Group], int]:
    """Read the outer levels that follow: of paragraph 1 of Article 3; , Article 3."""
    found: list[Group] = []
    rank = inner.elements[0].levels[0].rank
    while of := forms.OF.match(text, position) or forms.COMMA.match(text, position):
        group = read_group(text, of.end())
        if group is None or group.rank >= rank:
            break
        listed = group.relative or group.rank == 0 or len(group.elements) > 1
        if of[0].strip() == "," and listed:
            break  # Article 7, Annex I
        found.append(group)
        position, rank = group.end, group.rank
    return found, position


def _end_of_range(text: str, position: int, group: Group) -> Group | None:
    """Read where a range ends that says its word twice: Chapter II to Chapter IV."""
    joint = forms.JOINT.match(text, position)
    if joint is None or not joint["range"] or len(group.elements) > 1:
        return None
    last = read_group(text, joint.end())
    if last is None or last.rank != group.rank or len(last.elements) > 1:
        return None
    return last


def _places(inner: Group, outer: Sequence[Group], end: int) -> Iterator[Written]:
    """Make places of the numbers of a group inside the groups around it."""
    around: list[tuple[Level, ...]] = [()]
    for group in outer:
        around = [(*one.levels, *above) for above in around for one in group.elements]
    found: list[Written] = []
    for element in inner.elements:
        stop = end if element is inner.elements[-1] else element.end
        for above in around:
            fits = all(one.rank < element.levels[0].rank for one in above)
            whole = (*above, *element.levels) if fits else element.levels
            if element.ranged and found and not found[-1].to:
                found[-1] = replace(found[-1], end=stop, to=whole)
            else:
                certain = any(one.number or one.before or one.here for one in whole)
                found.append(Written(element.start, stop, whole, certain=certain))
    yield from found
