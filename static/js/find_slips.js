// Words that are misspelt, and abbreviations that the texts only write out.

import { Phrase } from "./find_needles.js";

const SHORTEST = 4; // shorter words have too many neighbours to guess
const LONG = 8; // from here on two slips are forgiven
const LEAST = 2; // letters of an abbreviation
const MOST = 6;

/**
 * Gives the nearest word of a vocabulary, or null if none is near: one slip (a letter left out,
 * put in, changed, or two swapped), two in a long word. Then the first letter decides, and how
 * often each occurs.
 */
export function correct(word, vocabulary) {
  if (word.length < SHORTEST || !/^\p{L}+$/u.test(word)) return null;
  const most = word.length < LONG ? 1 : 2;
  let best = null;
  for (const [other, count] of vocabulary) {
    if (other.length < SHORTEST || Math.abs(other.length - word.length) > most) continue;
    const slips = distance(word, other, most);
    if (slips > most) continue;
    const rank = [slips, Number(other[0] !== word[0]), -count, other];
    if (!best || isBefore(rank, best)) best = rank;
  }
  return best && best[3];
}

function isBefore(one, other) {
  const at = one.findIndex((value, i) => value !== other[i]);
  return at >= 0 && one[at] < other[at];
}

/** Counts the slips between two words (optimal string alignment); past *most* it does not matter. */
function distance(one, other, most) {
  let [before, last] = [[], [...Array(other.length + 1).keys()]];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + Number(!same));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
}

/** Finds the words that an abbreviation may be made of: IoT, Internet of Things. */
export class Initials {
  constructor(corpus) {
    this.corpus = corpus;
  }

  /** Gives the phrases whose first letters these are, the most frequent first. */
  phrases(typed) {
    const letters = typed.replace(/s$/, "");
    const capitals = letters.replace(/[^A-Z]/g, "").length;
    if (!/^[A-Za-z]+$/.test(letters) || letters.length < LEAST || letters.length > MOST || capitals < LEAST) return [];
    const found = new Map();
    for (const run of this.runs) this.inRun(run, letters.toLowerCase(), found);
    return [...found.values()].sort((one, other) => other.count - one.count).map(({ phrase }) => phrase);
  }

  inRun({ initials, tokens }, letters, found) {
    const { stopWords } = this.corpus;
    for (let at = initials.indexOf(letters); at >= 0; at = initials.indexOf(letters, at + 1)) {
      const run = tokens.all.slice(tokens.places[at], tokens.places[at + letters.length - 1] + 1);
      if (stopWords.has(run[0].word) || stopWords.has(run.at(-1).word)) continue;
      const phrase = new Phrase(run.map((one) => one.stem));
      const known = found.get(phrase.key) ?? { phrase, count: 0 };
      known.count += 1;
      found.set(phrase.key, known);
    }
  }

  /** The first letters of the words of every text; small words may count or not. */
  get runs() {
    const sides = () => this.corpus.units.flatMap(({ heading, segments }) => [heading, ...segments]);
    return this.runsOnce ??= sides().flatMap(({ en }) => [this.run(en, true), this.run(en, false)]);
  }

  /** Of words that a hyphen joins only the first counts. */
  run({ plain, tokens }, small) {
    const joins = (i) => i > 0 && plain.slice(tokens[i - 1].end, tokens[i].start) === "-";
    const counts = (i) => !joins(i) && (small || !this.corpus.stopWords.has(tokens[i].word));
    const places = [...tokens.keys()].filter(counts);
    return { initials: places.map((i) => tokens[i].word[0]).join(""), tokens: { all: tokens, places } };
  }
}
