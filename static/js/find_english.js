// English words of a query → concepts: corrected, stemmed, joined into terms.

import { Phrase, Substring } from "./find_needles.js";
import { numeralVariants } from "./find_numerals.js";
import { correct, Initials } from "./find_slips.js";
import { stem } from "./find_stem.js";
import { needlesOf } from "./find_terms.js";
import { fold, foldText, once, words } from "./find_text.js";

/** Reads runs of English words. */
export class EnglishReading {
  constructor(corpus) {
    this.corpus = corpus;
    this.initials = new Initials(corpus);
  }

  /** Cuts each typed word, and corrects what the texts and the glossary lack. */
  pieces(run) {
    return run.map((word) => this.piece(word)).filter(({ folded }) => folded.length).map((one) => this.corrected(one));
  }

  piece(word) {
    const text = fold(word.text);
    const cut = words(text.text);
    const typed = cut.map(({ start, end }) => word.text.slice(...text.original(start, end)));
    return { word, typed, folded: cut.map((one) => one.text) };
  }

  /** Makes a concept of each piece; neighbours that name a term share it. */
  concepts(pieces) {
    const stems = pieces.flatMap(({ folded }) => folded.map(stem));
    const typed = pieces.flatMap((one) => one.typed);
    const matches = this.named(stems, typed);
    const found = [];
    let position = 0;
    for (const piece of pieces) {
      const end = position + piece.folded.length;
      const match = matches.find((one) => one.start < end && position < one.end);
      if (match) found.push(withTerms(piece, stems, match, match.start >= position && match.end <= end));
      else if (!piece.folded.every((word) => this.corpus.stopWords.has(word))) found.push(this.plain(piece));
      position = end;
    }
    return found;
  }

  named(stems, typed) {
    return this.corpus.terms.namedEn(stems, typed, (word) => this.corpus.hasStem(word));
  }

  /** Makes the concept of a word that names no term, or of an abbreviation. */
  plain(piece) {
    const { word } = piece;
    return { text: foldText(word.text), needles: [...typedNeedles(piece), ...this.unfold(piece)], field: word.field };
  }

  /** Gives what an abbreviation may stand for that the texts only write out. */
  unfold({ folded, typed }) {
    return folded.length > 1 || this.corpus.knows(folded[0]) ? [] : this.initials.phrases(typed[0]);
  }

  /** Corrects the words of a piece that occur nowhere and name no term. */
  corrected(piece) {
    const { corpus } = this;
    if (this.named(piece.folded.map(stem), piece.typed).length || this.unfold(piece).length) return piece;
    const keep = (word) => corpus.stopWords.has(word) || corpus.knows(word);
    const better = piece.folded.map((word) => (keep(word) ? word : correct(word, corpus.vocabulary) ?? word));
    if (better.every((word, i) => word === piece.folded[i])) return piece;
    return { ...piece, folded: better, typed: better, corrected: better.join("-") };
  }
}

/** Gives the needles of the words themselves: stems, and letters inside Chinese. */
function typedNeedles({ word, folded }) {
  const found = [new Phrase(folded.map(stem))];
  if (folded.length > 1 && word.text.includes("-")) found.push(new Phrase([stem(folded.join(""))]));
  if (folded.length > 1) return found;
  return [...found, ...[folded[0], ...numeralVariants(folded[0])].map((text) => new Substring(text))];
}

/** Makes the concept of a word that names a term, *alone* or with its neighbours. */
function withTerms(piece, stems, { start, end, terms }, alone) {
  const typed = typedNeedles(piece);
  const first = alone ? typed : [new Phrase(stems.slice(start, end))];
  const keys = new Set(typed.map((needle) => needle.key));
  return {
    text: foldText(piece.word.text),
    needles: once([...first, ...needlesOf(terms, "en")], (needle) => needle.key),
    loose: alone ? [] : typed,
    renderings: needlesOf(terms, "zh").filter((needle) => !keys.has(needle.key)),
    field: piece.word.field,
    terms,
  };
}
