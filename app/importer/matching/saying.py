"""What the editor should know of how two outlines were put together."""

from __future__ import annotations

from collections.abc import Container
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence

from app.content.codes import NAMES
from app.importer.codes import CODES
from app.importer.matching.chain import Pair
from app.importer.matching.entries import Entry
from app.importer.matching.entries import PREAMBLE
from app.importer.matching.merging import Merged
from app.importer.matching.versions import Move
from app.importer.matching.versions import runs
from app.model.finding import Finding

_MOST = 12
"""How many units, or ranges of them, a message names."""


def say_alone(merged: Sequence[Merged]) -> Iterator[Finding]:
    """Report what only one language has, one finding for a series."""
    for lang, other in (("zh", "en"), ("en", "zh")):
        alone = [m.own for m in merged if _only(m, lang)]
        for tier in dict.fromkeys(entry.tier for entry in alone):
            series = [entry for entry in alone if entry.tier == tier]
            message = (
                f"Only the {NAMES[lang]} text has {named(series)}; the {NAMES[other]} "
                "side is left untranslated there. Look whether its text lacks them or "
                "their headings could not be read."
            )
            yield _finding("I201", lang, series[0], message)


def say_given(merged: Sequence[Merged]) -> Iterator[Finding]:
    """Report what got its text out of the unit before it, for want of a heading."""
    for unit in merged:
        lang, lacking = ("zh", "English") if unit.zh else ("en", "Chinese")
        message = (
            f"The {lacking} text has no heading for {named([unit.own])}, but its "
            "words; they were taken out of the unit before it. Look whether they are "
            "all there."
        )
        yield _finding("I205", lang, unit.own, message)


def say_taken(
    zh: Sequence[Entry],
    en: Sequence[Entry],
    pairs: Sequence[Pair],
    wrong: Container[Pair],
) -> Iterator[Finding]:
    """Report the numbers of one language that gave way to those of the other.

    The Chinese numbers stay, but for those that are *wrong*.
    """
    taken = [pair for pair in pairs if zh[pair[0]].number != en[pair[1]].number]
    for lang, other in (("en", "zh"), ("zh", "en")):
        own = [pair for pair in taken if (pair in wrong) == (lang == "zh")]
        for move in runs(own, zh, en):
            units = {"zh": _range(zh, move.first[0], move.last[0])}
            units["en"] = _range(en, move.first[1], move.last[1])
            message = (
                f"By the words, {units[lang]} of the {NAMES[lang]} text {_verb(move)} "
                f"{units[other]} of the {NAMES[other]} one; the latter number is used. "
                "If it is the wrong one, mend it in the source and import again."
            )
            first = en[move.first[1]] if lang == "en" else zh[move.first[0]]
            yield _finding("I202", lang, first, message)


def say_unlike(
    zh: Sequence[Entry], en: Sequence[Entry], unlike: Sequence[Pair]
) -> Iterator[Finding]:
    """Report units with the same number whose words have little in common."""
    for tier in dict.fromkeys(zh[one].tier for one, _ in unlike):
        series = [zh[one] for one, _ in unlike if zh[one].tier == tier]
        message = (
            f"{named(series)}: the words of the two languages have little in common, "
            "though the number is the same. Look whether one text is of another date."
        )
        yield _finding("I204", "zh", series[0], message)


def say_moved(
    zh: Sequence[Entry],
    en: Sequence[Entry],
    moved: Sequence[Move],
    later: Mapping[str, Sequence[Entry]],
) -> Iterator[Finding]:
    """Report that the texts are versions of different dates, with what tells it."""
    told = [_told(zh, en, move) for move in moved[:_MOST]]
    more = len(moved) - _MOST
    if more > 0:
        told.append(f"{more} more ranges differ in the same way")
    for lang, own in later.items():
        told += [f"{named(own)} stands in the {NAMES[lang]} text only"] if own else []
    if not told:
        return
    message = (
        f"The two texts look like different versions: {'; '.join(told)}. Units with "
        "the same number stand side by side, and sentences that do not render one "
        "another stay alone. Look for texts of the same date and import them with "
        "--force."
    )
    lang = "zh" if moved or later["zh"] else "en"
    first = zh[moved[0].first[0]] if moved else later[lang][0]
    yield _finding("I203", lang, first, message)


def _told(zh: Sequence[Entry], en: Sequence[Entry], move: Move) -> str:
    ours = _range(zh, move.first[0], move.last[0])
    theirs = _range(en, move.first[1], move.last[1])
    return f"{ours} of the Chinese {_verb(move)} {theirs} of the English"


def _verb(move: Move) -> str:
    return "is" if move.first == move.last else "are"


def _range(units: Sequence[Entry], first: int, last: int) -> str:
    """Name units from one to another: ``Articles 5 to 12``."""
    numbers = dict.fromkeys([units[first].number, units[last].number])
    return _named(units[first], [" to ".join(numbers)])


def named(series: Sequence[Entry]) -> str:
    """Name units of one series: ``Articles 2, 5 to 12``, ``the preamble``."""
    return _named(series[0], list(_ranges([entry.number for entry in series])))


def _named(first: Entry, ranges: Sequence[str]) -> str:
    if first.tier == PREAMBLE or first.heading is None:
        return "the preamble"
    kind = first.heading.kind.capitalize()
    if len(ranges) > 1 or " to " in ranges[0]:
        kind += "es" if kind.endswith("x") else "s"
    more = len(ranges) - _MOST
    told = [*ranges[:_MOST], f"{more} more"] if more > 0 else ranges
    return f"{kind} {', '.join(told)}"


def _ranges(numbers: Sequence[str]) -> Iterator[str]:
    """Write numbers that run on as ranges."""
    run: list[str] = []
    for number in [*numbers, ""]:
        if run and not (number.isdigit() and number == _next(run[-1])):
            yield from run if len(run) < 3 else [f"{run[0]} to {run[-1]}"]
            run = []
        run.append(number)


def _next(number: str) -> str:
    return str(int(number) + 1) if number.isdigit() else ""


def _only(merged: Merged, lang: str) -> bool:
    return (merged.en if lang == "zh" else merged.zh) is None


def _finding(code: str, lang: str, entry: Entry, message: str) -> Finding:
    """Make a finding; its file is told by the language, which is all that is known."""
    return Finding(
        code, CODES[code][0], f"{NAMES[lang]} text", entry.unit.place, message
    )
