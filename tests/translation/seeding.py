"""Puts errors of every kind into sound translations, the same ones each time.

Knows nothing of the checks: an error is a change that a careless translator, or a
careless edit of one side, could make.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from app.model.glossary import Glossary

Sides = tuple[str, str]


@dataclass(frozen=True)
class Seed:
    """One pair with one error in it."""

    kind: str
    row: int
    zh: str
    en: str


DIGITS = "一二三四五六七八九"
WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "twenty", "thirty",
)  # fmt: skip
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
)  # fmt: skip
EN_SWAPS = {
    "support": "encourage", "encourage": "support", "explore": "encourage",
    "study": "support", "must": "may", "shall": "may", "may": "shall",
    "supporting": "exploring", "encouraging": "studying",
}  # fmt: skip
ZH_SWAPS = {
    "支持": "探索", "鼓励": "支持", "探索": "鼓励", "研究": "支持", "应当": "可以",
    "可以": "应当", "不得": "可以",
}  # fmt: skip
EN_UNITS = {
    "million": "billion", "billion": "million", "yuan": "dollars", "days": "months",
    "months": "days", "years": "months", "minutes": "hours", "kilometers": "miles",
}  # fmt: skip
ZH_UNITS = {
    "万元": "亿元", "亿元": "万元", "万": "亿", "亿": "万", "个月": "日",
    "日内": "年内", "年内": "日内", "年以下": "个月以下", "分钟": "小时",
}  # fmt: skip


def seeds(
    rows: Sequence[Sides], glossary: Glossary, count: int, start: int = 0
) -> list[Seed]:
    """Make *count* errors, of each kind in turn as long as there is room for it."""
    random = Random(start)
    makers = {
        kind: _errors(maker, rows, random) for kind, maker in _makers(glossary).items()
    }
    made: list[Seed] = []
    seen: set[Sides] = set(rows)
    while makers and len(made) < count:
        for kind, stream in list(makers.items()):
            found = next(stream, None)
            if found is None:
                del makers[kind]
                continue
            row, sides = found
            if sides not in seen:
                seen.add(sides)
                made.append(Seed(kind, row, *sides))
    return made[:count]


Maker = Callable[[str, str, Random], Sides | None]


def _errors(
    maker: Maker, rows: Sequence[Sides], random: Random
) -> Iterator[tuple[int, Sides]]:
    """Try the rows in some order, each once."""
    order = list(range(len(rows)))
    random.shuffle(order)
    for row in order:
        sides = maker(*rows[row], random)
        if sides and sides != rows[row]:
            yield row, sides


def _makers(glossary: Glossary) -> dict[str, Maker]:
    return {
        "number-en": _number_en, "number-zh": _number_zh, "ordinal-en": _ordinal_en,
        "year": _year, "percent": _percent, "unit-en": _swap_en(EN_UNITS),
        "unit-zh": _swap_zh(ZH_UNITS), "drop-not": _drop_not, "drop-bu": _drop_bu,
        "insert-not": _insert_not, "insert-bu": _insert_bu,
        "modal-en": _swap_en(EN_SWAPS), "modal-zh": _swap_zh(ZH_SWAPS),
        "term-en": _term(glossary, "en"), "term-zh": _term(glossary, "zh"),
        "list-en": _list_en, "list-zh": _list_zh,
        "cut-en": _cut_en, "cut-zh": _cut_zh,
    }  # fmt: skip


def _change(text: str, pattern: str, new: Callable[[str], str], random: Random) -> str:
    """Change one of the places where a pattern is found."""
    found = list(re.finditer(pattern, text))
    if not found:
        return text
    one = random.choice(found)
    return text[: one.start()] + new(one[0]) + text[one.end() :]


def _other(items: Sequence[str], item: str, random: Random) -> str:
    return random.choice([one for one in items if one != item])


def _number_en(zh: str, en: str, random: Random) -> Sides:
    def new(old: str) -> str:
        if old.isdigit():
            return str(int(old) + random.randint(1, 7))
        return _other(WORDS[1:], old, random)

    pattern = (
        rf"(?<![\w.,(])\d{{1,3}}(?![\d.,%]|st|nd|th|rd)|\b(?:{'|'.join(WORDS[1:])})\b"
    )
    return zh, _change(en, pattern, new, random)


def _number_zh(zh: str, en: str, random: Random) -> Sides:
    def new(old: str) -> str:
        return old[:-1] + _other(DIGITS[1:], old[-1], random)

    pattern = (
        "(?<=第)[一二三四五六七八九十]*[二三四五六七八九](?=[条章款项节届次])"
        "|[二三四五六七八九](?=年|日|个|万|人)"
    )
    return _change(zh, pattern, new, random), en


def _ordinal_en(zh: str, en: str, random: Random) -> Sides:
    return zh, _change(
        en,
        rf"\b(?:{'|'.join(ORDINALS)})\b",
        lambda old: _other(ORDINALS, old, random),
        random,
    )


def _year(zh: str, en: str, random: Random) -> Sides:
    def new(old: str) -> str:
        return str(int(old) + random.choice((-5, -1, 1, 5, 10)))

    if random.random() < 0.5:
        return zh, _change(en, r"\b(?:19|20)\d\d\b", new, random)
    return _change(zh, r"(?:19|20)\d\d(?=年)", new, random), en


def _percent(zh: str, en: str, random: Random) -> Sides:
    def new(old: str) -> str:
        return str(int(old) + random.randint(1, 9))

    return zh, _change(en, r"\b\d+(?=(?:%| percent| per cent))", new, random)


def _swap_en(table: dict[str, str]) -> Maker:
    pattern = rf"(?i)\b(?:{'|'.join(table)})\b(?! not)"

    def make(zh: str, en: str, random: Random) -> Sides:
        def new(old: str) -> str:
            swapped = table[old.lower()]
            return swapped.capitalize() if old[0].isupper() else swapped

        return zh, _change(en, pattern, new, random)

    return make


def _swap_zh(table: dict[str, str]) -> Maker:
    pattern = "|".join(sorted(table, key=len, reverse=True))

    def make(zh: str, en: str, random: Random) -> Sides:
        return _change(zh, pattern, lambda old: table[old], random), en

    return make


def _drop_not(zh: str, en: str, random: Random) -> Sides:
    return zh, _change(
        en, r"\b(?:does|do|did) not | not\b(?! only)", lambda _: "", random
    )


def _drop_bu(zh: str, en: str, random: Random) -> Sides:
    pattern = (
        "(?<!拒)(?<!逾期)不(?=得|能|应|予|符|适用|影响|需|再|可以|属|成立|履行)"
        "|未(?=经|按|取得|依|能|将)"
    )
    return _change(zh, pattern, lambda _: "", random), en


def _insert_not(zh: str, en: str, random: Random) -> Sides:
    pattern = r"\b(?:shall|must|may|will|should|is|are)\b(?! not)"
    return zh, _change(en, pattern, lambda old: f"{old} not", random)


def _insert_bu(zh: str, en: str, random: Random) -> Sides:
    pattern = r"应当|可以|支持|鼓励|推动|适用"
    return _change(zh, pattern, lambda old: f"不{old}", random), en


def _term(glossary: Glossary, lang: str) -> Maker:
    def make(zh: str, en: str, random: Random) -> Sides | None:
        text = zh if lang == "zh" else en
        there = [
            term
            for term in glossary.terms
            if term.zh in zh and term.en.lower() in en.lower()
        ]
        if not there:
            return None
        # The longest, so that no term inside a longer one is torn out of it.
        old = max(there, key=lambda term: len(term.zh))
        same = [
            term
            for term in glossary.terms
            if term.kind == old.kind and term.zh not in zh and term.en not in en
        ]
        new = random.choice(same)
        if lang == "zh":
            return zh.replace(old.zh, new.zh, 1), en
        return zh, re.sub(re.escape(old.en), new.en, text, count=1, flags=re.IGNORECASE)

    return make


def _list_en(zh: str, en: str, random: Random) -> Sides:
    first = r"(?!in|of|on|to|and|or|by|with|where|which|under|give|provided|improve)"
    item = rf"(?<=\w), {first}[\w’'-]+(?: [\w’'-]+){{0,3}}"
    pattern = rf"{item}(?=, (?:{first}[\w’'-]+ ){{1,4}}and )"
    return zh, _change(en, pattern, lambda _: "", random)


def _list_zh(zh: str, en: str, random: Random) -> Sides:
    return _change(
        zh,
        r"、[^、，；。：和与及或（）《》]{2,8}(?=[、和与及或])",
        lambda _: "",
        random,
    ), en


def _cut_en(zh: str, en: str, random: Random) -> Sides | None:
    words = en.rstrip(".").split(" ")
    if len(words) < 16:
        return None
    kept = " ".join(words[: int(len(words) * random.uniform(0.25, 0.55))])
    return zh, kept.rstrip(",;:") + "."


def _cut_zh(zh: str, en: str, random: Random) -> Sides | None:
    if len(zh) < 24:
        return None
    return zh[: int(len(zh) * random.uniform(0.25, 0.55))] + "。", en
