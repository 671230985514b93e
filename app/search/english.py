"""English words of a query → concepts: corrected, stemmed, joined into terms."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace

from app.search.analyzer import stem
from app.search.concept import Concept
from app.search.initials import Initials
from app.search.lookup import Lookup
from app.search.needle import Needle
from app.search.needle import Phrase
from app.search.needle import Substring
from app.search.query import Word
from app.search.spelling import correct
from app.search.stopwords import STOP_WORDS
from app.search.terms import needles
from app.search.terms import TermIndex
from app.search.terms import TermMatch
from app.search.variants import numeral_variants
from app.text.english import words
from app.text.normalize import fold
from app.text.normalize import fold_text


@dataclass(frozen=True, slots=True)
class Piece:
    """One word as typed between spaces: ``back-office`` is one piece of two words."""

    word: Word
    typed: tuple[str, ...]
    """Its words as typed, for the sake of capitals."""
    folded: tuple[str, ...]
    """Its words folded, and corrected where they were misspelt."""
    corrected: str | None = None
    """The piece as it should have been typed."""

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems of its words."""
        return tuple(map(stem, self.folded))


@dataclass(frozen=True)
class EnglishReading:
    """Reads runs of English words."""

    lookup: Lookup
    terms: TermIndex
    initials: Initials

    def pieces(self, run: Sequence[Word]) -> list[Piece]:
        """Cut each typed word, and correct what the texts and the glossary lack."""
        found = []
        for word in run:
            text = fold(word.text)
            cut = list(words(text.text))
            if cut:
                spans = (text.original(one.start, one.end) for one in cut)
                typed = tuple(word.text[start:end] for start, end in spans)
                piece = Piece(word, typed, tuple(one.text for one in cut))
                found.append(self._corrected(piece))
        return found

    def concepts(self, pieces: Sequence[Piece]) -> Iterator[Concept]:
        """Make a concept of each piece; neighbours that name a term share it."""
        stems = [word for piece in pieces for word in piece.stems]
        typed = [word for piece in pieces for word in piece.typed]
        matches = self.terms.named_en(stems, typed, self.lookup.has_stem)
        position = 0
        for piece in pieces:
            end = position + len(piece.folded)
            match = next(
                (m for m in matches if m.start < end and position < m.end), None
            )
            if match is not None:
                alone = match.start >= position and match.end <= end
                yield _with_terms(piece, stems, match, alone=alone)
            elif not set(piece.folded) <= STOP_WORDS:
                yield self._plain(piece)
            position = end

    def _plain(self, piece: Piece) -> Concept:
        """Make the concept of a word that names no term, or of an abbreviation."""
        text = fold_text(piece.word.text)
        needles = (*_typed(piece), *self._unfold(piece))
        return Concept(text, needles, field=piece.word.field)

    def _unfold(self, piece: Piece) -> tuple[Phrase, ...]:
        """Give what an abbreviation may stand for that the texts only write out."""
        if len(piece.folded) > 1 or self.lookup.knows(piece.folded[0]):
            return ()
        return self.initials.phrases(piece.typed[0])

    def _corrected(self, piece: Piece) -> Piece:
        """Correct the words of a piece that occur nowhere and name no term."""
        if self.terms.named_en(piece.stems, piece.typed, self.lookup.has_stem):
            return piece
        if self._unfold(piece):
            return piece
        better = tuple(
            word
            if word in STOP_WORDS or self.lookup.knows(word)
            else correct(word, self.lookup.vocabulary) or word
            for word in piece.folded
        )
        if better == piece.folded:
            return piece
        return replace(piece, folded=better, typed=better, corrected="-".join(better))


def _typed(piece: Piece) -> tuple[Needle, ...]:
    """Give the needles of the words themselves: stems, and letters inside Chinese."""
    found: list[Needle] = [Phrase(piece.stems)]
    if len(piece.folded) > 1 and "-" in piece.word.text:
        found.append(Phrase((stem("".join(piece.folded)),)))
    if len(piece.folded) == 1:
        word = piece.folded[0]
        found += [Substring(text) for text in (word, *numeral_variants(word))]
    return tuple(found)


def _with_terms(
    piece: Piece, stems: Sequence[str], match: TermMatch, *, alone: bool
) -> Concept:
    """Make the concept of a word that names a term, *alone* or with its neighbours."""
    typed = _typed(piece)
    whole = Phrase(tuple(stems[match.start : match.end]))
    own = [needle for term in match.terms for needle in needles(term, "en")]
    other = [needle for term in match.terms for needle in needles(term, "zh")]
    first = typed if alone else (whole,)
    return Concept(
        fold_text(piece.word.text),
        tuple(dict.fromkeys([*first, *own])),
        loose=() if alone else typed,
        renderings=tuple(
            needle for needle in dict.fromkeys(other) if needle not in typed
        ),
        field=piece.word.field,
        terms=match.terms,
    )
