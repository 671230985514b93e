// Pinyin in a query → concepts: words that are no English but spell out Chinese.

import { Spelling } from "./find_needles.js";
import { correct } from "./find_slips.js";
import { foldText, once, words } from "./find_text.js";
import { cutPinyin, MOST_READINGS, toneless } from "./find_words.js";

const LEAST_SYLLABLES = 2; // one stands for too many characters to be looked for
const LEAST_LETTERS = 5; // shorter words are not mended: too many are near
const MOST_WORDS = 8; // in a row, that are read as one Chinese expression

/** Reads the words of a query that the texts do not have as English. */
export class PinyinReading {
  constructor(corpus, chinese) {
    Object.assign(this, { corpus, chinese });
  }

  /**
   * Parts a run of Latin words into English ones and pinyin, longest match: lists of words, and
   * concepts. Pinyin that was mistyped goes into *corrected*.
   */
  stretches(run, corrected) {
    const found = [];
    let english = [];
    for (let start = 0; start < run.length;) {
      const { end, concept } = this.longest(run, start) ?? this.mended(run[start], start, corrected) ?? {};
      if (!concept) {
        english.push(run[start]);
        start += 1;
        continue;
      }
      if (english.length) found.push(english);
      found.push(concept);
      [english, start] = [[], end];
    }
    return english.length ? [...found, english] : found;
  }

  /** Reads as many words from here as spell out something that occurs. */
  longest(run, start) {
    let end = start;
    while (end < Math.min(run.length, start + MOST_WORDS) && cutPinyin(run[end].text).length) end += 1;
    for (let stop = end; stop > start; stop--) {
      const words = run.slice(start, stop);
      const concept = words.every((word) => this.isEnglish(word)) ? null : this.concept(words);
      if (concept) return { end: stop, concept };
    }
    return null;
  }

  mended(word, start, corrected) {
    const text = this.respelt(word);
    const concept = text && this.concept([{ ...word, text }]);
    if (!concept) return null;
    corrected.push({ word, text });
    return { end: start + 1, concept: { ...concept, text: foldText(word.text) } };
  }

  /** Says whether a word is an English word of the texts. */
  isEnglish({ text }) {
    return words(foldText(text)).every(({ text: one }) => this.corpus.stopWords.has(one) || this.corpus.knows(one));
  }

  /** Mends one slip in a word that is nearer to pinyin than to English. */
  respelt(word) {
    const typed = toneless(word.text);
    if (typed.length < LEAST_LETTERS || this.isEnglish(word) || correct(typed, this.corpus.vocabulary)) return null;
    return correct(typed, this.corpus.spellings);
  }

  /** Makes the concept of words that together spell out Chinese of the texts. */
  concept(typed) {
    for (const syllables of product(typed.map(({ text }) => cutPinyin(text)))) {
      if (syllables.length < LEAST_SYLLABLES) continue;
      let meant = this.corpus.surfaces(new Spelling(syllables), typed[0].field);
      if (syllables.length === LEAST_SYLLABLES) meant = meant.filter((one) => this.corpus.chinese.isWord(one));
      if (meant.length) return this.spelt(typed, meant);
    }
    return null;
  }

  /** Makes the concept of the Chinese that was spelt, frequent words first. */
  spelt(typed, meant) {
    const { field } = typed[0];
    const read = meant.map((one) => this.chinese.whole(one, field));
    const all = (name) => once(read.flatMap((one) => one[name]), (needle) => needle.key);
    return {
      text: foldText(typed.map(({ text }) => text).join(" ")),
      needles: all("needles"),
      renderings: all("renderings"),
      echoes: all("echoes"),
      field,
      terms: once(read.flatMap(({ terms }) => terms)),
      spelt: meant[0],
    };
  }
}

/** Joins one reading of every word, in each way; not more than a few. */
function product(readings) {
  return readings.reduce(
    (so, ways) => so.flatMap((one) => ways.map((way) => [...one, ...way])).slice(0, MOST_READINGS),
    [[]],
  );
}
