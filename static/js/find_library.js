// The texts that are searched, in memory: their units, and which of them hold what.

import { ChineseWords, Sounds } from "./find_words.js";
import { WordIndex } from "./find_scores.js";
import { Side } from "./find_needles.js";
import { learnSpelling } from "./find_stem.js";
import { foldText, hasHan, learnCharacters } from "./find_text.js";
import { stem } from "./find_stem.js";
import { TermIndex } from "./find_terms.js";

/** Everything that the file of the index has, ready to be searched. */
export class Library {
  found = new Map(); // the units that hold each needle

  constructor(data) {
    learnCharacters(data.traditional);
    learnSpelling(data.spelling);
    this.documents = new Map(data.documents.map((one) => [one.slug, one]));
    this.stopWords = new Set(data.stop_words.en);
    this.sounds = new Sounds(data);
    this.terms = new TermIndex(data.terms);
    this.chinese = new ChineseWords(data, this.terms.zh.keys());
    this.units = data.documents.flatMap((one) => one.units.map((unit) => this.unit(one, unit)));
    this.units.forEach((unit, doc) => { unit.doc = doc; });
    this.index = new WordIndex(this.units, this.chinese);
  }

  unit(document, { at, kind, number, zh, en, names, here, rows }) {
    const heading = { at, zh: this.side(zh[1], here), en: this.side(en[1]) };
    const segments = rows.map(([number, chinese, english, where]) => ({
      at: `${at}.s${number}`, number, zh: this.side(chinese ?? "", where), en: this.side(english ?? ""),
      lacks: chinese === null ? "zh" : english === null ? "en" : "",
    }));
    const labels = { zh: zh[0], en: en[0] };
    return { document, slug: document.slug, at, path: at.split("."), kind, number, labels, names, heading, segments };
  }

  side(plain, here) {
    return new Side(plain, here, this.sounds);
  }

  get everything() {
    return new Set(this.units.keys());
  }

  /** Finds the units of a document, or of a unit and all below it: plan:2.3. */
  scope(place) {
    const [slug, at = ""] = place.split(":");
    const inside = (unit) => unit.slug === slug && (!at || unit.at === at || unit.at.startsWith(`${at}.`));
    return new Set(this.units.filter(inside).map((unit) => unit.doc));
  }

  /** Finds the units that satisfy a concept. */
  docs(concept) {
    return union(satisfying(concept).map((needle) => this.holding(needle, concept.field)));
  }

  occurs(concept) {
    return satisfying(concept).some((needle) => this.holding(needle, concept.field).size > 0);
  }

  /** Finds the units that hold a needle in a field. */
  holding(needle, field) {
    const key = `${field}|${needle.key}`;
    if (!this.found.has(key)) this.found.set(key, this.look(needle, field));
    return this.found.get(key);
  }

  look(needle, field) {
    if (["zh", "en"].includes(field) && needle.lang !== field) return new Set();
    const holds = (doc) => pairs(this.units[doc], field).some((pair) => needle.find(pair[needle.lang]).length);
    return new Set([...this.candidates(needle)].filter(holds).sort((one, other) => one - other));
  }

  /** Gives the units that may hold a needle: an English word is in the index, any other in the text. */
  candidates(needle) {
    if (!needle.words) return this.units.keys();
    const [first, ...rest] = needle.words.map((word) => this.index.scores(needle.exact ? "exact" : "stems", word));
    return [...first.keys()].filter((doc) => rest.every((scores) => scores.has(doc)));
  }

  /** Lists the folded words that a needle finds, the most frequent first. */
  surfaces(needle, field) {
    const counts = new Map();
    for (const doc of this.holding(needle, field)) {
      for (const pair of pairs(this.units[doc], field)) {
        for (const span of needle.find(pair[needle.lang])) {
          const word = foldText(pair[needle.lang].plain.slice(...span));
          counts.set(word, (counts.get(word) ?? 0) + 1);
        }
      }
    }
    return [...counts].sort(([, one], [, other]) => other - one).map(([word]) => word);
  }

  hasStem(word) {
    return this.index.scores("stems", word).size > 0;
  }

  /** Says whether an English word or a form of it, or these letters, occur. */
  knows(word) {
    return this.hasStem(stem(word)) || this.holding(this.terms.substring(word), "").size > 0;
  }

  /** The English words of all texts, with the number of units that have each. */
  get vocabulary() {
    return this.vocabularyOnce ??= this.index.counts("exact");
  }

  /** The pinyin of the Chinese words of all texts, with how often each occurs. */
  get spellings() {
    if (!this.spellingsOnce) {
      this.spellingsOnce = new Map();
      for (const [word, count] of this.index.counts("words")) {
        if (word.length < 2 || !hasHan(word)) continue;
        const spelt = this.sounds.of(word).join("");
        this.spellingsOnce.set(spelt, (this.spellingsOnce.get(spelt) ?? 0) + count);
      }
    }
    return this.spellingsOnce;
  }
}

/** Gives the pairs that a field speaks of. */
export const pairs = ({ heading, segments }, field) => (field === "title" ? [heading] : [heading, ...segments]);

/** Gives the needles of which any one is enough. */
export const satisfying = ({ needles, loose = [], renderings = [] }) => [...needles, ...loose, ...renderings];

export const union = (sets) => new Set(sets.flatMap((set) => [...set]));
