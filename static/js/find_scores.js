// The words of the units, counted and scored by MiniSearch (BM25).

import "./minisearch.js";
import { stem } from "./find_stem.js";
import { CJK, hasHan, joined, words } from "./find_text.js";

const FIELDS = ["words", "wordsAbove", "stems", "stemsAbove", "exact"];
const BM25 = { k: 1.2, b: 0.75, d: 0 };
const SPLIT = "\n"; // stands in no word
const HAN_RUN = new RegExp(`[${CJK}]{2,}`, "gu");

/** Scores single words of a field; how they go together is the search's own. */
export class WordIndex {
  known = new Map();
  pairs = new Map(); // the units that have each two characters that touch: a yes or no is enough of these

  constructor(units, chinese) {
    this.size = units.length;
    this.terms = new Map(FIELDS.map((field) => [field, new Map()]));
    this.index = new globalThis.MiniSearch({
      idField: "doc",
      fields: FIELDS,
      tokenize: (text) => text.split(SPLIT).filter(Boolean),
      processTerm: (term) => term,
      searchOptions: { bm25: BM25 },
    });
    for (const unit of units) this.add(unit, chinese);
  }

  add({ doc, heading, segments }, chinese) {
    const pairs = [heading, ...segments];
    const zh = pairs.map((pair) => pair.zh.folded.text);
    const tokens = pairs.map((pair) => englishTokens(pair.en));
    const fields = {
      words: zh.flatMap((text) => chineseTokens(text, chinese)),
      wordsAbove: chineseTokens(zh[0], chinese),
      exact: tokens.flat(),
      stems: tokens.flat().map(stem),
      stemsAbove: tokens[0].map(stem),
    };
    for (const pair of new Set(zh.flatMap(touching))) {
      if (!this.pairs.has(pair)) this.pairs.set(pair, []);
      this.pairs.get(pair).push(doc);
    }
    for (const field of FIELDS) this.count(field, fields[field]);
    this.index.add({ doc, ...Object.fromEntries(FIELDS.map((field) => [field, fields[field].join(SPLIT)])) });
  }

  count(field, tokens) {
    const counts = this.terms.get(field);
    for (const token of new Set(tokens)) counts.set(token, (counts.get(token) ?? 0) + 1);
  }

  /** Gives every word of a field, with the number of units that have it. */
  counts(field) {
    return this.terms.get(field);
  }

  /** Scores the units that have a word in a field. */
  scores(field, term) {
    const key = `${field}|${term}`;
    if (!this.known.has(key)) this.known.set(key, this.ask(field, term));
    return this.known.get(key);
  }

  ask(field, term) {
    if (!this.terms.get(field).has(term)) return new Map();
    return new Map(this.index.search(term, { fields: [field] }).map(({ id, score }) => [id, score]));
  }

  /** Scores the units that have two characters in a row: the fewer have them, the more. */
  touchingScores(pair) {
    const docs = this.pairs.get(pair) ?? [];
    return new Map(docs.map((doc) => [doc, rarity(docs.length, this.size)]));
  }
}

/** Weighs what *count* units of *size* have (Robertson and Spärck Jones 1976). */
export const rarity = (count, size) => Math.log(1 + (size - count + 0.5) / (count + 0.5));

function englishTokens({ folded }) {
  const found = words(folded.text);
  return [...found, ...joined(found)].map(({ text }) => text);
}

const chineseTokens = (text, chinese) =>
  chinese.cutForSearch(text).filter((word) => hasHan(word) || /[a-z0-9]/.test(word));

/** Gives every two Chinese characters of a folded text that touch. */
export function touching(folded) {
  const found = [];
  for (const { 0: run } of folded.matchAll(HAN_RUN)) {
    for (let i = 0; i + 1 < run.length; i++) found.push(run.slice(i, i + 2));
  }
  return found;
}
