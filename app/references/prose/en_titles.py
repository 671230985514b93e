"""Finds the works that an English text names, by their capitals and their italics.

A title is a run of capitalised words round a word such as Law, Outline or Regulation.
Only the Chinese beside it makes one certain. A text may give a work a name of its own:
(hereinafter the “Outline”).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass

from app.model.thread import Stretch
from app.references.prose.title import apart
from app.references.prose.title import Title

_HEADS = frozenset(
    (
        "Act", "Agreement", "Announcement", "Arrangement", "Blueprint", "Bylaws",
        "Catalog", "Catalogue", "Charter", "Circular", "Code", "Communiqué",
        "Constitution", "Convention", "Covenant", "Criteria", "Decision", "Decisions",
        "Declaration", "Decree", "Directive", "Framework", "Guidance", "Guide",
        "Guidelines", "Indicators", "Interpretation", "Interpretations", "Law",
        "Laws", "List", "Manual", "Measures", "Memorandum", "Method", "Methods",
        "Norms", "Notice", "Opinions", "Order", "Ordinance", "Outline", "Paper",
        "Plan", "Practice", "Practices", "Principles", "Procedures", "Program",
        "Programme", "Proposal", "Proposals", "Protocol", "Provisions", "Regulation",
        "Regulations", "Report", "Requirements", "Resolution", "Roadmap", "Rule",
        "Rules", "Scheme", "Specification", "Specifications", "Standard", "Standards",
        "Statement", "Statute", "Statutes", "Strategy", "Treaty",
    )
)  # fmt: skip
"""What a work is called by its kind."""

_LINKS = frozenset(
    (
        "a", "against", "an", "and", "as", "between", "by", "concerning", "for",
        "from", "governing", "in", "into", "of", "on", "regarding", "relating",
        "respect", "the", "to", "under", "with",
    )
)  # fmt: skip
"""The small words inside a title."""

_NO_TITLE = frozenset(
    (
        "According", "All", "And", "Annex", "Any", "Appendix", "Article", "Articles",
        "As", "At", "Box", "By", "Chapter", "Chapters", "For", "From", "If", "In",
        "It", "Item", "Items", "Its", "Measure", "On", "Or", "Paragraph",
        "Paragraphs", "Part", "Pursuant", "Section", "Sections", "Such", "That",
        "The", "These", "This", "To", "Under", "Upon", "When", "Where", "With",
    )
)  # fmt: skip
"""What has a capital in front of a title and is none of it."""

_SMALL = "|".join(sorted(_LINKS))
_NTH = r"\d{1,3}(?:st|nd|rd|th)"
_CAPITAL = r"[A-ZÉ][\w’'‑–-]*"
_VERSION = r"\((?:\w[\w–-]*|(?:Draft|Interim|Trial|Revised)[\w ]{0,30})\)"
_RUN = re.compile(
    rf"(?<![\w’'-])(?:{_NTH}\s+)?{_CAPITAL}"
    rf"(?:(?:,?\s+|\s*—\s*)(?:{_CAPITAL}|(?:{_SMALL})\b|{_VERSION}|\d{{4}}\b|{_NTH}\b))*"
)
_TOKEN = re.compile(r"[^\s,]+|,")
_NUMBER = re.compile(r"[IVXLC]+|\d+")
_EU_NUMBER = (
    r"(?:\((?:EU|EC|EEC|Euratom)[^)]{0,12}\)\s*(?:No\s*)?\d+/\d+"
    r"|(?:No\s*)?\d+/\d+(?:/(?:EU|EC|EEC|JHA))?)"
)
_EU = re.compile(
    r"(?:(?:Commission|Council|Implementing|Delegated|Framework)\s+)*"
    rf"(?P<kind>Regulation|Directive|Decision|Recommendation)(?P<many>s?)\s+"
    rf"(?P<number>{_EU_NUMBER})"
)
_EU_MORE = re.compile(rf"(?:,\s*(?:and\s+)?|\s+and\s+)(?P<number>{_EU_NUMBER})")
_QUOTED = r"[“\"‘'](?P<{}>[^”\"’'()（）]{{2,60}})[”\"’']"
_HEREINAFTER = re.compile(
    rf"""
    # (No. 49 [2019], hereinafter the “Opinions”)
    \s*[(（][^()（）“”\"]{{0,80}}?{_QUOTED.format("alias")}[^()（）]{{0,30}}[)）]
    # (hereinafter referred to as the Opinions)
    | \s*[(（](?:hereinafter|hereafter)\s+(?:referred\s+to\s+as|called|the)?\s*
      (?:the\s+)?(?P<bare>[A-Z][^()（）“”\"]{{1,50}})[)）]
    # , hereinafter called the “Opinions”
    | ,?\s+(?:hereinafter|hereafter)\s+(?:referred\s+to\s+as|called)\s+(?:the\s+)?
      {_QUOTED.format("quoted")}
    # signed in 1984 (“the Agreement”)
    | [^()（）.;]{{1,60}}[(（][“\"](?P<later>the\s[^”\"()（）]{{2,60}})[”\"][)）]
    """,
    re.VERBOSE,
)
"""How a text gives a work a short name, directly behind its title."""
_NO_WORK = re.compile(
    r"\s+(?:period|enforcement|making|firms?|schools?)\b|\s+of\s+(?:this|the\s+present)\b"
)
"""Behind a title, these make something else of it: the 14th Five-Year Plan period."""


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of a run, or a comma."""

    start: int
    end: int
    word: str


def find_titles(
    text: str, aliases: Sequence[str], set_off: Sequence[Stretch]
) -> list[Title]:
    """List the titles in an English text.

    *aliases* are names it gave works before; *set_off* are stretches in italics.
    """
    titles: list[Title] = []
    acts = tuple(_acts(text))
    titled = {start: title for start, _, title in acts}
    found = _stretches(text, acts, aliases, set_off)
    named_until = 0
    for start, end in apart(list(found)):
        if start < named_until or _NO_WORK.match(text, end):
            continue  # the short name itself, where it is given
        short = _HEREINAFTER.match(text, end)
        named_until = short.end() if short else 0
        alias = _given(short) if short else ""
        words = titled.get(start) or text[start:end]
        titles.append(Title(start, end, words, alias, words in aliases))
    return titles


def _given(short: re.Match[str]) -> str:
    """Read the short name that a text gives a work."""
    name: str = short["alias"] or short["bare"] or short["quoted"] or short["later"]
    return name.strip().removeprefix("the ")


def _stretches(
    text: str,
    acts: Sequence[tuple[int, int, str]],
    aliases: Sequence[str],
    set_off: Sequence[Stretch],
) -> Iterator[Stretch]:
    """Yield all that may be a title."""
    yield from (span for span in set_off if " " in text[slice(*span)])
    for alias in aliases:
        name = rf"(?<=[Tt]he ){re.escape(alias)}\b"
        yield from (match.span() for match in re.finditer(name, text))
    rest = list(text)
    for start, end, _ in acts:
        yield start, end
        rest[start:end] = "-" * (end - start)
    for run in _RUN.finditer("".join(rest)):
        yield from _titles_in(run)


def _acts(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the acts of the Union with their titles, each of a list with its kind."""
    for first in _EU.finditer(text):
        start, end = first.span()
        title = f"{first['kind']} {first['number']}" if first["many"] else first[0]
        yield start, end, title
        while first["many"] and (more := _EU_MORE.match(text, end)):
            end = more.end()
            yield more.start("number"), end, f"{first['kind']} {more['number']}"


def _titles_in(run: re.Match[str]) -> Iterator[Stretch]:
    """Yield the titles in a run of capitalised words: there may be several."""
    tokens = [
        _Token(run.start() + token.start(), run.start() + token.end(), token[0])
        for token in _TOKEN.finditer(run[0])
    ]
    piece: list[_Token] = []
    for at, token in enumerate(tokens):
        rest = tokens[at + 1 :]
        parts = (token.word == "and" and _is_another(piece, rest)) or (
            token.word == "," and not _lists(rest)
        )
        if parts:
            yield from _trimmed(piece)
            piece = []
        else:
            piece.append(token)
    yield from _trimmed(piece)


def _is_another(piece: Sequence[_Token], rest: Sequence[_Token]) -> bool:
    """Say whether *and* joins two titles."""
    if not (_has_head(piece) and _has_head(rest)):
        return False
    return rest[0].word in _LINKS or piece[-1].word in _HEADS


def _lists(rest: Sequence[_Token]) -> bool:
    """Say whether a comma parts nouns of one title: Prevention, Control and Cure."""
    for token in rest:
        if token.word == "and":
            return True
        if token.word in _LINKS | _NO_TITLE | _HEADS:
            return False
    return False


def _has_head(tokens: Sequence[_Token]) -> bool:
    """Say whether a word such as Law stands where a title has it, not before a noun."""
    following = [*(token.word for token in tokens[1:]), ""][: len(tokens)]
    return any(
        token.word in _HEADS
        and (not after or after in _LINKS or after[0] in ",(0123456789")
        for token, after in zip(tokens, following, strict=True)
    )


def _trimmed(tokens: Sequence[_Token]) -> Iterator[Stretch]:
    """Take a title without the words round it that are none of it."""
    kept = _from_article(tokens)
    while kept and _is_before(kept[0].word):
        kept = kept[1:]
    while kept and kept[-1].word in _LINKS | {","}:
        kept = kept[:-1]
    long_enough = len(kept) > 1 or [token.word for token in kept] == ["Constitution"]
    if long_enough and _has_head(kept):
        yield kept[0].start, kept[-1].end


def _is_before(word: str) -> bool:
    """Say whether a word may stand in front of a title: Where, of, Chapter, II."""
    return word in _NO_TITLE | _LINKS | {","} or _NUMBER.fullmatch(word) is not None


def _from_article(tokens: Sequence[_Token]) -> Sequence[_Token]:
    """Leave out what stands before *the* in front of the first word such as Law."""
    heads = [at for at, token in enumerate(tokens) if token.word in _HEADS]
    before = tokens[: heads[0]] if heads else []
    articles = [at for at, token in enumerate(before) if token.word == "the"]
    return tokens[articles[-1] + 1 :] if articles else tokens
