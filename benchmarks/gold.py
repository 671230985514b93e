"""Texts aligned by hand: those of a folder, and those made of the documents."""

from __future__ import annotations

import ast
import random
import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.content.loader import load

Pair = tuple[tuple[int, ...], tuple[int, ...]]
"""A bead: which Chinese and which English sentences, counted from 0."""

Rows = list[tuple[str, str]]

_TOUCHED = 0.3
"""How many of the rows are parted or joined."""
_DROPPED = 0.05
"""How many of them lose a side, in the set with sentences missing."""

_CUTS = {"zh": re.compile("[，；。：]"), "en": re.compile("[,;:.] ")}


@dataclass(frozen=True)
class Gold:
    """A text in both languages, a sentence each, and its beads."""

    name: str
    zh: Sequence[str]
    en: Sequence[str]
    beads: Sequence[Pair]


def from_folder(folder: Path) -> dict[str, list[Gold]]:
    """Read NAME.zh.txt, NAME.en.txt and NAME.align; each NAME is a set.

    :raise SystemExit: if there is none, or one cannot be read.
    """
    names = sorted(path.name.removesuffix(".align") for path in folder.glob("*.align"))
    if not names:
        raise SystemExit(f"{folder} has no NAME.align beside NAME.zh.txt, NAME.en.txt.")
    return {name: [_read(folder, name)] for name in names}


def _read(folder: Path, name: str) -> Gold:
    zh, en = (_lines(folder / f"{name}.{lang}.txt") for lang in ("zh", "en"))
    beads = []
    for number, line in enumerate(_lines(folder / f"{name}.align"), 1):
        match = re.match(r"(\[[\d, ]*\]):(\[[\d, ]*\])", line)
        if match is None:
            raise SystemExit(f"{name}.align:{number}: write a bead as [0, 1]:[0].")
        beads.append((_numbers(match[1]), _numbers(match[2])))
    return Gold(name, zh, en, beads)


def _numbers(written: str) -> tuple[int, ...]:
    return tuple(ast.literal_eval(written))


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").removesuffix("\n").split("\n")


def from_content(content: Path) -> dict[str, list[Gold]]:
    """Make three sets of the documents: as they are, changed, and with gaps."""
    texts = {
        document.slug: rows(document.slug, content)
        for document in load(content).documents
    }
    sets: dict[str, list[Gold]] = {
        "rows": [],
        "rows parted and joined": [],
        "and 5 % missing": [],
    }
    for slug, pairs in texts.items():
        for name, touched, dropped in zip(
            sets, (0, _TOUCHED, _TOUCHED), (0, 0, _DROPPED), strict=True
        ):
            sets[name].append(changed(slug, pairs, touched, dropped))
    return sets


def rows(slug: str, content: Path) -> Rows:
    """Give the headings and sentences of a document that both languages have."""
    (document,) = (one for one in load(content).documents if one.slug == slug)
    found = []
    for unit in document.walk():
        found.append((str(unit.zh), str(unit.en)))
        found += [(one.plain("zh"), one.plain("en")) for one in unit.segments]
    return [pair for pair in found if all(side.strip() for side in pair)]


def changed(
    name: str, pairs: Rows, touched: float, dropped: float, seed: int = 1
) -> Gold:
    """Part and join rows at random, and let some lose a side; the same each time."""
    chosen = random.Random(seed)
    zh: list[str] = []
    en: list[str] = []
    beads: list[Pair] = []
    for ours, theirs in _regrouped(pairs, touched, chosen):
        lost = chosen.choice(("zh", "en")) if chosen.random() < dropped else ""
        own = range(len(zh), len(zh) + (0 if lost == "zh" else len(ours)))
        other = range(len(en), len(en) + (0 if lost == "en" else len(theirs)))
        zh += ours[: len(own)]
        en += theirs[: len(other)]
        beads.append((tuple(own), tuple(other)))
    return Gold(name, zh, en, beads)


def _regrouped(
    pairs: Rows, touched: float, chosen: random.Random
) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the sides of each bead: one sentence each, or more."""
    at = 0
    while at < len(pairs):
        how = chosen.choice(("join", "zh", "en")) if chosen.random() < touched else ""
        size = chosen.choice((2, 2, 3)) if how == "join" else 1
        group = pairs[at : at + size]
        at += size
        ours, theirs = [one for one, _ in group], [other for _, other in group]
        if how == "join" and chosen.random() < 0.5:
            ours = ["".join(ours)]
        elif how == "join":
            theirs = [" ".join(theirs)]
        if how == "zh":
            ours = _parted(ours[0], "zh", chosen)
        if how == "en":
            theirs = _parted(theirs[0], "en", chosen)
        yield ours, theirs


def _parted(sentence: str, lang: str, chosen: random.Random) -> list[str]:
    """Cut a sentence behind one of its signs, if it has any."""
    places = [match.end() for match in _CUTS[lang].finditer(sentence[:-1])]
    if not places:
        return [sentence]
    place = chosen.choice(places)
    return [
        part for part in (sentence[:place].strip(), sentence[place:].strip()) if part
    ]
