"""Where the title of a heading ends and its body begins."""

from __future__ import annotations

import re

from app.importer.structure.forms import read_mark

_LONGEST = {True: 45, False: 160}
"""How long a title may be, for Chinese and for other letters."""

_STOP_ZH = re.compile(r"[。：:]\s*|(?<=[㐀-鿿])\.(?!\d)\s*|　+|\s{2,}")
_STOP_EN = re.compile(
    r"(?:(?<=[\w)”\"’'])[.。:]\s*|\s+[—–]\s+)(?=[A-Z“\"(‘]|[^\x00-\x7f])"
)
_LEADS_ON = re.compile(
    r"(?:声明|聲明|如下|决定|決定|规定|規定|包括|认为|認為|指出|强调|強調|是|为|為)$"
)
"""Before a colon: a sentence goes on behind it, no title ends there."""

_ABBREVIATION = re.compile(
    r"(?:\b(?:No|Art|Nos|e\.g|i\.e|etc|cf|vs|Mr|Mrs|Dr|St|Co|Ltd|Inc|[A-Z]))$"
)
_ENDS_A_SENTENCE = re.compile(r"[。．.!?！？;；:：,，、]\s*[”\"’」)]*$")
_BRACKETED = re.compile(
    r"\s*(【[^】]{1,60}】|\[[^\]]{1,120}\]|［[^］]{1,60}］|〔[^〕]{1,60}〕|[（(][^（()）]{1,40}[）)](?=\s*\S))\s*"
)
_GLUED = re.compile(
    r"([A-Z][\w’'-]*(?: [a-z][\w’'-]*){1,7}) "
    r"(?=[A-Z][a-z]+ (?:the|a|an|to|and|with|on|in|by|of)\b)"
)
_GLUED_CAPITALS = re.compile(r"([A-Z]{4,}(?:[ ,&/-]+[A-Z]+)*) (?=[“\"‘(]*[A-Z][a-z])")
_RULE = re.compile(r"(?<![-=_*])[-=_*]{3,}\s*$")
_A_SENTENCE = re.compile(r"[。；;.]")
_JOINING = (
    "the", "of", "in", "for", "to", "and", "with", "by", "on", "a", "an",
    "from", "or", "at",
)  # fmt: skip


def is_chinese(text: str) -> bool:
    """Say whether a text is written in Chinese characters."""
    return any("㐀" <= char <= "鿿" for char in text)


def is_title(text: str) -> bool:
    """Say whether a line looks like a title: short, and no sentence."""
    plain = text.strip()
    if not plain or len(plain) > _LONGEST[is_chinese(plain)]:
        return False
    return not _ENDS_A_SENTENCE.search(plain) and "。" not in plain


def run_in(tail: str) -> tuple[str, str] | None:
    """Part a title from the text that follows it on its line; None if it has none.

    The stop between them is left out: ``指导思想。以…`` is 指导思想 and 以….
    """
    chinese = is_chinese(tail)
    most = _LONGEST[chinese]
    stop = _STOP_ZH if chinese else _STOP_EN
    for match in stop.finditer(tail[: most + 2]):
        if not chinese and _ABBREVIATION.search(tail[: match.start()]):
            continue
        title, rest = tail[: match.start()], tail[match.end() :]
        is_space = not match[0].strip()
        if is_space and (len(title) == 1 or not _A_SENTENCE.search(rest)):
            continue  # 总　则
        leads_on = _LEADS_ON.search(title) and not rest.startswith(("“", "「"))
        if match[0].strip() in (":", "：") and leads_on:
            return None
        if title.strip() and rest.strip():
            return title.strip(), rest.strip()
        return None
    return _glued(tail) if not chinese else None


def _glued(tail: str) -> tuple[str, str] | None:
    """Part a title nothing parts from its text: Guiding ideology Follow the …."""
    if match := _GLUED_CAPITALS.match(tail):
        return match[1], tail[match.end() :]
    match = _GLUED.match(tail)
    if match is None or match[1].rsplit(" ", 1)[-1] in _JOINING:
        return None
    return match[1], tail[match.end() :]


def bracketed(tail: str) -> tuple[str, str] | None:
    """Part a title in brackets, as 【立法目的】 and [Purpose], from what follows."""
    match = _BRACKETED.match(tail)
    if match is None:
        return None
    is_round = match[1].startswith(("(", "（"))
    if is_round and (not is_title(match[1]) or read_mark(match[1])):
        return None
    return match[1], tail[match.end() :].strip()


def without_stop(title: str) -> str:
    """Leave out the full stop behind a title on a line of its own."""
    plain = _RULE.sub("", title.strip()).rstrip()
    return plain[:-1].rstrip() if plain.endswith(("。", ".", "：", ":")) else plain


def is_title_line(text: str) -> bool:
    """Say whether a whole line may be the title of the number above it."""
    most = 40 if is_chinese(text) else 130
    return len(text) <= most and is_title(text) and read_mark(text) is None
