"""Lists that have more items on one side than on the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from typing import NamedTuple

from app.model.doubt import Spans
from app.translation.items import Items
from app.translation.links import Links
from app.translation.pair import Alarm
from app.translation.pair import only_on_one_side
from app.translation.pair import Pair

LISTS = "T008"

WIDE = 12
"""The most English words of an item in a list."""

LONG = 20
"""The most Chinese characters of an item between two others."""

TIGHT = 5
"""The most English words of an item that surely is one, and no clause before it."""

_NUMBER = re.compile(r"^\s*(?:[（(]?[\d一二三四五六七八九十]+[）)]?[、.]?)")
_ZH_CLAUSE = re.compile("[，；。：（）《》]")
_ZH_JOINT = re.compile("、")
_ZH_VERB = (
    "应当|可以|不得|推动|支持|建设|开展|制定|进行|加强|安装|规定|成为|建立|从事|取得|设立"
    "|打造|实施|提供|参与|发展|上市|[为在对将由等向把]"
)
_ZH_LAST = re.compile(
    f"((?:{_ZH_VERB})?(?:(?!{_ZH_VERB})[^、]){{0,14}}?)(?:和|以及|及|与|或者|或|并)(?!其|且)"
)
_OPEN_END = re.compile("(?<=、)[^，；。：、]+等")
#: A verb inside an item parts two lists: 新加坡、日本|开展|债券、基金.
_ZH_BETWEEN = re.compile(
    "(?<=[^、，]{2})(?:开展|提供|参与|设立|建立|打造|承接|实现|完善|提升|取得|从事|具备)"
    "(?=[^、，。]{1,8}、)"
)
#: So does 的 behind the last item of one: 法律和法规|的制定、修改.
_ZH_OF = re.compile(
    "(?<=、)([^、，]{1,12}(?:和|以及|及|与|或者|或)[^、，的]{1,12})的(?=[^、，]{1,8}、)"
)
_ZH_LATE = re.compile("[，、](?=以及|及其?|和|或者)")
_ZH_AND = re.compile("(?<!共)和|及|与|或")
_REFERENCE = re.compile(r"[一二三四五六七八九十百\d][）)]?[条款项章节部中届]?$|第")
_ZH_REFERENCES = re.compile(
    "第[^，；。、]{1,9}?[条款项章节](?:[、和或至]+第?[^，；。、]{1,9}?[条款项章节])+"
)
_EN_REFERENCES = re.compile(
    r"\b(?:[Aa]rticles?|[Cc]hapters?|[Ii]tems?|[Pp]aragraphs?|[Ss]ections?|[Pp]arts?|[Ss]ubparagraphs?"
    r"|[Mm]easures?|Annex(?:es)?)(?:[ ,]+(?:and|or|to)?[ ]*\(?[\dIVX]+\)?)+"
)
_EN_SEGMENT = re.compile(r"[;:.()—](?!\d)")
_EN_JOINT = re.compile(
    r"(?:,\s*)?\b(?:and/or|and|or|as well as|nor)\b|,(?!\d)", re.IGNORECASE
)
_BREAKS = re.compile(
    r"\s*(?:in|by|under|with|within|where|when|if|for|on|at|to|which|that|who|whose|from"
    r"|including|such|so|thereby|as|subject|provided|relying|centering|through|upon"
    r"|unless|except|but|shall|may|is|are|this|it|they|respectively|after|before"
    r"|without|against|among|of|according|based|having|being|while|since|ensuring)\b",
    re.IGNORECASE,
)
#: What opens a phrase before a list, and is no item of it.
_OPENS = re.compile(
    r"\s*(?:in|by|under|with|within|where|when|if|for|on|at|to|from|as|subject|provided"
    r"|relying|centering|through|upon|unless|except|after|before|without|of|according"
    r"|based|having|while|since)\b",
    re.IGNORECASE,
)
_INTRODUCES = re.compile(r"\s*(?:with|of|to)\b", re.IGNORECASE)
_OTHER = re.compile(r"\b(?:and|or) (?:\w+ )?other\b|\band the like\b|\betc\b|\bso on\b")
_WORD = re.compile(r"[\w’'-]+")


class Size(NamedTuple):
    """How many items a list has, at least and at most, and where it stands."""

    least: int
    most: int
    start: int
    end: int


def check_lists(pair: Pair, links: Links) -> Iterator[Alarm]:
    """Yield an alarm where a list has one item more, or fewer, than its partner.

    Where the numbers do not tell, an item may still be seen to have no partner.
    """
    others = sum(1 for _ in _OTHER.finditer(pair.en))
    lists, rest = chinese_lists(pair.zh, others), english_lists(pair.en)
    unlike = []
    for one in sorted(lists, reverse=True):
        if match := next((size for size in rest if _fit(one, size)), None):
            rest.remove(match)
        else:
            unlike.append(one)
    for one in unlike:
        near = [size for size in rest if _near(one, size)]
        if near:
            yield _alarm(one, max(near, key=lambda size: size.most))
            return
    extra = set(Items(pair, links).extra())
    if len(extra) == 1:  # two may render one another
        yield _extra(pair, *extra.pop())


def _fit(one: Size, other: Size) -> bool:
    return one.least <= other.most and other.least <= one.most


def _near(one: Size, other: Size) -> bool:
    """Say whether two lists differ by one item."""
    if other.most == one.least - 1:
        return True
    return other.least == one.most + 1 and other.least == other.most


def _alarm(one: Size, other: Size) -> Alarm:
    return Alarm(
        LISTS,
        f"Lists differ: the Chinese has {one.least} items, the English {other.most}.",
        ((one.start, one.end),),
        ((other.start, other.end),),
    )


def _extra(pair: Pair, zh: Spans, en: Spans) -> Alarm:
    zh_words = tuple(pair.zh[start:end] for start, end in zh)
    en_words = tuple(pair.en[start:end] for start, end in en)
    message = only_on_one_side(zh_words, en_words, "Lists differ")
    return Alarm(LISTS, message, zh, en, zh_words, en_words)


def chinese_lists(text: str, others: int = 0) -> list[Size]:
    """Measure each Chinese list: A、B和C has three items.

    One that ends with 等 has one more if the English says *and other*; if it says so
    more or less often, nobody knows which one has it.
    """
    more = (0, 0)
    if others:
        open_ends = len(_OPEN_END.findall(text))
        more = (1, 1) if open_ends == others else (0, 1)

    lists, at = [], 0
    text = _ZH_REFERENCES.sub(lambda match: "某" * len(match[0]), text)
    text = _ZH_BETWEEN.sub(lambda match: "，" * len(match[0]), text)
    text = _ZH_OF.sub(r"\1，", text)
    number = _NUMBER.match(text)
    start = number.end() if number and "、" in number[0] else 0
    for clause in _ZH_CLAUSE.split(_ZH_LATE.sub("、", text[start:])):
        begins = start + at
        at += len(clause) + 1
        first, *items = clause.split("、")
        if not items:
            lists += [
                Size(2, 2, begins, begins + len(clause))
                for _ in _ZH_AND.finditer(clause)
            ]
            continue
        if any(map(_REFERENCE.search, (first, *items[:-1]))):
            continue
        if any(len(item) > LONG for item in items[:-1]):
            continue  # a clause between two lists
        if not all((first, *items)):
            continue  # titles of works, or numbers
        late = _ZH_AND.match(items[-1].removeprefix("以"))
        ends = None if late else _ZH_LAST.match(items[-1])
        # An item much longer than the others is more than an item.
        longest = max(map(len, (first[-6:], *items[:-1])))
        paired = any(map(_ZH_AND.search, (first[-6:], *items[:-1])))
        sure = ends is not None and len(ends[1]) <= longest + 2 and not paired
        least = len(items) + 1 + sure
        most = least + (ends is not None and not sure)
        if "等" in items[-1]:
            least, most = least + more[0], most + more[1]
        lists.append(Size(least, most, begins, begins + len(clause)))
    return lists


def english_lists(text: str) -> list[Size]:
    """Measure each English list: A, B and C has three items."""
    lists, at = [], 0
    text = _EN_REFERENCES.sub(lambda match: "x" * len(match[0]), text)
    for segment in _EN_SEGMENT.split(text):
        lists += [
            Size(one.least, one.most, at + one.start, at + one.end)
            for one in _chains(segment)
        ]
        at += len(segment) + 1
    return lists


def _chains(segment: str) -> Iterator[Size]:
    """Measure each chain of commas that ends with and, or or.

    How far a list goes back is not sure: what stands before a long item may be one
    more, or another clause.
    """
    items: list[int] = []
    start = last = 0
    inserted = broken = joined = False
    for joint in _EN_JOINT.finditer(segment):
        chunk = segment[last : joint.start()]
        if not items:
            start = last
            opens = _OPENS.match(chunk) is not None
            inserted = joined or (opens and not (broken and _INTRODUCES.match(chunk)))
        items.append(len(_WORD.findall(chunk)))
        if items[-1] > WIDE:
            items, start = items[-1:], last
        if joint[0] != ",":
            least = _surely(items) - (inserted and len(items) > 1)
            yield Size(least + 1, len(items) + 1, start, _item_end(segment, joint))
            items = []
        elif _BREAKS.match(segment[joint.end() :]):
            items = []
        broken = not items and joint[0] == ","
        joined = inserted and joint[0] != ","
        last = joint.end()


def _surely(items: Sequence[int]) -> int:
    """Count the items, from the last, that no clause before them can be."""
    tight = 0
    for words in reversed(items[1:]):
        if words > TIGHT:
            break
        tight += 1
    return tight + 1


def _item_end(segment: str, joint: re.Match[str]) -> int:
    """Say where the last item of a list may end, for showing it."""
    match = re.match(r"\s*[\w’'-]+(?: [\w’'-]+)?", segment[joint.end() :])
    return joint.end() + (match.end() if match else 0)
