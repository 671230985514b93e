// The words of Chinese, and how they sound, as far as these texts need them.

import { foldText, hasHan, isHan } from "./find_text.js";

const LONGEST = 16; // characters of the longest word that is looked for
const SYLLABLE = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|[aoeiu])$/;
const MOST_LETTERS = 60;

export const MOST_READINGS = 16;

/** Cuts Chinese by the words that the texts have: the most likely way, as jieba does. */
export class ChineseWords {
  constructor({ words, characters, not_slips: others, stop_words: { zh } }, forms) {
    this.weights = new Map();
    this.stop = new Set(zh);
    for (const [weight, line] of Object.entries(words)) {
      for (const word of line.split(" ")) this.weights.set(word, Number(weight));
    }
    for (const [weight, line] of Object.entries(characters)) {
      for (const char of line) this.weights.set(char, Number(weight));
    }
    const known = [...this.weights].filter(([word]) => word.length > 1).map(([word]) => word);
    this.known = new Set([...known, ...forms, ...others.split(" ")]);
    this.total = Math.log([...this.weights.values()].reduce((sum, weight) => sum + Math.exp(weight), 0));
  }

  isWord(text) {
    return this.known.has(text);
  }

  /** Cuts a folded text into words; what is not known in a row is one word. */
  cut(text) {
    const found = [];
    for (const [run] of text.matchAll(/[a-z0-9.]+|[^a-z0-9.]+/g)) {
      if (!hasHan(run)) found.push(run);
      else for (const word of this.likeliest(run)) this.add(found, word);
    }
    return found;
  }

  add(found, word) {
    const strange = (one) => isHan(one) && ![...one].every((char) => this.weights.has(char)) && !this.weights.has(one);
    if (strange(word) && found.length && strange(found.at(-1))) found[found.length - 1] += word;
    else found.push(word);
  }

  /** Finds the cut whose words are the most common together. */
  likeliest(run) {
    const best = [{ score: 0 }];
    for (let end = 1; end <= run.length; end++) {
      for (let start = Math.max(0, end - LONGEST); start < end; start++) {
        const word = run.slice(start, end);
        const weight = this.weights.get(word) ?? (word.length === 1 ? 0 : undefined);
        if (weight === undefined) continue;
        const score = best[start].score + weight - this.total;
        if (!best[end] || score > best[end].score) best[end] = { score, start };
      }
    }
    const found = [];
    for (let end = run.length; end; end = best[end].start) found.unshift(run.slice(best[end].start, end));
    return found;
  }

  /** Cuts into words, long ones also into the words inside. */
  cutForSearch(text) {
    return this.cut(text).flatMap((word) => [...this.inside(word, 2), ...this.inside(word, 3), word]);
  }

  inside(word, size) {
    if (word.length <= size || !hasHan(word)) return [];
    const found = [];
    for (let i = 0; i + size <= word.length; i++) {
      const inner = word.slice(i, i + size);
      if (this.weights.has(inner)) found.push(inner);
    }
    return found;
  }
}

/** How characters sound, without tones; ü is u. */
export class Sounds {
  constructor({ sounds }) {
    this.usual = new Map();
    for (const [syllable, chars] of Object.entries(sounds)) {
      for (const char of chars) this.usual.set(char, syllable);
    }
  }

  /** Gives a syllable for each character; *here* says where it is not the usual one. */
  of(text, here = []) {
    const spelt = [...text].map((char) => this.usual.get(char) ?? char);
    for (const [at, syllable] of here) spelt[at] = syllable;
    return spelt;
  }
}

/** Drops the tones of lǜsè and lv4se4, and writes ü and v as u; in small letters. */
export function toneless(word) {
  const bare = word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  return bare.replace(/(?<=[a-z])[1-5]/g, "").replaceAll("’", "'").replaceAll("v", "u");
}

/** Cuts a typed word into syllables, in each way it can be; nothing if it is not pinyin. */
export function cutPinyin(word) {
  return hasHan(word) || word.length > MOST_LETTERS ? [] : cuts(toneless(foldText(word)), new Map());
}

function cuts(word, known) {
  if (!word) return [[]];
  if (word[0] === "'") return cuts(word.slice(1), known);
  if (known.has(word)) return known.get(word);
  const found = [];
  for (let end = Math.min(word.length, 6); end && found.length < MOST_READINGS; end--) {
    const first = word.slice(0, end);
    if (SYLLABLE.test(first)) found.push(...cuts(word.slice(end), known).map((rest) => [first, ...rest]));
  }
  known.set(word, found.slice(0, MOST_READINGS));
  return known.get(word);
}
