// What is looked for in one side of a sentence, and where it stands there, exactly.

import { stem } from "./find_stem.js";
import { fold, hasHan, isCapital, joined, words } from "./find_text.js";

/** One side of a sentence or a heading; folded and cut when that is first needed. */
export class Side {
  constructor(plain, here, sounds) {
    Object.assign(this, { plain, here, sounds });
  }

  get folded() {
    return this.foldedOnce ??= fold(this.plain);
  }

  get tokens() {
    return this.tokensOnce ??= words(this.folded.text).map((word) => {
      const [start, end] = this.folded.original(word.start, word.end);
      return { word: word.text, stem: stem(word.text), start, end };
    });
  }

  get syllables() {
    return this.syllablesOnce ??= this.sounds.of(this.folded.text, this.here);
  }

  /** Gives where each word, or each stem, stands among the tokens. */
  positions(exact) {
    this.placed ??= [placesBy(this.tokens, (one) => one.stem), placesBy(this.tokens, (one) => one.word)];
    return this.placed[Number(exact)];
  }

  /** Gives where each word, or each stem, stands that hyphens make. */
  compounds(exact) {
    if (!this.compoundsOnce) {
      const made = joined(words(this.folded.text));
      const spans = made.map(({ text, start, end }) => ({ text, span: this.folded.original(start, end) }));
      const by = (key) => gather(spans, ({ text }) => key(text), ({ span }) => span);
      this.compoundsOnce = [by(stem), by((text) => text)];
    }
    return this.compoundsOnce[Number(exact)];
  }
}

function gather(items, key, value) {
  const found = new Map();
  for (const item of items) {
    const name = key(item);
    if (!found.has(name)) found.set(name, []);
    found.get(name).push(value(item));
  }
  return found;
}

const placesBy = (tokens, key) => gather([...tokens.entries()], ([, token]) => key(token), ([at]) => at);

/** A stretch of Chinese text, found anywhere; letters and digits only as a whole. */
export class Substring {
  lang = "zh";

  constructor(text) {
    this.text = text;
    this.key = `s:${text}`;
    this.whole = !hasHan(text);
  }

  find({ folded }) {
    const spans = [];
    const { text } = this;
    for (let at = folded.text.indexOf(text); at >= 0; at = folded.text.indexOf(text, at + text.length)) {
      const end = at + text.length;
      if (!this.whole || standsAlone(folded.text, at, end)) spans.push(folded.original(at, end));
    }
    return spans;
  }
}

const isLatin = (char) => /^[A-Za-z0-9]$/.test(char);

function standsAlone(text, start, end) {
  return !isLatin(text.slice(Math.max(start - 1, 0), start)) && !isLatin(text.slice(end, end + 1));
}

/** English words in a row: stems, or exact; in capitals where that matters. */
export class Phrase {
  lang = "en";

  constructor(list, { exact = false, capitals = false } = {}) {
    Object.assign(this, { words: list, exact, capitals });
    this.key = `p:${exact}:${capitals}:${list.join(" ")}`;
  }

  find(side) {
    const [first, ...rest] = this.words;
    const spans = rest.length ? [] : [...(side.compounds(this.exact).get(first) ?? [])];
    const at = side.positions(this.exact);
    let free = 0;
    for (const start of at.get(first) ?? []) {
      const agrees = rest.every((word, i) => at.get(word)?.includes(start + i + 1));
      if (!agrees || start < free) continue;
      const span = [side.tokens[start].start, side.tokens[start + rest.length].end];
      if (this.capitals && !isCapital(side.plain.slice(...span))) continue;
      spans.push(span);
      free = start + this.words.length;
    }
    return spans;
  }
}

/** Chinese characters that are spelt with these syllables of pinyin. */
export class Spelling {
  lang = "zh";

  constructor(syllables) {
    this.syllables = syllables;
    this.key = `y:${syllables.join(" ")}`;
  }

  find(side) {
    const spans = [];
    const { length } = this.syllables;
    for (let at = 0; at + length <= side.syllables.length; at++) {
      if (this.syllables.every((one, i) => side.syllables[at + i] === one)) {
        spans.push(side.folded.original(at, at + length));
        at += length - 1;
      }
    }
    return spans;
  }
}

/** Makes a phrase of a text; null if there is no English word in it. */
export function phrase(text, { exact = false, capitals = false } = {}) {
  const found = words(fold(text).text).map((word) => word.text);
  return found.length ? new Phrase(exact ? found : found.map(stem), { exact, capitals }) : null;
}
