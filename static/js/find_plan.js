// A parsed query → a plan: each word with everything it may stand for.

import { ChineseReading } from "./find_chinese.js";
import { EnglishReading } from "./find_english.js";
import { phrase, Substring } from "./find_needles.js";
import { numeralVariants } from "./find_numerals.js";
import { PinyinReading } from "./find_pinyin.js";
import { written } from "./find_query.js";
import { foldText, hasHan, tight } from "./find_text.js";

const MOST_CLAUSES = 64; // words of a query that count
const LEAST_CLAUSES = 3; // with fewer, a question is answered like any other query
const ASKS_ZH = /[吗呢]|什么|怎么|怎样|如何|为何|哪|谁|多少|几|是否|能否|可否|有没有|能不能|是不是|会不会|要不要|何时|何地/;
const ASKS_EN = /^(?:what|which|who|whom|whose|how|when|where|why|is|are|was|were|do|does|did|has|have|can|could|may|must|shall|should|will|would|in which|at what)\b/;

/** Makes plans out of the readings of both languages. */
export class Planner {
  constructor(corpus) {
    this.corpus = corpus;
    this.english = new EnglishReading(corpus);
    this.chinese = new ChineseReading(corpus, this.english);
    this.pinyin = new PinyinReading(corpus, this.chinese);
  }

  /** Makes the plan of a query; a *literal* one adds and corrects nothing. */
  plan(query, literal = false) {
    const corrected = [];
    const read = literal ? query.groups.map((group) => group.flatMap((word) => this.exact(word))) : this.clauses(query.groups, corrected);
    const clauses = read.filter((clause) => clause.length).slice(0, MOST_CLAUSES);
    const text = query.groups.flat().map((word) => word.text).join(" ");
    return {
      clauses,
      text,
      excluded: query.excluded.slice(0, MOST_CLAUSES).flatMap((word) => this.exact(word)),
      suggestion: suggestion(query, corrected),
      question: !literal && clauses.length >= LEAST_CLAUSES && isPlain(query) && asks(foldText(text)),
      stopped: !clauses.length && query.groups.length > 0,
    };
  }

  /** Reads the groups in order; English words side by side are read together. */
  clauses(groups, corrected) {
    const found = [];
    let run = [];
    for (const group of [...groups, []]) {
      const latin = group.length === 1 && !group[0].quoted && !hasHan(group[0].text);
      if (latin && (!run.length || run.at(-1).field === group[0].field)) {
        run.push(group[0]);
        continue;
      }
      found.push(...this.latin(run, corrected).map((concept) => [concept]));
      run = latin ? [group[0]] : [];
      if (latin || !group.length) continue;
      if (group.length === 1 && !group[0].quoted) found.push(...this.chinese.concepts(group[0], corrected).map((one) => [one]));
      else found.push(group.flatMap((word) => this.alternative(word)));
    }
    return found;
  }

  /** Reads Latin words side by side: English, or pinyin where that occurs. */
  latin(run, corrected) {
    return this.pinyin.stretches(run, corrected).flatMap((stretch) => {
      if (!Array.isArray(stretch)) return [stretch];
      const pieces = this.english.pieces(stretch);
      for (const { word, corrected: text } of pieces) if (text) corrected.push({ word, text });
      return this.english.concepts(pieces);
    });
  }

  /** Reads a quoted word, or one of several of which any will do. */
  alternative(word) {
    if (word.quoted) return this.exact(word);
    return hasHan(word.text) ? [this.chinese.whole(tight(word.text), word.field)] : this.latin([word], []);
  }

  /** Reads just what was typed: a stretch of Chinese, or English words in order. */
  exact({ text: typed, field, quoted }) {
    const text = tight(typed);
    if (hasHan(text)) return [{ text, needles: [text, ...numeralVariants(text)].map((one) => new Substring(one)), field }];
    const words = phrase(typed, { exact: quoted });
    const says = words && !words.words.every((word) => this.corpus.stopWords.has(word));
    return says ? [{ text, needles: [words, new Substring(text)], field }] : [];
  }
}

/** Says whether a query is words without any operator. */
const isPlain = ({ groups, excluded }) =>
  !excluded.length && groups.every((group) => group.length === 1 && !group[0].quoted && !group[0].field);

const asks = (text) => text.endsWith("?") || ASKS_ZH.test(text) || ASKS_EN.test(text);

/** Writes the query as it was corrected; empty if nothing was. */
function suggestion({ groups }, corrected) {
  if (!corrected.length) return "";
  const better = new Map(corrected.map(({ word, text }) => [word, text]));
  return groups.map((group) => group.map((word) => better.get(word) ?? written(word)).join(" OR ")).join(" ");
}

/** Narrows a plan to what one side must hold; without *lang* it stays. */
export function onSide(plan, lang) {
  if (!lang) return plan;
  const keep = (needles = []) => needles.filter((needle) => needle.lang === lang);
  const narrow = (one) => ({ ...one, needles: keep(one.needles), loose: keep(one.loose), renderings: keep(one.renderings) });
  return { ...plan, clauses: plan.clauses.map((clause) => clause.map(narrow)) };
}
