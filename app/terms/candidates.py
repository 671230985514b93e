"""Pairs of phrases that may be terms: what an editor is offered for the glossary.

The words of every row are linked to their renderings. A Chinese phrase that may be a
name, and the English words around its links, are a pair; it is good if both stand in
the same rows and nowhere else, if the links of its words hold in other rows too, and if
neither side is too long for the other. The best pair takes both its phrases, so that
each is proposed once; a phrase that stands only inside longer ones is left out. Names
that stand in quotation marks on both sides are proposed too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass

from app.model.document import Document
from app.model.glossary import Glossary
from app.model.locator import Locator
from app.terms.lexicon import Lexicon
from app.terms.named import quoted_names
from app.terms.pieces import english_pieces
from app.terms.pieces import written_en
from app.terms.pieces import written_zh
from app.terms.rows import Row
from app.terms.rows import rows_of
from app.terms.rows import Words
from app.terms.scores import Scored
from app.terms.scores import Scorer
from app.text.normalize import fold_text

LEAST = 0.12
"""What a pair must be worth to be proposed."""

QUOTED = 0.45
"""What a pair is worth that stands in quotation marks in both languages."""

_NEARLY = 0.6
"""How good a longer pair must be beside a part of it, to stand for that too."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair that may be a term; *places* are the rows that have both sides."""

    zh: str
    en: str
    worth: float
    places: tuple[Locator, ...]
    is_place: bool = False
    """Whether it is the name of a place."""


def candidates_of(
    document: Document, glossary: Glossary, lexicon: Lexicon
) -> tuple[Candidate, ...]:
    """Propose pairs that the glossary does not have, the best first."""
    rows = rows_of(document, lexicon)
    known = _Known(glossary)
    scored = [*Scorer(rows, lexicon).scored(), *_quoted(rows)]
    good = (one for one in scored if one.worth >= LEAST and not known.has(one))
    chosen = _without_parts(tuple(_chosen(good)), rows, known.zh)
    return tuple(_candidate(one, rows, lexicon) for one in chosen)


class _Known:
    """The forms of a glossary, as phrases are compared."""

    def __init__(self, glossary: Glossary) -> None:
        terms = glossary.terms
        self.zh = {fold_text(form) for term in terms for form in term.forms("zh")}
        self._en = {_keys(form) for term in terms for form in term.forms("en")}

    def has(self, pair: Scored) -> bool:
        """Say whether a side of a pair is in the glossary."""
        return "".join(pair.zh) in self.zh or pair.en in self._en


def _keys(form: str) -> Words:
    """Cut an English form into words in the singular."""
    return tuple(piece.key for piece in english_pieces(fold_text(form)))


def _quoted(rows: Sequence[Row]) -> Iterator[Scored]:
    """Yield the names that both sides of rows have in quotation marks."""
    found: dict[tuple[str, Words], list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        for zh, en in quoted_names(row.plain_zh, row.plain_en):
            found[fold_text(zh), _keys(en)].append(at)
    for (name, keys), having in found.items():
        yield Scored((name,), keys, QUOTED, tuple(dict.fromkeys(having)))


def _chosen(scored: Iterable[Scored]) -> Iterator[Scored]:
    """Take pairs, the best first; each takes both its phrases."""
    zh: set[str] = set()
    en: set[Words] = set()
    for one in sorted(scored, key=lambda one: one.order):
        phrase = "".join(one.zh)
        if phrase not in zh and one.en not in en:
            zh.add(phrase)
            en.add(one.en)
            yield one


def _without_parts(
    chosen: Sequence[Scored], rows: Sequence[Row], known: Collection[str]
) -> Iterator[Scored]:
    """Leave out what stands nowhere but inside longer ones.

    These are forms of the glossary, and pairs that are nearly as good.
    """
    texts = [fold_text(row.plain_zh) for row in rows]
    for one in chosen:
        phrase = "".join(one.zh)
        longer = [form for form in known if phrase in form] + [
            text
            for other in chosen
            if other.worth >= _NEARLY * one.worth
            and phrase in (text := "".join(other.zh))
            and text != phrase
        ]
        if not longer or any(_stands_alone(phrase, texts[at], longer) for at in one.at):
            yield one


def _stands_alone(phrase: str, text: str, longer: Iterable[str]) -> bool:
    """Say whether a phrase is left in a text when the longer ones are taken out."""
    for other in sorted(longer, key=lambda each: (-len(each), each)):
        text = text.replace(other, "\n")
    return phrase in text


def _candidate(pair: Scored, rows: Sequence[Row], lexicon: Lexicon) -> Candidate:
    """Write a pair as its rows write it."""
    having = [rows[at] for at in pair.at]
    return Candidate(
        written_zh(pair.zh, [row.plain_zh for row in having]),
        written_en(pair.en, [row.plain_en for row in having]),
        pair.worth,
        tuple(row.locator for row in having),
        lexicon.is_place(pair.zh),
    )
