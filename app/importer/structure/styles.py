"""Which styles of numbers are headings, and which stands below which."""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from app.importer.structure.candidates import Candidate
from app.importer.structure.forms import ALWAYS_BODY
from app.importer.structure.forms import APART
from app.importer.structure.forms import half_width
from app.importer.structure.forms import NAMED
from app.importer.structure.named import named_order
from app.importer.structure.named import sections_run_through
from app.importer.structure.titles import is_title
from app.importer.structure.titles import run_in

_BARE_DEPTH = 3
"""一、 （一） 1. are headings, what stands below them a list."""

_LIST_END = re.compile(r"(?:[;,、]|;\s*(?:and|or)|,\s*(?:and|or)|[;]?\s+and)\s*$")
_LONGEST_TITLE = 300
_WORDS_BEFORE_STOP = 9
_END = 20
_ENOUGH = 3
_DEEP = 3
"""How many runs of a style may be open, one inside another."""

_FEW = 4
"""A style that fewer than one in so many sections have is that of lists."""
_TOPMOST = frozenset({"han", "roman"})

Run = list[Candidate]


def choose_styles(
    candidates: Sequence[Candidate], start: int, end: int, *, in_annex: bool = False
) -> tuple[list[str], set[int]]:
    """Choose the styles of headings of a region, the highest first.

    Also give the indexes of the candidates that are items of lists. In an annex
    numbered sentences are items, too.
    """
    named = named_order([c for c in candidates if c.mark.style in NAMED])
    candidates = [c for c in candidates if c.mark.style not in ALWAYS_BODY]
    following = _following(candidates, end)
    first: dict[str, int] = {}
    for candidate in candidates:
        first.setdefault(candidate.mark.style, candidate.index)
    lists: set[int] = set()
    headed: dict[str, list[Run]] = {}
    for style, runs in _runs(candidates).items():
        good = [
            run
            for run in runs
            if _is_headings(run, following, first, style)
            and not (in_annex and _is_sentences(run))
        ]
        if not _are_enough(good, style):
            good = []
        chosen = {c.index for run in good for c in run}
        lists |= {c.index for run in runs for c in run} - chosen
        if good:
            headed[style] = good
    if "article" in named or sections_run_through(candidates):
        above = [s for s in headed if _stands_above(headed[s], candidates)]
        lists |= {
            c.index for s in headed if s not in above for r in headed[s] for c in r
        }
        return [*_bare_order({s: headed[s] for s in above}), *named], lists
    headed, few = _frequent(headed, candidates, named)
    lists |= few
    if not named and not headed:
        return _only_paragraphs(candidates, end - start)
    bare = _bare_order(headed)
    dropped = bare[_BARE_DEPTH:]
    lists |= {c.index for s in dropped for r in headed[s] for c in r}
    return [*named, *bare[:_BARE_DEPTH]], lists


def _only_paragraphs(
    candidates: Sequence[Candidate], size: int
) -> tuple[list[str], set[int]]:
    """Take the one series that numbers most of a text's paragraphs for its headings.

    Some licences and resolutions have no titles and nothing above their paragraphs.
    """
    runs = [
        (run[-1].index - run[0].index, style, run)
        for style, all_runs in _runs(candidates).items()
        for run in all_runs
        if len(run) >= _ENOUGH and not _is_list(run)
    ]
    span, style, run = max(runs, default=(0, "", []), key=lambda found: found[0])
    chosen = {c.index for c in run} if (span + 1) * 5 >= size * 2 else set()
    lists = {c.index for c in candidates} - chosen
    return ([style] if chosen else []), lists


def _frequent(
    headed: dict[str, list[Run]], candidates: Sequence[Candidate], named: Sequence[str]
) -> tuple[dict[str, list[Run]], set[int]]:
    """Leave out bare styles that only a few of the lowest named headings have below.

    What one section of many numbers is a list in that section.
    """
    if not named:
        return headed, set()
    starts = [c.index for c in candidates if c.mark.style == named[-1]]
    kept: dict[str, list[Run]] = {}
    few: set[int] = set()
    for style, runs in headed.items():
        having = {bisect(starts, c.index) for run in runs for c in run}
        if len(having) * _FEW >= len(starts):
            kept[style] = runs
        else:
            few |= {c.index for run in runs for c in run}
    return kept, few


def _following(candidates: Sequence[Candidate], end: int) -> dict[int, Candidate | int]:
    """Give for each candidate the next one, or where the region ends."""
    following: dict[int, Candidate | int] = {}
    for candidate, after in zip(candidates, [*candidates[1:], None], strict=False):
        following[candidate.index] = after or end
    return following


def _runs(candidates: Sequence[Candidate]) -> dict[str, list[Run]]:
    """Part the bare candidates of each style into runs that count up.

    A run goes on after another has been counted inside it: 6, 1, 2, 3, 7.
    """
    runs: dict[str, list[Run]] = defaultdict(list)
    open_runs: dict[str, list[Run]] = defaultdict(list)
    for candidate in candidates:
        style = candidate.mark.style
        if style in NAMED or style in APART:
            continue
        opened = open_runs[style]
        fitting = [
            at
            for at in range(len(opened) - 1, max(len(opened) - _DEEP, 0) - 1, -1)
            if _follows(candidate.mark.number, opened[at][-1].mark.number)
        ]
        if not fitting:
            run = [candidate]
            runs[style].append(run)
            opened.append(run)
            continue
        at = next((at for at in fitting if not _is_closed(opened[at])), fitting[0])
        opened[at].append(candidate)
        del opened[at + 1 :]  # what was counted inside is over
    return runs


def _is_closed(run: Run) -> bool:
    """Say whether a list has ended: only its last item ends with a full stop."""
    return len(run) > 1 and _ends_as_item(run[-2]) and not _ends_as_item(run[-1])


def _ends_as_item(candidate: Candidate) -> bool:
    return bool(_LIST_END.search(half_width(candidate.mark.tail[-_END:])))


def _follows(number: tuple[int, ...], before: tuple[int, ...]) -> bool:
    return number == (before[0] + 1,) or number == (*before[:1], (*before, 0)[1] + 1)


def _is_headings(
    run: Run, following: dict[int, Candidate | int], first: dict[str, int], style: str
) -> bool:
    """Judge by its own lines whether a run is headings or a list."""
    if all(c.is_marked for c in run):
        return True
    if _is_list(run) or _is_list_of_names(run, following, first):
        return False
    votes = sum(_looks_headed(c, following[c.index], first, style) for c in run)
    return votes * 2 >= len(run)


def _are_enough(runs: Sequence[Run], style: str) -> bool:
    """Say whether headings are too many for chance, or marked so by their file."""
    marks = [c for run in runs for c in run]
    least = _ENOUGH if style == "number" else 2
    return len(marks) >= least or any(c.is_marked for c in marks)


def _is_list_of_names(
    run: Run, following: dict[int, Candidate | int], first: dict[str, int]
) -> bool:
    """Say whether a run is only short lines, with nothing below any of them."""
    style = run[0].mark.style
    for candidate in run:
        after = following[candidate.index]
        end = after if isinstance(after, int) else after.index
        if end > candidate.index + 1 or not is_title(candidate.mark.tail):
            return False
        if isinstance(after, Candidate) and first[after.mark.style] > first[style]:
            return False
    return True


def _is_list(run: Run) -> bool:
    """Say whether most items but the last end as those of a list do."""
    listed = sum(_ends_as_item(c) for c in run)
    return listed > 0 and listed * 2 >= len(run) - 1


def _is_sentences(run: Run) -> bool:
    """Say whether every item is a whole sentence and no title."""
    return all(c.mark.tail.rstrip().endswith(("。", ".")) for c in run)


def _looks_headed(
    candidate: Candidate, after: Candidate | int, first: dict[str, int], style: str
) -> bool:
    """Say whether something stands below a line, or a title before its own text."""
    if style in _TOPMOST:
        return True
    if run_in(candidate.mark.tail):
        return True
    tail = half_width(candidate.mark.tail).strip()
    if len(tail) >= _LONGEST_TITLE or tail.endswith((":", "—", "-")):
        return False
    if isinstance(after, Candidate) and after.index == candidate.index + 1:
        return first[after.mark.style] > first[style]
    end = after.index if isinstance(after, Candidate) else after
    return end > candidate.index + 1 and _is_title_with_stop(tail)


def _is_title_with_stop(tail: str) -> bool:
    """Say whether a line is a title, with or without a full stop behind it."""
    if not tail.endswith((".", "。")):
        return is_title(tail)
    return is_title(tail[:-1]) and tail.count(" ") < _WORDS_BEFORE_STOP


def _bare_order(headed: dict[str, list[Run]]) -> list[str]:
    """Order the bare styles as the text begins with them.

    A list may have come first: where a style mostly begins anew right below another,
    that one is above it.
    """
    order = sorted(headed, key=lambda style: headed[style][0][0].index)
    marks = sorted((c.index, s) for s, runs in headed.items() for r in runs for c in r)
    before = {index: style for (_, style), (index, _) in pairwise(marks)}
    for i in range(len(order) - 1):
        anew = [before[run[0].index] for run in headed[order[i]][1:]]
        if anew.count(order[i + 1]) * 2 > len(anew):
            order[i], order[i + 1] = order[i + 1], order[i]
    return order


def _stands_above(runs: Sequence[Run], candidates: Sequence[Candidate]) -> bool:
    """Say whether a bare style heads groups of articles: I. General, Article 1."""
    if len(runs) != 1 or len(runs[0]) < 2:
        return False
    place = {c.index: i for i, c in enumerate(candidates)}
    for heading in runs[0]:
        i = place[heading.index] + 1
        if i >= len(candidates) or candidates[i].mark.style != "article":
            return False
        if not is_title(heading.mark.tail) or candidates[i].index > heading.index + 3:
            return False
    return True
